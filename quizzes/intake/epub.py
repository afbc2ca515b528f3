"""E-books: the documents of the spine in their order, each heading a chapter or a part of one."""

import posixpath
import re
from dataclasses import replace
from typing import Any
from urllib.parse import unquote

from django.utils.translation import gettext as _

from quizzes.engine.text import Block, ParagraphKind
from quizzes.engine.text.html import html_blocks
from quizzes.engine.text.removal import NOTICE
from quizzes.intake.archives import Archive, parse_xml
from quizzes.intake.decoding import decode
from quizzes.intake.values import IntakeError, Progress, Source

CONTAINER, ENCRYPTION = "META-INF/container.xml", "META-INF/encryption.xml"
PAGES = ("application/xhtml+xml", "text/html")
_NOT_READ = frozenset(
    "cover toc title-page titlepage copyright-page copyright landmarks index loi lot colophon dedication"
    " acknowledgements bibliography endnotes footnotes".split()
)

_TYPE = re.compile(r"<(?:body|section|nav|div|aside)\b[^>]*\bepub:type=[\"']([^\"']*)")
_HEAD = 4_000


def read_epub(data: bytes, progress: Progress) -> Source:
    """Read a book without its cover, contents and imprint, where it marks them."""
    archive = Archive(data)
    place = _package(archive)
    package = archive.xml_of(place)
    _refuse_locked(archive)
    blocks: list[Block] = []
    pages = _pages(package, posixpath.dirname(place))
    for done, page in enumerate(pages):
        progress(done, len(pages))
        held = archive.bytes_of(page) if page in archive.names else b""
        if held.strip():
            blocks += _chapter(decode(held))
    progress(len(pages), len(pages))
    titles = [element.text or "" for element in package.iter("{*}title")]
    return Source("epub", " ".join(titles[0].split()) if titles else "", blocks=tuple(blocks))


def _package(archive: Archive) -> str:
    """Give the path of the file that lists the book's parts."""
    roots = [root.get("full-path", "") for root in archive.xml_of(CONTAINER).iter("{*}rootfile")]
    if not roots or roots[0] not in archive.names:
        raise IntakeError(_("This e-book is damaged: it does not say what it holds. Download or save it again."))
    return str(roots[0])


def _refuse_locked(archive: Archive) -> None:
    """Refuse a book whose text is encrypted; fonts may be."""
    if ENCRYPTION not in archive.names:
        return
    locked = [
        str(element.get("URI", "")) for element in parse_xml(archive.bytes_of(ENCRYPTION)).iter("{*}CipherReference")
    ]
    if any(unquote(name).casefold().endswith((".xhtml", ".html", ".htm", ".xml")) for name in locked):
        raise IntakeError(
            _("This e-book is locked by its publisher (DRM), so its text cannot be read. Bring another copy.")
        )


def _pages(package: Any, folder: str) -> list[str]:
    """Give the paths of the documents that a reader turns through, in order."""
    skipped = {
        unquote(guide.get("href", "")).partition("#")[0] for guide in package.iter("{*}reference") if _is_aside(guide)
    }
    paths = {
        item.get("id"): item.get("href", "")
        for item in package.iter("{*}item")
        if item.get("media-type") in PAGES and "nav" not in item.get("properties", "").split()
    }
    read = [
        paths[reference.get("idref")]
        for reference in package.iter("{*}itemref")
        if reference.get("linear") != "no" and reference.get("idref") in paths
    ]
    return [posixpath.normpath(posixpath.join(folder, unquote(path))) for path in read if unquote(path) not in skipped]


def _is_aside(guide: Any) -> bool:
    return guide.get("type", "").casefold() in _NOT_READ


def _chapter(page: str) -> list[Block]:
    """Read a document of the book; what it calls contents, imprint or notes comes along as noise."""
    named = _TYPE.search(page[:_HEAD])
    aside = named is not None and not _NOT_READ.isdisjoint(named.group(1).split())
    return [
        replace(
            block,
            kind=ParagraphKind.HEADING if block.kind is ParagraphKind.TITLE else block.kind,
            noise=block.noise or (NOTICE if aside else ""),
        )
        for block in html_blocks(page, whole=True).blocks
    ]
