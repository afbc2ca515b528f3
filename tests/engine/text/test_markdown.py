"""Markdown to blocks."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from quizzes.engine.text import ParagraphKind
from quizzes.engine.text.markdown import markdown_blocks

TITLE, HEADING, BODY, ITEM, QUOTE = (
    ParagraphKind.TITLE,
    ParagraphKind.HEADING,
    ParagraphKind.BODY,
    ParagraphKind.LIST_ITEM,
    ParagraphKind.QUOTE,
)
TEXT = """---
title: "The harbour"
tags: [a, b]
---

The harbour at Vell
===================

<!-- a note to myself -->
![The old wall](wall.jpg)

It was *closed* in **1974**
after a [storm](https://example.org "big").[^1]

## What came after ##

* boats, some `400`
* jobs

  and more

1. first

> So it was.

| Year | Boats |
|------|-------|
| 1974 | 400   |

[^1]: The worst since 1890,
    as they say.

---

*Found a mistake? Tell us.*
"""


def test_a_whole_text():
    marked = markdown_blocks(TEXT)
    assert marked.title == "The harbour at Vell"
    assert [(block.kind, block.text) for block in marked.blocks if not block.noise] == [
        (TITLE, "The harbour at Vell"),
        (BODY, "It was closed in 1974 after a storm."),
        (HEADING, "What came after"),
        (ITEM, "boats, some 400"),
        (ITEM, "jobs"),
        (ITEM, "and more"),
        (ITEM, "first"),
        (QUOTE, "So it was."),
        (ITEM, "Year Boats"),
        (ITEM, "1974 400"),
    ]
    assert [(block.noise, block.text) for block in marked.blocks if block.noise] == [
        ("footnote", "The worst since 1890, as they say."),
        ("notice", "Found a mistake? Tell us."),
    ]


def test_what_other_dialects_leave_goes():
    blocks = markdown_blocks("# The pier {#pier}\n\n*By Bo Ek*\n\n[TOC]\n\n- [x] build ~~it~~\n- [ ] open it\n").blocks
    assert [(block.kind, block.text) for block in blocks] == [
        (TITLE, "The pier"),
        (ParagraphKind.BYLINE, "By Bo Ek"),
        (ITEM, "build it"),
        (ITEM, "open it"),
    ]


def test_front_matter_names_a_text_without_a_heading():
    assert markdown_blocks("---\ntitle: 'The harbour'\n---\nIt was closed.").title == "The harbour"


def test_front_matter_names_a_text_whose_headings_have_a_lower_rank():
    marked = markdown_blocks("---\ntitle: The harbour\n---\n## The storm\n\nIt was closed.")
    assert (marked.title, marked.blocks[0].kind) == ("The harbour", HEADING)


@pytest.mark.parametrize("line_end", ["\r\n", "\r"])
def test_line_ends_do_not_matter(line_end):
    assert markdown_blocks(TEXT.replace("\n", line_end)) == markdown_blocks(TEXT)


def test_a_rule_before_a_paragraph_that_is_not_all_italic_is_no_colophon():
    blocks = markdown_blocks("It was closed.\n\n---\n\n*Then* came the pier.").blocks
    assert [block.text for block in blocks if not block.noise] == ["It was closed.", "Then came the pier."]


@pytest.mark.parametrize("part", ["[", "*a", ">", "`a", "- ", "[a](b) ", "[^1]", "---\n"])
def test_hostile_texts_end(part):
    markdown_blocks(part * 5_000)


@given(st.text(alphabet="#*_-[]()!`>^:|\n ab1<", max_size=120))
def test_anything_is_read(text):
    for block in markdown_blocks(text).blocks:
        assert block.text == " ".join(block.text.split())
