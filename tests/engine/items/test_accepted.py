import pytest

from quizzes.engine.items.accepted import Names, surname_of, with_aliases
from quizzes.engine.items.draft import AnswerClass
from quizzes.engine.items.values import Interaction
from tests.engine.cases import case

LEADS = frozenset({"norwegian", "baker"})


def keys(key, answer_class, **names):
    draft = case("Who?", key, answer_class=answer_class).draft
    return with_aliases(draft, Names(leads=LEADS, **names)).keys


@pytest.mark.parametrize(
    ("key", "people", "wanted"),
    [
        ("Clara Weiss", {"Clara Weiss", "Erik Holm"}, ("Clara Weiss", "Weiss")),
        ("Clara Weiss", {"Clara Weiss", "Jonas Weiss"}, ("Clara Weiss",)),
        ("Weiss", {"Clara Weiss"}, ("Weiss",)),
        ("Otto III", {"Otto III"}, ("Otto III",)),
        ("Erik Holm Jr.", {"Erik Holm Jr."}, ("Erik Holm Jr.", "Holm")),
        ("Anne of Lind", {"Anne of Lind"}, ("Anne of Lind",)),
        ("Baker Ida Stone", {"Baker Ida Stone"}, ("Baker Ida Stone", "Ida Stone", "Stone")),
        ("Sir Ida Stone", {"Sir Ida Stone"}, ("Sir Ida Stone", "Ida Stone", "Stone")),
        ("Ida du Pont", {"Ida du Pont"}, ("Ida du Pont", "Pont", "du Pont")),
        ("Ida B. Stone", {"Ida B. Stone"}, ("Ida B. Stone", "Ida Stone", "Stone")),
        ("King Otto", {"King Otto"}, ("King Otto",)),
    ],
)
def test_a_surname_counts_when_it_names_one_person(key, people, wanted):
    assert keys(key, AnswerClass.PERSON, people=people) == wanted


def test_a_surname_is_no_numeral_and_no_particle():
    names = ("Otto III", "Omar al-Hadi", "Erik Holm Sr.", "Weiss", "Pieter van den Berg")
    assert [surname_of(name) for name in names] == ["", "al-Hadi", "Holm", "", "Berg"]


def test_a_title_that_the_article_gives_counts():
    assert keys("Holm", AnswerClass.PERSON, texts=["Mayor Holm sang."]) == ("Holm", "Mayor Holm")


@pytest.mark.parametrize(
    ("text", "role"),
    [
        ("“It shut,” says Ada Holm, the mayor, who drives the plough.", "the mayor"),
        ("The food scientist Ada Holm tells her students.", "the food scientist"),
        ("Ada Holm, the harbour’s chief pilot, said so.", "the harbour’s chief pilot"),
        ("Ada Holm, a baker, said so. The mayor was there.", None),
        ("Ada Holm, the council of Leith and others met.", None),
    ],
)
def test_what_the_article_calls_a_person_counts(text: str, role: str | None) -> None:
    found = set(keys("Ada Holm", AnswerClass.PERSON, people=["Ada Holm"], texts=[text]))
    assert found - {"the chief pilot"} == {"Ada Holm", "Holm", *([role] if role else [])}


def test_a_title_before_the_full_name_stands_before_the_surname_too():
    found = set(keys("Ada Holm", AnswerClass.PERSON, people=["Ada Holm"], texts=["So said Dr Ada Holm."]))
    assert found == {"Ada Holm", "Dr Ada Holm", "Holm", "Dr Holm"}


@pytest.mark.parametrize(
    ("key", "text", "wanted"),
    [
        ("Lind Ferry Board", "The Lind Ferry Board (LFB) met.", {"Lind Ferry Board", "LFB"}),
        ("LFB", "The Lind Ferry Board (LFB) met.", {"LFB", "Lind Ferry Board"}),
        ("LFB", "The LFB (Lind Ferry Board) met.", {"LFB", "Lind Ferry Board"}),
        ("DSD", "It leads to dry skin disorders. DSD is rare.", {"DSD", "dry skin disorders"}),
        ("ISP", "The Institute of Sea Ports (ISP) met.", {"ISP", "Institute of Sea Ports"}),
        ("US Harbour Court", "The US Harbour Court met.", {"US Harbour Court", "Harbour Court"}),
        ("Lind Ferry Board", "The LFB met.", {"Lind Ferry Board", "LFB"}),
        ("Lind Inc", "Lind Inc fell.", {"Lind Inc", "Lind"}),
    ],
)
def test_an_acronym_and_its_long_form_count(key, text, wanted):
    assert set(keys(key, AnswerClass.ORGANIZATION, texts=[text])) <= wanted
    assert len(keys(key, AnswerClass.ORGANIZATION, texts=[text])) > 1


@pytest.mark.parametrize(
    ("key", "alias"),
    [("US", "America"), ("Britain", "UK"), ("Norwegian Lapland", "Lapland"), ("Lind River", "Lind")],
)
def test_another_name_of_a_place_counts(key, alias):
    assert alias in keys(key, AnswerClass.PLACE)


def test_every_form_of_the_bearer_counts():
    assert "Ida Stone" in keys("Stone", AnswerClass.PERSON, forms={"Stone": ["Ida Stone", "Stone"]})


def test_options_and_other_keys_stay():
    chosen = case("Who?", "Clara Weiss", answer_class=AnswerClass.PERSON, interaction=Interaction.CHOICE).draft
    assert with_aliases(chosen, Names()) is chosen
    count = case("How many?", "900").draft
    assert with_aliases(count, Names()) is count


def test_what_the_stem_calls_a_person_is_no_answer():
    built = case(
        "What is the name of the mayor who uses the night ferry of Norway?",
        "Clara Weiss",
        answer_class=AnswerClass.PERSON,
    )
    texts = ("The ferry was opened by the mayor Clara Weiss in May.",)
    accepted = with_aliases(built.draft, Names(people={"Clara Weiss"}, texts=texts)).keys
    assert "the mayor" not in accepted
    assert "Weiss" in accepted
