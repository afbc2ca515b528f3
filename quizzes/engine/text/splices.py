"""Each change of an edited text as a splice: what stands at a place goes, something else comes; its inverse undoes it.

Every plan looks only at the paragraphs round its place, so that a book costs no more than a page.
"""

from collections.abc import Sequence
from dataclasses import dataclass, replace
from typing import Generic, TypeVar

from quizzes.engine.text.editing import DROPPED, Working, divide, insert, merge, rewrite
from quizzes.engine.text.values import ParagraphKind

T = TypeVar("T")


@dataclass(frozen=True, slots=True)
class Splice(Generic[T]):
    """At one place of a list, what goes and what comes."""

    at: int
    removed: tuple[T, ...]
    inserted: tuple[T, ...]

    @property
    def inverse(self) -> "Splice[T]":
        return Splice(self.at, self.inserted, self.removed)

    def apply(self, rows: list[T]) -> None:
        """Change the list; one that does not hold what should go raises ValueError and stays as it is."""
        end = self.at + len(self.removed)
        if self.at < 0 or tuple(rows[self.at : end]) != self.removed:
            raise ValueError("The list does not hold what the splice takes away.")
        rows[self.at : end] = self.inserted


Plan = Splice[Working]


def next_standing(rows: Sequence[Working], at: int, step: int = 1) -> int | None:
    """Give the nearest place after `at` (before it for a step of -1) whose paragraph is not left out."""
    place = at + step
    while 0 <= place < len(rows):
        if not rows[place].out:
            return place
        place += step
    return None


def plan_rewrite(rows: Sequence[Working], at: int, text: str) -> Plan:
    return Splice(at, (rows[at],), (rewrite(rows[at], text),))


def plan_split(rows: Sequence[Working], at: int, texts: Sequence[str], keys: Sequence[str]) -> Plan:
    return Splice(at, (rows[at],), divide(rows[at], texts, keys))


def plan_kind(rows: Sequence[Working], at: int, kind: ParagraphKind) -> Plan:
    return Splice(at, (rows[at],), (replace(rows[at], kind=kind),))


def plan_drop(rows: Sequence[Working], at: int) -> Plan:
    return Splice(at, (rows[at],), (replace(rows[at], out=DROPPED),))


def plan_add(rows: Sequence[Working], at: int, added: Working) -> Plan:
    """Write a new paragraph at the place, before what stands there."""
    return Splice(at, (), (added,))


def plan_merge(rows: Sequence[Working], at: int) -> Plan | None:
    """Merge with the next standing paragraph; what is left out between them comes behind. None at the end."""
    end = next_standing(rows, at)
    if end is None:
        return None
    taken = tuple(rows[place] for place in range(at, end + 1))
    return Splice(at, taken, (merge(taken[0], taken[-1]), *taken[1:-1]))


def plan_move(rows: Sequence[Working], at: int, step: int) -> Plan | None:
    """Change places with the standing paragraph before (-1) or after (1); what is left out stays behind the earlier."""
    other = next_standing(rows, at, step)
    if other is None:
        return None
    first, last = min(at, other), max(at, other)
    taken = tuple(rows[place] for place in range(first, last + 1))
    ahead, back = taken[-1], taken[0]
    if step < 0:
        ahead = replace(ahead, moved=ahead.moved - 1)
    else:
        back = replace(back, moved=back.moved + 1)
    return Splice(first, taken, (ahead, back, *taken[1:-1]))


def plan_return(rows: Sequence[Working], at: int, *, joined: bool) -> Plan:
    """Bring back what is left out: as a paragraph of its own, or joined to the one before (the next, if none is)."""
    alone = Splice(at, (rows[at],), (replace(rows[at], out=""),))
    if not joined:
        return alone
    before = next_standing(rows, at, -1)
    if before is not None:
        taken = tuple(rows[place] for place in range(before, at + 1))
        return Splice(before, taken, (insert(taken[0], taken[-1]), *taken[1:-1]))
    after = next_standing(rows, at)
    if after is None:
        return alone
    taken = tuple(rows[place] for place in range(at, after + 1))
    own, back = taken[-1], taken[0]
    whole = replace(merge(back, own), key=own.key, kind=own.kind, was=own.was, out="", moved=own.moved)
    return Splice(at, taken, (*taken[1:-1], whole))
