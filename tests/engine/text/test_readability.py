"""Reading grade and rare words."""

import pytest

from quizzes.engine.text import Paragraph, ParagraphKind
from quizzes.engine.text.readability import LEAST_WORDS, reading_level

EASY = "The cat sat on the mat. The dog ran to the cat. The cat did not like it. It ran up a tree. "
HARD = (
    "Notwithstanding considerable institutional resistance, the commission recommended comprehensive reorganisation of"
    " regional administrative responsibilities, because previous arrangements had demonstrably encouraged duplication. "
)


def body(text, kind=ParagraphKind.BODY):
    return Paragraph("p", 1, kind, text)


def test_the_formula_is_the_published_one():
    # 63 words of one syllable in 7 sentences: 0.39 * 9 + 11.8 * 1 - 15.59 is below 0.
    assert reading_level([body("The big dog sat on the old mat now. " * 7)]).grade == 0.0
    # 60 words in 3 sentences, 20 of them with two syllables: 0.39 * 20 + 11.8 * 80 / 60 - 15.59 = 7.9.
    sentence = " ".join(["Water"] + ["the dog water"] * 6 + ["ran"]) + ". "
    assert reading_level([body(sentence * 3)]).grade == round(0.39 * 20 + 11.8 * 81 / 60 - 15.59, 1)


def test_long_words_and_sentences_are_harder():
    assert reading_level([body(EASY * 5)]).grade < 3
    assert reading_level([body(HARD * 5)]).grade > 18


def test_rare_words_are_counted_and_names_are_not():
    common, rare = EASY * 4, EASY * 4 + "They saw a quokka and a numbat. "
    assert reading_level([body(common)]).rare_share == 0
    assert 0 < reading_level([body(rare)]).rare_share < 0.05
    assert reading_level([body(EASY * 4 + "Quokkaville and Numbatia. ")]).rare_share == 0


@pytest.mark.parametrize("kind", [ParagraphKind.TITLE, ParagraphKind.CAPTION, ParagraphKind.BYLINE])
def test_only_running_text_is_measured(kind):
    assert reading_level([body(EASY * 5), body(HARD, kind)]) == reading_level([body(EASY * 5)])


def test_a_short_text_has_no_level():
    assert reading_level([body("word " * (LEAST_WORDS - 1))]) is None
    assert reading_level([]) is None


def test_abbreviations_end_no_sentence():
    plain = "Doctor Lee met the mayor at five on Monday and they talked about the plan for the new town hall. "
    dotted = plain.replace("Doctor", "Dr.")
    assert reading_level([body(dotted * 4)]).grade == pytest.approx(reading_level([body(plain * 4)]).grade, abs=1)
