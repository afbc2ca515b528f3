import pytest

from quizzes.engine.writing.locate.phrasing import fluent


@pytest.mark.parametrize(
    "text",
    [
        "the mill of Leith was sold to Norway in 1911",
        "there was a mill on the lake",
        "the last ferry crossed the lake in May 1963",
        "What did the ferry carry on Sundays",
    ],
)
def test_fluent(text: str) -> None:
    assert fluent(text)


@pytest.mark.parametrize(
    "text",
    [
        "the herons there had recovered",
        "the pool has been closed since last September",
        "so few boats of each kind have been made",
        "the mill opened 25 February 2010",
        "work was under way at the mill to enlarge the building round the building",
        "growers chose apples and plums respectively",
        "the bridge will be shown in March",
        "other boats sailed to the lake",
        "the lake is no border but rather",
    ],
)
def test_loose(text: str) -> None:
    assert not fluent(text)
