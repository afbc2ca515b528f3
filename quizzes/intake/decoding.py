"""The text of bytes in any encoding: marks first, then UTF-8, UTF-16 by its zeros, Western ones, at last a guess."""

import codecs
import re

from django.utils.translation import gettext as _

from quizzes.intake.values import IntakeError

MAXIMUM_BYTES = 5_000_000
_MARKS = (
    (codecs.BOM_UTF8, "utf-8-sig"),
    (codecs.BOM_UTF32_LE, "utf-32"),
    (codecs.BOM_UTF32_BE, "utf-32"),
    (codecs.BOM_UTF16_LE, "utf-16"),
    (codecs.BOM_UTF16_BE, "utf-16"),
)
_LOOKED_AT = 20_000
_MOSTLY_ZEROS = 0.7  # of every second byte, in UTF-16 of a text in Latin letters
_WESTERN = 0.15  # of the bytes are above 127 at most; a text in another script has more
# Apostrophes and quotation marks of the two Western encodings that people's files are in.
_WINDOWS_MARKS, _MAC_MARKS = re.compile(rb"[\x91-\x94]"), re.compile(rb"(?<=[A-Za-z ,.])[\xd2-\xd5](?=[A-Za-z ,.])")


def decode(data: bytes) -> str:
    """Give the text of a plain text, without its byte order mark, and with damage by a wrong decoding mended.

    Raise IntakeError when it is empty, longer than MAXIMUM_BYTES or no text.
    """
    if len(data) > MAXIMUM_BYTES:
        raise IntakeError(
            _("This file is larger than %(most)d MB. Bring a shorter text, or split it into several articles.")
            % {"most": MAXIMUM_BYTES // 1_000_000}
        )
    text = mended(_decoded(data))
    if "\x00" in text:
        raise IntakeError(_("This file is not text. Bring a text, web page, PDF, Word document or e-book."))
    if not text.strip():
        raise IntakeError(_("This file has no text in it. Bring a file with the text of an article."))
    return text


def mended(text: str) -> str:
    """Undo text that was read in a wrong encoding once ("Itâ€™s"); everything else stays as it is."""
    import ftfy  # noqa: PLC0415 - only who reads a file pays for it

    return ftfy.fix_encoding(text)


def _decoded(data: bytes) -> str:
    for mark, encoding in _MARKS:
        if data.startswith(mark):
            try:
                return data.decode(encoding)
            except UnicodeDecodeError as error:
                raise IntakeError(
                    _("This file is damaged: its text breaks off in the middle. Save it again as UTF-8.")
                ) from error
    try:
        text = data.decode("utf-8")
    except UnicodeDecodeError:
        return data.decode(_encoding(data), errors="replace")
    order = _utf16_order(data) if "\x00" in text else None
    return data.decode(order, errors="replace") if order else text


def _encoding(data: bytes) -> str:
    """Tell the encoding of bytes that are not UTF-8."""
    if order := _utf16_order(data):
        return order
    sample = data[:_LOOKED_AT]
    if sum(byte > 127 for byte in sample) > _WESTERN * len(sample):
        return _guess(sample)
    mac = len(_MAC_MARKS.findall(sample)) > len(_WINDOWS_MARKS.findall(sample))
    # Windows-1252 leaves five bytes without a meaning; they become the replacement mark rather than a refusal.
    return "mac_roman" if mac else "cp1252"


def _utf16_order(data: bytes) -> str | None:
    even, odd = data[:_LOOKED_AT:2], data[1:_LOOKED_AT:2]
    if odd.count(0) > _MOSTLY_ZEROS * len(odd) and even.count(0) == 0:
        return "utf-16-le"
    return "utf-16-be" if even.count(0) > _MOSTLY_ZEROS * len(even) and odd.count(0) == 0 else None


def _guess(sample: bytes) -> str:
    from charset_normalizer import from_bytes  # noqa: PLC0415 - as above

    best = from_bytes(sample).best()
    return best.encoding if best else "cp1252"
