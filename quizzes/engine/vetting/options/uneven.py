"""M3: options have one form: capitals, articles, end marks; figures and dates ascend."""

from collections.abc import Iterator

from quizzes.engine.distractors.calendar import order
from quizzes.engine.items.draft import AnswerClass
from quizzes.engine.items.values import Kind
from quizzes.engine.language.figures import value_of
from quizzes.engine.vetting.values import Case, Check, Finding

CODE = "M3"
FIGURES = frozenset(
    (AnswerClass.COUNT, AnswerClass.MONEY, AnswerClass.PERCENT, AnswerClass.MEASURE, AnswerClass.DURATION)
)


def run(case: Case) -> Iterator[Finding]:
    """Find mixed capitals, articles and end marks, and figures or dates out of order."""
    if case.draft.kind is Kind.TRUE_FALSE or not case.draft.options:
        return
    texts = [option.text for option in case.draft.options]
    articles = {text.split()[0].lower() in {"the", "a", "an"} for text in texts}
    capitals = {text[0].isupper() for text in texts}
    marks = {text[-1] in ".,;:" for text in texts}
    if len(articles) > 1 or len(capitals) > 1 or marks != {False}:
        yield Finding(CODE, "the options differ in capitals, articles or end marks", None, minor=True)
    values = [value_of(text) or 0.0 for text in texts] if case.draft.answer_class in FIGURES else []
    if case.draft.answer_class in {AnswerClass.DATE, AnswerClass.YEAR}:
        values = [order(text) for text in texts]
    if values != sorted(values):
        yield Finding(CODE, "figures or dates out of order", None, minor=True)


CHECK = Check(CODE, "Options share capitals, articles and end marks; figures and dates ascend.", run)
