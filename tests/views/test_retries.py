"""The button that practises again what was wrong."""

import pytest
from django.urls import reverse

from quizzes.models import Attempt
from quizzes.services.attempts import hand_in
from tests import factories
from tests.views.pages import words_of


@pytest.fixture
def finished(learner, instructor, classroom):
    attempt = factories.attempt(factories.assignment(classroom, factories.quiz(instructor, items=3)), learner)
    return hand_in(learner, attempt=attempt, now=factories.NOW)


def retry(client, attempt):
    return client.post(reverse("attempt-retry", args=[attempt.uuid]))


def result(client, attempt):
    return client.get(reverse("attempt-result", args=[attempt.uuid]))


def test_the_result_offers_what_was_wrong(learner_client, finished):
    assert "Try the 3 wrong ones again" in words_of(result(learner_client, finished))


def test_the_button_begins_a_retry_and_its_result_says_so(learner_client, learner, finished):
    page = retry(learner_client, finished)
    made = Attempt.objects.exclude(pk=finished.pk).get()
    assert page.url == reverse("attempt-show", args=[made.uuid, 1])
    hand_in(learner, attempt=made, now=factories.NOW)
    assert "another try at what was wrong; it counts in no report" in words_of(result(learner_client, made))


def test_the_report_names_what_it_leaves_out(learner_client, instructor_client, finished):
    retry(learner_client, finished)
    page = instructor_client.get(reverse("assignment-show", args=[finished.assignment.uuid]))
    assert "One further try at what was wrong is left out of every figure." in words_of(page)


def test_an_attempt_under_way_is_refused(learner_client, learner, finished):
    Attempt.objects.filter(pk=finished.pk).update(state=Attempt.State.OPEN)
    assert retry(learner_client, finished).status_code == 403


def test_the_instructor_is_not_offered_it(instructor_client, finished):
    assert "wrong ones again" not in words_of(result(instructor_client, finished))


def test_an_instructor_finds_nothing(instructor_client, finished):
    assert retry(instructor_client, finished).status_code == 404


def test_an_assistant_finds_nothing(assistant_client, finished):
    assert retry(assistant_client, finished).status_code == 404


def test_another_learner_finds_nothing(client, classroom, finished):
    client.force_login(factories.learner(classroom))
    assert retry(client, finished).status_code == 404


def test_an_outsider_finds_nothing(outsider_client, finished):
    assert retry(outsider_client, finished).status_code == 404
