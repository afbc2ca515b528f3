"""Finding a quotation again in an edited text: exactly, by its surroundings, or reworded; never in a wrong place."""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from enum import StrEnum
from functools import cached_property

from quizzes.engine.explanations.quoting import evidence
from quizzes.engine.explanations.rewording import Sentences, what_differs
from quizzes.engine.items.values import Evidence
from quizzes.engine.items.wording import stands_in
from quizzes.engine.text.values import Paragraph

# Two places whose surroundings agree equally are told apart by nearness only this close to where it stood.
NEAR = 2
# More code points of the surroundings must agree with one place than with any other.
CONTEXT_MARGIN = 4
_JOINT = "\x00"


class Standing(StrEnum):
    """How a quotation stands in the new text; the order is from best to worst."""

    UNCHANGED = "unchanged"
    MOVED = "moved"
    REWORDED = "reworded"
    LOST = "lost"


class Loss(StrEnum):
    """Why a quotation is lost."""

    GONE = "gone"
    SEVERAL = "several"
    KEY_GONE = "key_gone"
    FACTS_CHANGED = "facts_changed"
    PARAGRAPH_CHANGED = "paragraph_changed"


@dataclass(frozen=True, slots=True)
class Anchor:
    """Where a quotation stood: paragraph id and number, code point offsets (end exclusive), and its words."""

    paragraph_id: str
    number: int
    start: int
    end: int
    exact: str
    prefix: str
    suffix: str


@dataclass(frozen=True, slots=True)
class Found:
    """What became of a quotation. `place` is None for a lost one, `near` the sentence that it may have become.

    `likeness` is 1 for the same words and what `alike` says otherwise.
    """

    standing: Standing
    place: Evidence | None = None
    loss: Loss | None = None
    near: Evidence | None = None
    likeness: float = 0.0


class Landing:
    """A new revision made ready for the quotations of an earlier one.

    `before` are the paragraphs of the earlier revision: a sentence that stood there already is no rewording of another.
    """

    def __init__(self, paragraphs: Sequence[Paragraph], before: Sequence[Paragraph] = ()) -> None:
        self._paragraphs = {paragraph.number: paragraph for paragraph in paragraphs}
        self._by_id = {paragraph.id: paragraph for paragraph in paragraphs}
        self._before = before
        self._joined = _JOINT.join(paragraph.text for paragraph in paragraphs)
        self._starts: list[tuple[int, Paragraph]] = []
        at = 0
        for paragraph in paragraphs:
            self._starts.append((at, paragraph))
            at += len(paragraph.text) + len(_JOINT)

    @cached_property
    def _sentences(self) -> Sentences:
        return Sentences(tuple(self._paragraphs.values()), self._before)

    def same_paragraph(self, paragraph: Paragraph) -> Paragraph | None:
        """Return the paragraph of the new revision with this id and the very same text, or None."""
        found = self._by_id.get(paragraph.id)
        return found if found is not None and found.text == paragraph.text else None

    def text(self, number: int) -> str:
        """Return the text of a paragraph of the new revision."""
        return self._paragraphs[number].text

    def find(self, anchor: Anchor, keys: Sequence[Sequence[str]] = ()) -> Found:
        """Find a quotation again; of each of `keys` one spelling must still stand in it if one did."""
        home = self._by_id.get(anchor.paragraph_id)
        if home is not None and home.text[anchor.start : anchor.end] == anchor.exact:
            same = home.number == anchor.number
            place = evidence(home.number, anchor.start, anchor.end, home.text)
            return Found(Standing.UNCHANGED if same else Standing.MOVED, place, likeness=1.0)
        places = list(self._places(anchor.exact))
        if not places:
            return self._reworded(anchor, keys)
        meant = _nearest(anchor, _best(anchor, places))
        if meant is None:
            return Found(Standing.LOST, loss=Loss.SEVERAL)
        return Found(Standing.MOVED, meant, likeness=1.0)

    def _places(self, exact: str) -> Iterator[Evidence]:
        """Yield every place where these words stand, not as a part of a longer word or figure."""
        from_, index = 0, 0
        while exact and (at := self._joined.find(exact, from_)) >= 0:
            from_ = at + 1
            while index + 1 < len(self._starts) and self._starts[index + 1][0] <= at:
                index += 1
            begins, paragraph = self._starts[index]
            start = at - begins
            if stands_alone(paragraph.text, start, start + len(exact)):
                yield evidence(paragraph.number, start, start + len(exact), paragraph.text)

    def _reworded(self, anchor: Anchor, keys: Sequence[Sequence[str]]) -> Found:
        close = self._sentences.like(anchor.exact)
        if not close:
            return Found(Standing.LOST, loss=Loss.GONE)
        best = close[0]
        near = evidence(best.number, best.start, best.end, self.text(best.number))
        if len(close) > 1:
            return Found(Standing.LOST, loss=Loss.SEVERAL, near=near, likeness=best.likeness)
        if any(_any_in(key, anchor.exact) and not _any_in(key, near.exact) for key in keys):
            return Found(Standing.LOST, loss=Loss.KEY_GONE, near=near, likeness=best.likeness)
        if what_differs(anchor.exact, near.exact, self._sentences.is_common):
            return Found(Standing.LOST, loss=Loss.FACTS_CHANGED, near=near, likeness=best.likeness)
        return Found(Standing.REWORDED, near, likeness=best.likeness)


