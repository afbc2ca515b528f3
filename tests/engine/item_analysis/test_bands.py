import pytest

from quizzes.engine.item_analysis import difficulty_band
from quizzes.engine.item_analysis.bands import HARD_FROM, MEDIUM_FROM


@pytest.mark.parametrize(
    ("value", "band"),
    [
        (0.0, "easy"),
        (MEDIUM_FROM - 0.01, "easy"),
        (MEDIUM_FROM, "medium"),
        (HARD_FROM - 0.01, "medium"),
        (HARD_FROM, "hard"),
        (1.0, "hard"),
    ],
)
def test_a_band_begins_at_its_cut(value, band):
    assert difficulty_band(value) == band
