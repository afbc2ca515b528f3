"""The forms for time limits and extra time."""

import pytest
from django.urls import reverse

from quizzes.models import Assignment, Enrolment, ExtraTime
from tests import factories
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
