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
            "The terms on which Norway sells the mill of Leith have become less clear than those of Sweden.",
            "The terms on which Norway sells the mill of Leith have become more clear than those of Sweden.",
            "False",
        ),
    ],
)
def test_statements(rule: str, sentence: str, stem: str, key: str) -> None:
    assert (stem, key) in asked(rule, sentence)


def test_a_sentence_copied_whole_is_no_item() -> None:
    assert asked("true-restated", "Norway saw the mill of Leith in 1911.") == set()


def test_a_whole_sentence_is_turned_into_the_passive() -> None:
    found = asked("true-restated", "Norway bought the mill of Leith in 1911.")
    assert found == {("The mill of Leith was bought by Norway in 1911.", "True")}


def test_an_adjunct_does_not_move_behind_a_clause_that_would_take_it() -> None:
    sentence = "In Norway, fishermen of Leith used the forbidden words to raise a wind."
    assert not any("a wind in Norway" in stem for stem, _ in asked("true-restated", sentence))


TALK = "Anna Weiss said that Leith was rich. Omar Lund said that Norway was poor."


def test_another_name_takes_the_place_of_who_did_it() -> None:
    found = asked("false-turned", "The bridge of Leith was opened by Anna Weiss.", TALK)
    assert ("The bridge of Leith was opened by Omar Lund.", "False") in found


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


@pytest.mark.parametrize(
    ("sentence", "stem"),
    [
        ("Exports of wheat from Norway rose sharply in 1911.", "Exports of wheat from Norway fell sharply in 1911."),
        (
            "The council of Leith did not approve the plan for a mill.",
            "The council of Leith approved the plan for a mill.",
        ),
        (
            "Norway is not one of the countries that joined the union of Leith.",
            "Norway is one of the countries that joined the union of Leith.",
        ),
        ("Norway beat Sweden in a football match at Leith.", "Sweden beat Norway in a football match at Leith."),
        (
            "The mill of Leith is older than the bridge of Sandby.",
            "The mill of Leith is younger than the bridge of Sandby.",
        ),
        (
            "The mill of Leith has more workers than the mill of Sandby.",
            "The mill of Leith has fewer workers than the mill of Sandby.",
        ),
        (
            "The largest mill in Norway stands in the hills of Leith.",
            "The smallest mill in Norway stands in the hills of Leith.",
        ),
        (
            "The council of Leith refused to sell the mill of Norway.",
            "The council of Leith agreed to sell the mill of Norway.",
        ),
        ("The mills of Norway made a profit in 1911.", "The mills of Norway made a loss in 1911."),
        ("Anna Weiss has never sold the mill of Leith.", "Anna Weiss has sold the mill of Leith."),
        ("Norway built the mill of Leith in the 1920s.", "Norway built the mill of Leith in the "),
        (
            "The grain of Norway was sent from Leith to Portugal.",
            "The grain of Norway was sent from Portugal to Leith.",
        ),
        ("The bridge of Leith in Norway is open to carts.", "The bridge of Leith in Norway is closed to carts."),
        (
            "The party of Anna Weiss opposed the plan to sell the mill of Leith.",
            "The party of Anna Weiss supported the plan to sell the mill of Leith.",
        ),
    ],
)
def test_one_word_is_turned(sentence: str, stem: str) -> None:
    assert any(found.startswith(stem) for found, _ in asked("false-turned", sentence))


@pytest.mark.parametrize(
    "sentence",
    [
        "Exports of wheat from Norway rose from 100 to 200 tonnes in 1911.",
        "A dark forest grows in the hills of Leith in Norway.",
        "Exports of wheat from Norway may have risen in 1911.",
        "Norway married Sweden to the trade of Leith in 1911.",
        "Not one of the oldest mills of Norway stands in Leith.",
        "Norway did not sell any of the mills of Leith in 1911.",
        "Norway did not sell the mill but the bridge of Leith.",
        "The union of Norway includes growers from Leith and Sandby.",
        "Norway lost 90 percent of its wheat in the hills of Leith.",
        "The council of Leith in Norway looks after the old mill.",
        "The gate of Leith in Norway is six metres wide.",
        "The bridge of Leith in Norway is so open that carts fall.",
        "Anna Weiss left the mill of Leith to her son, Omar.",
        "Some growers of Norway opposed the plan to sell the mill of Leith.",
        "The clubs of southern California moved to the hills of Leith.",
        "The third king of Norway sold the mill of Leith.",
        "Growers of Norway sold the mill of Leith in the summer of 1911.",
        "The songs of Anna Weiss were little known outside the hills of Norway.",
        "Anna Weiss inherited the mill of Leith from her father.",
        "Anna Weiss opened a bakery in the hills of Leith.",
        "The mill of Leith is not mentioned at all in Norway.",
    ],
)
def test_what_would_not_be_certainly_false_is_left(sentence: str) -> None:
    assert asked("false-turned", sentence) == set()


def test_two_main_clauses_are_two_statements() -> None:
    sentence = "Leith has 40 mills and Anna Weiss says that the trade of Norway is old."
    assert not any(
        "40" not in stem and "Weiss" in stem and "mills" in stem for stem, _ in asked("false-figure", sentence)
    )


def test_a_condition_is_not_exchanged() -> None:
    stems = {stem for stem, _ in asked("false-figure", "With 10 ships, Norway reached Greenland in about 12 days.")}
    assert not any("With 10" not in stem for stem in stems)
