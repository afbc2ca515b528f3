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
        ("The grain was shipped from Leith to Portugal in 1911.", "Portugal"),
        ("The prize went to General Omar Haddad in 1911. Omar Haddad led the army of the north.", "Omar Haddad"),
    ],
)
def test_names_that_are_blanked(sentence: str, key: str) -> None:
    assert key in {found for _, found in asked("gap-name", sentence)}


@pytest.mark.parametrize(
    "texts",
    [
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
