"""The walk over a page's article that makes its blocks."""

import re
from dataclasses import dataclass, field, replace
from typing import Any

from quizzes.engine.text import removal
from quizzes.engine.text.blocks import Block
from quizzes.engine.text.html import furniture
from quizzes.engine.text.html.sections import without_boxes
from quizzes.engine.text.html.tree import BLOCKS, RunningText, article_of, parse, words_of
from quizzes.engine.text.kinds import is_byline
from quizzes.engine.text.layout import looks_like_heading
from quizzes.engine.text.values import ParagraphKind

_KINDS = {"li": ParagraphKind.LIST_ITEM, "dt": ParagraphKind.HEADING, "blockquote": ParagraphKind.QUOTE}
_KINDS |= {f"h{level}": ParagraphKind.HEADING for level in range(1, 7)}
_KINDS |= {"figcaption": ParagraphKind.CAPTION, "caption": ParagraphKind.CAPTION, "tr": ParagraphKind.LIST_ITEM}
_SUFFIX = re.compile(r"\s+[|–—·-]\s+[^|–—·-]{2,60}$")  # "The harbour | The Vell Courier"
_NOTE_MARK = re.compile(r"\[?(?:\d{1,3}|[a-z*†‡])\]?")
_INLINE = ("b", "strong", "font", "span", "em", "i", "u", "a", "big")
_KEPT_SHARE = 0.4
_TOP = 4
_HEADING_WORDS = 12


@dataclass(frozen=True, slots=True)
class Marked:
    """A text whose source marks its paragraphs: its title ("" when it names none) and its blocks."""

    title: str
    blocks: tuple[Block, ...]


@dataclass(slots=True)
class _Walk:
    """What the walk has found; `line` is the paragraph that is being read."""

    whole: bool
    running: RunningText
    total: int
    blocks: list[Block] = field(default_factory=list)
    line: list[str] = field(default_factory=list)

    def end(self, kind: ParagraphKind, noise: str) -> None:
        text = " ".join("".join(self.line).split())
        self.line = []
        if text:
            self.blocks.append(Block(kind, text, noise or self._noise(kind, text)))

    def _noise(self, kind: ParagraphKind, text: str) -> str:
        if self.whole:
            return ""
        if is_byline(text) and len([block for block in self.blocks if not block.noise]) < _TOP:
            return removal.BYLINE
        return removal.NOTICE if kind is not ParagraphKind.HEADING and furniture.is_notice(text) else ""


def html_blocks(html: str, *, whole: bool = False) -> Marked:
    """Read the article of a page, or with `whole` everything that is on it (chapters of a book, Markdown).

    What the page has beside its article (menus, captions, notices) comes along as noise when it stands within it.
    """
    root = parse(html)
    if root is None:
        return Marked("", ())
    title = _title(html)
    running = RunningText(root)
    start = root if whole else article_of(root, running)
    walk = _Walk(whole, running, running(start))
    _read(start, ParagraphKind.BODY, "", walk)
    walk.end(ParagraphKind.BODY, "")
    blocks = walk.blocks
    if not whole:
        blocks = without_boxes([*_head(root, start, walk.blocks, title), *walk.blocks])
    return _titled(title, _without_repeats(blocks), whole=whole)


def _head(root: Any, start: Any, blocks: list[Block], title: str) -> list[Block]:
    """Give the title that stands before the article's element, where none opens what stands within.

    A heading that opens it may be a subtitle, if the page has the name of a heading above.
    """
    if start.find(".//h1") is not None:
        return []
    above = ""
    first = next((block for block in blocks if not block.noise), None)
    for element in root.iter():
        if element is start:
            break
        if element.tag in ("h1", "h2") and element not in start.iterancestors():
            above = words_of(element)
    if (
        first is not None
        and first.kind is ParagraphKind.HEADING
        and (not title.startswith(above) or title.startswith(first.text))
    ):
        return []
    return [Block(ParagraphKind.HEADING, above)] if above else []


