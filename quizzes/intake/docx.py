"""Word documents: paragraphs with the kinds that their styles name, as they read with all changes accepted."""

import re
from collections.abc import Iterator
from dataclasses import dataclass, field
from typing import Any

from quizzes.engine.text import Block, ParagraphKind
from quizzes.engine.text.removal import BOX, CAPTION, FOOTNOTE, MENU
from quizzes.intake.archives import Archive
from quizzes.intake.values import Source

W = "{http://schemas.openxmlformats.org/wordprocessingml/2006/main}"
FALLBACK = "{http://schemas.openxmlformats.org/markup-compatibility/2006}Fallback"
_LEFT_OUT = frozenset({f"{W}del", f"{W}moveFrom", f"{W}instrText", f"{W}delText", f"{W}pPr", f"{W}rPr", FALLBACK})
_BREAKS = {f"{W}br": "\n", f"{W}cr": "\n", f"{W}tab": " ", f"{W}noBreakHyphen": "\u2011"}
_STYLES = (
    (re.compile(r"title"), ParagraphKind.TITLE, ""),
    (re.compile(r"subtitle|heading \d|kop \d"), ParagraphKind.HEADING, ""),
    (re.compile(r"(?:intense )?quote|block text"), ParagraphKind.QUOTE, ""),
    (re.compile(r"list\b.*"), ParagraphKind.LIST_ITEM, ""),
    (re.compile(r"caption"), ParagraphKind.CAPTION, CAPTION),
    (re.compile(r"toc\b.*|table of figures|index \d"), ParagraphKind.BODY, MENU),
)
_HEADINGS = frozenset("012345678")  # outline levels; 9 is body text
_LONG_CELL = 200
_MOST_CHARACTERS_IN_A_BOX = 200
_LONGEST_CHAIN = 12


@dataclass(frozen=True, slots=True)
class _Styles:
    """What the styles of a document say: name, parent and outline level by id, and which number their paragraphs."""

    names: dict[str, str] = field(default_factory=dict)
    parents: dict[str, str] = field(default_factory=dict)
    numbered: frozenset[str] = frozenset()
    outlines: dict[str, str] = field(default_factory=dict)

    def chain(self, style: str) -> Iterator[str]:
        for _ in range(_LONGEST_CHAIN):
            if not style:
                return
            yield style
            style = self.parents.get(style, "")


def read_docx(data: bytes) -> Source:
    """Read a document; footnotes and captions come along as noise, headers and footers do not come."""
    archive = Archive(data)
    styles = _styles(archive)
    body = archive.xml_of("word/document.xml").find(f"{W}body")
    blocks = _without_drop_capitals(_blocks(body, styles)) if body is not None else []
    if "word/footnotes.xml" in archive.names:
        notes = (_text(note) for note in archive.xml_of("word/footnotes.xml") if note.get(f"{W}type") is None)
        blocks += [(Block(ParagraphKind.BODY, note, FOOTNOTE)) for note in notes if note.strip()]
    titles = [block.text for block in blocks if block.kind is ParagraphKind.TITLE and not block.noise]
    return Source("docx", titles[0] if titles else "", blocks=tuple(blocks))


def _styles(archive: Archive) -> _Styles:
    if "word/styles.xml" not in archive.names:
        return _Styles()
    names, parents, outlines, numbered = {}, {}, {}, set()
    for style in archive.xml_of("word/styles.xml").iter(f"{W}style"):
        key = style.get(f"{W}styleId", "")
        names[key] = _value(style.find(f"{W}name")).casefold()
        parents[key] = _value(style.find(f"{W}basedOn"))
        outlines[key] = _value(style.find(f"{W}pPr/{W}outlineLvl"))
        if style.find(f"{W}pPr/{W}numPr") is not None:
            numbered.add(key)
    return _Styles(names, parents, frozenset(numbered), outlines)


