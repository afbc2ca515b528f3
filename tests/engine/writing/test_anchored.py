import pytest

from quizzes.engine.writing.anchored import placed
from tests.engine.articles import asked

BEFORE = "The ferry of Sandby crossed to Leith. "


@pytest.mark.parametrize(
    ("rule", "sentence", "asks"),
    [
        ("how-many", "The first train from Leith tore down 740 metres of wire.", True),
        ("how-many", "The next train to pass tore down 740 metres of wire.", False),
        ("how-many", "Some 90 sailors sat in a row at the harbour of Leith.", False),
        ("how-many", "Leith owned 90 ferries in 1911.", True),
        ("how-many", "A net the size of a door may yield ten gallons of water.", False),
        ("when", "Norway bought the old harbour of Leith in 1911.", True),
        ("how-many", "Leith sold 90 ferries last January.", False),
        ("how-much", "Bills rose by 8 per cent in January.", False),
        ("how-much", "Dr. Ada Holm has been in the tower for 14 months.", False),
        ("who-subject", "Dr. Ada Holm thinks that she has an answer at last.", False),
        ("who-subject", "Dr. Ada Holm says that the mills of Leith were too small.", True),
        ("when", "The great moment for Leith came in 1911.", False),
        ("when", "Norway gave up in 1911.", False),
        ("when", "Norway had a target of 2,300 new mills by 1911.", False),
        ("when", "A cable was laid in 1911.", False),
        ("when", "A cable was laid from Leith in 1911.", True),
        ("which", "Shares in the old mill of Leith fell in London.", False),
        ("where", "Photographs taken near Sandby in 1893 show a field of stacks.", False),
        ("who-subject", "Dr. Ada Holm designed the iron bridge of Leith.", True),
    ],
)
def test_a_question_says_of_what_it_asks(rule: str, sentence: str, asks: bool) -> None:
    assert bool(asked(rule, BEFORE + sentence)) is asks


def test_a_surname_of_two_people_is_no_key() -> None:
    text = "Ethel Holm joined the exchange. Ida Holm was her name at birth. Holm recorded the phrases of the exchange."
    assert not any(key == "Holm" for _, key in asked("who-subject", text))


@pytest.mark.parametrize(
    ("stem", "known"),
    [
        ("In what year was a cable laid?", False),
        ("In what year was a copy of the four volumes published?", True),
        ("In what year was a bridge built at Leith?", True),
    ],
)
def test_an_event_is_placed_by_a_name_or_a_known_thing(stem: str, known: bool) -> None:
    assert placed(stem) is known
