"""Files of every kind, built in the test from the text of a starter article."""

import io
import zipfile
from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path
from xml.sax.saxutils import escape

import docx
from reportlab.lib.enums import TA_JUSTIFY
from reportlab.lib.pagesizes import A4
from reportlab.lib.pdfencrypt import StandardEncryption
from reportlab.lib.styles import ParagraphStyle
from reportlab.platypus import BaseDocTemplate, Frame, PageTemplate, Paragraph

from quizzes.engine.text import ParagraphKind, clean

SEEDS = Path(__file__).resolve().parents[2] / "seeds" / "articles"
HEADS = (ParagraphKind.TITLE, ParagraphKind.HEADING)


@dataclass(frozen=True)
class Gold:
    """A text whose paragraphs are known."""

    kinds: tuple[ParagraphKind, ...]
    texts: tuple[str, ...]


def gold(name: str) -> Gold:
    paragraphs = clean((SEEDS / f"{name}.txt").read_text("utf-8"))
    return Gold(tuple(paragraph.kind for paragraph in paragraphs), tuple(paragraph.text for paragraph in paragraphs))


def pdf(
    text: Gold,
    *,
    columns: int = 1,
    indent: float = 0,
    space: float = 8,
    justified: bool = False,
    head: str = "",
    foot: bool = False,
    note: str = "",
    password: str | None = None,
    size: float = 10,
) -> bytes:
    """Set a text as a paper does."""
    justify = {"alignment": TA_JUSTIFY} if justified else {}
    body = ParagraphStyle(
        "body", fontSize=size, leading=1.25 * size, firstLineIndent=indent, spaceAfter=space, **justify
    )
    head_style = ParagraphStyle(
        "head", fontSize=1.4 * size, leading=1.7 * size, fontName="Helvetica-Bold", spaceAfter=8
    )
    wide, high = A4
    gap, margin = 18, 72
    width = (wide - 2 * margin - gap * (columns - 1)) / columns
    floor = margin + (30 if note else 0)
    frames = [Frame(margin + at * (width + gap), floor, width, high - margin - floor) for at in range(columns)]

    def furnish(canvas, document):
        canvas.setFont("Helvetica", 8)
        if head:
            canvas.drawString(margin, high - 40, head)
        if foot:
            canvas.drawCentredString(wide / 2, 36, f"Page {document.page}")
        if note and document.page == 1:
            canvas.setFont("Helvetica", 7)
            canvas.drawString(margin, margin + 4, f"{document.page} {note}")

    target = io.BytesIO()
    lock = StandardEncryption(password, canPrint=1) if password is not None else None
    document = BaseDocTemplate(target, pagesize=A4, encrypt=lock)
    document.addPageTemplates(PageTemplate(frames=frames, onPage=furnish))
    rows = zip(text.kinds, text.texts, strict=True)
    document.build([Paragraph(escape(words), head_style if kind in HEADS else body) for kind, words in rows])
    return target.getvalue()


STYLES = {
    ParagraphKind.TITLE: "Title",
    ParagraphKind.HEADING: "Heading 1",
    ParagraphKind.LIST_ITEM: "List Bullet",
    ParagraphKind.QUOTE: "Quote",
    ParagraphKind.CAPTION: "Caption",
}


def word(text: Gold) -> bytes:
    """Write a text in Word's own styles."""
    document = docx.Document()
    for kind, words in zip(text.kinds, text.texts, strict=True):
        document.add_paragraph(words, style=STYLES.get(kind))
    return saved(document)


def saved(document) -> bytes:
    target = io.BytesIO()
    document.save(target)
    return target.getvalue()


def zipped(members: dict[str, bytes | str]) -> bytes:
    target = io.BytesIO()
    with zipfile.ZipFile(target, "w", zipfile.ZIP_DEFLATED) as archive:
        for name, data in members.items():
            archive.writestr(name, data)
    return target.getvalue()


CONTAINER = """<?xml version="1.0"?><container xmlns="urn:oasis:names:tc:opendocument:xmlns:container" version="1.0">
<rootfiles><rootfile full-path="OPS/book.opf" media-type="application/oebps-package+xml"/></rootfiles></container>"""


def book(
    chapters: Sequence[str], *, extra: dict[str, bytes | str] | None = None, spine: str = "", guide: str = ""
) -> bytes:
    """Bind pages as an e-book; a page is what stands in its body."""
    numbers = range(1, len(chapters) + 1)
    items = "".join(f'<item id="c{n}" href="text/c%20{n}.xhtml" media-type="application/xhtml+xml"/>' for n in numbers)
    order = spine or "".join(f'<itemref idref="c{n}"/>' for n in numbers)
    package = f"""<?xml version="1.0"?><package xmlns="http://www.idpf.org/2007/opf" version="3.0">
<metadata xmlns:dc="http://purl.org/dc/elements/1.1/"><dc:title>The harbour book</dc:title></metadata>
<manifest>{items}<item id="n" href="nav.xhtml" media-type="application/xhtml+xml" properties="nav"/></manifest>
<spine>{order}</spine>{guide}</package>"""
    pages = {
        f"OPS/text/c {n}.xhtml": '<?xml version="1.0" encoding="utf-8"?><html xmlns="http://www.w3.org/1999/xhtml"'
        f' xmlns:epub="http://www.idpf.org/2007/ops"><head><title>x</title></head><body>{chapter}</body></html>'
        for n, chapter in zip(numbers, chapters, strict=True)
    }
    return zipped(
        {"mimetype": "application/epub+zip", "META-INF/container.xml": CONTAINER, "OPS/book.opf": package}
        | pages
        | (extra or {})
    )
