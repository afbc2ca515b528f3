"""Line 9: a finished attempt changes only through a regrade or a mark by hand, and both are logged."""

from decimal import Decimal

import pytest
from django.urls import reverse
from django.utils import timezone

from quizzes.models import Attempt, AttemptSlot, MarkChange, Response
from quizzes.services import attempts, extra_time
from quizzes.services.regrading import RegradeError, mark_by_hand
from tests.contract.conftest import RIGHT, WRONG, current_of


@pytest.fixture
def finished(tab, attempt, learner):
    tab.submit(choice=WRONG)
    return attempts.hand_in(learner, attempt=attempt, now=timezone.now())


def everything(attempt):
    """Every column of the attempt, its slots and its answers."""
    slots = AttemptSlot.objects.filter(attempt=attempt).order_by("position")
    rows = Response.objects.filter(attempt_slot__attempt=attempt).order_by("pk")
    return [list(found.values()) for found in (Attempt.objects.filter(pk=attempt.pk), slots, rows)]


@pytest.mark.parametrize(
    ("name", "where", "sent", "status"),
    [
        ("answer", [1], {"idempotency_key": "new", "sequence": 9, "choice": RIGHT}, 403),
        ("answer", [2], {"idempotency_key": "new", "sequence": 9, "text": "1974"}, 403),
        ("answer", [1], {"idempotency_key": "new", "sequence": 9, "choice": WRONG, "mark": 1}, 403),
        ("save", [1], {"idempotency_key": "new.1", "sequence": 9, "choice": RIGHT}, 403),
        ("hand-in", [], {}, 302),
    ],
)
def test_nothing_that_a_learner_sends_changes_it(learner_client, finished, name, where, sent, status):
    before = everything(finished)
    reply = learner_client.post(reverse(f"attempt-{name}", args=[finished.uuid, *where]), sent)
    assert reply.status_code == status
    assert everything(finished) == before


def test_extra_time_does_not_open_it_again(finished, instructor, learner, graded):
    before = everything(finished)
    extra_time.give_extra_time(instructor, assignment=graded, learner=learner, minutes=60, now=timezone.now())
    assert everything(finished) == before


def test_a_mark_by_hand_is_logged_with_both_values(finished, instructor):
    mark_by_hand(instructor, response=current_of(finished), mark=Decimal("0.5"), note="Half", now=timezone.now())
    change = MarkChange.objects.get()
    assert (change.old_mark, change.new_mark, change.actor, change.cause) == (0, Decimal("0.5"), instructor, "manual")
    assert current_of(finished).mark == Decimal("0.5")


def test_a_learner_marks_nothing_by_hand(finished, learner):
    with pytest.raises(RegradeError):
        mark_by_hand(learner, response=current_of(finished), mark=Decimal(1), now=timezone.now())
