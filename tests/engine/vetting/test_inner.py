import pytest

from quizzes.engine.items.draft import AnswerClass
from quizzes.engine.items.values import Interaction, Kind
from quizzes.engine.vetting import Case, findings
from quizzes.engine.vetting.inner import inner
from tests.engine.cases import case, options

NUMBERS = options("Sentence 1", "Sentence 2", "Sentence 3", key="Sentence 2")


def located(asked: str, answer: str = "1963") -> Case:
    """A locate case about the sentence that holds the answer."""
    return case(
        f"Which sentence of paragraph 1 {asked}?",
        answer,
        kind=Kind.LOCATE,
        rule="locate-question",
        interaction=Interaction.CHOICE,
        keys=("Sentence 2",),
        answer_class=AnswerClass.SENTENCE,
        options=NUMBERS,
    )


def test_a_question_is_seen_without_its_frame() -> None:
    draft = inner(located("answers this question: When did the storm sink the boat")).draft
    assert (draft.kind, draft.stem) == (
        Kind.SHORT_ANSWER,
        "According to paragraph 1, when did the storm sink the boat?",
    )
    assert draft.keys == ("1963",)


def test_a_statement_is_seen_without_its_frame() -> None:
    draft = inner(located("shows that a storm sank the boat in 1963")).draft
    assert (draft.kind, draft.stem) == (Kind.TRUE_FALSE, "According to paragraph 1, a storm sank the boat in 1963.")
    assert draft.keys == ("True",)


def test_other_items_are_seen_as_they_are() -> None:
    plain = case("How many passengers use the ferry?")
    assert inner(plain) is plain


@pytest.mark.parametrize(
    ("asked", "codes"),
    [
        ("answers this question: When did the storm sink the boat", set()),
        ("shows that the storm sank the boat in 1963", set()),
        ("answers this question: When did the storm sink them", {"F2"}),
        ("shows that the the storm sank the boat in 1963", {"F1"}),
    ],
)
def test_the_framed_question_is_vetted(asked: str, codes: set[str]) -> None:
    assert {finding.code for finding in findings(located(asked)) if not finding.minor} == codes
