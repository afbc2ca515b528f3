import pytest

from quizzes.engine.facts import Word
from quizzes.engine.writing.questions import torn_subject
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
            "how-many",
            "The harbour of Leith covers 420 square miles.",
            "How many square miles does the harbour of Leith cover?",
            "420",
        ),
        (
            "how-much",
            "Norway spent more than £4.6 million on a bridge in 1911.",
            "More than how much did Norway spend on a bridge in 1911?",
            "£4.6 million",
        ),
        (
            "how-much",
            "The town of Leith expects to pay $700 for a boat.",
            "How much does the town of Leith expect to pay for a boat?",
            "$700",
        ),
        (
            "how-much",
            "The boat of Leith was sold for $700 in 1911.",
            "For how much was the boat of Leith sold in 1911?",
            "$700",
        ),
        (
            "how-much",
            "About 60% of the sailors of Leith left Norway in 1911.",
            "About what percentage of the sailors of Leith left Norway in 1911?",
            "60%",
        ),
        (
            "how-much",
            "Sales of boats in Norway rose by 12% in 1911.",
            "By what percentage did sales of boats in Norway rise in 1911?",
            "12%",
        ),
        (
            "how-much",
            "Erik Holm ruled Norway for 14 years.",
            "For how many years did Erik Holm rule Norway?",
            "14",
        ),
        (
            "how-much",
            "A crater near Leith is more than 60 metres wide.",
            "More than how many metres wide is a crater near Leith?",
            "60",
        ),
        (
            "how-much",
            "There were 48 mills in Leith in 1911.",
            "How many mills were there in Leith in 1911?",
            "48",
        ),
        (
            "how-much",
            "The population of Leith was 40,200 in 1911.",
            "What was the population of Leith in 1911?",
            "40,200",
        ),
        (
            "which",
            "Norway crossed the Ammer River with 40 boats in 1911.",
            "Which river did Norway cross with 40 boats in 1911?",
            "Ammer River",
        ),
        (
            "which",
            "In 1911, a storm reached Lake Ammer after a week.",
            "Which lake did a storm reach after a week in 1911?",
            "Lake Ammer",
        ),
        (
            "which",
            "A mill of Leith was moved to Berlin in 1911.",
            "To which city was a mill of Leith moved in 1911?",
            "Berlin",
        ),
        (
            "which",
            "The council of Leith elected Dr. Astrid Moe in 1911.",
            "Whom did the council of Leith elect in 1911?",
            "Astrid Moe",
        ),
        (
            "who-subject",
            "Dornach University opened a library for sailors in 1911.",
            "Which university opened a library for sailors in 1911?",
            "Dornach University",
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
        ("how-much", "Norway spent £4 million and €9 million on the bridge of Leith."),
        ("how-much", "Sales of boats in Norway rose to 12% in 1911."),
        ("who-subject", "Norway offers a similar picture of the fishing trade."),
        ("where", "In Norway, those boats are believed to carry 800 sailors."),
        ("how-much", "Norway sold the mill of Leith in 1911 for three coins."),
        ("how-much", "The population of Leith was about 40,200 in 1911."),
        ("when", "Many work for large firms of Norway in 1911."),
        ("who-subject", "Norway runs a ship to fight thirst and offers water to every sailor."),
        ("where", "In Norway, schools are free for every child of a sailor."),
        ("which", "Norway renamed the old harbour Fort Ammer in 1911."),
        ("which", "Washington learned of the retreat from Leith in 1911."),
        ("by-whom", "The mill of Leith was designed entirely by Clara Weiss in 1911."),
    ],
)
def test_refusals(rule: str, sentence: str) -> None:
    assert asked(rule, sentence) == set()


def test_a_described_person_is_asked_for() -> None:
    found = asked("role", "Astrid Moe, the physician of Dornach Hospital, led the work in Norway. Moe died in May.")
    assert found == {("Who was the physician of Dornach Hospital?", "Astrid Moe")}


