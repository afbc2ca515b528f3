"""Which pronoun can be asked about, and the words to quote round it: its sentence, or its clause from the pronoun."""

from collections.abc import Iterator
from dataclasses import dataclass
from itertools import product
from typing import Any

from quizzes.engine.facts.antecedents import empty_it
from quizzes.engine.facts.syntax import FINITE, SUBJECTS, in_list
from quizzes.engine.items.wording import meaning
from quizzes.engine.language.kept import text_of
from quizzes.engine.language.lexicon import DURATIONS
from quizzes.engine.writing.reference.antecedent import Block, Found

FORMS = frozenset("they them their it its".split())
ROLES = frozenset((*SUBJECTS, "poss", "dobj", "pobj"))
SHORTEST, LONGEST, MOST_WORDS = 3, 18, 22
SUBSTANCE = 2
# "it" that stands for nothing: "it seems", "it rained"
EMPTY_VERBS = frozenset("seem happen matter occur appear turn emerge follow rain snow mean do".split())
# what is done to a whole statement: "He considers it"
DEEDS = frozenset(
    """consider know doubt believe mean say deny admit explain prove do try regret report think allege suppose establish
    hold mention understand see put call""".split()
)
STATES = frozenset("dark light late early cold hot warm wet dry possible clear hard easy noon time true enough".split())
BREAKS = frozenset((",", ";", ":", "–", "—", "("))
COMPLEMENTS = frozenset("dobj ccomp xcomp acomp attr oprd agent".split())
SAID = frozenset("attr acomp prep advmod npadvmod advcl xcomp ccomp".split())  # not "leave them where they are"
HELPERS = frozenset(("aux", "auxpass", "neg"))
VERBS = frozenset(("VERB", "AUX"))
AMOUNTS = frozenset(("TIME", "DATE", "MONEY"))
# what a reader of the quoted words could not place
POINTING = frozenset("i this these those such there here one ones another other others both former latter".split())
PLURALS, SINGULARS = frozenset("they them their".split()), frozenset("it its".split())


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
        # "of its own accord", "on its way"
        return not (token.head.lemma_ in {"way", "turn"} or token.nbor(1).lower_ == "own")
    if token.lower_ != "it":
        return True
    verb = token.head
    clausal = any(child.dep_ in {"ccomp", "xcomp"} for child in verb.children)
    if token.dep_ not in SUBJECTS:
        return not clausal and verb.lemma_ not in DEEDS  # "makes it clear that", "He considers it"
    if verb.pos_ not in VERBS or empty_it(token) or verb.lemma_ in EMPTY_VERBS or _costs(verb):
        return False
    if verb.lemma_ != "be":
        return not (token.dep_ == "nsubjpass" and (clausal or verb.lemma_ in DEEDS))  # ", it was reported,"
    # "It was a mistake", "it is owners who vote", "it was dark"
    named = any(child.dep_ == "attr" for child in verb.children)
    return not named and not any(child.lower_ in STATES or child.like_num for child in verb.rights)


def _costs(verb: Any) -> bool:
    """Say whether a verb tells how long or how dear something was, whatever it was: "it took him 14 months"."""
    spent = (c for c in verb.rights if c.dep_ in {"dobj", "npadvmod"})
    return verb.lemma_ in {"take", "cost"} and any(c.lemma_ in DURATIONS or c.ent_type_ in AMOUNTS for c in spent)


def quotation(pronoun: Any, block: Block, found: Found) -> Quoted | None:
    """Return the words to quote, which must not name what is meant; None where they cannot be cut out or say little."""
    index = block.index(pronoun)
    sentence = block.spans[index]
    text = sentence.text.strip()
    whole = found.phrase.sentence != index and len(text.split()) <= MOST_WORDS and '"' not in text
    cuts = [Quoted(sentence.start, sentence.end)] if whole else []
    return next((cut for cut in (*cuts, *_clauses(pronoun)) if _clear(cut, pronoun, block, found)), None)


