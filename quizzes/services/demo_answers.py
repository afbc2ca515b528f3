"""What the learners of the demo classroom answer: some right, some wrong, some not at all, always the same."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import datetime, timedelta

from quizzes.models import Assignment, Attempt, AttemptSlot, ItemRevision, User
from quizzes.queries.pairs import right_options
from quizzes.services import attempts

PACE = timedelta(seconds=45)
UNANSWERED = 9


@dataclass(frozen=True, slots=True)
class Sitting:
    """How one learner sits: `place` on the class list (0 answers best), how many slots, and whether it is handed in."""

    place: int
    answers: int | None = None  # None: as many as there are
    handed_in: bool = True


def sit(user: User, *, assignment: Assignment, sitting: Sitting, start: datetime) -> Attempt:
    """Take an assignment as the learner would, one answer every 45 seconds from `start`."""
    attempt = attempts.start_attempt(user, assignment=assignment, now=start)
    slots = list(attempt.slots.select_related("item_revision").order_by("position"))[: sitting.answers]
    for slot in slots:
        given = answer(slot, slots, place=sitting.place)
        if given is not None:
            attempts.store_response(
                user,
                attempt=attempt,
                position=slot.position,
                given=given,
                idempotency_key=f"demo-{slot.position}",
                sequence=slot.position,
                now=start + slot.position * PACE,
            )
    if sitting.handed_in:
        attempts.hand_in(user, attempt=attempt, now=start + (len(slots) + 1) * PACE)
    return attempt


def answer(slot: AttemptSlot, slots: list[AttemptSlot], *, place: int) -> dict[str, object] | None:
    """Return what the learner gives for a slot, or None; learners further down the list err more often."""
    roll = (place * 7 + slot.position * 3) % 10
    if roll == UNANSWERED:
        return None
    right = roll + place < UNANSWERED
    wording = slot.item_revision
    if wording.prompts:
        return {"match": _pairs(wording, right=right, turn=place + slot.position)}
    if wording.options is not None:
        return {"choice": _choice(wording.options, right=right, turn=place + slot.position)}
    return {"text": _slip(wording.keys[0], place) if right else _mistaken(slot, slots)}


def _choice(options: Sequence[Mapping[str, object]], *, right: bool, turn: int) -> int:
    fitting = [index for index, option in enumerate(options) if bool(option["key"]) is right]
    return fitting[turn % len(fitting)]


def _pairs(wording: ItemRevision, *, right: bool, turn: int) -> list[int | None]:
    """Pair everything rightly, or take one pair for another: two change places."""
    pairs = right_options(wording)
    if not right and len(pairs) > 1:
        at = turn % (len(pairs) - 1)
        pairs[at], pairs[at + 1] = pairs[at + 1], pairs[at]
    return pairs


def _slip(key: str, place: int) -> str:
    """Type a key as people do: as it stands, in small letters, or with a letter left out."""
    if place % 3 == 1:
        return key.lower()
    if place % 3 == 2 and len(key) > 7 and key.isalpha():
        return key[:3] + key[4:]
    return key


def _mistaken(slot: AttemptSlot, slots: list[AttemptSlot]) -> str:
    """Give the answer of another question: what someone writes who has read, but not well."""
    others = [each.item_revision.keys[0] for each in slots if each.position != slot.position]
    wrong = [key for key in others if key.casefold() not in {k.casefold() for k in slot.item_revision.keys}]
    return wrong[slot.position % len(wrong)] if wrong else "I do not know"
