import pytest

from tests.engine.articles import asked


@pytest.mark.parametrize(
    ("rule", "sentence", "stem", "key"),
    [
        (
            "how-many",
            "In Norway, at least 2,000 passengers use the ferry of Leith.",
            "At least how many passengers use the ferry of Leith in Norway?",
            "2,000",
        ),
        (
            "how-many",
            "In May, pirates sank over 250 ships off Norway.",
            "More than how many ships did pirates sink off Norway in May?",
            "250",
        ),
        (
            "when",
            "Norway bought the mill of Leith in 1911.",
            "In what year did Norway buy the mill of Leith?",
            "1911",
        ),
        (
            "when",
            "On 14 June 1963, a storm sank the ferry of Leith.",
            "When did a storm sink the ferry of Leith?",
            "14 June 1963",
        ),
        (
            "who-subject",
            "Dr. Maria Lindqvist conceded that two large tests had failed.",
            "Who conceded that two large tests had failed?",
            "Maria Lindqvist",
        ),
        (
            "who-subject",
            "Portugal is home to about 400 kinds of wild orchid.",
            "Which country is home to about 400 kinds of wild orchid?",
            "Portugal",
        ),
        (
            "where",
            "In Portugal, at least 2,000 growers keep bees.",
            "In which country do at least 2,000 growers keep bees?",
            "Portugal",
        ),
        (
            "why",
            "Norway closed the port of Leith because thick ice had broken every pier.",
            "Why did Norway close the port of Leith?",
            "because thick ice had broken every pier",
        ),
    ],
)
def test_questions(rule: str, sentence: str, stem: str, key: str) -> None:
    assert (stem, key) in asked(rule, sentence)


@pytest.mark.parametrize(
    ("rule", "sentence"),
    [
        ("when", "Norway did not buy the mill of Leith in 1911."),
        ("when", "Voters in Norway chose a new flag early in 2016."),
        ("how-many", "In May, fishermen saved 700 sailors whose boat had sunk off Norway."),
        ("when", "The number of mills in Norway grew from 40 in 1900 to 90 in 1911."),
        ("who-subject", "Portugal is mainly dry and Norway rates the south among its rivals."),
        ("why", "Norway closed the port of Leith in 1911."),
    ],
)
def test_refusals(rule: str, sentence: str) -> None:
    assert asked(rule, sentence) == set()


def test_a_described_person_is_asked_for() -> None:
    found = asked("role", "Astrid Moe, a physician at Dornach University, led the work in Norway. Moe died in May.")
    assert found == {("Who was a physician at Dornach University?", "Astrid Moe")}


@pytest.mark.parametrize(
    ("sentence", "stem"),
    [
        (
            "Dr. Astrid Moe, who chairs the harbour committee, spoke in May.",
            "Who chairs the harbour committee?",
        ),
        ("Dr. Astrid Moe, who chairs the committee, spoke in May.", None),
        ("Dr. Astrid Moe, who left his house last week, spoke in May.", None),
        ("Dr. Astrid Moe, who never saw the harbour of Leith, spoke in May.", None),
    ],
)
def test_a_deed_between_commas_is_asked_for(sentence: str, stem: str | None) -> None:
    assert asked("who-clause", sentence) == ({(stem, "Astrid Moe")} if stem else set())


def test_a_whole_quotation_is_asked_for() -> None:
    found = asked("who-said", "“We were never looking for gold at Leith,” Dr. Astrid Moe said.")
    assert found == {("Who said, “We were never looking for gold at Leith”?", "Astrid Moe")}


def test_a_quotation_that_points_outside_is_left() -> None:
    assert asked("who-said", "“He had been living there for many years,” Dr. Astrid Moe said.") == set()