def _clauses(pronoun: Any) -> Iterator[Quoted]:
    """Cut the clause from its subject or verb to its first break: "they are soaked until they are soft".

    A second cut leaves out what hangs on it: "It pulls the faces inwards | so that they are left under strain".
    """
    verb = next((t for t in pronoun.ancestors if t.pos_ in VERBS), None)
    while verb is not None and verb.dep_ == "xcomp" and verb.head.pos_ in VERBS and pronoun.dep_ not in SUBJECTS:
        verb = verb.head  # "has tried to describe it"
    if verb is None:
        return
    before = pronoun.doc[verb.left_edge.i : verb.i]
    who = [t for t in before if t.lower_ == "who" and t.dep_ in SUBJECTS and pronoun.i > verb.i]
    if any((t.tag_ in {"WP", "WDT"} and t not in who) or t.lower_ == "how" for t in before):
        return  # "what it says about the town"
    first = max(pronoun.i, verb.i) + 1
    end = _end(verb, first)
    hung = [c.left_edge.i for c in verb.subtree if c.dep_ in {"advcl", "relcl"} and first < c.left_edge.i < end]
    listed = [t.i for t in pronoun.doc[first:end] if t.text == ","]
    for start, cut in product(_starts(pronoun, verb), (end, *sorted((*hung, *listed), reverse=True))):
        quoted = _cut(pronoun, verb, start, cut)
        if quoted is not None:
            yield quoted


def _starts(pronoun: Any, verb: Any) -> Iterator[int]:
    """Yield where a clause may begin: at the pronoun, at the subject that it owns or is done to by, at the verb."""
    if pronoun.dep_ in SUBJECTS:
        yield pronoun.i
        return
    subject = next((child for child in verb.lefts if child.dep_ in SUBJECTS), None)
    owned = subject is not None and subject.left_edge.i <= pronoun.i <= subject.right_edge.i  # "Its streets are wide"
    if subject is not None and subject.tag_ != "WP":
        yield subject.left_edge.i
    helpers = [child for child in verb.lefts if child.dep_ in HELPERS]
    start = (helpers[0] if helpers else verb).i
    if not owned and pronoun.doc[start].tag_ in FINITE:  # not "being free of its husk"
        yield start


def _cut(pronoun: Any, verb: Any, start: int, end: int) -> Quoted | None:
    """Return a clause without the marks at its end, None where its end leaves out what the verb needs."""
    lost = any(child.dep_ in COMPLEMENTS and child.i >= end for child in verb.rights)
    doc = pronoun.doc
    while end > start and (doc[end - 1].is_punct or doc[end - 1].dep_ == "cc"):
        end -= 1
    bare = verb.lemma_ == "be" and not any(child.dep_ in SAID and verb.i < child.i < end for child in verb.rights)
    sound = start <= pronoun.i < end and end > verb.i + 1 and not bare and SHORTEST <= end - start <= LONGEST
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
    same = PLURALS if pronoun.lower_ in PLURALS else SINGULARS
    for token in words:
        if token.i == pronoun.i or token.tag_ in {"EX", "CD", "WDT", "IN"}:
            continue
        if token.lower_ in same and not _means(token, pronoun, block, found):
            return False
        if token.lower_ in POINTING and token.dep_ not in {"preconj", "cc"} and not _counted(token):
            return False
        if token.lower_ == "that" and token.tag_ == "DT":
            # "drop gravel on the other side, and in that gravel"
            before = pronoun.doc[quoted.start : token.i]
            if token.dep_ != "det" or token.head.lemma_ not in {t.lemma_ for t in before}:
                return False
    return True


def _counted(token: Any) -> bool:
    """Say whether a word only adds to a noun or a number: "They made 34 bells and repaired another 60"."""
    return token.lower_ in {"another", "other"} and token.dep_ in {"det", "amod", "nummod"}


def _means(token: Any, pronoun: Any, block: Block, found: Found) -> bool:
    """Say whether another pronoun of the quoted words is no rival: "They lost their oars"."""
    if token.lower_ != pronoun.lower_:
        return bool(token.i > pronoun.i)
    again = block.antecedent(token) if token.i > pronoun.i else None
    return again is not None and bool(again.phrase.head.i == found.phrase.head.i)
