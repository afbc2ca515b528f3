"""The result of an attempt and the text behind it."""

from datetime import timedelta

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext
from django.urls import reverse

from quizzes.models import Assignment
from quizzes.services import attempts as services
from tests import factories
from tests.views.pages import words_of

NOW = factories.NOW


def sit(learner, assignment, *given, finish=True):
    attempt = factories.attempt(assignment, learner)
    for position, one in enumerate(given, start=1):
        services.store_response(
            learner,
            attempt=attempt,
            position=position,
            given=one,
            idempotency_key=f"k{position}",
            sequence=position - 1,
            now=NOW,
        )
    return services.hand_in(learner, attempt=attempt, now=NOW) if finish else attempt


@pytest.fixture
def assignment(instructor, classroom):
    quiz = factories.quiz(instructor, items=3)
    return factories.assignment(classroom, quiz, mode=Assignment.Mode.GRADED, attempts_allowed=2)


@pytest.fixture
def finished(learner, assignment):
    return sit(learner, assignment, {"choice": 2}, {"text": "1974"})


def result(attempt):
    return reverse("attempt-result", args=[attempt.uuid])


def text(attempt, query=""):
    return reverse("attempt-text", args=[attempt.uuid]) + query


def test_the_result_explains_every_question(learner_client, finished):
    html = learner_client.get(result(finished)).content.decode()
    assert "<h1>1 of 3 right</h1>" in html
    assert "Handed in on 2 November 2026, 09:00, attempt 1 of 2." in html
    assert html.count('<li class="result"') == 3
    assert "Why “2031” is not:" in html
    assert "2031 is when the new pier would open (paragraph 3)." in html
    assert "No answer" in html
    assert text(finished, "?item=1#p1") in html
    assert text(finished, "?item=1#p3") in html


@pytest.mark.parametrize("persona", ["learner_client", "instructor_client"])
def test_what_came_late_is_shown_as_such(request, persona, learner, classroom, instructor):
    over = NOW + timedelta(minutes=30)
    timed = factories.assignment(classroom, factories.quiz(instructor), mode=Assignment.Mode.GRADED, closes_at=over)
    attempt = sit(learner, timed, {"choice": 2}, finish=False)
    late = {"attempt": attempt, "idempotency_key": "late", "sequence": 1, "now": over + timedelta(minutes=1)}
    with pytest.raises(services.LateError):
        services.store_response(learner, position=1, given={"choice": 0}, **late)
    words = words_of(request.getfixturevalue(persona).get(result(attempt)))
    assert "0 of 2 right" in words
    assert "Time was over on 2 November 2026, 09:30" in words
    assert "Came after the time was over" in words
    assert "Question 1: “1974”, 09:31:00" in words


def test_what_was_not_right_is_to_be_read_again(learner_client, finished):
    html = learner_client.get(result(finished)).content.decode()
    assert "Read again" in html
    assert html.count('class="row-title"') == 1


def test_a_second_attempt_is_offered_while_there_is_one(learner_client, learner, finished, assignment):
    assert "Take it again" in learner_client.get(result(finished)).content.decode()
    second = services.start_attempt(learner, assignment=assignment, now=NOW)
    assert "Go on with it" in learner_client.get(result(finished)).content.decode()
    services.hand_in(learner, attempt=second, now=NOW)
    assert "This was your last attempt" in learner_client.get(result(finished)).content.decode()


def test_an_open_attempt_sends_its_learner_back_to_work(learner_client, learner, assignment):
    attempt = sit(learner, assignment, {"choice": 0}, finish=False)
    for url in (result(attempt), text(attempt)):
        assert learner_client.get(url).url == reverse("attempt-show", args=[attempt.uuid, 2])


@pytest.mark.parametrize("persona", ["instructor_client", "assistant_client"])
def test_staff_of_the_classroom_read_a_result(request, persona, finished):
    client = request.getfixturevalue(persona)
    html = client.get(result(finished)).content.decode()
    assert "Your answer" not in html
    assert "Take it again" not in html
    assert client.get(text(finished)).status_code == 200


def test_staff_may_look_at_an_attempt_under_way(instructor_client, learner, assignment):
    attempt = sit(learner, assignment, {"choice": 0}, finish=False)
    assert "Under way, 1 answered so far" in instructor_client.get(result(attempt)).content.decode()


def test_others_find_nothing(outsider_client, classroom, finished):
    outsider_client_replies = [outsider_client.get(url).status_code for url in (result(finished), text(finished))]
    assert outsider_client_replies == [404, 404]


def test_another_learner_finds_nothing(client, classroom, finished):
    client.force_login(factories.learner(classroom), backend="quizzes.backends.PeopleBackend")
    assert client.get(result(finished)).status_code == 404


def test_the_text_marks_the_evidence_of_one_question(learner_client, finished):
    html = learner_client.get(text(finished, "?item=1")).content.decode()
    assert html.count("<mark") == 2
    assert '<mark class="evidence" id="e-key" tabindex="-1">The harbour at Vell was closed in 1974' in html
    assert 'id="p3"' in html


def test_the_text_marks_all_evidence_once(learner_client, finished):
    html = learner_client.get(text(finished)).content.decode()
    assert html.count("<mark") == 1
    assert "Questions 1, 2, 3" in html


@pytest.mark.parametrize("item", ["0", "99", "x", "²", "-1"])
def test_a_question_that_does_not_exist_is_ignored(learner_client, finished, item):
    assert learner_client.get(text(finished, f"?item={item}")).status_code == 200


@pytest.mark.parametrize("items", [1, 3])
def test_pages_cost_the_same_for_any_number_of_questions(learner_client, learner, instructor, classroom, items):
    assignment = factories.assignment(classroom, factories.quiz(instructor, items=items), attempts_allowed=2)
    attempt = sit(learner, assignment, {"choice": 1})
    costs = []
    for url in (result(attempt), text(attempt)):
        with CaptureQueriesContext(connection) as queries:
            learner_client.get(url)
        costs.append(len(queries))
    assert costs == [11, 9]


def test_a_near_miss_shows_the_letters_that_differ(learner_client, learner, classroom, instructor):
    one = factories.item(factories.article(instructor), kind="short_answer", state="approved", keys=["lighthouse"])
    given = factories.assignment(classroom, factories.quiz_of(instructor, one), mode=Assignment.Mode.GRADED)
    html = learner_client.get(result(sit(learner, given, {"text": "lighthose"}))).content.decode()
    assert "<ins>u</ins>" in html
    assert "you wrote “lighthose”; the text has “lighthouse”." in html
