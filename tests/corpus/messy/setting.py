"""A careless typesetter: columns, pages with furniture, and the characters that copying leaves behind."""

import random
import re
from collections.abc import Callable, Sequence
from dataclasses import dataclass

from tests.corpus.messy.articles import Gold
from tests.engine.text.rendering import columns

Pages = Callable[[Sequence[str]], list[str]]
LIGATURES = {"ffi": "ﬃ", "ffl": "ﬄ", "fi": "ﬁ", "fl": "ﬂ", "ff": "ﬀ"}
ITEM = "list_item"


@dataclass(frozen=True)
class Rendering:
    """How a text is set: the width, how words are divided, what parts paragraphs, and the furniture of its pages."""

    width: int
    soft: bool = False
    divide: bool = True
    indent: int = 0
    furniture: Pages | None = None
    height: int = 23
    change: Callable[[str], str] = str

    def __call__(self, gold: Gold) -> str:
        lines = self._lines(gold)
        if self.furniture is not None:
            lines = self.furniture([lines[at : at + self.height] for at in range(0, len(lines), self.height)])
        return self.change("\n".join(lines))

    def _lines(self, gold: Gold) -> list[str]:
        lines: list[str] = []
        before = ""
        for kind, text in gold:
            follows_body = kind == before == "body"
            lines += [""] if lines and not (self.indent and follows_body) and not kind == before == ITEM else []
            shown = f"• {text}" if kind == ITEM else text
            indent = self.indent if follows_body else 0
            mark = "\u00ad" if self.soft else "-"
            lines += columns(shown, self.width, indent=indent, divide=self.divide, mark=mark)
            before = kind
        return lines


def numbered(pages: Sequence[Sequence[str]]) -> list[str]:
    """Page numbers alone at the foot."""
    return [line for number, page in enumerate(pages, 4) for line in (*page, "", str(number), "")]


def newspaper(pages: Sequence[Sequence[str]]) -> list[str]:
    """Running heads that change sides, with the number."""
    lines: list[str] = []
    for number, page in enumerate(pages, 12):
        head = f"{number} The Vell Courier" if number % 2 == 0 else f"Town and Country {number}"
        lines += [head, "", *page, ""]
    return lines


def browser(pages: Sequence[Sequence[str]]) -> list[str]:
    """What a browser prints round a page."""
    lines: list[str] = []
    for number, page in enumerate(pages, 1):
        lines += ["14/03/2031, 21:05", "The news of the week – The Vell Courier", ""]
        lines += [*page, "", f"https://www.courier.example/news/week-11?print=1 {number}/{len(pages)}", "\f"]
    return lines


def journal(pages: Sequence[Sequence[str]]) -> list[str]:
    """A head with the volume, a foot with the page of all pages and a mark of rights."""
    lines: list[str] = []
    for number, page in enumerate(pages, 1):
        lines += ["Annals of Vell, vol. 12, March 2031", "", *page, ""]
        lines += [f"Page {number} of {len(pages)}", "© 2031 The authors", ""]
    return lines


def with_gaps_in_sentences(text: str) -> str:
    """Put blank lines after some lines whose sentence goes on with a small letter."""
    chance = random.Random(len(text))
    lines = text.split("\n")
    out: list[str] = []
    for line, following in zip(lines, [*lines[1:], ""], strict=True):
        out.append(line)
        if line and following[:1].islower() and chance.random() < 0.1:
            out += [""] * chance.randint(1, 3)
    return "\n".join(out)


def windows(text: str) -> str:
    return "\ufeff" + text.replace("\n", "\r\n")


def typeset(text: str) -> str:
    """Ligatures, spaces that do not break, and spaces at line ends."""
    for plain, ligature in LIGATURES.items():
        text = text.replace(plain, ligature)
    text = re.sub(r"(?<=\d) (?=[a-z])", "\u00a0", text)
    return re.sub(r"(?<=\S)\n(?=\S)", " \n", text)


def soft_inside(text: str) -> str:
    """Soft hyphens within words, as pages on the web have them."""
    return re.sub(r"(?<=[a-z]{3})(?=[bdgkmpt][aeiou][a-z]{2})", "\u00ad", text)


def drop_capital(text: str) -> str:
    """The first word of the first body paragraph in capitals, its first letter apart."""
    found = re.search(r"\n\n([A-Z])([a-z]{3,})(?= [^\n]{20})", text)
    if found is None:
        return text
    return text[: found.start(1)] + f"{found[1]} {found[2].upper()}" + text[found.end() :]
