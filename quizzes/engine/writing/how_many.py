"""How many: a count as subject or object of its clause."""

from typing import Any

from quizzes.engine.facts.find import joined
from quizzes.engine.facts.syntax import SUBJECTS, span
from quizzes.engine.facts.values import Statement
from quizzes.engine.items.draft import Draft
from quizzes.engine.items.values import Kind, Source
from quizzes.engine.language.values import Figure, FigureClass
from quizzes.engine.writing.anchored import anchored, scenery
from quizzes.engine.writing.questions import askable, inverted, of_subject
from quizzes.engine.writing.rule import ANSWER_CLASSES, Article
from quizzes.engine.writing.wording import both, select, token_range

LIMITS = {
    "at least": "At least how many",
    "at most": "At most how many",
    "more than": "More than how many",
    "over": "More than how many",
    "upwards of": "More than how many",
    "in excess of": "More than how many",
    "fewer than": "Fewer than how many",
    "less than": "Fewer than how many",
    "under": "Fewer than how many",
    "up to": "Up to how many",
    "as many as": "Up to how many",
    "no more than": "Up to how many",
    "": "How many",
    "only": "How many",
    "just": "How many",
    "exactly": "How many",
}


# "Seven minutes may sound trivial" counts nothing
SEEMING = frozenset("sound seem appear look feel".split())
SIZES = frozenset("size length height width depth weight colour color shape".split())
ASKED = frozenset((FigureClass.COUNT, FigureClass.DURATION, FigureClass.MEASURE))


def _phrase(statement: Statement, figure: Figure, head: Any) -> str | None:
    """Write "at least how many IS fighters" from the counted phrase: what stands between numeral and noun stays."""
    place = token_range(statement, figure.start, figure.end)
    if place is None or head.i < place[1]:
        return None
    opening = LIMITS.get(figure.approximator.lower(), "About how many")
    lead = list(select(statement, head.left_edge.i, place[0]))
    allowed = set(figure.approximator.lower().split()) | {"the", "an", "a"}
    if any(word.text.lower() not in allowed for word in lead):
        return None
    tail_end = _of_phrase_end(head)
    words = select(statement, place[1], tail_end)
    if words and words[0].text.startswith("-"):
        return None
    return f"{opening} {joined(words, statement.doc)}"


def _of_phrase_end(head: Any) -> int:
    """Return the end of what moves with the noun: only of-phrases and clauses without a comma."""
    for child in head.rights:
        if child.dep_ == "prep" and child.lower_ == "of":
            return int(child.right_edge.i) + 1
    return int(head.i) + 1


def write(statement: Statement, article: Article) -> list[Draft]:
    """Ask for the number of a counted noun that is subject or object."""
    counted = [f for f in article.figures(statement) if f.figure_class in ASKED and f.unit and f.value >= 4]
    if not counted or not askable(statement) or scenery(statement.verb) or statement.verb.lemma_ in SEEMING:
        return []
    drafts: list[Draft] = []
    for figure in counted:
        place = token_range(statement, figure.start, figure.end)
        if place is None or not statement.covers(*place):
            continue
        head = _noun(statement, place[1], figure.unit)
        if head is None or head.head.i != statement.verb.i:
            continue
        stem = _stem(statement, figure, head)
        if stem is None:
            continue
        drafts += both(
            statement,
            kind=Kind.SHORT_ANSWER,
            stem=stem,
            key=figure.text,
            answer_class=ANSWER_CLASSES[figure.figure_class],
            rule="how-many",
            source=Source(figure.paragraph, figure.start, figure.end),
            unit=figure.unit,
            approximator=figure.approximator,
            value=figure.value,
            features={"figure": 1.0, "kind_question": 1.0, "of_subject": 1.0 if head.dep_ in SUBJECTS else 0.0},
        )
    return [draft for draft in drafts if anchored(draft)]


def _noun(statement: Statement, start: int, unit: str) -> Any:
    for position in range(start, min(start + 5, len(statement.doc))):
        token = statement.doc[position]
        if token.lemma_.lower() == unit:
            return token
    return None


def _stem(statement: Statement, figure: Figure, head: Any) -> str | None:
    phrase = _phrase(statement, figure, head)
    if phrase is None or any(child.dep_ in {"conj", "appos"} for child in head.children):
        return None
    if statement.subject.lemma_.lower() in SIZES:
        return None  # "a net the size of a door may yield ten gallons"
    begin, end = span(head)
    tail = _of_phrase_end(head)
    if head.dep_ in SUBJECTS:
        if tail != end:
            return None
        return of_subject(statement, phrase, singular_verb=False)
    if head.dep_ == "dobj" and not any(c.dep_ in {"relcl", "acl"} and c.i >= tail for c in head.rights):
        return inverted(statement, phrase, (begin, tail))
    return None
