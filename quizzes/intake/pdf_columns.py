"""Reading order of a page: its columns, found by the white between them, and the lines of each from the top."""

from collections import Counter
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, replace

GUTTER = 0.7  # of the size of the letters, at least, is the white between two columns
NARROWEST = 60.0  # points; what is narrower is a list's marks or figures, no column
FEWEST = 3  # rows in a column
SAME_ROW = 0.4  # of the size: how far the feet of one row's pieces may differ


@dataclass(frozen=True, slots=True)
class PageLine:
    """A line, or a piece of one, as it stands on its page: offsets from left and foot, and its size, in points."""

    text: str
    left: float
    right: float
    foot: float
    size: float

    @property
    def top(self) -> float:
        return self.foot + self.size


def columns(lines: Sequence[PageLine], known: Sequence[float] = ()) -> list[list[PageLine]]:
    """Divide a page into parts that are read one after the other, each a list of whole rows from the top.

    `known` says where columns begin on other pages: there a column may be short of rows.
    """
    return [_rows(part) for part in _parts(list(lines), known) if part]


def usual_gutters(pages: Iterable[Sequence[PageLine]]) -> list[float]:
    """Give where columns begin on the pages of a paper, those that are found on most of them first."""
    found: Counter[float] = Counter()
    for lines in pages:
        found.update({min(line.left for line in part) for part in _parts(list(lines), ())[1:] if part})
    return [at for at, _ in found.most_common(3)]


def _parts(lines: list[PageLine], known: Sequence[float]) -> list[list[PageLine]]:
    """Cut between columns where white runs through; else above or below what is set in columns."""
    at: float | None
    if at := _gutter(lines) or _known_gutter(lines, known):
        return [
            *_parts([line for line in lines if line.left < at], known),
            *_parts([line for line in lines if line.left >= at], known),
        ]
    down = sorted(lines, key=lambda line: -line.foot)
    cuts = [
        at for at in range(1, len(down)) if down[at].top <= min(line.foot for line in down[:at]) + down[at].size / 2
    ]
    below = next((at for at in cuts if _gutter(down[at:])), None)
    above = next((at for at in reversed(cuts) if _gutter(down[:at])), None)
    cut = below or above
    return _parts(down[:cut], known) + _parts(down[cut:], known) if cut else [lines]


def _known_gutter(lines: Sequence[PageLine], known: Sequence[float]) -> float | None:
    """Give a known beginning of a column that no line runs across."""
    for at in known:
        right = [line for line in lines if line.left >= at - 1]
        if right and len(right) < len(lines) and all(line.right < at for line in lines if line.left < at - 1):
            return at - 1
    return None


def _gutter(lines: Sequence[PageLine]) -> float | None:
    """Give where the widest white between two columns ends, or None."""
    across = sorted(lines, key=lambda line: line.left)
    widest, found, right = 0.0, None, across[0].right if across else 0.0
    for at, line in enumerate(across):
        white = line.left - right
        if white > max(widest, GUTTER * line.size) and _are_columns(across[:at], across[at:]):
            widest, found = white, line.left
        right = max(right, line.right)
    return found


def _are_columns(*sides: Sequence[PageLine]) -> bool:
    return all(
        max(line.right for line in side) - min(line.left for line in side) >= NARROWEST and len(_rows(side)) >= FEWEST
        for side in sides
    )


def _rows(lines: Sequence[PageLine]) -> list[PageLine]:
    """Join the pieces that stand in one row."""
    rows: list[list[PageLine]] = []
    for line in sorted(lines, key=lambda line: -line.foot):
        if rows and abs(rows[-1][0].foot - line.foot) <= SAME_ROW * max(line.size, rows[-1][0].size):
            rows[-1].append(line)
        else:
            rows.append([line])
    return [_row(row) for row in rows]


def _row(pieces: Sequence[PageLine]) -> PageLine:
    across = sorted(pieces, key=lambda piece: piece.left)
    longest = max(across, key=lambda piece: len(piece.text))
    text = " ".join(piece.text.strip() for piece in across)
    return replace(longest, text=text, left=across[0].left, right=max(piece.right for piece in across))
