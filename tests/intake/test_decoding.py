"""Bytes become text, or a sentence that says why not."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from quizzes.intake import MAXIMUM_BYTES, IntakeError, decode

TEXT = "The “ferry” costs £4 – or €5."


@pytest.mark.parametrize("encoding", ["utf-8", "utf-8-sig", "utf-16", "cp1252"])
def test_text_is_read(encoding):
    assert decode(TEXT.encode(encoding)) == TEXT


@pytest.mark.parametrize("order", ["utf-16-le", "utf-16-be"])
def test_utf_16_needs_its_mark_and_loses_it(order):
    assert decode(("\ufeff" + TEXT).encode(order)) == TEXT
    with pytest.raises(IntakeError, match="not text"):
        decode("ferry".encode(order))


def test_bytes_without_a_meaning_in_windows_1252_are_marked():
    assert decode(b"caf\xe9 \x81") == "café \ufffd"


def test_line_ends_are_kept():
    assert decode(b"one\r\ntwo\n") == "one\r\ntwo\n"


@pytest.mark.parametrize(
    ("data", "reason"),
    [
        (b"%PDF-1.7 ...", "PDF"),
        (b"PK\x03\x04...", "Word document or a zip"),
        (b"\xd0\xcf\x11\xe0\xa1", "old Word document"),
        (b"{\\rtf1 hello}", "rich text"),
        (b"\x89PNG\r\n\x1a\n\x00\x00", "not text"),
        (b"\xff\xfea", "damaged"),
        (b"", "no text"),
        (b" \r\n", "no text"),
        (b"a" * (MAXIMUM_BYTES + 1), "larger than 2 MB"),
    ],
)
def test_what_is_no_text_is_refused(data, reason):
    with pytest.raises(IntakeError, match=reason):
        decode(data)


@given(st.binary(max_size=200))
def test_any_bytes_are_read_or_refused(data):
    try:
        text = decode(data)
    except IntakeError:
        return
    assert text.strip()
    assert "\x00" not in text
