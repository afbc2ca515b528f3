"""Paragraph numbers and quotations follow the text; what the article itself says stays."""

import pytest

from quizzes.engine.explanations.renumbering import (
    renumbered,
    requoted,
    stem_renumbered,
    tells_of,
    without_number,
)

NUMBERS = {1: 2, 3: 4, 5: None}


@pytest.mark.parametrize(
    ("stem", "expected"),
    [
        ("According to paragraph 3, who left?", "According to paragraph 4, who left?"),
        ("Which sentence of paragraph 1 shows that he left?", "Which sentence of paragraph 2 shows that he left?"),
        ("Where in paragraph 3 does this sentence belong?", "Where in paragraph 4 does this sentence belong?"),
        ("What does paragraph 3 of the treaty forbid?", "What does paragraph 3 of the treaty forbid?"),
        ("According to paragraph 5, who left?", None),
        ("According to paragraph 9, who left?", None),
    ],
)
def test_a_stem_names_its_paragraph_as_it_is_now(stem, expected):
    assert stem_renumbered(stem, NUMBERS) == expected


@pytest.mark.parametrize(
    ("told", "expected"),
    [
        ("Paragraph 1 says: “He left.”", "Paragraph 2 says: “He left.”"),
        ("True: paragraph 3 says, “He left.”", "True: paragraph 4 says, “He left.”"),
        ("He left (paragraph 3).", "He left (paragraph 4)."),
        ("Paragraph 1 says: “See paragraph 3.”", "Paragraph 2 says: “See paragraph 3.”"),
        ("Paragraph 9 of the law.", "Paragraph 9 of the law."),
        ("Paragraph 5 says: “He left.”", None),
        ("He left.", "He left."),
    ],
)
def test_an_explanation_names_paragraphs_as_they_are_now(told, expected):
    assert renumbered(told, NUMBERS) == expected


def test_a_divided_paragraph_is_named_by_what_is_quoted():
    said = [("He left.", 5), ("She stayed.", 6)]
    assert renumbered("Paragraph 5 says: “She stayed.”", NUMBERS, said) == "Paragraph 6 says: “She stayed.”"
    assert renumbered("Paragraph 5 says: “stayed”", NUMBERS, [*said, ("They stayed.", 7)]) is None


@pytest.mark.parametrize(
    ("told", "expected"),
    [
        ("It says: “The old boat left the bay.”", "It says: “The new boat left the bay.”"),
        ("It says: “… boat left the bay …”", "It says: “The new boat left the bay.”"),
        ("It names “boat”.", "It names “boat”."),
        ("It says: “Another sentence of the text.”", "It says: “Another sentence of the text.”"),
    ],
)
def test_a_quotation_reads_as_the_sentence_does_now(told, expected):
    assert requoted(told, "The old boat left the bay.", "The new boat left the bay.") == expected


def test_a_stem_is_compared_without_its_number():
    assert without_number("According to paragraph 3, who left?") == without_number(
        "According to paragraph 8, who left?"
    )
    assert without_number("Who left?") == "Who left?"


@pytest.mark.parametrize(
    ("told", "expected"),
    [
        ("Paragraph 3 says so.", True),
        ("It says: “The old boat left the bay.”", True),
        ("The article does not give “1979” as an answer to this.", False),
    ],
)
def test_what_tells_of_a_sentence_is_known(told, expected):
    assert tells_of(told) is expected
