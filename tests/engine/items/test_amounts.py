import pytest

from quizzes.engine.items.amounts import in_digits, other_ways


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
        ("nine metres", {"9 m", "nine meters"}),
        ("165 kilometres an hour", {"165 km/h"}),
        ("170 degrees", {"170°"}),
        ("14 million euros", {"€14 million"}),
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


@pytest.mark.parametrize(
    ("key", "value", "ways"),
    [
        ("two hundred", 200.0, ["200", "200"]),
        ("thirteen million", 13e6, ["13,000,000", "13000000", "13 million"]),
        ("forty-eight hours", 48.0, ["48 hours", "48 hours"]),
        ("nine", 9.0, []),
        ("900", 900.0, []),
    ],
)
def test_a_figure_in_words_may_be_written_in_digits(key: str, value: float, ways: list[str]) -> None:
    assert list(in_digits(key, value)) == ways


def test_a_day_is_spelled_out_by_nobody() -> None:
    assert list(other_ways("12 October 1868")) == ["October 12, 1868"]
