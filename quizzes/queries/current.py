"""A slot of an attempt read together with its current answer, so that storing the next one needs no second look.

A request that is about one slot reads session, learner and slot in one query: `expecting` says which slot it is, the
session's store reads it beside the session, the backend takes the learner from it if the session is his, and the slot
waits there for who fetches it.
"""

from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from contextvars import ContextVar
from dataclasses import dataclass
from typing import Any
from uuid import UUID

from django.db.models import FilteredRelation, Q, QuerySet

from quizzes.models import Attempt, AttemptSlot, ItemRevision, Response, User
from quizzes.queries.composed import Composed, Row, instance

# What neither an answer nor a page asks of a learner; to turn a moment into Python's own is work.
_UNASKED = ("last_login", "date_joined", "first_name", "last_name", "email")
# What storing an answer reads of the slot, its attempt and its wording; the rest is fetched by who asks for it.
_COLUMNS = (
    *("id", "position", "maximum_mark", "marked", "attempt", "item_revision"),
    *(f"attempt__{name}" for name in ("id", "uuid", "learner", "assignment", "mode", "state", "sequence", "settings")),
    *(f"attempt__{name}" for name in ("started_at", "due_at", "ended_by", "finished_at")),
    *(f"item_revision__{name}" for name in ("id", "interaction", "options", "prompts", "keys", "grading", "item")),
    *(f"newest__{name}" for name in ("id", "idempotency_key", "sequence", "given", "autosaved", "created_at")),
    *(f"attempt__learner__{field.name}" for field in User._meta.concrete_fields if field.name not in _UNASKED),
)


@dataclass(slots=True)
class _Expected:
    uuid: UUID
    position: int
    slot: AttemptSlot | None = None


_expected: ContextVar[_Expected | None] = ContextVar("expected", default=None)


def _with_current() -> QuerySet[AttemptSlot]:
    current = FilteredRelation("responses", condition=Q(responses__is_current=True))
    return AttemptSlot.objects.annotate(newest=current)


_slots = Composed(_with_current, _COLUMNS, keys=("attempt__learner", "attempt__uuid", "position"))
_slots_of_anybody = Composed(_with_current, _COLUMNS, keys=("attempt__uuid", "position"))


def slot_with_current(learner_id: int, uuid: UUID, position: int) -> AttemptSlot | None:
    """Read one slot of a learner's own attempt with all that storing an answer needs, in one query."""
    row = _slots.first(attempt__learner=learner_id, attempt__uuid=uuid, position=position)
    return _slot(row) if row else None


def _slot(row: Row) -> AttemptSlot:
    slot = instance(AttemptSlot, row)
    slot.attempt = instance(Attempt, row, "attempt__")
    slot.attempt.learner = instance(User, row, "attempt__learner__")
    slot.item_revision = instance(ItemRevision, row, "item_revision__")
    current = None if row["newest__id"] is None else instance(Response, row, "newest__")
    if current:
        current.attempt_slot, current.is_current = slot, True
    slot.current_when_read = current  # type: ignore[attr-defined]
    return slot


@contextmanager
def expecting(uuid: UUID, position: int) -> Iterator[None]:
    """Read this slot together with the person of the session, while the request lasts that is about it."""
    before = _expected.set(_Expected(uuid, position))
    try:
        yield
    finally:
        _expected.reset(before)


def is_expecting() -> bool:
    """Say whether the request is about one slot."""
    return _expected.get() is not None


def read_beside(other: str, asked: Sequence[Any]) -> Any:
    """Ask a statement for one value, and read the expected slot in the same exchange; None when it finds nothing."""
    expected = _expected.get()
    if expected is None:
        raise ValueError("no slot is expected")
    found = _slots_of_anybody.beside(other, asked, attempt__uuid=expected.uuid, position=expected.position)
    value, row = found or (None, None)
    expected.slot = _slot(row) if row else None
    return value


def learner_of_expected(user_id: int) -> User | None:
    """Return the learner who was read with the expected slot, if that is who asks."""
    expected = _expected.get()
    learner = expected.slot.attempt.learner if expected and expected.slot else None
    return learner if learner and learner.pk == user_id else None


def expected_slot(learner_id: int, uuid: UUID, position: int) -> AttemptSlot | None:
    """Hand over, once, the slot that was read with its learner."""
    expected = _expected.get()
    if expected is None or expected.slot is None:
        return None
    slot, expected.slot = expected.slot, None
    asked = slot.attempt.learner_id, slot.attempt.uuid, slot.position
    return slot if asked == (learner_id, uuid, position) else None


def is_read_with_current(slot: AttemptSlot) -> bool:
    return hasattr(slot, "current_when_read")


def current_of(slot: AttemptSlot) -> Response | None:
    """Give the answer that was current when the slot was read `slot_with_current`; None when there was none."""
    current: Response | None = slot.current_when_read  # type: ignore[attr-defined]
    return current
