import pytest

from quizzes.engine.items.amounts import other_ways


@pytest.mark.parametrize(
    ("key", "ways"),
    [
        ("40 per cent", {"40%", "40 percent", "40"}),
        ("six per cent", {"6%", "six percent", "6"}),
        ("40%", {"40 per cent", "40 percent", "40"}),
        ("£1.4m", {"£1.4 million", "1.4 million"}),
        ("$3 billion", {"$3bn", "3 billion"}),
        ("£300,000", {"£300000", "300,000"}),
        ("nine feet", {"9 feet"}),
        ("4", {"four"}),
        ("24 July 1936", {"July 24, 1936"}),
        ("July 24", {"24 July"}),
        ("1,200", {"1200"}),
    ],
)
def test_a_figure_may_be_written_in_each_usual_way(key: str, ways: set[str]) -> None:
    assert ways <= set(other_ways(key))


@pytest.mark.parametrize("key", ["900", "Leith", "forty-eight", "1453"])
def test_what_has_one_form_stays(key: str) -> None:
    assert not list(other_ways(key))
