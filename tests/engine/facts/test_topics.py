"""Which nouns an article makes its own."""

import pytest

from quizzes.engine.facts.topics import topics_of
from tests.engine.cases import analysed


@pytest.mark.parametrize(
    ("text", "known"),
    [
        ("A mill burned.\n\nThe mill was old.\n\nAda Lund left the mill.", True),
        ("A mill burned.\n\nThe mill was old.", False),
        ("A mill burned.\n\nA mill was sold.\n\nAda Lund left the mill.", False),
        ("A paper mill burned.\n\nThe water mill was old.\n\nAda Lund left the mill.", False),
        ("Two mills burned.\n\nThe mill was old.\n\nAda Lund left the mill.", False),
        (
            "The mill burned.\n\nThe mill was old.\n\nAda Lund left the mill.\n\nThe mill rose again.\n\n"
            "The white mill was a paper mill.\n\nThe mill, the mill and the mill.",
            True,
        ),
    ],
)
def test_a_topic_has_one_bearer_in_three_paragraphs(text: str, known: bool) -> None:
    assert topics_of(analysed(text)[1].docs).known("mill") is known


def test_a_plural_is_the_same_noun() -> None:
    _, analysis = analysed("The bells rang.\n\nAda Lund heard the bells.\n\nThe bells fell.")
    assert topics_of(analysis.docs).known("bells")


def test_topics_are_worked_out_once() -> None:
    _, analysis = analysed("The bells rang.\n\nAda Lund heard the bells.")
    assert topics_of(analysis.docs) is topics_of(analysis.docs)
