"""Prose of our own, and a small typesetter that makes narrow columns out of it."""

import re

TITLE = "Harbour town argues over a clock that runs backwards"
BYLINE = "By Ines Halloran, Coast Correspondent"
OPENING = (
    "For eleven years the clock above the fish market in Sallow Harbour has told the wrong time on purpose. Its"
    " hands turn from right to left, a joke that the long-serving harbour master, Tobias Wren-Ashby, played on the"
    " council in 2013. On Monday night the council voted, by six to five, to turn it round."
)
COST = (
    "The repair is expected to cost £14,000, about a third of which has been promised by the Merrow-based insurance"
    " company that rents the upper floor. Visitors now outnumber fishermen by roughly 40 to one, and many of them come"
    " to photograph the self-styled “clock of lost hours.”"
)
QUOTATION = (
    "“People set their watches by it and miss the ferry,” said Councillor Amara Lindqvist, who proposed the motion."
    " “That is funny once. It is not funny in January, with a two-year-old and three suitcases.”"
)
HEADING = "A semi-official landmark"
ENDING = (
    "Traders in the surrounding streets are not so sure. A petition against the alteration gathered 2,300 signatures in"
    " nine days – more than the number of people who live here. The National Institute of Horology described the"
    " mechanism as a near-perfect copy of an eighteenth-century original. “Nobody ever asked the clock,” said its"
    " keeper, Bartholomew Quill."
)
BLOCKS = (TITLE, BYLINE, OPENING, COST, QUOTATION, HEADING, ENDING)
KINDS = ("title", "byline", "body", "body", "body", "heading", "body")
PROSE = (OPENING, COST, QUOTATION, ENDING)

_BREAKABLE = re.compile(r"([^a-zA-Z]*)([a-z]{6,})([^a-zA-Z]*)")
_SYLLABLE = re.compile(r"(?<=[aeiou])[bcdfglmnprst](?=[aeiou])|(?<=[lmnr])[bcdgpst](?=[aeiou])")


def columns(text: str, width: int, *, indent: int = 0, divide: bool = True, mark: str = "-") -> list[str]:
    """Wrap a paragraph; words are divided after real hyphens and, when asked, between syllables with the mark."""
    lines, line = [], " " * indent
    for word in text.split():
        while word:
            candidate = word if not line.strip() else f"{line} {word}"
            candidate = line + word if line and not line.strip() else candidate
            if len(candidate) <= width:
                line, word = candidate, ""
                continue
            room = width - len(line) - 1
            cut, drawn = _division(word, room, mark if divide else "")
            if cut:
                line = f"{line} {word[:cut]}{drawn}" if line.strip() else line + word[:cut] + drawn
            elif not line.strip():
                line, cut = line + word, len(word)
            lines.append(line)
            line, word = "", word[cut:]
    return [*lines, line] if line else lines


def _division(word: str, room: int, mark: str) -> tuple[int, str]:
    places = [(found.end(), "") for found in re.finditer("(?<=[a-z])-(?=[a-z])", word) if found.end() <= room]
    shape = _BREAKABLE.fullmatch(word)
    if mark and shape:
        start, letters = len(shape.group(1)), shape.group(2)
        cuts = [start + found.start() for found in _SYLLABLE.finditer(letters)]
        places += [(cut, mark) for cut in cuts if start + 2 <= cut < room and cut <= start + len(letters) - 3]
    return max(places, default=(0, ""))


def gaps(blocks: tuple[str, ...], width: int, *, divide: bool = True) -> str:
    """Set the blocks in one column, a blank line between them."""
    return "\n\n".join("\n".join(columns(block, width, divide=divide)) for block in blocks)


def indents(blocks: tuple[str, ...], width: int) -> str:
    """Set the blocks in one column, body paragraphs parted by an indent only."""
    out: list[str] = []
    body_before = False
    for block in blocks:
        body = block in PROSE
        out += [] if (body and body_before) or not out else [""]
        out += columns(block, width, indent=2 if body and body_before else 0)
        body_before = body
    return "\n".join(out)


def with_stray_gaps(raw: str, seed: int) -> str:
    """Put blank lines, as a page's end leaves them, after some lines that cut a sentence before a small letter."""
    lines = raw.split("\n")
    out = []
    for number, (line, following) in enumerate(zip(lines, [*lines[1:], ""], strict=True)):
        out.append(line)
        if line and following[:1].islower() and (number * 5 + seed) % 7 == 0:
            out += [""] * (1 + number % 3)
    return "\n".join(out)
