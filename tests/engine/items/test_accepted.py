import pytest

from quizzes.engine.items.accepted import with_surname
from quizzes.engine.items.draft import AnswerClass
from quizzes.engine.items.values import Interaction
from tests.engine.cases import case


@pytest.mark.parametrize(
    ("key", "people", "keys"),
    [
        ("Clara Weiss", {"Clara Weiss", "Erik Holm"}, ("Clara Weiss", "Weiss")),
        ("Clara Weiss", {"Clara Weiss", "Jonas Weiss"}, ("Clara Weiss",)),
        ("Weiss", {"Clara Weiss"}, ("Weiss",)),
    ],
)
def test_a_surname_counts_when_it_names_one_person(key, people, keys):
    assert with_surname(case("Who?", key, answer_class=AnswerClass.PERSON).draft, people).keys == keys


def test_options_and_other_keys_stay():
    chosen = case("Who?", "Clara Weiss", answer_class=AnswerClass.PERSON, interaction=Interaction.CHOICE).draft
    assert with_surname(chosen, {"Clara Weiss"}) is chosen
    place = case("Where?", "Cape Lind", answer_class=AnswerClass.PLACE).draft
    assert with_surname(place, set()) is place
