import pytest

from quizzes.engine.distractors.calendar import dates, month_of, order, shape, years


@pytest.mark.parametrize(
    ("text", "month"), [("Oct. 26, 2019", 10), ("14 June 1963", 6), ("June of 2019", 6), ("1963", None)]
)
def test_month(text, month):
    assert month_of(text) == month


@pytest.mark.parametrize("key", ["Oct. 26, 2019", "14 June 1963", "June of 2019", "March 12"])
def test_dates_share_the_form_and_differ_from_the_key(key):
    others = dates(key)
    assert len(others) >= 3
    assert key not in others
    assert {shape(other) for other in others} == {shape(key)}


def test_dates_without_a_month_have_no_neighbours():
    assert dates("Easter Sunday 2019") == []


def test_dates_are_ordered_by_time():
    assert sorted(["3 May 1964", "14 June 1963", "2 June 1963"], key=order) == [
        "2 June 1963",
        "14 June 1963",
        "3 May 1964",
    ]


def test_years_stop_at_the_latest_that_the_article_names():
    assert years(2019, 2020) == [2018, 2020, 2017, 2016, 2015]


def test_made_dates_lie_near_the_key():
    assert all(abs((month_of(other) or 0) - 6) <= 3 for other in dates("14 June 1963"))
