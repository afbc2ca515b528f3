"""Which pronoun can be asked about, and the words to quote round it: its sentence, or its clause from the pronoun."""

from dataclasses import dataclass
from typing import Any

from quizzes.engine.facts.antecedents import empty_it
from quizzes.engine.facts.syntax import FINITE, SUBJECTS, in_list
from quizzes.engine.items.wording import meaning
from quizzes.engine.language.kept import text_of
from quizzes.engine.writing.reference.antecedent import Block, Found

FORMS = frozenset("they them their it its".split())
ROLES = frozenset((*SUBJECTS, "poss", "dobj", "pobj"))
SHORTEST, LONGEST, MOST_WORDS = 4, 18, 22
SUBSTANCE = 2
# "it" that stands for nothing: "it seems", "it rained"
EMPTY_VERBS = frozenset("seem happen matter occur appear turn emerge follow rain snow mean do".split())
STATES = frozenset("dark light late early cold hot warm wet dry possible clear hard easy noon time true enough".split())
BREAKS = frozenset((",", ";", ":", "–", "—", "("))
COMPLEMENTS = frozenset("dobj ccomp xcomp acomp attr oprd agent".split())
HELPERS = frozenset(("aux", "auxpass", "neg"))
VERBS = frozenset(("VERB", "AUX"))
# what a reader of the quoted words could not place
POINTING = frozenset(
    """he she him her his hers i me my we us our you your it its they them their this these those such there here one
    ones another other others both former latter mine ours""".split()
)
# what belongs to the same one: "They lost their oars"
AKIN = {"they": {"their", "them"}, "it": {"its"}, "them": {"their"}}


@dataclass(frozen=True, slots=True)
class Quoted:
    """The tokens to quote, end exclusive."""

    start: int
    end: int


def is_asked(token: Any) -> bool:
    """Say whether a word is a pronoun that stands for something: no "it" of "it seems", none in somebody's speech."""
    if token.lower_ not in FORMS or token.dep_ not in ROLES or text_of(token.doc)[: token.idx].count('"') % 2:
        return False
    if token.dep_ == "poss":
        return not (token.i + 1 < len(token.doc) and token.nbor(1).lower_ == "own")  # "of its own accord"
    if token.lower_ != "it":
        return True
    verb = token.head
    clausal = any(child.dep_ in {"ccomp", "xcomp"} for child in verb.children)
    if token.dep_ not in SUBJECTS:
        return not clausal  # "makes it clear that"
    if verb.pos_ not in VERBS or empty_it(token) or verb.lemma_ in EMPTY_VERBS:
        return False
    if verb.lemma_ != "be":
        return not (token.dep_ == "nsubjpass" and clausal)
    # "It was a mistake", "it is owners who vote", "it was dark"
    named = any(child.dep_ == "attr" for child in verb.children)
    return not named and not any(child.lower_ in STATES or child.like_num for child in verb.rights)


def quotation(pronoun: Any, block: Block, found: Found) -> Quoted | None:
    """Return the words to quote, which must not name what is meant; None where they cannot be cut out or say little."""
    index = block.index(pronoun)
    sentence = block.spans[index]
    text = sentence.text.strip()
    whole = found.phrase.sentence != index and len(text.split()) <= MOST_WORDS and '"' not in text
    quoted = Quoted(sentence.start, sentence.end) if whole else _clause(pronoun)
    return quoted if quoted is not None and _clear(quoted, pronoun, block, found) else None


def _clause(pronoun: Any) -> Quoted | None:
    """Cut the clause from its subject or verb to its first break: "they are soaked until they are soft"."""
    verb = next((t for t in pronoun.ancestors if t.pos_ in VERBS), None)
    before = pronoun.doc[verb.left_edge.i : verb.i] if verb is not None else ()
    if verb is None or any(t.tag_ in {"WP", "WDT"} or t.lower_ == "how" for t in before):
        return None  # "what it says about the town"
    helpers = [child for child in verb.lefts if child.dep_ in HELPERS]
    start = pronoun.i if pronoun.dep_ in SUBJECTS else (helpers[0] if helpers else verb).i
    if pronoun.dep_ not in SUBJECTS and pronoun.doc[start].tag_ not in FINITE:
        return None  # "being free of its husk"
    end = _end(verb, max(pronoun.i, verb.i) + 1)
    lost = any(child.dep_ in COMPLEMENTS and child.i >= end for child in verb.rights)
    doc = pronoun.doc
    while end > start and doc[end - 1].is_punct:
        end -= 1
    sound = start <= pronoun.i < end and end > verb.i + 1 and SHORTEST <= end - start <= LONGEST
    return Quoted(start, end) if sound and not lost and '"' not in doc[start:end].text else None


def _end(verb: Any, first: int) -> int:
    """Return where a clause ends: at a break from `first` on, or before a further clause with a subject of its own."""
    doc, end = verb.doc, int(verb.right_edge.i + 1)
    for child in verb.rights:
        if child.dep_ == "conj" and any(c.dep_ in SUBJECTS for c in child.lefts):
            linked = [c.i for c in verb.rights if c.dep_ == "cc" and c.i < child.i]
            end = min(end, linked[-1] if linked else child.left_edge.i)
    return next((t.i for t in doc[first:end] if t.text in BREAKS and not in_list(t)), end)


def _clear(quoted: Quoted, pronoun: Any, block: Block, found: Found) -> bool:
    """Say whether the quoted words say something, do not name what is meant, and point to nothing else outside."""
    words = pronoun.doc[quoted.start : quoted.end]
    if found.phrase.lemma in {t.lemma_.lower() for t in words} or len(meaning(words.text)) < SUBSTANCE:
        return False
    akin = AKIN.get(pronoun.lower_, set())
    for token in words:
        if token.i == pronoun.i or token.tag_ in {"EX", "CD", "WDT", "IN"}:
            continue
        if token.lower_ == pronoun.lower_:
            again = block.antecedent(token) if token.i > pronoun.i else None
            if again is None or again.phrase.head.i != found.phrase.head.i:
                return False
        elif token.lower_ in POINTING - akin and token.dep_ not in {"preconj", "cc"}:
            return False
        elif token.lower_ == "that" and token.tag_ == "DT":
            # "drop gravel on the other side, and in that gravel"
            before = pronoun.doc[quoted.start : token.i]
            if token.dep_ != "det" or token.head.lemma_ not in {t.lemma_ for t in before}:
                return False
    return True
