"""A slot of an attempt read together with its current answer, so that storing the next one needs no second look."""

from django.db.models import F, FilteredRelation, Q, QuerySet

from quizzes.models import AttemptSlot, Response

_FIELDS = ("id", "idempotency_key", "sequence", "given", "autosaved", "created_at")
_PREFIX = "current_"


def with_current(slots: QuerySet[AttemptSlot]) -> QuerySet[AttemptSlot]:
    """Read each slot's current answer in the same query."""
    joined = slots.annotate(newest=FilteredRelation("responses", condition=Q(responses__is_current=True)))
    return joined.annotate(**{_PREFIX + name: F(f"newest__{name}") for name in _FIELDS})


def is_read_with_current(slot: AttemptSlot) -> bool:
    return hasattr(slot, f"{_PREFIX}id")


def current_of(slot: AttemptSlot) -> Response | None:
    """Give the answer that was current when the slot was read `with_current`; None when there was none."""
    values = {name: getattr(slot, _PREFIX + name) for name in _FIELDS}
    return None if values["id"] is None else Response(attempt_slot=slot, is_current=True, **values)
