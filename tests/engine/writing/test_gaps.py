import pytest

from quizzes.engine.items.values import Interaction
from tests.engine.articles import asked, drafts


def test_a_figure_is_blanked_whole_and_its_hedge_stays() -> None:
    stem = "In Norway, at least _____ passengers use the ferry of Leith."
    assert (stem, "2,000") in asked("gap-figure", "In Norway, at least 2,000 passengers use the ferry of Leith.")


@pytest.mark.parametrize(
    ("sentence", "key"),
    [
        ("Portugal sent 40 ships to Greenland in May. Greenland has a long coast.", "Greenland"),
        ("The grain was shipped from Leith to Portugal in 1911. Portugal has a long coast.", "Portugal"),
        ("The prize went to General Omar Haddad in 1911. Omar Haddad led the army of the north.", "Omar Haddad"),
    ],
)
def test_names_that_are_blanked(sentence: str, key: str) -> None:
    assert key in {found for _, found in asked("gap-name", sentence)}


@pytest.mark.parametrize(
    "texts",
    [
        ("The prize went to Captain Haddad in 1911. Omar Haddad led the army of the north.",),  # half a name
        ("The prize of the north went to General Omar Haddad in 1911.",),
        (
            "The prize of the north went to Clara Weiss of the Haddad Institute.",
            "The Haddad Institute stood for years.",
        ),
        ("The north has a long coast in the west of Portugal.", "Portugal sent 40 ships."),
    ],
)
def test_a_name_told_once_or_behind_a_noun_is_not_to_be_typed(texts: tuple[str, ...]) -> None:
    typed = {Interaction.TEXT_ENTRY}
    found = [d for d in drafts(*texts) if d.rule == "gap-name" and d.interaction in typed and d.fact.paragraph == 1]
    assert not {d.keys[0] for d in found} & {"Omar Haddad", "Haddad Institute", "Portugal"}


@pytest.mark.parametrize(
    ("sentence", "key"),
    [
        ("Clara Weiss, 49, built the mill of Leith in Norway.", "49"),
        ("The crew of Apollo 9 saw the mills of Leith in Norway.", "9"),
        ("The tower of Leith is 72 metres (236 feet) high.", "236"),
        ("A piano of Leith, unlike a lamp, does not wear out in 10 years, nor in 50.", "10 years"),
    ],
)
def test_ages_labels_and_brackets_are_not_blanked(sentence: str, key: str) -> None:
    assert key not in {found for _, found in asked("gap-figure", sentence)}


def test_a_gap_that_an_adjective_would_fill_has_options() -> None:
    found = [d for d in drafts("Norway will open a £14m national school in Leith.") if d.rule == "gap-figure"]
    assert Interaction.TEXT_ENTRY not in {draft.interaction for draft in found}


@pytest.mark.parametrize(
    ("sentence", "key"),
    [
        ("The grain was shipped to Portugal and Spain in 1911.", "Portugal"),
        ("The union includes teams from Portugal and 40 clubs.", "Portugal"),
        ("Portugal never sent a ship to the north in 1911.", "Portugal"),
        ("The Portugal trade brought 40 ships a year to the north.", "Portugal"),
        ("In 1911 the Treaty of Portugal gave the north 40 ships.", "Portugal"),
        ("In 1911 the piece came to the Royal Museum in Portugal.", "Portugal"),
        ("In 1911 the prize of the north went to Dr. Haddad.", "Haddad"),
    ],
)
def test_names_that_stay(sentence: str, key: str) -> None:
    assert key not in {found for _, found in asked("gap-name", sentence)}


def test_both_forms_are_written() -> None:
    forms = {draft.interaction for draft in drafts("In Norway, at least 2,000 passengers use the ferry of Leith.")}
    assert forms == {Interaction.CHOICE, Interaction.TEXT_ENTRY}


GENERAL = "The prize went to General Omar Haddad in 1911. Omar Haddad led the army of the north."


def test_a_titled_person_is_asked_for_only_in_writing() -> None:
    found = [d for d in drafts(GENERAL) if d.keys[0] == "Omar Haddad"]
    assert {draft.interaction for draft in found if draft.rule == "gap-name"} == {Interaction.TEXT_ENTRY}


def test_what_a_superlative_is_said_to_be_is_blanked() -> None:
    found = asked("gap-attribute", "Monks of Leith teach that one of the most useful virtues is patience.")
    assert {key for _, key in found} == {"patience"}


def test_a_year_that_a_place_could_stand_for_has_options() -> None:
    found = [d for d in drafts("Clara Weiss built the mill of Leith in 1911.") if d.keys[0] == "1911"]
    assert {draft.interaction for draft in found if draft.rule == "gap-figure"} == {Interaction.CHOICE}


