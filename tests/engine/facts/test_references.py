import pytest

from tests.engine.articles import said, statements


@pytest.mark.parametrize(
    ("texts", "expected"),
    [
        (("The clerks of Leith met in May. They chose a new mayor.",), "The clerks of Leith chose a new mayor."),
        (
            ("Norway stayed out of the war. Its fishermen lost 40 boats in May.",),
            "Norway's fishermen lost 40 boats in May.",
        ),
        (
            ("Dr. Maria Lindqvist lives in Leith. She found the letters in 1998.",),
            "Maria Lindqvist found the letters in 1998.",
        ),
        (("At its height, Norway had 300 mills by the sea.",), "Norway had 300 mills by the sea at its height."),
        (("The miners entered the pit, but they refused to work in May.",), "The miners"),
    ],
)
def test_a_pronoun_takes_the_name_it_stands_for(texts: tuple[str, ...], expected: str) -> None:
    assert any(text.startswith(expected.rstrip(".")) for text in said(*texts))


@pytest.mark.parametrize(
    "texts",
    [
        ("Ann Moor met Eve Lind in May. She sold the mill in 1911.",),
        ("They sold the mill in 1911.",),
        ("This was the first mill in Norway.",),
        ("The latter sold the mill of Leith in 1911.",),
        ("Next year's fair will be held in Leith.",),
    ],
)
def test_an_open_reference_is_refused(texts: tuple[str, ...]) -> None:
    assert not any("1911" in text or text.startswith(("This", "Next")) for text in said(*texts))


def test_a_pronoun_with_a_shortened_verb_is_left() -> None:
    assert not any(
        "clerks" in text and "’re" in text for text in said("The clerks met in May. They’re paid by Norway.")
    )


def test_a_bare_definite_takes_the_modifier_of_its_one_mention() -> None:
    found = said("A stone bridge crosses the Ammer. In 1924 a flood in Norway broke the bridge.")
    assert any("the stone bridge" in text for text in found)


@pytest.mark.parametrize(
    ("texts", "refused"),
    [
        (("A small sum is done by the till of Leith. Norway repeats the sum in May.",), "the small sum"),
        (("Most swaps fail in Leith. In Norway the swap changes the total by ten.",), "most swap"),
        (("Tallow candles lit Leith.", "Norway had a war.", "In 1755 Norway saw the candles burn."), "tallow candles"),
        (("The lamp was lit in Leith. It was 72 metres high.",), "lamp was 72"),
        (("The small hall is old. Its iron walls were painted in Leith in 1911.",), "hall's iron"),
        (("Robbers hide in Norway. The army of Leith flies raids against them.",), "flies raids."),
        (("Ann Moor and Eve Lind ran a mill. Otto Holm, a smith of Leith, came and gave him 40 tools.",), "gave him"),
        (("This worked in Leith. Norway took this point up in 1911.",), "took this point"),
    ],
)
def test_a_reference_is_not_written_out_wrongly(texts: tuple[str, ...], refused: str) -> None:
    assert not any(refused in text for text in said(*texts))


def test_what_was_a_forest_is_the_forest_later() -> None:
    found = statements("A forest grows off Norway. It is made of brown kelp from Leith.")
    assert any(s.text.startswith("The forest is made of brown kelp") and s.settled for s in found)


@pytest.mark.parametrize(
    ("texts", "name"),
    [
        (("Ms. Clara Weiss left Leith in 1901.", "Norway was rich. She sold the mill in 1911."), "Clara Weiss"),
        (("Dr. Clara Weiss lost her hat in Leith.", "Norway was rich. She sold the mill in 1911."), "Clara Weiss"),
        (("Dr. Clara Weiss left Leith.", "Norway was rich. She sold the mill in 1911."), None),  # a man, perhaps
        (("Ms. Clara Weiss met Dr. Eve Lind.", "Norway was rich. She sold the mill in 1911."), None),
    ],
)
def test_a_person_is_named_from_afar_only_where_the_article_says_she(texts: tuple[str, ...], name: str | None) -> None:
    settled = [s.text for s in statements(*texts) if s.settled and "1911" in s.text]
    assert settled == ([f"{name} sold the mill in 1911."] if name else [])


def test_half_a_word_never_modifies() -> None:
    found = said("A 50-metre drain ran to the bay. The drain was built by Norway in 1924.")
    assert all(" -" not in text for text in found)


def test_the_sentence_before_is_quoted_when_it_names_what_is_meant() -> None:
    found = statements("In Norway, at least 900 people use the ferry. In Sweden, that number is said to be 650.")
    assert found[-1].context == "In Norway, at least 900 people use the ferry."


def test_statements_lie_in_their_sentence() -> None:
    text = "Leith shut the mill. Norway bought the mill of Leith in 1911."
    for statement in statements(text):
        assert text[statement.fact.start : statement.fact.end].endswith(".")
        assert 0 <= statement.fact.salience <= 1


def test_a_bare_definite_takes_the_name_that_its_one_mention_belongs_to() -> None:
    found = said("A spokesman for the Leith Harbour Trust met Ann Moor. The spokesman left Norway in 1924.")
    assert any("spokesman for the Leith Harbour Trust left Norway" in text for text in found)


def test_a_pronoun_is_the_person_before_it_and_no_ministry() -> None:
    assert "In 1890 Dornach gave Lindqvist a prize for her maps." in said(
        "In 1890 Dornach gave Lindqvist a prize for her maps."
    )
    assert said("In 1911 the Ministry of Mines bought her design.") == []


@pytest.mark.parametrize(
    ("texts", "wrong"),
    [
        # what was sold may be the oil
        (
            "The flaw of the Leith lamp is that the oil belongs to nobody. It has been made from 11 kinds of seed.",
            "The flaw",
        ),
        ("In Leith the lamp turns the oil into gas. It joins with the air of Norway in 11 minutes.", "The lamp"),
    ],
)
def test_it_stands_for_no_subject_that_has_a_rival(texts: str, wrong: str) -> None:
    assert not any(text.startswith(wrong) and ("made" in text or "joins" in text) for text in said(*texts))


def test_a_word_that_opened_its_sentence_loses_its_capital() -> None:
    found = said("Bread is made with starch in Leith. Starch is a larder. It stores 40 grams of sugar in Norway.")
    assert "starch stores" in " ".join(found).lower()
    assert not any(" Starch" in text for text in found)
