"""Texts that come in blocks."""

from hypothesis import given
from hypothesis import strategies as st

from quizzes.engine.text import Block, ParagraphKind, clean_blocks, clean_text, with_noise

BODY = ParagraphKind.BODY


def test_a_block_is_a_paragraph_of_its_kind():
    blocks = [
        Block(ParagraphKind.TITLE, "The harbour"),
        Block(BODY, "It was closed\n  in 1974."),
        Block(ParagraphKind.LIST_ITEM, "boats"),
        Block(None, "Photo: the old pier"),
        Block(BODY, "\u00a0"),
        Block(BODY, "The end came in 1980."),
    ]
    raw, cleaned = clean_blocks(blocks)
    assert [(paragraph.number, paragraph.kind, paragraph.text) for paragraph in cleaned.paragraphs] == [
        (1, ParagraphKind.TITLE, "The harbour"),
        (2, BODY, "It was closed in 1974."),
        (3, ParagraphKind.LIST_ITEM, "boats"),
        (4, ParagraphKind.CAPTION, "Photo: the old pier"),
        (5, BODY, "The end came in 1980."),
    ]
    assert raw.startswith("The harbour\n\nIt was closed\n  in 1974.\n\nboats")


@given(st.lists(st.text(alphabet="ab \n\u00adﬁ.", max_size=20), max_size=6))
def test_every_segment_is_where_it_says(texts):
    raw, cleaned = clean_blocks([Block(BODY, text) for text in texts])
    for paragraph in cleaned.paragraphs:
        for segment in paragraph.segments:
            clean = paragraph.text[segment.clean : segment.clean + segment.length]
            assert clean.split() == raw[segment.raw : segment.raw + segment.length].split()


def test_what_is_left_out_is_named_with_its_place():
    raw = "The harbour was closed after the\n\nPage 3 of 8\n\nstorm of 1974."
    cleaned = clean_text(raw)
    assert [paragraph.text for paragraph in cleaned.paragraphs] == ["The harbour was closed after the storm of 1974."]
    (removed,) = cleaned.removed
    assert (removed.text, removed.reason) == ("Page 3 of 8", "page number")
    assert raw[removed.start : removed.end] == "Page 3 of 8"


def test_notes_of_a_reader_stand_at_the_end_of_the_raw_text():
    text = "The harbour was closed.\n"
    notes = [Block(BODY, "3", "page number"), Block(BODY, "See box nine.", "footnote")]
    raw, cleaned = with_noise(text, clean_text(text), notes)
    assert [paragraph.text for paragraph in cleaned.paragraphs] == ["The harbour was closed."]
    assert [(removed.text, removed.reason) for removed in cleaned.removed] == [
        ("3", "page number"),
        ("See box nine.", "footnote"),
    ]
    assert all(raw[removed.start : removed.end] == removed.text for removed in cleaned.removed)