def keys(rule: str, *texts: str) -> set[str]:
    return {key for draft in drafts(*texts) if draft.rule == rule for key in draft.keys}


@pytest.mark.parametrize(
    ("sentence", "key", "number"),
    [
        ("The tower of the mill at Leith rises nine feet above the river.", "nine feet", "nine"),
        ("The voyage of the ferry from Leith to Norway lasted 43 minutes.", "43 minutes", "43"),
        ("The storm of the north reached 165 kilometres an hour in Leith.", "165 kilometres an hour", "165"),
        ("The mill of Leith heats the grain to 170 degrees before noon.", "170 degrees", "170"),
    ],
)
def test_a_measure_goes_into_the_gap_with_its_unit(sentence: str, key: str, number: str) -> None:
    assert {key, number} <= keys("gap-figure", sentence)


@pytest.mark.parametrize(
    "sentence",
    [
        "The voyage of the ferry from Leith to Norway lasted two hours and 43 minutes.",
        "The voyage of the ferry from Leith to Norway lasted six hours and a half.",
        "The mill of Leith bought a 40 metre wall of the harbour from Norway.",
        "The harbour of Leith recorded six years' rain in the winter of the storm.",
    ],
)
def test_a_part_of_a_compound_measure_is_refused(sentence: str) -> None:
    assert not keys("gap-figure", sentence)


@pytest.mark.parametrize(
    ("sentence", "key"),
    [
        ("The storm closed the harbour, whose owner holds 60 houses in the north.", "60"),
        ("Clara Weiss, who learned to swim in 1968, closed the harbour of Leith.", "1968"),
        ("Clara Weiss keeps a photograph of the mill of Leith from 1911.", "1911"),
        ("The shield of Leith is held up at each of 16 points by the glue of the mill.", "16"),
        ("Norway allows the mill where there is no house within 12 miles of the river.", "12 miles"),
        ("In 15 strokes the block of wood from Leith has a heel.", "15"),
        ("Clara Weiss has been in the office of the mill at Leith for 14 months.", "14 months"),
        ("A contract of the mill at Leith would be drawn up at $250.", "$250"),
        ("All 16 men of the north came to the mill of Leith with fish.", "16"),
        ("The price of grain was worked out at the mill of Leith 16 days later.", "16 days"),
        ("Clara Weiss rents a house in the north, 16 miles away.", "16 miles"),
        ("Clara Weiss and 16 teachers held a tasting at the mill of Leith.", "16"),
        ("The train of the north left Leith with 1,300 tonnes of stone.", "1,300 tonnes"),
        ("Twenty women of the mill at Leith sat in a row before 30 windows.", "30"),
        ("Clara Weiss was born at Leith in 1879, the fourth of seven children.", "1879"),
        ("From 1880 Clara Weiss lived at Leith, in a house above the harbour.", "1880"),
        ("The letter to the mill of Leith, dated 19 August 1911, asked for a new wheel.", "19 August 1911"),
    ],
)
def test_what_a_statement_names_in_passing_is_not_asked(sentence: str, key: str) -> None:
    assert key not in keys("gap-figure", sentence)


@pytest.mark.parametrize(
    ("sentence", "key"),
    [
        ("Norway sent a fleet of 40 ships to the harbour of Leith.", "40"),
        ("In the autumn of 1454 Norway founded the mill of Leith.", "1454"),
        ("The new boiler cut the costs of the mill at Leith by 40 per cent.", "40 per cent"),
        ("The repair of the mill at Leith will cost £300,000.", "£300,000"),
    ],
)
def test_what_a_statement_is_about_is_asked(sentence: str, key: str) -> None:
    assert key in keys("gap-figure", sentence)


def test_clauses_joined_by_a_comma_alone_are_refused() -> None:
    assert not keys(
        "gap-figure", "Within a year the price had fallen below $50, exports of Leith had climbed to a record."
    )


def test_a_name_told_once_or_first_is_not_blanked() -> None:
    assert not keys("gap-name", "The grain of the north was shipped from the mill to Portugal.")
    assert not keys("gap-name", "Portugal sent 40 ships to the north. The north is far from Portugal.") & {"north"}


def test_beside_a_bound_stand_no_options() -> None:
    found = drafts("gap-figure", "Norway sold the mills of Leith to Sweden for more than 4,000 crowns in May 1911.")
    forms = {draft.interaction for draft in found if draft.keys[0].startswith("4,000")}
    assert forms == {Interaction.TEXT_ENTRY}


def test_below_its_context_a_short_sentence_is_enough() -> None:
    text = "Bills for gas were sent to 40 people in Leith. Bills rose by 8 percent in January."
    assert any(draft.stem == "Bills rose by _____ in January." for draft in drafts("gap-figure", text))
