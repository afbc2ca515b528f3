import pytest

from quizzes.engine.facts.openings import opening
from tests.engine.articles import analysed


@pytest.mark.parametrize(
    ("sentence", "rest"),
    [
        ("In fact, the mill was sold.", "the mill was sold."),
        ("But in other words, the mill was sold.", "the mill was sold."),
        ("However, the mill was sold.", "the mill was sold."),
        ("Instead of waiting, the mayor sold the mill.", "Instead of waiting, the mayor sold the mill."),
        ("So far, the mill has cost little.", "So far, the mill has cost little."),
        ("The mill was sold.", "The mill was sold."),
    ],
)
def test_discourse_words_are_counted(sentence: str, rest: str) -> None:
    span = next(analysed(sentence).docs[0].sents)
    assert span[opening(span) :].text == rest
