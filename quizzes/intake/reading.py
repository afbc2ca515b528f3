"""One reader a kind of file, and the sizes beyond which none is read."""

import re

from django.utils.translation import gettext as _

from quizzes.engine.text.html import html_blocks
from quizzes.engine.text.markdown import markdown_blocks
from quizzes.intake.decoding import decode
from quizzes.intake.docx import read_docx
from quizzes.intake.epub import read_epub
from quizzes.intake.kinds import Kind, kind_of
from quizzes.intake.pdf import read_pdf
from quizzes.intake.values import IntakeError, Progress, Source

MEGABYTE = 1_000_000
LARGEST = {
    Kind.TEXT: 5 * MEGABYTE,
    Kind.MARKDOWN: 5 * MEGABYTE,
    Kind.HTML: 5 * MEGABYTE,
    Kind.PDF: 50 * MEGABYTE,
    Kind.DOCX: 30 * MEGABYTE,
    Kind.EPUB: 30 * MEGABYTE,
}
_CHARSET = re.compile(rb"<meta[^>]+charset\s*=\s*[\"']?\s*([\w-]{2,40})", re.I)
_DECLARED_IN = 4_096


def read(data: bytes, *, name: str = "", progress: Progress | None = None) -> Source:
    """Read a file by what it is; `progress` hears how many pages or chapters of how many are read.

    Raise IntakeError, with one sentence for the person who brought it, for all that cannot be read.
    """
    if not data:
        raise IntakeError(_("This file is empty. Bring a file with the text of an article."))
    kind = kind_of(data, name)
    if len(data) > LARGEST[kind]:
        raise IntakeError(
            _("This file is larger than %(most)d MB. Bring a shorter text, or split it into several articles.")
            % {"most": LARGEST[kind] // MEGABYTE}
        )
    tell = progress or _silent
    source = _read(data, kind, tell)
    if not (source.text.strip() if source.blocks is None else any(not block.noise for block in source.blocks)):
        raise IntakeError(_("This file has no text in it. Bring a file with the text of an article."))
    return source


def _silent(done: int, total: int) -> None:
    """Hear nothing."""


def _read(data: bytes, kind: Kind, tell: Progress) -> Source:
    if kind is Kind.PDF:
        return read_pdf(data, tell)
    if kind is Kind.DOCX:
        return read_docx(data)
    if kind is Kind.EPUB:
        return read_epub(data, tell)
    if kind is Kind.TEXT:
        return Source(kind, text=decode(data))
    marked = html_blocks(_page(data)) if kind is Kind.HTML else markdown_blocks(decode(data))
    return Source(kind, marked.title, blocks=marked.blocks)


def _page(data: bytes) -> str:
    """Decode a web page as it declares itself, where that is true; else as any other text."""
    declared = _CHARSET.search(data[:_DECLARED_IN])
    if declared and not data.startswith((b"\xef\xbb\xbf", b"\xff\xfe", b"\xfe\xff")):
        try:
            return decode(data.decode(declared.group(1).decode()).encode())
        except (UnicodeDecodeError, LookupError):
            pass
    return decode(data)
