import pytest

from tests.engine.articles import asked, drafts


@pytest.mark.parametrize(
    ("rule", "sentence", "stem", "key"),
    [
        (
            "true-restated",
            "In Norway, at least 2,000 passengers use the ferry of Leith.",
            "At least 2,000 passengers use the ferry of Leith in Norway.",
            "True",
        ),
        (
            "false-turned",
            "In Norway, at least 2,000 passengers use the ferry of Leith.",
            "In Norway, fewer than 2,000 passengers use the ferry of Leith.",
            "False",
        ),
        (
            "false-turned",
            "A band of monks is still living in the hills of Norway.",
            "A band of monks is no longer living in the hills of Norway.",
            "False",
        ),
        (
            "false-turned",
            "The monks of Leith can no longer keep the vows of their founder.",
            "The monks of Leith can still keep the vows of their founder.",
            "False",
        ),
        (
            "false-turned",
            "The terms on which Norway sells the mill of Leith have become much less clear.",
            "The terms on which Norway sells the mill of Leith have become much more clear.",
            "False",
        ),
    ],
)
def test_statements(rule: str, sentence: str, stem: str, key: str) -> None:
    assert (stem, key) in asked(rule, sentence)


def test_a_sentence_copied_whole_is_no_item() -> None:
    assert asked("true-restated", "Norway bought the mill of Leith in 1911.") == set()


def test_a_bound_is_not_exchanged_for_another_figure() -> None:
    assert asked("false-figure", "In Norway, at least 2,000 passengers use the ferry of Leith.") == set()


@pytest.mark.parametrize(
    ("rule", "sentence"),
    [
        ("false-figure", "The code of Leith can be read when 30 percent of it is torn off."),
        ("false-figure", "In Norway, as many as 2,000 passengers use the ferry of Leith."),
        ("false-turned", "The army of Norway is hardly ever to be seen."),
        ("false-turned", "The mill of Leith in Norway had been sold to Anna Weiss before 1911."),
    ],
)
def test_what_stays_true_is_not_called_false(rule: str, sentence: str) -> None:
    assert asked(rule, sentence) == set()


def test_the_order_of_events_is_turned() -> None:
    found = asked("false-turned", "The mill of Leith had been sold to Anna Weiss before the rise of prices in 1911.")
    assert found == {("The mill of Leith had been sold to Anna Weiss after the rise of prices in 1911.", "False")}


def test_another_figure_of_the_same_unit_takes_the_place() -> None:
    (false, *_) = [
        draft
        for draft in drafts(
            "In Norway, 900 passengers use the ferry of Leith.", "In Sweden, 650 passengers use the ferry of Sandby."
        )
        if draft.rule == "false-figure" and draft.fact.paragraph == 1
    ]
    assert false.stem == "In Norway, 650 passengers use the ferry of Leith."
    assert false.changed is not None
    assert set(false.changed) == {"650", "900"}


def test_a_span_of_time_is_not_turned() -> None:
    assert asked("false-turned", "After half an hour, Norway lost a point to Spain.") == set()


def test_a_turned_coordination_is_left() -> None:
    assert asked("false-turned", "The mills of Leith still stand or can be built again.") == set()
