"""What a file is, by its content; its name is asked only where content cannot tell."""

import io
import re
import zipfile
from enum import StrEnum

from django.utils.translation import gettext as _

from quizzes.intake.values import IntakeError


class Kind(StrEnum):
    """The files that can be read."""

    TEXT = "text"
    MARKDOWN = "markdown"
    HTML = "html"
    PDF = "pdf"
    DOCX = "docx"
    EPUB = "epub"


_HTML = re.compile(rb"<(?:!doctype\s+html|html|head|body|article|main|section|div|p|h[1-6]|table)\b", re.I)
_CLOSING = re.compile(rb"</(?:html|head|body|article|main|section|div|p|h[1-6]|table|title)\s*>", re.I)
_FRONT_MATTER = re.compile(rb"\A---\r?\n(?:[\w-]+:.*\r?\n)+---\r?\n")
_BEGINNING = 4_096
_PDF = re.compile(rb"(?:\A|[\x00-\x20])%PDF-\d")  # readers allow some bytes before the mark
_HEADING = re.compile(rb"(?:\A|\n\r?\n)#{1,6} \S")
_FEWEST_HEADINGS = 2  # one may be a number or a tag


def kind_of(data: bytes, name: str = "") -> Kind:
    """Tell what a file is; raise IntakeError for what is known and cannot be read."""
    start = data[:_BEGINNING]
    if _PDF.search(start[:1024]):
        return Kind.PDF
    if start.startswith(b"PK\x03\x04"):
        return _archive(data)
    for mark, what in _refused().items():
        if start.startswith(mark):
            raise IntakeError(what)
    if start[60:68] == b"BOOKMOBI":
        raise IntakeError(_("This is a Kindle book. Bring the book as .epub, or copy the text that you need."))
    if start[4:8] == b"ftyp":
        raise IntakeError(_("This is a picture, a film or a recording. Bring the text itself."))
    plain = start.replace(b"\x00", b"")  # UTF-16
    if _HTML.search(plain) and (_CLOSING.search(data[:200_000].replace(b"\x00", b"")) or plain.lstrip()[:1] == b"<"):
        return Kind.HTML
    named = name.casefold().endswith((".md", ".markdown"))
    if named or _FRONT_MATTER.match(plain) or len(_HEADING.findall(data)) >= _FEWEST_HEADINGS:
        return Kind.MARKDOWN
    return Kind.TEXT


def _refused() -> dict[bytes, str]:
    picture = _("This is a picture. Bring the text itself, or use a program that recognises text in pictures first.")
    return {
        b"\xd0\xcf\x11\xe0": _("This is an old or a locked Word document. Save it as .docx without a password."),
        b"{\\rtf": _("This is a rich text file. Save it as .docx or as plain text."),
        b"\x89PNG": picture,
        b"\xff\xd8\xff": picture,
        b"GIF8": picture,
        b"II*\x00": picture,
        b"MM\x00*": picture,
        b"RIFF": picture,
        b"AT&TFORM": picture,
        b"Rar!": _("This is an archive. Unpack it and bring one file."),
        b"7z\xbc\xaf": _("This is an archive. Unpack it and bring one file."),
        b"\x1f\x8b": _("This is an archive. Unpack it and bring one file."),
        b"BZh": _("This is an archive. Unpack it and bring one file."),
        b"\xfd7zXZ": _("This is an archive. Unpack it and bring one file."),
        b"%!PS": _("This is a PostScript file. Save it as a PDF."),
    }


def _archive(data: bytes) -> Kind:
    """Tell what a zip archive holds."""
    try:
        with zipfile.ZipFile(io.BytesIO(data)) as archive:
            names = set(archive.namelist()[:5_000])
    except (zipfile.BadZipFile, ValueError, NotImplementedError, OSError) as error:
        raise IntakeError(_("This file is damaged: it breaks off in the middle. Download or save it again.")) from error
    if "word/document.xml" in names:
        return Kind.DOCX
    if "META-INF/container.xml" in names:
        return Kind.EPUB
    if "content.xml" in names:
        raise IntakeError(_("This is an OpenDocument file. Save it as .docx or as plain text."))
    if any(name.startswith(("Index/", "xl/", "ppt/")) for name in names):
        raise IntakeError(_("This is a Pages document, a table or slides. Save its text as .docx or as plain text."))
    raise IntakeError(_("This is an archive. Unpack it and bring one file."))
