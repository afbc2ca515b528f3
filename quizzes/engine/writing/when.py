"""When and in what year: a time adjunct of the clause, alone in its phrase."""

import re

from quizzes.engine.facts.values import Statement
from quizzes.engine.items.draft import AnswerClass, Draft
from quizzes.engine.items.values import Kind, Source
from quizzes.engine.language.values import FigureClass
from quizzes.engine.writing.questions import askable, inverted
from quizzes.engine.writing.rule import ANSWER_CLASSES, Article
from quizzes.engine.writing.wording import both, token_range

OPENINGS = {"in": "In what year", "since": "Since what year", "by": "By what year", "until": "Until what year"}


def write(statement: Statement, article: Article) -> list[Draft]:
    """Ask for a year or a date that its own preposition ties to the verb."""
    if not askable(statement):
        return []
    drafts: list[Draft] = []
    for figure in article.figures(statement):
        if figure.figure_class not in {FigureClass.YEAR, FigureClass.DATE}:
            continue
        place = token_range(statement, figure.start, figure.end)
        if place is None or place[0] == 0:
            continue
        preposition = statement.doc[place[0] - 1]
        if preposition.dep_ != "prep" or preposition.head.i != statement.verb.i:
            continue
        if not statement.covers(preposition.i, place[1]):
            continue
        if preposition.i and statement.doc[preposition.i - 1].lower_ in {"early", "late", "only", "back", "as"}:
            continue  # "early in 2016" leaves "early" behind
        if figure.figure_class is FigureClass.YEAR:
            opening = OPENINGS.get(preposition.lower_)
        else:
            opening = "When" if preposition.lower_ in {"in", "on"} else None
        if opening is None or preposition.right_edge.i >= place[1]:
            continue
        stem = inverted(statement, opening, (preposition.i, place[1]))
        if stem is None or re.search(r"\b(?:1[0-9]{3}|20[0-9]{2})\b", stem):
            continue  # two years in one sentence are easily mixed up
        drafts += both(
            statement,
            kind=Kind.SHORT_ANSWER,
            stem=stem,
            key=figure.text,
            answer_class=ANSWER_CLASSES.get(figure.figure_class, AnswerClass.DATE),
            rule="when",
            source=Source(figure.paragraph, figure.start, figure.end),
            value=figure.value,
            features={"figure": 1.0, "kind_question": 1.0},
        )
    return drafts
