"""The machinery of wh-questions: inversion, do-support, and what must hold before a clause may be asked about."""

from collections.abc import Sequence
from itertools import pairwise
from typing import Any

from quizzes.engine.facts.find import joined, lowered
from quizzes.engine.facts.syntax import SUBJECTS, auxiliaries, finite_token, is_plural, negated, span
from quizzes.engine.facts.values import Statement, Word, once
from quizzes.engine.language.inflection import singular
from quizzes.engine.writing.completeness import kept
from quizzes.engine.writing.wording import question

# "Many work for large firms": many of what?
UNTOLD = frozenset("many some others most few several all both one another each more less neither".split())
RELATIONAL = frozenset(
    """version part example result effect aim purpose extent course majority number half rest variant copy piece
    beginning end top bottom side name""".split()
)
POINTING = frozenset(("this", "that", "these", "those"))


def askable(statement: Statement, *, existential: bool = False) -> bool:
    """Say whether a wh-question may be made: affirmative, one plain clause, a real subject ("there" if it may)."""
    return (existential or statement.subject.dep_ != "expl") and _plain(statement)


@once
def _plain(statement: Statement) -> bool:
    """Say whether a statement is affirmative and one clause, with a subject that tells what it is."""
    verb = statement.verb
    if negated(verb) or finite_token(verb) is None:
        return False
    if "-" in verb.text or (verb.i > 0 and verb.doc[verb.i - 1].text == "-"):
        return False
    if torn_report(statement) or torn_pair(statement) or _untold(statement):
        return False
    if any(
        t.dep_ == "conj" and (t.head.i == verb.i or any(c.dep_ in SUBJECTS for c in t.lefts))
        for t in kept(statement)
        if t.pos_ in {"VERB", "AUX"}
    ):
        return False
    return any(word.start == verb.i for word in statement.words) and len(statement.words) <= 32


def torn_report(statement: Statement) -> bool:
    """Say whether the verb is an inserted report: "In May, the paper reported, 30 mills shut."."""
    following = [word for word in statement.words if word.start > statement.verb.i]
    return bool(following) and following[0].text == "," and following[0].start == statement.verb.i + 1


def _untold(statement: Statement) -> bool:
    """Say whether the subject points outside ("that number", "many"), or something is like what is not told."""
    begin, end = span(statement.subject)
    inside = [word for word in statement.words if begin <= word.start < end]
    pointing = any(word.text.lower() in POINTING and statement.doc[word.start].tag_ == "DT" for word in inside)
    alike = any(
        word.text.lower() == "similar" and not any(c.lower_ == "to" for c in statement.doc[word.start].children)
        for word in statement.words
    )
    subject = statement.subject
    part = subject.lemma_.lower() in RELATIONAL and not any(
        child.i > subject.i or child.dep_ in {"poss", "compound"} for child in subject.children
    )
    return subject.lower_ in UNTOLD or pointing or alike or part


def torn_pair(statement: Statement) -> bool:
    """Say whether "and" leads to a verb that is finite while its partner is not: "to fight thirst and offers water"."""
    for before, word in pairwise(statement.words):
        token = statement.doc[word.start]
        follows = statement.doc[before.start].dep_ == "cc"
        if follows and token.tag_ in {"VBZ", "VBD"} and token.head.i != token.i and token.pos_ in {"VERB", "AUX"}:
            partner = token.head
            if token.dep_ != "conj" or partner.tag_ not in {"VBZ", "VBD"} or partner.i == statement.verb.i:
                return True
    return False


def torn_subject(words: list[Word]) -> bool:
    """Say whether a comma of the subject has no partner: "Ada Stone, head of the port", "the nets, and the men"."""
    commas = [index for index, word in enumerate(words) if word.text == ","]
    if len(commas) != 1:
        return False
    following = words[commas[0] + 1 :]
    joins = [index for index, word in enumerate(following) if word.text in {"and", "or"}]
    return not joins or joins[0] == 0


def inverted(statement: Statement, opening: str, removed: tuple[int, int]) -> str | None:
    """Ask for a part that is not the subject: "When" and "in May" removed give "When did the mill shut?".

    A fronted adjunct that stays goes to the end. `removed` is the token range of what is asked for.
    """
    verb, doc = statement.verb, statement.doc
    begin, end = span(statement.subject)
    after = next((word for word in statement.words if word.start >= removed[1]), None)
    if after is not None and min(after.start, removed[0]) > verb.i and _hangs(doc[after.start]):
        return None  # what hangs on the part asked for would be left behind
    words = [word for word in statement.words if not removed[0] <= word.start < removed[1]]
    front = [w for w in words if statement.front is not None and statement.front[0] <= w.start < statement.front[1]]
    fronted = {id(word) for word in front}
    subject = [w for w in words if begin <= w.start < min(end, verb.i) and id(w) not in fronted]
    head = carrier(statement)
    if head is None or not subject or torn_subject(subject) or _loses(words, front, statement):
        return None
    auxiliary, dropped, replacement = head
    rest = []
    for word in words:
        if (word.start < end and word.start < verb.i and word.start < min(end, verb.i)) or id(word) in fronted:
            continue
        if word.start == dropped:
            continue
        rest.append(Word(replacement, word.start, word.end) if replacement and word.start == verb.i else word)
    rest = [w for index, w in enumerate(rest) if not (index == 0 and w.text in {",", "–", "—"})]
    rest = [Word("not", w.start, w.end) if w.text in {"n't", "n’t"} else w for w in rest]  # "do the mills n't"
    if _second_finite([*subject, *rest], auxiliary, statement):
        return None
    subject[0] = _lower_head(subject[0], statement)
    rest = _stripped(rest)
    parts = [Word(auxiliary, verb.i, verb.i), *subject, *rest]
    return _fronted(front, opening, parts, statement)


