"""A slot of an attempt read together with its current answer, so that storing the next one needs no second look."""

from uuid import UUID

from django.db.models import FilteredRelation, Q, QuerySet

from quizzes.models import Attempt, AttemptSlot, ItemRevision, Response
from quizzes.queries.composed import Composed, instance

# What storing an answer reads of the slot, its attempt and its wording; the rest is fetched by who asks for it.
_COLUMNS = (
    *("id", "position", "maximum_mark", "marked", "attempt", "item_revision"),
    *(f"attempt__{name}" for name in ("id", "uuid", "learner", "assignment", "mode", "state", "sequence", "settings")),
    *(f"attempt__{name}" for name in ("started_at", "due_at", "ended_by", "finished_at")),
    *(f"item_revision__{name}" for name in ("id", "interaction", "options", "prompts", "keys", "grading", "item")),
    *(f"newest__{name}" for name in ("id", "idempotency_key", "sequence", "given", "autosaved", "created_at")),
)


def _with_current() -> QuerySet[AttemptSlot]:
    current = FilteredRelation("responses", condition=Q(responses__is_current=True))
    return AttemptSlot.objects.annotate(newest=current)


_slots = Composed(_with_current, _COLUMNS, keys=("attempt__learner", "attempt__uuid", "position"))


def slot_with_current(learner_id: int, uuid: UUID, position: int) -> AttemptSlot | None:
    """Read one slot of a learner's own attempt with all that storing an answer needs, in one query."""
    row = _slots.first(attempt__learner=learner_id, attempt__uuid=uuid, position=position)
    if row is None:
        return None
    slot = instance(AttemptSlot, row)
    slot.attempt = instance(Attempt, row, "attempt__")
    slot.item_revision = instance(ItemRevision, row, "item_revision__")
    current = None if row["newest__id"] is None else instance(Response, row, "newest__")
    if current:
        current.attempt_slot, current.is_current = slot, True
    slot.current_when_read = current  # type: ignore[attr-defined]
    return slot


def is_read_with_current(slot: AttemptSlot) -> bool:
    return hasattr(slot, "current_when_read")


def current_of(slot: AttemptSlot) -> Response | None:
    """Give the answer that was current when the slot was read `slot_with_current`; None when there was none."""
    current: Response | None = slot.current_when_read  # type: ignore[attr-defined]
    return current
