"""The text of an uploaded file: UTF-8, UTF-16 with its mark, else Windows-1252; nothing that is not text."""

import codecs

MAXIMUM_BYTES = 2_000_000
_BINARY_STARTS = (
    (b"%PDF-", "This is a PDF. Copy its text and paste it, or save it as a .txt file."),
    (b"PK\x03\x04", "This is a Word document or a zip archive. Save its text as a .txt file and upload that."),
    (b"\xd0\xcf\x11\xe0", "This is an old Word document. Save its text as a .txt file and upload that."),
    (b"{\\rtf", "This is a rich text file. Save its text as a .txt file and upload that."),
)
_UTF16_MARKS = (codecs.BOM_UTF16_LE, codecs.BOM_UTF16_BE)


class IntakeError(ValueError):
    """A file that cannot be read as text; the message is one sentence for the person who brought it."""


def decode(data: bytes) -> str:
    """Give the text of a file, without its byte order mark.

    Raise IntakeError when it is empty, longer than MAXIMUM_BYTES or no text.
    """
    if len(data) > MAXIMUM_BYTES:
        raise IntakeError("This file is larger than 2 MB. Upload a shorter text, or split it into several articles.")
    for start, message in _BINARY_STARTS:
        if data.startswith(start):
            raise IntakeError(message)
    text = _decoded(data)
    if "\x00" in text:
        raise IntakeError("This file is not text. Upload a plain text file (.txt).")
    if not text.strip():
        raise IntakeError("This file has no text in it. Upload a file with the text of an article.")
    return text


def _decoded(data: bytes) -> str:
    if data.startswith(_UTF16_MARKS):
        try:
            return data.decode("utf-16")
        except UnicodeDecodeError as error:
            raise IntakeError("This file is damaged: its UTF-16 text breaks off. Save it again as UTF-8.") from error
    try:
        return data.decode("utf-8-sig")
    except UnicodeDecodeError:
        # Windows-1252 leaves five bytes without a meaning; they become the replacement mark rather than a refusal.
        return data.decode("cp1252", errors="replace")
