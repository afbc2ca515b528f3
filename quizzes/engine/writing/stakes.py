"""Whether a figure can be exchanged so that the article rules the new one out, and the difference means something."""

from typing import Any

from quizzes.engine.facts.syntax import negated
from quizzes.engine.facts.values import Statement
from quizzes.engine.language.lexicon import DURATIONS, PERSON_NOUNS, SPEECH
from quizzes.engine.language.values import Figure, FigureClass
from quizzes.engine.writing.numbers import valued

DATED = (FigureClass.YEAR, FigureClass.DATE)
LEAST_RATIO = 1.5
LEAST_RATIO_OF_MANY = 1.3
SMALL = 20
LEAST_POINTS = 12
# what happens once: told of one year, it is denied of every other
ONCE = frozenset(
    """open found establish build complete publish appear introduce abolish launch sign die bear retire resign marry
    begin start end close kill elect appoint knight discover invent buy sell reach put pass ban legalize win collapse
    sink overthrow demolish replace create form join leave merge approve reject defeat conquer arrive land settle
    finish install set expel execute murder arrest release inaugurate unveil patent register adopt ratify repeal
    nationalize privatize bankrupt destroy burn explode erupt come become
    double halve issue order declare announce agree vote emigrate""".split()
)
# what happens in one place, so that it is denied of every other
PLACED = frozenset("bear die sign found establish hold open reach bury marry land crown execute bring".split())
MANY_TIMES = frozenset("every each usually often always sometimes again annually yearly daily once twice".split())
SLIGHT = frozenset("only just merely even least most perhaps possibly some like exactly than".split())
INNER = frozenset(("relcl", "acl", "advcl", "csubj", "appos", "parataxis", "pcomp", "agent"))
MONOTONE = frozenset("can could may might enough within until able".split())


def in_the_claim(token: Any, statement: Statement) -> bool:
    """Say whether a word belongs to what is claimed: the main clause, or what a verb of saying reports."""
    while token.i != statement.verb.i:
        reported = token.dep_ == "ccomp" and token.head.lemma_.lower() in SPEECH
        if token.dep_ in INNER or (token.dep_ == "ccomp" and not reported) or token.head.i == token.i:
            return False
        token = token.head
    return True


def at_stake(statement: Statement, figure: Figure, start: int, end: int) -> bool:
    """Say whether exchanging this figure, tokens `start` to `end`, makes the claim false and matters."""
    doc, verb = statement.doc, statement.verb
    if negated(verb) or not in_the_claim(doc[start:end].root, statement):
        return False
    words = {word.text.lower() for word in statement.words}
    before = {doc[p].lower_ for p in range(max(0, start - 2), start)}
    if before & SLIGHT or words & {"example", "instance", "including", "perhaps"}:
        return False
    if figure.figure_class in DATED:
        return _once(statement, words) and bool(before & {"in", "on"}) and not _within(doc[start:end].root, statement)
    if _passing(statement, figure, doc[start:end].root):
        return False
    person = statement.subject.ent_type_ == "PERSON" or statement.subject.lemma_.lower() in PERSON_NOUNS | {"she", "he"}
    if person and verb.lemma_ in {"be", "stand", "weigh", "measure"}:
        return False  # "is 22", "stands six feet four"
    return not words & MONOTONE


def _within(date: Any, statement: Statement) -> bool:
    """Say whether a date belongs to something else that the claim names: "before the rise of prices in 1911"."""
    token = date
    while token.i != statement.verb.i and token.head.i != token.i:
        if token.dep_ == "prep" and token.lower_ in {"before", "after", "since", "until", "during", "of", "from"}:
            return True
        token = token.head
    return False


def _passing(statement: Statement, figure: Figure, number: Any) -> bool:
    """Say whether a figure only frames the claim: "doubled in ten years", "for ten minutes", "300 of its 420 men"."""
    noun = number if number.dep_ in {"pobj", "npadvmod"} else number.head
    before = noun.head.lower_ if noun.dep_ == "pobj" else ""
    if before == "of" and any(child.dep_ == "poss" for child in noun.children):
        return True
    if figure.figure_class is FigureClass.MONEY and number.dep_ in {"amod", "nmod", "compound", "nummod"}:
        return True  # "a £14m centre will have an observatory"
    lasting = statement.verb.tag_ == "VBG" and any(c.lemma_ == "have" for c in statement.verb.lefts)
    if lasting and before == "for":
        return True  # who has worked for 14 years has worked for eight
    if figure.figure_class is not FigureClass.DURATION and noun.lemma_.lower() not in DURATIONS:
        return False
    short = noun.lemma_.lower() in {"second", "minute", "hour", "millisecond"}
    return before in {"in", "within", "after", "before"} or (before == "for" and short)


def _once(statement: Statement, words: set[str]) -> bool:
    """Say whether a dated claim tells one event: "opened in 1936", but not "was doing what it did every night"."""
    verb = statement.verb
    told = [c for c in verb.children if c.dep_ == "ccomp"]
    if told and verb.lemma_.lower() in SPEECH:
        verb = told[0]
    if verb.lemma_.lower() not in ONCE or words & MANY_TIMES:
        return False
    return verb.tag_ in {"VBD", "VBN"}


def differs(figure: Figure, other: str) -> bool:
    """Say whether two figures are far enough apart to mean something different: not "nine" and "eleven"."""
    if figure.figure_class in DATED:
        return True
    one, two = valued(figure.text), valued(other)
    if not one or not two:
        return False
    low, high = sorted((one, two))
    if high / low < (LEAST_RATIO if low < SMALL else LEAST_RATIO_OF_MANY):
        return False
    return figure.figure_class is not FigureClass.PERCENT or high - low >= LEAST_POINTS or high / low >= 2
