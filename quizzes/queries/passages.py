"""An article as it is shown: paragraphs cut into pieces, some of them marked as evidence."""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, replace
from itertools import pairwise
from typing import Literal

from quizzes.models import Paragraph


@dataclass(frozen=True, slots=True)
class Mark:
    """A stretch of one paragraph to mark: paragraph number, code point offsets (end exclusive), and its label.

    `kind` is "evidence" for what proves a key, "other" for where a wrong option stands, and "withheld" for what an open
    question offers: its label stands in the place of its words. `anchor` becomes the id of the mark in the page, so it
    must be used once.
    """

    paragraph: int
    start: int
    end: int
    label: str
    kind: Literal["evidence", "other", "withheld"] = "evidence"
    anchor: str = ""


@dataclass(frozen=True, slots=True)
class Quotation:
    """A sentence of the article: its text, its paragraph, and the id of its mark in the passage."""

    text: str
    paragraph: int
    anchor: str


@dataclass(frozen=True, slots=True)
class Piece:
    """Consecutive text under one mark or none; `opens` and `closes` say whether the mark begins and ends here."""

    text: str
    mark: Mark | None = None
    opens: bool = False
    closes: bool = False
    inside: bool = False


@dataclass(frozen=True, slots=True)
class PassageParagraph:
    """A paragraph ready to show; the texts of its pieces joined are the paragraph's text.

    `shown_in` is the question that shows it without one sentence: until that is settled the text must not tell it.
    """

    number: int
    kind: str
    pieces: tuple[Piece, ...]
    shown_in: int | None = None

    @property
    def text(self) -> str:
        return "".join(piece.text for piece in self.pieces)

    @property
    def is_marked(self) -> bool:
        return any(piece.mark for piece in self.pieces)


def passage(
    paragraphs: Iterable[Paragraph], marks: Sequence[Mark] = (), withheld: Mapping[int, int] | None = None
) -> list[PassageParagraph]:
    """Cut paragraphs at their marks; `withheld` names the question that shows a paragraph in the text's stead.

    A mark that does not fit its paragraph is left out: no highlight is better than a wrong one. Where two overlap
    the shorter shows, since the longer is still seen round it; of two equal ones the first given shows. What is
    withheld hides every other mark, and takes over its anchor.
    """
    return [
        PassageParagraph(
            paragraph.number,
            paragraph.kind,
            _pieces(paragraph.text, [mark for mark in marks if mark.paragraph == paragraph.number]),
            (withheld or {}).get(paragraph.number),
        )
        for paragraph in paragraphs
    ]


def _pieces(text: str, marks: Sequence[Mark]) -> tuple[Piece, ...]:
    whole = [mark for mark in marks if 0 <= mark.start < mark.end <= len(text)]
    withheld = [mark for mark in whole if mark.kind == "withheld"]
    fitting = [_taking_over(mark, whole) for mark in withheld]
    fitting += [mark for mark in whole if not any(_lies_in(mark, other) for other in withheld)]
    edges = sorted({0, len(text)} | {mark.start for mark in fitting} | {mark.end for mark in fitting})
    runs: list[tuple[int, int, Mark | None, bool]] = []
    for start, end in pairwise(edges):
        covering = [mark for mark in fitting if mark.start <= start and end <= mark.end]
        shown = min(covering, key=lambda mark: (mark.kind != "withheld", mark.end - mark.start), default=None)
        runs.append((start, end, shown, any(mark is not shown and mark.kind == "evidence" for mark in covering)))
    shown_marks = [run[2] for run in runs]
    return tuple(
        Piece(
            text[start:end],
            mark,
            opens=mark is not None and mark not in shown_marks[:index],
            closes=mark is not None and mark not in shown_marks[index + 1 :],
            inside=inside,
        )
        for index, (start, end, mark, inside) in enumerate(runs)
    )


def _lies_in(mark: Mark, other: Mark) -> bool:
    return other.start <= mark.start and mark.end <= other.end


def _taking_over(withheld: Mark, marks: Sequence[Mark]) -> Mark:
    """Return what is withheld with the anchor of a mark inside it, so that a link to that one still leads there."""
    inside = [mark.anchor for mark in marks if mark is not withheld and mark.anchor and _lies_in(mark, withheld)]
    return replace(withheld, anchor=inside[0]) if inside else withheld
