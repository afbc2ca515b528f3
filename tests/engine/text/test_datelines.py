"""The dateline of a news story goes from its first paragraph; everything that only begins like one stays."""

import pytest

from quizzes.engine.text import Block, ParagraphKind, clean_blocks, clean_text

TITLE = "The pier at Vell is closed"
FIRST = "The pier at Vell was closed on Monday after a storm that broke the outer wall."
SECOND = "Nobody has built it again, though the town has asked for it."


@pytest.mark.parametrize(
    "dateline",
    [
        "VELL, March 14 (Reuters) —",
        "VELL (AP) —",
        "LONDON —",
        "NEW SALT, Texas –",
        "VELL, Salt, 14 March 2031 --",
        "Vell (Reuters) -",
        "Vell, March 14 –",
        "WASHINGTON/VELL, March 14 (Reuters) -",
    ],
)
def test_a_dateline_goes_with_its_place(dateline):
    raw = f"{TITLE}\n\nBy Bo Ek\n\n{dateline} {FIRST}\n\n{SECOND}"
    cleaned = clean_text(raw)
    assert [each.text for each in cleaned.paragraphs] == [TITLE, "By Bo Ek", FIRST, SECOND]
    [left_out] = cleaned.removed
    assert (raw[left_out.start : left_out.end].strip(), left_out.text, left_out.reason) == (
        dateline,
        dateline,
        "dateline",
    )


def test_a_dateline_goes_from_a_page():
    raw, cleaned = clean_blocks(
        [Block(ParagraphKind.TITLE, TITLE), Block(None, f"VELL — {FIRST}"), Block(None, SECOND)]
    )
    assert [each.text for each in cleaned.paragraphs] == [TITLE, FIRST, SECOND]
    assert [each.reason for each in cleaned.removed] == ["dateline"]
    segment = cleaned.paragraphs[1].segments[0]
    assert raw[segment.raw : segment.raw + segment.length] == FIRST


@pytest.mark.parametrize(
    "text",
    [
        "The Vell pier — The Long One, as they call it — was closed on Monday after a storm.",
        "IBM – once the largest of them all – has sold the pier to an island for a single crown.",
        "March 14 – A day that nobody in the town of Vell will forget, since the pier fell.",
        "Vell – The town whose pier fell on Monday after a storm that broke the outer wall of it.",
    ],
)
def test_a_sentence_with_a_dash_stays(text):
    cleaned = clean_text(f"{TITLE}\n\n{text}\n\n{SECOND}")
    assert (cleaned.paragraphs[1].text, cleaned.removed) == (text, ())


def test_a_later_paragraph_keeps_what_looks_like_a_dateline():
    cleaned = clean_text(f"{TITLE}\n\n{SECOND}\n\nLONDON — {FIRST}")
    assert cleaned.paragraphs[2].text == f"LONDON — {FIRST}"
