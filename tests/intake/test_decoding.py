"""Bytes become text, or a sentence that says why not."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from quizzes.intake import MAXIMUM_BYTES, IntakeError, decode

TEXT = "The “ferry” costs £4 – or €5, said the café’s owner."
POLISH = "Zażółć gęślą jaźń. Stary port został zamknięty po burzy, a miasto straciło sto łodzi. " * 4
RUSSIAN = "Старая фабрика на окраине города закрыта с зимы, и никто не знает почему. " * 3
JAPANESE = "町外れの古い工場は冬から閉まっています。" * 3


@pytest.mark.parametrize(
    "encoding", ["utf-8", "utf-8-sig", "utf-16", "utf-16-le", "utf-16-be", "utf-32", "cp1252", "mac_roman"]
)
def test_text_is_read(encoding):
    assert decode(TEXT.encode(encoding)) == TEXT


@pytest.mark.parametrize(("text", "encoding"), [(RUSSIAN, "cp1251"), (JAPANESE, "shift_jis"), (POLISH, "utf-8")])
def test_other_scripts_are_read(text, encoding):
    assert decode(text.encode(encoding)) == text


@pytest.mark.parametrize("wrong", ["cp1252", "latin-1"])
def test_a_text_that_was_read_in_a_wrong_encoding_is_mended(wrong):
    text = "Itâ€™s the cafÃ© of a “friend”." if wrong == "cp1252" else "It’s the café".encode().decode(wrong)
    assert "It’s the café" in decode(text.encode())


@pytest.mark.parametrize(
    "text", ["It's “curly” and ‘single’", "ﬁne ½ cup", "R&amp;D — yes", "naïve façade", "Â£4 of 5"]
)
def test_what_is_no_damage_stays(text):
    assert decode(text.encode()) == (text if "Â" not in text else "£4 of 5")


def test_bytes_without_a_meaning_in_windows_1252_are_marked():
    assert decode(b"The caf\xe9 \x81 was closed in 1974") == "The café \ufffd was closed in 1974"


def test_line_ends_are_kept():
    assert decode(b"one\r\ntwo\n") == "one\r\ntwo\n"


@pytest.mark.parametrize(
    ("data", "reason"),
    [
        (b"\x89PNG\r\n\x1a\n\x00\x00", "not text"),
        (b"\xff\xfea", "damaged"),
        (b"", "no text"),
        (b" \r\n", "no text"),
        (b"a" * (MAXIMUM_BYTES + 1), "larger than 5 MB"),
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
