import pytest

from quizzes.engine.language.figures import approximator_before, is_bound, value_of
from quizzes.engine.language.values import FigureClass
from tests.engine.articles import analysed

C = FigureClass


@pytest.mark.parametrize(
    ("text", "value"),
    [
        ("14,000", 14000),
        ("£4.6 million", 4_600_000),
        ("forty-eight", 48),
        ("two and a half", 2.5),
        ("60%", 60),
        ("8 million", 8_000_000),
        ("seven hundred", 700),
        ("dozens", None),
    ],
)
def test_values(text: str, value: float | None) -> None:
    assert value_of(text) == value


@pytest.mark.parametrize(
    ("sentence", "text", "figure_class", "unit", "approximator"),
    [
        ("As many as 14,000 mill workers lost their jobs.", "14,000", C.COUNT, "worker", "As many as"),
        ("The bridge cost £4.6 million in all.", "£4.6 million", C.MONEY, "£", ""),
        ("About 60% of the town voted.", "60%", C.PERCENT, "%", "About"),
        ("The mill was built in 1885.", "1885", C.YEAR, "", ""),
        ("The mill burned down on 26 October 1911.", "26 October 1911", C.DATE, "", ""),
        ("It reopened in March of 2019.", "March of 2019", C.DATE, "", ""),
        ("The strike lasted nearly three weeks.", "three", C.DURATION, "week", "nearly"),
        ("The room was kept at 5 degrees Celsius.", "5", C.MEASURE, "degree", ""),
        ("The crystal swings 32,768 times a second.", "32,768", C.COUNT, "time", ""),
        ("In the valley, that number is said to be 800.", "800", C.COUNT, "", ""),
    ],
)
def test_a_figure_has_class_unit_and_approximator(
    sentence: str, text: str, figure_class: FigureClass, unit: str, approximator: str
) -> None:
    figures = [figure for figure in analysed(sentence).figures if figure.text == text]
    assert [(f.figure_class, f.unit, f.approximator) for f in figures] == [(figure_class, unit, approximator)]


@pytest.mark.parametrize(
    "sentence",
    [
        "Only the 11-year-old boy stayed behind.",
        "The league was split in 2013/14 by a quarrel.",
        "One of the growers left the valley.",
        "The walk takes three or four hours.",
        "It fell between 18 and 32 miles from the town.",
        "The shuttle STS-1 came back safely.",
        "Dozens of boats sank in the storm.",
    ],
)
def test_what_is_no_figure(sentence: str) -> None:
    assert analysed(sentence).figures == ()


def test_an_approximator_stands_directly_before() -> None:
    assert approximator_before("At least 40 came", 9) == "At least"
    assert approximator_before("At least we saw 40", 16) == ""


def test_offsets_are_those_of_the_paragraph() -> None:
    text = "The guild’s “great” bell weighs 12 tonnes."
    (figure,) = analysed(text).figures
    assert text[figure.start : figure.end] == "12"


@pytest.mark.parametrize(
    ("hedge", "bounds"),
    [
        ("at least", True),
        ("well over", True),
        ("slightly more than", True),
        ("upwards of", True),
        ("about", False),
        ("nearly", False),
        ("only", False),
        ("", False),
    ],
)
def test_a_bound_leaves_other_figures_true(hedge: str, bounds: bool) -> None:
    assert is_bound(hedge) is bounds
