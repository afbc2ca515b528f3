import pytest

from tests.engine.articles import said


@pytest.mark.parametrize(
    ("sentence", "expected"),
    [
        ("Moreover, the council of Leith sold the mill in 1911.", "The council of Leith sold the mill in 1911."),
        (
            "The old mill of Leith, which nobody had used for years, was sold in 1911.",
            "The old mill of Leith was sold in 1911.",
        ),
        (
            "Ann Moor bought the mill of Leith in 1911, hoping that the rail line would come.",
            "Ann Moor bought the mill of Leith in 1911.",
        ),
        (
            "The growers of Sandby sold the orchard in May, but the buyers never paid.",
            "The growers of Sandby sold the orchard in May.",
        ),
        ("While it is true that Sandby lost 40 boats in May, trade went on.", "Sandby lost 40 boats in May."),
        (
            "Although Leith was flooded twice by the river, nobody left.",
            "Leith was flooded twice by the river.",
        ),
        ("Leith launched the first ferry in 1924 and sold 3,200 tickets in May.", "Leith sold 3,200 tickets in May."),
        ("Norway recently sent 40 ships to the north of Greenland.", "Norway sent 40 ships to the north of Greenland."),
    ],
)
def test_a_clause_is_cut_to_what_stands_alone(sentence: str, expected: str) -> None:
    assert expected in said(sentence)


@pytest.mark.parametrize(
    "sentence",
    [
        "Why did the growers of Sandby leave?",
        "We sold the mill of Leith in 1911.",
        "Almost a year has passed since the fire at Leith.",
        "Not a museum.",
        "“The rail line came too late for Leith in 1911.",
    ],
)
def test_what_makes_no_statement(sentence: str) -> None:
    assert said(sentence) == []


def test_the_middle_of_a_longer_quotation_makes_no_statement() -> None:
    assert said("“The mill at Leith is old. Norway wants to buy the mill at Leith. It is late,” said Ann Moor.") == []


def test_a_name_beside_its_description_takes_its_place() -> None:
    assert "Clara Weiss has sold the Harbour Hotel to Norway." in said(
        "Its manager, Clara Weiss, has sold the Harbour Hotel to Norway."
    )


def test_half_a_coordination_is_refused() -> None:
    assert all(
        "since Leith." not in text for text in said("The news is worrying since Leith – and its rivals – know it.")
    )


def test_a_main_clause_hung_on_what_follows_is_found() -> None:
    found = said("The old king died on Oct. 26, 1911, in his house in Norway when, to avoid capture, he set it alight.")
    assert any(text.startswith("The old king died on Oct. 26, 1911") for text in found)


@pytest.mark.parametrize(
    ("text", "refused"),
    [
        ("Clara Weiss's, dated 19 August, asked the growers of Leith for 40 boats.", "Weiss's, dated"),
        ("Norway uses the 1,600 mm (5 ft 3 in) gauge on the lines of Leith.", "the 1,600 mm."),
        ("Norway believed that still objects, those made of earth, stay on the ground of Leith.", "still objects."),
        ("Co-founder of Leith Mills, Ada Lund, met the growers of Norway in 1911.", "Co-founder of Leith Mills met"),
        ("The growers of Norway dubbed the quarrel with Leith: the war of the mills.", "with Leith."),
        ("The plans had gone back and forth between the council of Leith and the growers of Norway.", "of Leith."),
        ("A team from Norway has measured how much sooner, and its answer is large.", "how much sooner."),
        ("Clara Weiss, 81, whose house stands 40 yards from Leith, said it had rained.", "Weiss whose"),
    ],
)
def test_a_torn_clause_is_none(text: str, refused: str) -> None:
    assert not any(refused in statement for statement in said(text))


@pytest.mark.parametrize(
    ("text", "refused"),
    [
        ("A crate of Leith costs 18 crowns and is lost, on average, after its fourth trip.", "is lost."),
        ("Norway was lending, at that time, to every port of Sweden.", "Norway was lending."),
        (
            "Since 1921 Leith has been fixing lamps, which are no bigger than a hat and last for years, to its carts.",
            "fixing lamps.",
        ),
    ],
)
def test_what_goes_on_behind_a_mark_is_not_cut_off(text: str, refused: str) -> None:
    assert not any(statement.endswith(refused) for statement in said(text))


def test_what_only_adds_something_may_be_cut_off() -> None:
    assert "Leith opened a yard in 1911." in said("Leith opened a yard in 1911, with forty men.")


def test_a_result_keeps_the_time_that_brings_it() -> None:
    found = said("Norway boils the salt of Leith. Ten hours later, 99 per cent of the water has gone.")
    assert not any(text.startswith("99 per cent") for text in found)


def test_a_background_is_not_cut_from_its_news() -> None:
    text = "Otto Holm was moving a cabinet at the mill of Leith, when he found behind it a sealed ballot in 1911."
    assert "Otto Holm was moving a cabinet at the mill of Leith." not in said(text)
