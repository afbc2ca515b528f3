import pytest

from quizzes.engine.items.draft import AnswerClass
from quizzes.engine.items.values import Interaction, Kind
from quizzes.engine.vetting import difficulty
from quizzes.engine.vetting.difficulty import BY_KIND
from tests.engine.cases import case, choice, truth

PLAIN = "How many passengers use the night ferry in Norway?"


def test_every_kind_has_its_share():
    assert set(BY_KIND) == set(Kind)


@pytest.mark.parametrize("stem", [PLAIN, "The storm sank the boat in 1963.", ""])
def test_difficulty_lies_between_0_and_1(stem):
    assert 0 <= difficulty(case(stem)) <= 1


def test_typing_is_harder_than_choosing():
    typed = case(PLAIN, kind=Kind.CLOZE)
    chosen = case(PLAIN, kind=Kind.CLOZE, interaction=Interaction.CHOICE)
    assert difficulty(typed) > difficulty(chosen)


def test_true_or_false_is_easier_than_typing():
    assert difficulty(truth("The storm sank the boat in 1963.")) < difficulty(case("What sank in 1963?", "the boat"))


def test_rare_words_are_harder():
    assert difficulty(case("How many wayfarers board the nocturnal ferry in Norway?")) > difficulty(case(PLAIN))


def test_other_words_than_the_evidence_are_harder():
    assert difficulty(case("How many people take the late boat in the north?")) > difficulty(case(PLAIN))


def test_near_options_are_harder():
    near = choice(PLAIN, "880", "900", "920", "950", key="900", answer_class=AnswerClass.COUNT)
    far = choice(PLAIN, "9", "900", "9,000", "90,000", key="900", answer_class=AnswerClass.COUNT)
    assert difficulty(near) > difficulty(far)
