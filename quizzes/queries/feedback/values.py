"""The parts of a feedback."""

from dataclasses import dataclass
from decimal import Decimal
from enum import StrEnum

from django.utils.translation import gettext as _

from quizzes.models import MarkChange
from quizzes.queries.gaps import FilledGap
from quizzes.queries.numbered import Part
from quizzes.queries.pairs import Pair
from quizzes.queries.passages import Mark, Quotation
from quizzes.queries.proofs import MarkedSentence


class Outcome(StrEnum):
    """How an answer turned out."""

    RIGHT = "right"
    NEAR = "near"
    PART = "part"
    WRONG = "wrong"
    NONE = "none"

    @property
    def word(self) -> str:
        words = {
            "right": _("Right"),
            "near": _("Nearly"),
            "part": _("Partly right"),
            "wrong": _("Not right"),
            "none": _("No answer"),
        }
        return words[self.value]


@dataclass(frozen=True, slots=True)
class WrongOption:
    """An option that is not the key: why not, and the sentence it was taken from with its offsets."""

    text: str
    why: str
    quotation: Quotation | None
    span: tuple[int, int]


@dataclass(frozen=True, slots=True)
class Marking:
    """The mark of an answer, and how it was changed after the attempt was handed in."""

    mark: Decimal
    maximum: Decimal
    changes: tuple[MarkChange, ...]


@dataclass(frozen=True, slots=True)
class Feedback:
    """Everything about one answered slot.

    `pairs` belong to match and order, `gaps` to several gaps, `parts` to the kinds that show a numbered paragraph;
    `chosen_index` and `key_index` say which of its options were taken and right.
    """

    position: int
    stem: str
    context: str
    outcome: Outcome
    given: str
    key: str
    spelling: tuple[tuple[str, str], ...]
    why: str
    evidence: tuple[Quotation, ...]
    chosen: WrongOption | None
    others: tuple[WrongOption, ...]
    marks: tuple[Mark, ...]
    is_order: bool = False
    pairs: tuple[Pair, ...] = ()
    parts: tuple[Part, ...] = ()
    chosen_index: int | None = None
    key_index: int | None = None
    gaps: tuple[FilledGap, ...] = ()
    marking: Marking | None = None
    proof: MarkedSentence | None = None

    @property
    def right_pairs(self) -> int:
        return sum(part.is_right for part in self.pairs or self.gaps)

    @property
    def paragraph(self) -> int | None:
        return self.evidence[0].paragraph if self.evidence else None

    @property
    def announcement(self) -> str:
        """What the live region says."""
        said = f"{self.outcome.word}{self.share}."
        if self.paragraph is None:
            return said
        where = _("Evidence shown in paragraph %(number)d.") % {"number": self.paragraph}
        return f"{said} {where}"

    @property
    def share(self) -> str:
        """How many pairs or gaps are right, after the verdict; an order is marked as a whole, so it has no count."""
        if self.outcome != Outcome.PART or self.is_order:
            return ""
        return ": " + _("%(right)d of %(total)d") % {"right": self.right_pairs, "total": len(self.pairs or self.gaps)}
