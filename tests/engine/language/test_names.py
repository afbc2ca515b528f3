import pytest

from quizzes.engine.language.values import NameClass
from tests.engine.articles import analysed


def _classes(*texts: str) -> dict[str, NameClass]:
    return {mention.text: mention.name_class for mention in analysed(*texts).mentions}


@pytest.mark.parametrize(
    ("sentence", "name", "name_class"),
    [
        ("Dr. Maria Lindqvist said that the tests were over.", "Maria Lindqvist", NameClass.PERSON),
        ("General Omar Haddad was killed in the raid.", "Omar Haddad", NameClass.PERSON),
        ("The talks were held in Portugal last spring.", "Portugal", NameClass.PLACE),
        ("The Harbour Society wants to keep the crane.", "Harbour Society", NameClass.ORGANIZATION),
        ("She teaches at Dornach University.", "Dornach University", NameClass.ORGANIZATION),
    ],
)
def test_a_name_with_a_witness_has_its_class(sentence: str, name: str, name_class: NameClass) -> None:
    assert _classes(sentence)[name] is name_class


def test_a_bare_surname_belongs_to_the_full_name() -> None:
    mentions = analysed("Dr. Maria Lindqvist led the team.", "Lindqvist said that it was late.").mentions
    assert {mention.canonical for mention in mentions if "Lindqvist" in mention.text} == {"Maria Lindqvist"}


def test_a_name_that_was_passed_over_is_found_again() -> None:
    mentions = analysed("The Harbour Society met in May.", "Nobody asked the Harbour Society first.").mentions
    assert [mention.paragraph for mention in mentions if mention.text == "Harbour Society"] == [1, 2]


def test_hyphenated_names_stay_whole() -> None:
    assert "Priya Rao-Stone" in _classes("Cllr. Priya Rao-Stone said that the vote was fair.")


def test_a_name_with_a_particle_is_whole() -> None:
    assert "Omar al-Hadi" in _classes("The raid on Leith was led by General Omar al-Hadi in May.")


def test_half_a_word_is_no_name() -> None:
    assert "France" not in _classes("The France-led force left in June.")


@pytest.mark.parametrize(
    ("texts", "short", "canonical"),
    [
        (
            ("The fund was bought by Varden Partners in May.", "Varden said that it would sell the mills."),
            "Varden",
            "Varden Partners",
        ),
        (
            ("The Central Mail Office opened in May.", "Many say that the Mail Office was slow."),
            "Mail Office",
            "Central Mail Office",
        ),
        (
            ("Chief Executive Nils Ekberg told reporters that the mill would close.", "Ekberg said no more."),
            "Ekberg",
            "Nils Ekberg",
        ),
        (
            ("Dr. Hendrik de Vries, a surveyor, said that the dyke had held.", "De Vries said it again."),
            "De Vries",
            "Hendrik de Vries",
        ),
    ],
)
def test_a_short_form_belongs_to_the_long_one(texts: tuple[str, ...], short: str, canonical: str) -> None:
    found = {mention.text: mention.canonical for mention in analysed(*texts).mentions}
    assert found.get(short) == canonical


def test_a_firm_that_speaks_is_no_person() -> None:
    texts = "The fund was bought by Varden Partners in May.", "Varden said that it would sell the mills."
    assert _classes(*texts)["Varden"] is NameClass.ORGANIZATION


def test_where_somebody_comes_from_is_no_person() -> None:
    found = _classes("For a cellist from Leeds, who had lost three fingers, she carved a hand.")
    assert found.get("Leeds") is not NameClass.PERSON


def test_what_stands_behind_the_is_no_person() -> None:
    found = _classes("James Gordon said so in the Herald. Rival papers envied the Herald, who said nothing.")
    assert found.get("Herald") is not NameClass.PERSON
