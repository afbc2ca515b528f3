"""M1: the key does not stand out as the longest option."""

from collections.abc import Iterator

from quizzes.engine.items.draft import AnswerClass
from quizzes.engine.items.values import Kind
from quizzes.engine.vetting.values import SINGLE, Case, Check, Finding

CODE = "M1"


def run(case: Case) -> Iterator[Finding]:
    """Find a key longer than each other option by more than two words, or than 1.5 times their mean."""
    spoken = case.draft.kind is Kind.TRUE_FALSE or case.draft.answer_class is AnswerClass.POSITION
    if spoken or not case.draft.options:
        return
    key = next(len(option.text.split()) for option in case.draft.options if option.key)
    others = [len(option.text.split()) for option in case.draft.options if not option.key]
    if key > max(others) and (key > max(others) + 2 or key > 1.5 * sum(others) / len(others)):
        yield Finding(CODE, "the key is the longest option", None, minor=True)


CHECK = Check(CODE, "The key is not clearly the longest option.", run, SINGLE | {Kind.INSERTION})
