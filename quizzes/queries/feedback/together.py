"""The feedback on all questions of an attempt at once."""

from collections.abc import Iterable, Mapping

from django.utils.translation import ngettext

from quizzes.queries.feedback.values import Feedback, Outcome
from quizzes.queries.passages import Mark


def marks_of_all(items: Iterable[Feedback]) -> list[Mark]:
    """The evidence of all questions at once; a sentence that serves several is marked once and names them all."""
    questions: dict[tuple[int, int, int], list[int]] = {}
    for item in items:
        for mark in item.marks:
            if mark.kind == "evidence":
                questions.setdefault((mark.paragraph, mark.start, mark.end), []).append(item.position)
    return [
        Mark(*span, ngettext("Question %(numbers)s", "Questions %(numbers)s", len(numbers)) % {"numbers": listed})
        for span, numbers in questions.items()
        for listed in [", ".join(map(str, numbers))]
    ]


def read_again(items: Iterable[Feedback], texts: Mapping[int, str]) -> list[tuple[int, int, str]]:
    """Paragraphs that hold the evidence of what was not right: number, the first question there, the paragraph."""
    first: dict[int, int] = {}
    for item in items:
        if item.outcome != Outcome.RIGHT and item.paragraph is not None:
            first.setdefault(item.paragraph, item.position)
    return [(paragraph, first[paragraph], texts.get(paragraph, "")) for paragraph in sorted(first)]
