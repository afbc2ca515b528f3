"""Line 2: the database itself refuses a second current answer, number, key or open attempt."""

import pytest
from django.db import IntegrityError, transaction

from quizzes.models import Attempt, AttemptSlot
from tests import factories
from tests.contract.conftest import RIGHT, current_of


def refused(make):
    with pytest.raises(IntegrityError), transaction.atomic():
        make()


def test_one_current_answer_a_slot(tab, attempt):
    tab.submit(choice=RIGHT)
    row = current_of(attempt)
    row.pk, row.idempotency_key = None, "another"
    refused(lambda: row.save(force_insert=True))


def test_one_row_a_key(tab, attempt):
    tab.submit(choice=RIGHT)
    row = current_of(attempt)
    row.pk, row.is_current = None, False
    refused(lambda: row.save(force_insert=True))


def test_one_open_attempt_a_learner_and_quiz(attempt, graded, learner):
    refused(lambda: factories.attempt(graded, learner, number=2))


def test_one_attempt_a_number(attempt, graded, learner):
    refused(lambda: factories.attempt(graded, learner, number=1, state=Attempt.State.FINISHED))


def test_one_slot_a_position(attempt):
    slot = AttemptSlot.objects.filter(attempt=attempt).first()
    slot.pk = None
    refused(lambda: slot.save(force_insert=True))
