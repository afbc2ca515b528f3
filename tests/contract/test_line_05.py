"""Line 5: the deadline follows from start, limit, closing time and extra time by the server's clock alone."""

from datetime import datetime, timedelta

import pytest
from django.urls import reverse
from django.utils import timezone

from quizzes.models import Attempt
from quizzes.services import attempts, extra_time
from tests import factories
from tests.contract.conftest import RIGHT, data_of, move_deadline, open_page


def due_in(reply) -> datetime:
    return datetime.fromisoformat(data_of(reply, "due"))


def test_each_save_tells_the_page_when_it_is_due_and_what_time_it_is(tab, attempt):
    reply = tab.autosave(choice=RIGHT)
    assert abs(due_in(reply) - attempt.due_at) < timedelta(seconds=1)
    now = datetime.fromisoformat(data_of(reply, "now"))
    assert abs(now - timezone.now()) < timedelta(seconds=5)


def test_extra_time_given_meanwhile_is_in_the_next_reply(tab, attempt, instructor, learner, graded):
    before = due_in(tab.autosave(choice=RIGHT))
    extra_time.give_extra_time(instructor, assignment=graded, learner=learner, minutes=15, now=timezone.now())
    assert due_in(tab.autosave(choice=1)) == before + timedelta(minutes=15)
    page_again = tab.client.get(reverse("attempt-show", args=[attempt.uuid, 1]))
    assert due_in(page_again) == before + timedelta(minutes=15)


def test_extra_time_moves_the_closing_time_too(learner, instructor, classroom):
    now = timezone.now()
    quiz = factories.quiz(instructor)
    closing = now + timedelta(minutes=10)
    assignment = factories.assignment(classroom, quiz, mode="graded", time_limit=30, closes_at=closing)
    attempt = attempts.start_attempt(learner, assignment=assignment, now=now)
    assert attempt.due_at == closing
    extra_time.give_extra_time(instructor, assignment=assignment, learner=learner, minutes=15, now=now)
    assert Attempt.objects.get().due_at == closing + timedelta(minutes=15)


@pytest.mark.parametrize("clock", ["2001-01-01T00:00:00Z", "2999-01-01T00:00:00Z", "no time"])
@pytest.mark.parametrize(("seconds", "status"), [(60, 200), (-60, 403)])
def test_a_page_s_own_clock_decides_nothing(learner_client, attempt, clock, seconds, status):
    tab = open_page(learner_client, attempt)
    move_deadline(attempt, seconds)
    reply = tab.autosave(choice=RIGHT, now=clock, due=clock, started_at=clock)
    assert reply.status_code == status
