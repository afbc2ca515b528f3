"""Line 15: a report names its data set (which attempts, how many, when) and counts learners' work only."""

import pytest
from django.urls import reverse
from django.utils import formats, timezone

from quizzes.models import Attempt, Enrolment
from quizzes.queries.reports import report_on
from quizzes.services import attempts
from tests.contract.conftest import RIGHT, WRONG, open_page
from tests.views.pages import words_of


def sit(client, learner, graded, choice) -> Attempt:
    attempt = attempts.start_attempt(learner, assignment=graded, now=timezone.now())
    open_page(client, attempt).submit(choice=choice)
    return attempts.hand_in(learner, attempt=attempt, now=timezone.now())


def test_the_report_says_which_attempts_how_many_and_when(instructor_client, learner_client, learner, graded):
    for choice in (WRONG, RIGHT):
        sit(learner_client, learner, graded, choice)
    words = words_of(instructor_client.get(reverse("assignment-show", args=[graded.uuid])))
    assert "from the last finished attempt of 1 learner" in words
    assert "as of " + formats.date_format(timezone.localtime(), "j F Y") in words
    assert "1974 (right) 1" in words


def test_only_the_last_finished_attempt_of_a_learner_counts(learner_client, learner, graded):
    for choice in (WRONG, RIGHT):
        sit(learner_client, learner, graded, choice)
    open_page(learner_client, attempts.start_attempt(learner, assignment=graded, now=timezone.now()))
    report = report_on(graded)
    assert (report.finished, report.items[0].attempts, report.items[0].facility) == (1, 1, 1.0)


@pytest.mark.parametrize("persona", ["instructor", "assistant", "outsider"])
def test_who_teaches_makes_no_attempt_that_could_count(request, persona, graded):
    with pytest.raises(attempts.AttemptError):
        attempts.start_attempt(request.getfixturevalue(persona), assignment=graded, now=timezone.now())


def test_an_attempt_of_somebody_who_teaches_by_now_is_left_out(learner_client, learner, graded):
    sit(learner_client, learner, graded, RIGHT)
    Enrolment.objects.filter(user=learner).update(role=Enrolment.Role.ASSISTANT)
    report = report_on(graded)
    assert (report.finished, report.items[0].attempts, report.items[0].answered) == (0, 0, 0)