def _value(element: Any) -> str:
    return str(element.get(f"{W}val", "")) if element is not None else ""


def _blocks(parent: Any, styles: _Styles) -> list[Block | str]:
    """Give the blocks in order; a string is a drop capital that the next block begins with."""
    found: list[Block | str] = []
    for element in parent:
        if element.tag == f"{W}p":
            found += _paragraph(element, styles)
        elif element.tag == f"{W}tbl":
            for row in element.iter(f"{W}tr"):
                found += _row(row, styles)
        elif element.tag in (f"{W}sdt", f"{W}ins", f"{W}moveTo", f"{W}customXml"):
            content = element.find(f"{W}sdtContent")
            found += _blocks(element if content is None else content, styles)
    return found


def _paragraph(element: Any, styles: _Styles) -> list[Block | str]:
    text = _text(element)
    boxes = [
        Block(ParagraphKind.QUOTE, inner, BOX if len(inner) <= _MOST_CHARACTERS_IN_A_BOX else "")
        for box in element.iter(f"{W}txbxContent")
        if not any(ancestor.tag == FALLBACK for ancestor in box.iterancestors())
        if (inner := " ".join(_text(paragraph) for paragraph in box.iter(f"{W}p")).strip())
    ]
    if not text.strip():
        return [*boxes]
    if element.find(f"{W}pPr/{W}framePr[@{W}dropCap]") is not None:
        return [text.strip(), *boxes]
    kind, noise = _kind(element, styles)
    return [Block(kind, text, noise), *boxes]


def _kind(paragraph: Any, styles: _Styles) -> tuple[ParagraphKind | None, str]:
    """Read the kind off the style; a paragraph without one is told by its words."""
    style = _value(paragraph.find(f"{W}pPr/{W}pStyle"))
    chain = list(styles.chain(style))
    for key in chain:
        for pattern, kind, noise in _STYLES:
            if pattern.fullmatch(styles.names.get(key, key.casefold())):
                return kind, noise
    outline = _value(paragraph.find(f"{W}pPr/{W}outlineLvl")) or next(filter(None, map(styles.outlines.get, chain)), "")
    if outline in _HEADINGS:
        return ParagraphKind.HEADING, ""
    numbered = paragraph.find(f"{W}pPr/{W}numPr") is not None
    if numbered or any(key in styles.numbered for key in chain):
        return ParagraphKind.LIST_ITEM, ""
    return None, ""


def _row(row: Any, styles: _Styles) -> list[Block | str]:
    """Give a row of a table as one item; a cell that holds running text is there for the layout."""
    cells = row.findall(f"{W}tc")
    texts = [" ".join(_text(paragraph) for paragraph in cell.iter(f"{W}p")).strip() for cell in cells]
    if any(len(text) > _LONG_CELL for text in texts):
        return [block for cell in cells for block in _blocks(cell, styles)]
    line = " ".join(text for text in texts if text)
    return [Block(ParagraphKind.LIST_ITEM, line)] if line else []


def _text(element: Any) -> str:
    """Give what a person reads in a paragraph: no deleted, hidden or boxed words, no fields' codes."""
    return "".join(_words(element))


def _words(element: Any) -> Iterator[str]:
    for child in element:
        if child.tag in _LEFT_OUT or child.tag == f"{W}txbxContent" or child.find(f"{W}rPr/{W}vanish") is not None:
            continue
        if child.tag == f"{W}t":
            yield child.text or ""
        elif child.tag in _BREAKS:
            yield _BREAKS[child.tag]
        else:
            yield from _words(child)


def _without_drop_capitals(found: list[Block | str]) -> list[Block]:
    """Write each drop capital where it belongs: before the words of the next block."""
    blocks: list[Block] = []
    capital = ""
    for each in found:
        if isinstance(each, str):
            capital += each
        else:
            blocks.append(Block(each.kind, capital + each.text.lstrip(), each.noise) if capital else each)
            capital = ""
    return blocks