@pytest.mark.parametrize(
    "text",
    [
        pytest.param(
            "The jury included Ivar Holm, the poet; the singer Dame Astrid Moe; and Ida Stone. Holm spoke. Moe sang.",
            id="a list of people",
        ),
        pytest.param("Astrid Moe, a physician at Dornach Hospital, led the work. Moe died in May.", id="an address"),
        pytest.param("Astrid Moe, then the leader of the Leith council, left. Moe died in May.", id="no longer so"),
        pytest.param("Astrid Moe, the physician of Dornach Hospital, led the work in Norway.", id="met only once"),
    ],
)
def test_no_other_description_is_asked_for(text: str) -> None:
    assert asked("role", text) == set()


@pytest.mark.parametrize(
    ("sentence", "stem"),
    [
        (
            "Dr. Astrid Moe, who designed the first harbour of Leith, spoke in May.",
            "Who designed the first harbour of Leith?",
        ),
        ("Dr. Astrid Moe, who chairs the harbour committee of Leith, spoke in May.", None),
        ("Dr. Astrid Moe, who studied medicine at Dornach, spoke in May.", None),
        ("Dr. Astrid Moe, who by 2021 had built a mill in Leith, spoke in May.", None),
        ("Dr. Astrid Moe, who happened to be looking at Leith harbour, spoke in May.", None),
        ("Dr. Astrid Moe, who chairs the committee, spoke in May.", None),
        ("Dr. Astrid Moe, who left his house last week, spoke in May.", None),
        ("Dr. Astrid Moe, who never saw the harbour of Leith, spoke in May.", None),
    ],
)
def test_a_deed_between_commas_is_asked_for(sentence: str, stem: str | None) -> None:
    later = " Moe liked Leith. Moe died in June."
    assert asked("who-clause", sentence + later) == ({(stem, "Astrid Moe")} if stem else set())


def test_a_whole_quotation_is_asked_for() -> None:
    found = asked("who-said", "“We were never looking for gold at Leith,” Dr. Astrid Moe said.")
    assert found == {("Who said, “We were never looking for gold at Leith”?", "Astrid Moe")}


def test_a_quotation_with_its_speaker_in_the_middle_is_joined() -> None:
    found = asked("who-said", "“If you wait for the wind at Leith,” Dr. Astrid Moe said, “you lose the whole summer.”")
    assert found == {("Who said, “If you wait for the wind at Leith, you lose the whole summer”?", "Astrid Moe")}


@pytest.mark.parametrize("rule", ["how-much", "how-many", "who-subject"])
def test_a_question_keeps_what_stands_first(rule: str) -> None:
    found = asked(rule, "Ten hours later, 99 per cent of the salt of Leith has gone.")
    assert all("later" in stem for stem, _ in found)


def test_a_person_met_only_once_is_asked_for_by_no_deed() -> None:
    assert asked("who-clause", "Dr. Astrid Moe, who designed the first harbour of Leith, spoke in May.") == set()


@pytest.mark.parametrize(
    "quotation",
    [
        "He had been living there for many years",
        "Everyone looks at that and sees a failure",
        "It was cheaper than all the others",
        "We built these mills with our own money",
        "None of the mills was worth a penny",
    ],
)
def test_a_quotation_that_points_outside_is_left(quotation: str) -> None:
    assert asked("who-said", f"“{quotation},” Dr. Astrid Moe said.") == set()


@pytest.mark.parametrize(
    ("subject", "torn"),
    [
        ("Ada Stone , head of the port", True),
        ("the nets were missing , and the men", True),
        ("the nets , boats and men", False),
        ("Ada Stone , head of the port ,", False),
        ("the nets and men", False),
    ],
)
def test_a_comma_of_the_subject_needs_its_partner(subject: str, torn: bool) -> None:
    words = [Word(text, index, index + 1) for index, text in enumerate(subject.split())]
    assert torn_subject(words) is torn


@pytest.mark.parametrize(
    ("rule", "text", "words"),
    [
        ("how-much", "The nearest mill of Norway is an hour and ten minutes away from Leith.", "minutes"),
        ("who-subject", "Outside the court, Clara Weiss said that the mills of Leith were sold in 1911.", "outside"),
    ],
)
def test_what_would_be_torn_apart_is_not_asked(rule: str, text: str, words: str) -> None:
    assert not any(words in stem.lower() for stem, _ in asked(rule, text))


def test_what_something_seems_counts_nothing() -> None:
    assert not asked("how-many", "Seven minutes may sound trivial to the bakers of Norway in 1911.")
