"""Whether a statement is about the word that a gap would take out, or names it only in passing."""

from itertools import pairwise
from typing import Any

from quizzes.engine.facts.values import Statement
from quizzes.engine.language.lexicon import PERSON_NOUNS, SPEECH
from quizzes.engine.language.values import Figure, FigureClass
from quizzes.engine.writing.completeness import kept, timed
from quizzes.engine.writing.stakes import in_the_claim
from quizzes.engine.writing.substance import PICTURES, POSTURES

DATED = frozenset((FigureClass.YEAR, FigureClass.DATE))
AMOUNTS = frozenset("of to from by than at for as".split())
PERSONS = PERSON_NOUNS | {"people", "he", "she", "they", "woman", "man"}
# when somebody was born, moved or died is about that person and seldom about the article
LIVES = frozenset("bear die marry live dwell reside settle move retire".split())
PARTS_OF_TIME = frozenset("spring autumn fall end beginning start middle close".split())
EACH = frozenset("each one some most all any none many few several every either half".split())


def central(statement: Statement, figure: Figure, start: int, end: int) -> bool:
    """Say whether the main clause is about a figure: its subject, object or predicate, or when or how much it is.

    Passing are the year in "a photograph of him from 1964 hangs here", the miles in "no house within two miles", the
    points in "is held up at each of six points", and the women in "nine women sat in a row".
    """
    token = statement.doc[start:end].root
    if not in_the_claim(token, statement) or statement.subject.lemma_.lower() in PICTURES:
        return False
    if figure.figure_class in DATED and any(t.lemma_.lower() in PICTURES for t in kept(statement)):
        return False
    if figure.figure_class in DATED and (of_a_life(statement) or statement.doc[start - 1].lower_ == "dated"):
        return False
    if (figure.figure_class not in DATED and posed(statement)) or _habit(statement) or _staying(statement, figure):
        return False
    if _given(statement, figure, start) or _afterthought(statement, start, end):
        return False
    noun = token if token.dep_ == "pobj" else token.head
    if noun.dep_ == "pobj" and noun.head.lower_ in {"with", "without"}:
        return False  # "left with 1,300 tonnes of stone", "with ten seconds to spare"
    while token.i != statement.verb.i and token.head.i != token.i:
        if token.dep_ == "conj" and token.head.pos_ in {"PROPN", "PRON"}:
            return False  # "he and four colleagues"
        if token.dep_ == "prep" and not _leads(token, figure):
            return False
        token = token.head
    return True


def _leads(preposition: Any, figure: Figure) -> bool:
    """Say whether a preposition brings the point of its clause, and no mere circumstance."""
    head = preposition.head
    if head.lemma_.lower() in EACH or head.like_num:
        return False
    nominal = head.pos_ in {"NOUN", "PROPN", "PRON"}
    if figure.figure_class in DATED:
        return not nominal or timed(head) or head.lemma_.lower() in PARTS_OF_TIME  # "in the autumn of 1454"
    if nominal:
        return preposition.lower_ in {"of", "to", "by"}
    if figure.figure_class is FigureClass.COUNT:
        return preposition.lower_ in AMOUNTS
    return not (figure.figure_class is FigureClass.DURATION and preposition.lower_ == "on")


def _given(statement: Statement, figure: Figure, start: int) -> bool:
    """Say whether a count is only repeated: "all ten men", "the 90 houses"."""
    before = statement.doc[start - 1].lower_ if start else ""
    return figure.figure_class is FigureClass.COUNT and before in {"all", "the", "these", "those"}


def _afterthought(statement: Statement, start: int, end: int) -> bool:
    """Say whether a figure only follows to place something: "in Leith, eleven miles away", "nine days later"."""
    doc = statement.doc
    after = {token.lower_ for token in doc[end : end + 2]}
    if after & {"later", "earlier", "afterwards", "ago", "beforehand", "away"}:
        return True
    set_off = start > statement.verb.i and doc[start - 1].text == ","
    return bool(set_off and doc[start:end].root.head.dep_ != "conj")


def _habit(statement: Statement) -> bool:
    """Say whether the main verb only tells what used to happen or might: "a contract would be drawn up at $250"."""
    return any(child.dep_ == "aux" and child.lower_ in {"would", "might"} for child in statement.verb.children)


def _staying(statement: Statement, figure: Figure) -> bool:
    """Say whether a time only tells how long somebody has been somewhere: "has been in the office for 14 months"."""
    return figure.figure_class is FigureClass.DURATION and statement.verb.lemma_ == "be" and _person(statement)


def of_a_life(statement: Statement) -> bool:
    """Say whether a statement only dates somebody's life: "She was born at Penryn in 1879", "Peter died in 2014"."""
    return statement.verb.lemma_.lower() in LIVES and _person_or_name(statement)


def _person_or_name(statement: Statement) -> bool:
    return _person(statement) or statement.subject.pos_ == "PROPN"


def _person(statement: Statement) -> bool:
    subject = statement.subject
    return subject.ent_type_ == "PERSON" or subject.lemma_.lower() in PERSONS


def posed(statement: Statement) -> bool:
    """Say whether a statement only sets people in a scene: "nine young women sat in a row"."""
    return bool(_person(statement) and statement.verb.lemma_.lower() in POSTURES)


def torn(statement: Statement) -> bool:
    """Say whether two clauses are joined by a comma alone, or a colon cuts a verb from what it says.

    "Within a year the price had fallen to 50, exports had climbed" and "The shares were: four for the firm".
    """
    tokens = [statement.doc[word.start] for word in statement.words]
    if any(one.pos_ in {"AUX", "VERB", "ADP"} and two.text == ":" for one, two in pairwise(tokens)):
        return True
    for token in tokens:
        if token.dep_ not in {"ccomp", "parataxis", "conj"} or not any(
            c.dep_.startswith("nsubj") for c in token.children
        ):
            continue
        head = token.head
        if head.lemma_.lower() in SPEECH or token.lemma_.lower() in SPEECH:
            continue
        first, second = sorted((token, head), key=lambda verb: verb.i)
        between = [t for t in tokens if first.i < t.i < second.i]
        spliced = any(t.text in {",", ";"} for t in between)
        tied = any(t.dep_ in {"cc", "mark"} or t.tag_ in {"WDT", "WP", "WRB", "CC"} for t in between)
        tied = tied or any(c.dep_ == "mark" for c in token.children)
        if spliced and not tied:
            return True
    return False
