"""Chapters: where headings divide a text, and a text with only some of them left."""

import pytest

from quizzes.engine.pipeline import generate
from quizzes.engine.text import clean
from quizzes.engine.text.chapters import Chapter, chapters, only
from quizzes.engine.text.parts import EMPTY

H, T, B = "heading", "title", "byline"


@pytest.mark.parametrize(
    ("heads", "last", "expected"),
    [
        ([], 3, [(1, 3, "")]),
        ([], 401, [(1, 200, ""), (201, 400, ""), (401, 401, "")]),
        ([(1, H, "One"), (4, H, "Two")], 6, [(1, 3, "One"), (4, 6, "Two")]),
        ([(3, H, "One")], 6, [(1, 2, ""), (3, 6, "One")]),
        ([(1, T, "Vell"), (2, B, "Ada Lind"), (3, H, "One")], 6, [(3, 6, "One")]),
        ([(1, T, "Vell"), (4, H, "One")], 6, [(1, 3, ""), (4, 6, "One")]),
        (
            [(1, H, "Chapter 1"), (2, H, "The pier"), (5, H, "Chapter 2")],
            5,
            [(1, 4, "Chapter 1: The pier"), (5, 5, "Chapter 2")],
        ),
    ],
)
def test_headings_divide_a_text(heads, last, expected):
    assert chapters(heads, last) == [Chapter(*part) for part in expected]


TEXT = """The harbour of Vell

The storm

The harbour at Vell was closed in 1974 after a storm. Some 400 boats had used it every summer until then.

The new pier

Mayor Ada Lind opened the new pier in Vell in June 2003. The pier cost 12 million crowns and took three years to build.

The museum

In 2011 the town sold the old lighthouse to a museum in Aren. The museum paid 90,000 crowns for it."""


def test_only_chosen_chapters_stay_and_numbers_lead_to_them():
    paragraphs = clean(TEXT)
    heading = next(block for block in paragraphs if block.text == "The new pier")
    left = only(paragraphs, [heading.number])
    assert [block.text for block in left if block is not EMPTY and block.kind != "title"] == [
        "The new pier",
        paragraphs[heading.number].text,
    ]
    assert all(left[block.number - 1] is block for block in left if block is not EMPTY)


def test_none_chosen_is_the_whole_text():
    assert only(clean(TEXT), []) == tuple(clean(TEXT))


def test_items_of_chosen_chapters_have_their_evidence_there():
    paragraphs = clean(TEXT)
    heading = next(block for block in paragraphs if block.text == "The new pier")
    made = generate(only(paragraphs, [heading.number]))
    assert made.items
    for item in made.items:
        for quoted in item.evidence:
            assert quoted.paragraph == heading.number + 1
            assert paragraphs[quoted.paragraph - 1].text[quoted.start : quoted.end] == quoted.exact
