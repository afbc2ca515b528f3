"""Rows written with statements of our own are what Django would have written."""

import pytest
from django.db import IntegrityError

from quizzes.models import Attempt, Response
from quizzes.queries import rows
from tests import factories


@pytest.fixture
def slot(instructor, classroom, learner):
    given = factories.assignment(classroom, factories.quiz(instructor, items=1))
    return factories.attempt(given, learner).slots.get()


def answer(slot, key="k", **fields):
    values = {"given": {"choice": 1, "text": "“é” 'x' %s"}, "sequence": 1, "created_at": factories.NOW, "fraction": 0.5}
    return Response(attempt_slot=slot, idempotency_key=key, accepted_by=["case"], **(values | fields))


def turn(slot, sequence=0):
    seen = {"id": slot.attempt_id, "state": "open", "sequence": sequence}
    return rows.Change(Attempt, "sequence", sequence + 1, seen)


def test_a_row_is_stored_with_all_its_values(slot):
    ours, theirs = answer(slot, mark="0.125"), answer(slot, key="other", mark="0.125", is_current=False)
    assert rows.store_after(ours, turn(slot))
    theirs.save()
    stored = [
        {name: value for name, value in row.items() if name not in ("id", "idempotency_key", "is_current")}
        for row in Response.objects.order_by("id").values()
    ]
    assert stored[0] == stored[1]
    assert Response.objects.get(pk=ours.pk).idempotency_key == "k"


def test_the_row_before_gives_way(slot):
    first, second = answer(slot), answer(slot, key="second")
    assert rows.store_after(first, turn(slot))
    assert rows.store_after(second, turn(slot, 1), rows.Change(Response, "is_current", False, {"id": first.pk}))
    assert list(Response.objects.order_by("id").values_list("pk", "is_current")) == [
        (first.pk, False),
        (second.pk, True),
    ]


@pytest.mark.parametrize("again", [{"is_current": False}, {"key": "second current"}])
def test_a_refused_row_leaves_nothing_changed(slot, again):
    rows.store_after(answer(slot), turn(slot))
    with pytest.raises(IntegrityError):
        rows.store_after(answer(slot, **again), turn(slot, 1))
    slot.attempt.refresh_from_db()
    assert (Response.objects.count(), slot.attempt.sequence) == (1, 1)


@pytest.mark.parametrize("seen", [{"sequence": 3}, {"state": "finished"}])
def test_nothing_is_stored_when_the_attempt_is_not_as_it_was_seen(slot, seen):
    first = answer(slot)
    rows.store_after(first, turn(slot))
    stale = rows.Change(Attempt, "sequence", 9, {"id": slot.attempt_id, "state": "open", "sequence": 1} | seen)
    before = rows.Change(Response, "is_current", False, {"id": first.pk})
    assert not rows.store_after(answer(slot, key="second"), stale, before)
    first.refresh_from_db()
    slot.attempt.refresh_from_db()
    assert (first.is_current, slot.attempt.sequence, Response.objects.count()) == (True, 1, 1)
