"""Active statements turned into the passive, and those that are left."""

import pytest

from quizzes.engine.writing.voice import passive
from tests.engine.writing.test_claims import as_it_stands


@pytest.mark.parametrize(
    ("sentence", "turned"),
    [
        ("Anna Weiss designed the bridge of Leith in 1911.", "The bridge of Leith was designed by Anna Weiss in 1911."),
        ("The council of Leith rejected the plans.", "The plans were rejected by the council of Leith."),
        ("In 1911 Norway bought the mills of Leith.", "In 1911 the mills of Leith were bought by Norway."),
        ("Anna Weiss runs the mill of Leith.", None),
        ("Anna Weiss did not sell the mill of Leith.", None),
        ("Anna Weiss sold her mill in Leith.", None),
        ("Norway sold Leith the mill and the bridge.", None),
        ("Norway had sold the mill of Leith.", None),
    ],
)
def test_passive(sentence: str, turned: str | None) -> None:
    assert passive(as_it_stands(sentence)) == turned