def _loses(words: Sequence[Word], front: list[Word], statement: Statement) -> bool:
    """Say whether a question would lose what stands first: "Ten hours later, some 99 per cent has gone"."""
    first = span(statement.subject)[0]
    kept = {id(word) for word in front}
    lost = (statement.doc[word.start] for word in words if word.end <= first and id(word) not in kept)
    return any(not token.is_punct and token.dep_ not in {"cc", "preconj"} for token in lost)


def _second_finite(rest: list[Word], auxiliary: str, statement: Statement) -> bool:
    """Say whether what stays has a finite verb beside the one inverted: "was the bank founded and went on"."""
    doc = statement.doc
    for before, word in pairwise([Word("", statement.verb.i, statement.verb.i), *rest]):
        token = doc[word.start]
        if before.text.lower() in {"and", "but"} and token.tag_ in {"VBD", "VBZ"} and word.text == token.text:
            return True
        acting = token.tag_ == "VBN" and any(child.dep_ in {"dobj", "xcomp"} for child in token.children)
        if before.text.lower() == "and" and acting and auxiliary.lower() in {"was", "were"}:
            return True  # "was the bank founded and continued trading"
        helper = token.lower_ == auxiliary.lower() and word.text == token.text and token.i <= statement.verb.i
        if helper and token.pos_ == "AUX":
            return True  # "was Ada Holm was hired"
    return False


TRAILING = frozenset((",", ".", "–", "—", ";", "and", "but", "or", "yet"))


def _hangs(token: Any) -> bool:
    """Say whether a word goes on with the phrase before it: "products new and old", "a fair, which"."""
    return token.text in {",", "–", "—", "("} or token.pos_ in {"PROPN", "NOUN", "ADJ", "NUM", "VERB"}


def _stripped(words: list[Word]) -> list[Word]:
    while words and words[-1].text.lower() in TRAILING:
        words = words[:-1]
    while words and words[0].text in {",", "–", "—", ";"}:
        words = words[1:]
    return words


def _lower_head(word: Word, statement: Statement) -> Word:
    """Undo the capital of the sentence's first word when it moves inside."""
    return lowered(word, statement.doc)


def carrier(statement: Statement) -> tuple[str, int, str] | None:
    """Return what is inverted: its text, the token it leaves (or -1), and the verb's new form (or "").

    "had closed" inverts "had"; "closed" takes "did" and turns "close".
    """
    verb = statement.verb
    helpers = auxiliaries(verb)
    if helpers:
        return helpers[0].text, helpers[0].i, ""
    if verb.lemma_ == "be":
        return verb.text, verb.i, ""
    form = {"VBD": "did", "VBZ": "does", "VBP": "do"}.get(verb.tag_)
    if form is None:
        return None
    lemma = verb.lemma_.lower()
    if verb.tag_ == "VBP" and not is_plural(statement.subject):
        return None
    return form, -1, lemma


def of_subject(statement: Statement, opening: str, singular_verb: bool) -> str | None:
    """Ask for the subject: the order stays, the verb turns singular where the wh-word is."""
    verb, doc = statement.verb, statement.doc
    begin, end = span(statement.subject)
    front = [
        w for w in statement.words if statement.front is not None and statement.front[0] <= w.start < statement.front[1]
    ]
    rest = [w for w in statement.words if w.start >= end and w.start not in range(begin, end)]
    rest = _stripped(rest)
    if (
        _loses(statement.words, front, statement)
        or not rest
        or doc[rest[0].start].pos_ not in {"VERB", "AUX", "ADV", "PART"}
    ):
        return None
    finite = finite_token(verb)
    if singular_verb and finite is not None:
        rest = [Word(singular(finite.text, finite.tag_), w.start, w.end) if w.start == finite.i else w for w in rest]
    return _fronted(front, opening, rest, statement)


def _fronted(front: list[Word], opening: str, parts: list[Word], statement: Statement) -> str:
    """Put a fronted adjunct at the end, or leave it where a verb at the end would take it.

    "As the meeting broke up, who was asked how she planned to celebrate?"
    """
    doc = statement.doc
    tail = _stripped([_lower_head(front[0], statement), *front[1:]] if front else [])
    deed = any(doc[word.start].pos_ in {"VERB", "AUX"} for word in tail)
    inner = any(
        doc[word.start].pos_ == "VERB" and doc[word.start].dep_ not in {"amod", "compound"}
        for word in parts
        if word.start > statement.verb.i
    )
    if not (deed and inner):
        return question(opening, [*parts, *tail], doc)
    asked = question(opening, parts, doc)
    return f"{joined(_stripped(front), doc)}, {asked[0].lower()}{asked[1:]}"