def _any_in(spellings: Sequence[str], text: str) -> bool:
    return any(spelling and stands_in(spelling, text) for spelling in spellings)


def stands_alone(text: str, start: int, end: int) -> bool:
    """Say whether `text[start:end]` is no part of a longer word or figure: "400" in "3,400" is."""
    return not _joins(text[max(0, start - 2) : start][::-1], text[start]) and not _joins(
        text[end : end + 2], text[end - 1]
    )


def _joins(outer: str, edge: str) -> bool:
    """Say whether the code points outside an edge, nearest first, go on with the word or figure that ends there."""
    if not outer or not edge.isalnum():
        return False
    if outer[0].isalnum() or outer[0] in "_-":
        return True
    return edge.isdigit() and outer[0] in ".,:" and outer[1:2].isdigit()


def _best(anchor: Anchor, places: Sequence[Evidence]) -> list[Evidence]:
    """Return the places whose surroundings agree best; several when that does not tell them apart."""
    scored = [(_agreement(anchor, place), place) for place in places]
    highest = max(score for score, _ in scored)
    return [place for score, place in scored if score + CONTEXT_MARGIN > highest]


def _agreement(anchor: Anchor, place: Evidence) -> int:
    """Count the code points that agree next to the quotation, on both sides."""
    return _common(anchor.prefix[::-1], place.prefix[::-1]) + _common(anchor.suffix, place.suffix)


def _common(one: str, other: str) -> int:
    count = 0
    for left, right in zip(one, other, strict=False):
        if left != right:
            break
        count += 1
    return count


def _nearest(anchor: Anchor, places: Sequence[Evidence]) -> Evidence | None:
    """Return the one place that is nearest by paragraph, and near enough; None when that settles nothing."""
    if len(places) == 1:
        return places[0]
    by_distance = sorted(places, key=lambda place: abs(place.paragraph - anchor.number))
    first, second = (abs(place.paragraph - anchor.number) for place in by_distance[:2])
    return by_distance[0] if first < second and first <= NEAR else None


def anchor_of(quotation: Evidence, paragraphs: Mapping[int, Paragraph]) -> Anchor:
    """Return a stored quotation as an anchor; `paragraphs` are those of the revision that it stands in, by number."""
    return Anchor(
        paragraphs[quotation.paragraph].id,
        quotation.paragraph,
        quotation.start,
        quotation.end,
        quotation.exact,
        quotation.prefix,
        quotation.suffix,
    )
