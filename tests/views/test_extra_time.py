"""The forms for time limits and extra time."""

from datetime import datetime, timedelta

import pytest
from django.urls import reverse
from django.utils import timezone

from quizzes.models import Assignment, Enrolment, ExtraTime
from quizzes.services.attempts import start_attempt
from tests import factories
from tests.contract.conftest import data_of
from tests.views.pages import words_of


@pytest.fixture
def timed(classroom, instructor):
    return factories.assignment(classroom, factories.quiz(instructor), mode="graded", time_limit=30)


def give(client, timed, learner, minutes=30):
    sent = {"learner": learner.pk, "minutes": minutes}
    return client.post(reverse("assignment-extra-time", args=[timed.uuid]), sent, follow=True)


def test_a_limit_is_given_with_the_quiz(instructor_client, instructor, classroom):
    quiz = factories.quiz(instructor)
    sent = {"classroom": classroom.pk, "mode": "graded", "time_limit": 45}
    page = instructor_client.post(reverse("assignment-create", args=[quiz.uuid]), sent, follow=True)
    assert Assignment.objects.get().time_limit == 45
    assert "Each learner has 45 minutes from the moment they start." in words_of(page)


def test_practice_with_a_limit_is_refused(instructor_client, instructor, classroom):
    quiz = factories.quiz(instructor)
    sent = {"classroom": classroom.pk, "mode": "practice", "time_limit": 45}
    page = instructor_client.post(reverse("assignment-create", args=[quiz.uuid]), sent)
    assert page.status_code == 422
    assert "Practice has no time limit" in words_of(page)
    assert not Assignment.objects.exists()


def test_extra_time_shows_as_such(instructor_client, learner, timed):
    assert f"{learner} : 60 min, extended from 30" in words_of(give(instructor_client, timed, learner))


def test_the_learner_sees_it_before_the_start(learner_client, instructor_client, learner, timed):
    give(instructor_client, timed, learner)
    page = learner_client.get(reverse("attempt-start", args=[timed.uuid]))
    assert "60 min, extended from 30" in words_of(page)


def test_senseless_minutes_are_refused(instructor_client, learner, timed):
    page = give(instructor_client, timed, learner, "soon")
    assert page.status_code == 422
    assert "No extra time was given" in words_of(page)
    assert not ExtraTime.objects.exists()


def test_an_assistant_is_refused(assistant_client, learner, timed):
    assert give(assistant_client, timed, learner).status_code == 422
    assert not ExtraTime.objects.exists()


def test_a_standing_share_is_given_in_the_classroom(instructor_client, learner, classroom):
    address = reverse("classroom-extra-time", args=[classroom.uuid])
    page = instructor_client.post(address, {"learner": learner.pk, "percent": 25}, follow=True)
    assert f"{learner} 25 % more" in words_of(page)
    assert Enrolment.objects.get(user=learner).extra_percent == 25


def test_a_senseless_share_is_refused(instructor_client, learner, classroom):
    address = reverse("classroom-extra-time", args=[classroom.uuid])
    page = instructor_client.post(address, {"learner": learner.pk, "percent": 900}, follow=True)
    assert "Nothing was changed" in words_of(page)


@pytest.mark.parametrize("persona", ["assistant_client", "learner_client", "outsider_client"])
def test_only_an_instructor_gives_a_standing_share(request, persona, learner, classroom):
    address = reverse("classroom-extra-time", args=[classroom.uuid])
    sent = request.getfixturevalue(persona).post(address, {"learner": learner.pk, "percent": 25})
    assert sent.status_code == 404


# times changed afterwards


def change(client, timed, **sent):
    sent = {"opens_at": "", "closes_at": "", "time_limit": "45", "attempts_allowed": "2"} | sent
    return client.post(reverse("assignment-times", args=[timed.uuid]), sent, follow=True)


def test_times_are_changed_and_shown(instructor_client, timed):
    page = words_of(change(instructor_client, timed, closes_at="2999-01-01T10:00"))
    assert "Each learner has 45 minutes from the moment they start." in page
    assert "It closes on 1 January 2999, 10:00" in page
    assert "Each learner may take it 2 times." in page
    kept = Assignment.objects.get()
    assert (kept.opens_at, kept.attempts_allowed) == (timed.opens_at, 2)


def test_the_form_shows_what_holds(instructor_client, timed):
    page = instructor_client.get(reverse("assignment-show", args=[timed.uuid])).content.decode()
    assert 'name="time_limit" type="number" value="30"' in page
    assert f'value="{timezone.localtime(timed.opens_at):%Y-%m-%dT%H:%M}"' in page


def test_a_learner_at_work_sees_the_new_end_at_the_next_save(instructor_client, learner_client, learner, timed):
    attempt = start_attempt(learner, assignment=timed, now=timezone.now())
    change(instructor_client, timed, time_limit="60")
    sent = {"idempotency_key": "form.1", "sequence": 0, "choice": 0}
    reply = learner_client.post(reverse("attempt-save", args=[attempt.uuid, 1]), sent)
    assert datetime.fromisoformat(data_of(reply, "due")) - attempt.started_at > timedelta(minutes=59)


def test_senseless_times_are_refused(instructor_client, timed):
    page = change(instructor_client, timed, closes_at="2001-01-01T10:00")
    assert page.status_code == 422
    assert "Nothing was changed" in words_of(page)
    assert "It must close after it opens" in words_of(page)
    assert Assignment.objects.get().closes_at is None


def test_an_assistant_changes_no_times(assistant_client, timed):
    assert change(assistant_client, timed).status_code == 422
    assert Assignment.objects.get().time_limit == 30


def test_learners_are_not_shown_the_screen(learner_client, timed):
    assert change(learner_client, timed).status_code == 404


def test_practice_has_no_limit_to_change(instructor_client, timed):
    Assignment.objects.update(mode="practice", time_limit=None)
    page = instructor_client.get(reverse("assignment-show", args=[timed.uuid]))
    assert b'name="time_limit"' not in page.content
    assert change(instructor_client, timed).status_code == 200
    assert Assignment.objects.get().time_limit is None
