"""What a quiz to take says on the first page, for learners and for staff who learn elsewhere."""

from django.urls import reverse

from quizzes.models import Enrolment
from quizzes.services import attempts as services
from tests import factories
from tests.views.pages import html_of, words_of

START = reverse("start")


def begin(learner, classroom, owner, given):
    attempt = factories.attempt(factories.assignment(classroom, factories.quiz(owner)), learner)
    services.store_response(
        learner, attempt=attempt, position=1, given=given, idempotency_key="k", sequence=0, now=factories.NOW
    )
    return attempt


def test_an_open_attempt_says_how_far_it_is(learner_client, learner, classroom, instructor):
    begin(learner, classroom, instructor, {"choice": 1})

    assert "1 of 2 answered" in words_of(learner_client.get(START))


def test_a_finished_attempt_says_its_marks(learner_client, learner, classroom, instructor):
    attempt = begin(learner, classroom, instructor, {"choice": 0})
    services.hand_in(learner, attempt=attempt, now=factories.NOW)

    assert "1 of 2 marks" in words_of(learner_client.get(START))


def test_an_assistant_who_learns_elsewhere_finds_their_quizzes(assistant_client, assistant, outsider):
    room = factories.classroom(outsider)
    factories.enrol(room, assistant, Enrolment.Role.LEARNER)
    given = factories.assignment(room, factories.quiz(outsider))

    assert reverse("attempt-start", args=[given.uuid]) in html_of(assistant_client.get(START))


def test_a_refused_change_of_the_order_is_shown_and_spoken(instructor_client, instructor):
    quiz = factories.quiz(instructor, items=1)
    answer = instructor_client.post(
        reverse("quiz-slots", args=[quiz.uuid]), {"remove": "1"}, headers={"HX-Request": "true"}
    )

    assert html_of(answer).count("A quiz needs a question.") == 2
