"""Quotations marked line by line come without their marks."""

import pytest

from quizzes.engine.text import clean_text

BEFORE = "This is what the harbour master wrote to the council of the town in the year of the storm."
AFTER = "Nobody has built the pier again, though the town has asked for it."
QUOTED = "The pier has stood for a hundred years and it shall stand for a hundred more, whatever they say."


def rows(raw):
    return [(str(each.kind), each.text) for each in clean_text(raw).paragraphs]


@pytest.mark.parametrize(
    "quotation",
    [
        f"> {QUOTED}",
        f">{QUOTED}",
        f"> > {QUOTED}",
        "> The pier has stood for a hundred years and\n> it shall stand for a hundred more,\n> whatever they say.",
    ],
)
@pytest.mark.parametrize("parting", ["\n", "\n\n"])
def test_a_quotation_comes_without_its_mark(quotation, parting):
    assert rows(f"{BEFORE}{parting}{quotation}{parting}{AFTER}") == [
        ("body", BEFORE),
        ("quote", QUOTED),
        ("body", AFTER),
    ]


def test_an_empty_line_within_parts_its_paragraphs():
    assert rows(f"{BEFORE}\n\n> {QUOTED}\n>\n> {AFTER}\n") == [("body", BEFORE), ("quote", QUOTED), ("quote", AFTER)]


def test_a_sign_within_a_wrapped_sentence_stays():
    raw = "The wall is high where the waves are deep and the\n> 40 metres long one, but low where the water is\ncalm."
    assert rows(raw)[0][1].count("> 40 metres") == 1
