"""Rows written with statements of our own are what Django would have written."""

import pytest
from django.db import IntegrityError, transaction

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


def test_a_row_is_stored_with_all_its_values(slot):
    ours, theirs = answer(slot, mark="0.125"), answer(slot, key="other", mark="0.125", is_current=False)
    rows.insert(ours)
    theirs.save()
    stored = [
        {name: value for name, value in row.items() if name not in ("id", "idempotency_key", "is_current")}
        for row in Response.objects.order_by("id").values()
    ]
    assert stored[0] == stored[1]
    assert Response.objects.get(pk=ours.pk).idempotency_key == "k"


def test_constraints_hold(slot):
    rows.insert(answer(slot))
    with pytest.raises(IntegrityError), transaction.atomic():
        rows.insert(answer(slot, is_current=False))
    with pytest.raises(IntegrityError), transaction.atomic():
        rows.insert(answer(slot, key="second current"))
    assert Response.objects.count() == 1


def test_a_row_changes_only_when_it_is_as_it_was_seen(slot):
    attempt = slot.attempt
    assert rows.update(Attempt, "sequence", 1, id=attempt.pk, state="open", sequence=0)
    assert not rows.update(Attempt, "sequence", 2, id=attempt.pk, state="open", sequence=0)
    assert not rows.update(Attempt, "sequence", 2, id=attempt.pk, state="finished", sequence=1)
    attempt.refresh_from_db()
    assert attempt.sequence == 1