def _read(element: Any, kind: ParagraphKind, noise: str, walk: _Walk) -> None:
    """Read an element and what follows it in its parent's line."""
    is_block = element.tag in BLOCKS
    if is_block:
        walk.end(kind, noise)
    inner_noise = noise or ("" if walk.whole else _noise(element, walk))
    if element.tag == "br":
        _break(kind, noise, walk)
    elif is_block or not (inner_noise != noise or _is_note_mark(element)):
        inner_kind = _kind(element, kind, walk)
        walk.line.append(element.text or "")
        for child in element:
            _read(child, inner_kind, inner_noise, walk)
        if element.tag in ("td", "th"):
            walk.line.append(" ")
        if is_block:
            walk.end(inner_kind, inner_noise)
    walk.line.append(element.tail or "")


def _break(kind: ParagraphKind, noise: str, walk: _Walk) -> None:
    """Go to the next line; two breaks with nothing between end the paragraph."""
    if walk.line and not "".join(walk.line).rpartition("\n")[2].strip() and "\n" in walk.line:
        walk.end(kind, noise)
    walk.line.append("\n")


def _is_note_mark(element: Any) -> bool:
    """Tell the mark of a note: a small figure that is a link."""
    if element.tag not in ("sup", "sub") or element.find(".//a") is None:
        return False
    return _NOTE_MARK.fullmatch(words_of(element)) is not None


def _kind(element: Any, outer: ParagraphKind, walk: _Walk) -> ParagraphKind:
    """Give the kind of what stands in an element; a table that holds running text is there for the layout."""
    if element.tag == "tr" and walk.running(element):
        return ParagraphKind.BODY
    if element.tag in _KINDS:
        return _KINDS[element.tag]
    if element.tag == "p" and outer is ParagraphKind.BODY and not walk.whole and _is_bold_line(element):
        return ParagraphKind.HEADING
    inherits = element.tag not in BLOCKS or (element.tag in ("p", "div") and outer is not ParagraphKind.HEADING)
    return outer if inherits else ParagraphKind.BODY


def _is_bold_line(element: Any) -> bool:
    """Tell a heading that is marked by bold type alone: "<p><b>What came after</b></p>"."""
    text = words_of(element)
    while len(element) == 1 and element[0].tag in _INLINE and words_of(element[0]) == text:
        element = element[0]
        if element.tag in ("b", "strong"):
            return len(text.split()) <= _HEADING_WORDS and looks_like_heading([text.rstrip("?")])
    return False


def _noise(element: Any, walk: _Walk) -> str:
    """Say why an element does not belong to the article; one that holds much of its text does, whatever its name."""
    if element.tag in ("html", "body", "h1"):
        return ""
    reason = furniture.reason_to_drop(element)
    if not reason and element.tag in BLOCKS and element.tag not in _KINDS and furniture.is_menu(element):
        reason = removal.MENU
    return reason if reason and walk.running(element) <= _KEPT_SHARE * walk.total else ""


def _without_repeats(blocks: list[Block]) -> list[Block]:
    """Take the quotations out that a page shows a second time, larger."""
    said = [_folded(block.text) for block in blocks if block.kind is ParagraphKind.BODY and not block.noise]
    return [
        replace(block, noise=removal.REPEATED)
        if block.kind is ParagraphKind.QUOTE and not block.noise and any(_folded(block.text) in text for text in said)
        else block
        for block in blocks
    ]


def _folded(text: str) -> str:
    return " ".join(re.findall(r"\w+", text.casefold()))


def _title(html: str) -> str:
    found = re.search(r"<title[^>]*>(.*?)</title>", html[:200_000], re.I | re.S)
    if found is None:
        return ""
    root = parse(f"<p>{found.group(1)}</p>")
    return words_of(root) if root is not None else ""


def _titled(title: str, blocks: list[Block], *, whole: bool) -> Marked:
    """Let the first heading at the top be the title; a page's name goes without that of its site."""
    heads = [at for at, block in enumerate(blocks) if block.kind is ParagraphKind.HEADING and not block.noise]
    before = [block for block in blocks[: heads[0]] if not block.noise] if heads else []
    if heads and not before:
        at = heads[0]
        blocks[at] = replace(blocks[at], kind=ParagraphKind.TITLE)
        return Marked(blocks[at].text, tuple(blocks))
    return Marked(title if whole else _SUFFIX.sub("", title), tuple(blocks))
