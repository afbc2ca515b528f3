"""Line 10: a regrade follows from stored answers and a wording; preview and run agree; marks by hand survive."""

from decimal import Decimal

import pytest
from django.utils import timezone

from quizzes.models import Attempt, ItemRevision, MarkChange, Slot
from quizzes.queries.regrading import preview_of
from quizzes.services import attempts
from quizzes.services.regrading import mark_by_hand, regrade
from tests import factories
from tests.contract.conftest import current_of


@pytest.fixture
def slot(graded) -> Slot:
    return graded.quiz.slots.get(position=2)


@pytest.fixture
def wording(slot) -> ItemRevision:
    """The same question, with "1979" as a right answer too."""
    old = slot.item_revision
    new = ItemRevision.objects.get(pk=old.pk)
    new.pk, new.keys, new.number = None, [*old.keys, "1979"], old.number + 1
    new.save(force_insert=True)
    return new


@pytest.fixture
def sat(graded, classroom) -> list[Attempt]:
    """Three attempts handed in: right, wrong, and wrong with a mark by hand."""
    made = []
    for text in ("1974", "1979", "1979"):
        learner = factories.learner(classroom)
        attempt = attempts.start_attempt(learner, assignment=graded, now=timezone.now())
        attempts.store_response(
            learner,
            attempt=attempt,
            position=2,
            given={"text": text},
            idempotency_key="form",
            sequence=0,
            now=timezone.now(),
        )
        made.append(attempts.hand_in(learner, attempt=attempt, now=timezone.now()))
    by_hand = current_of(made[2], 2)
    mark_by_hand(graded.quiz.owner, response=by_hand, mark=Decimal("0.25"), now=timezone.now())
    return made


def marks(sat) -> list[Decimal]:
    return [current_of(attempt, 2).mark for attempt in sat]


def run(graded, slot, wording):
    shown = preview_of(graded, slot, wording)
    owner = graded.quiz.owner
    regrade(owner, assignment=graded, slot=slot, wording=wording, expected=shown.digest, now=timezone.now())
    return {change.response.pk: change.mark for change in shown.changes}


def test_the_preview_writes_nothing_and_the_run_writes_just_that(graded, slot, wording, sat):
    before = marks(sat)
    preview_of(graded, slot, wording)
    assert marks(sat) == before == [1, 0, Decimal("0.25")]
    promised = run(graded, slot, wording)
    assert marks(sat) == [1, 1, Decimal("0.25")]
    assert promised == {current_of(sat[1], 2).pk: 1}


def test_twice_is_no_change(graded, slot, wording, sat):
    run(graded, slot, wording)
    logged = MarkChange.objects.count()
    assert run(graded, slot, wording) == {}
    assert (marks(sat), MarkChange.objects.count()) == ([1, 1, Decimal("0.25")], logged)


def test_it_is_logged_with_old_and_new(graded, slot, wording, sat):
    run(graded, slot, wording)
    change = MarkChange.objects.get(cause=MarkChange.Cause.REGRADE)
    assert (change.response, change.old_mark, change.new_mark) == (current_of(sat[1], 2), 0, 1)
