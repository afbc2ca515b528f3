"""Autosave: one status and one fragment for each thing that can become of it."""

import re

import pytest
from django.db import connection
from django.test import Client
from django.test.utils import CaptureQueriesContext
from django.urls import reverse
from django.utils import timezone

from quizzes.models import Assignment, Response, User
from quizzes.services import attempts as services
from tests import factories


@pytest.fixture
def graded(classroom, instructor):
    return factories.assignment(classroom, factories.quiz(instructor), mode=Assignment.Mode.GRADED)


@pytest.fixture
def attempt(learner, graded):
    return services.start_attempt(learner, assignment=graded, now=timezone.now())


def save(client, attempt, position=1, *, key="form.1", sequence=0, **answer):
    sent = {"idempotency_key": key, "sequence": sequence, **answer}
    return client.post(reverse("attempt-save", args=[attempt.uuid, position]), sent)


def data(reply, name):
    found = re.search(rf'data-{name}="([^"]*)"', reply.content.decode())
    return found[1] if found else None


def test_a_save_says_when_and_the_number_to_go_on_with(learner_client, attempt):
    reply = save(learner_client, attempt, choice=1)
    assert reply.status_code == 200
    assert "Saved" in reply.content.decode()
    assert (data(reply, "outcome"), data(reply, "sequence"), data(reply, "due")) == ("saved", "1", "")
    row = Response.objects.get()
    assert (row.given, row.autosaved, row.is_current, row.fraction) == ({"choice": 1}, True, True, None)


def test_a_saved_answer_is_in_the_page_again(learner_client, attempt):
    save(learner_client, attempt, 2, text="19")
    page = learner_client.get(reverse("attempt-show", args=[attempt.uuid, 2])).content.decode()
    assert 'value="19"' in page
    assert "1 answered" in page


def test_another_page_s_answer_is_not_replaced(learner_client, attempt):
    save(learner_client, attempt, key="one.1", choice=1)
    reply = save(learner_client, attempt, key="two.1", choice=2)
    assert (reply.status_code, data(reply, "outcome"), Response.objects.count()) == (409, "newer", 1)
    assert reverse("attempt-show", args=[attempt.uuid, 1]) in reply.content.decode()


def test_a_finished_attempt_says_that_it_is_over(learner_client, learner, attempt):
    services.hand_in(learner, attempt=attempt, now=timezone.now())
    reply = save(learner_client, attempt, choice=1)
    assert (reply.status_code, data(reply, "over"), Response.objects.count()) == (403, "1", 0)


def test_a_settled_question_is_not_opened_again(learner_client, learner, classroom, attempt):
    practice = factories.assignment(classroom, factories.quiz(attempt.assignment.quiz.owner))
    attempt = services.start_attempt(learner, assignment=practice, now=timezone.now())
    checked = {"idempotency_key": "form", "sequence": 0, "choice": 1}
    learner_client.post(reverse("attempt-answer", args=[attempt.uuid, 1]), checked)
    assert save(learner_client, attempt, key="form.2", sequence=1, choice=0).status_code == 409


@pytest.mark.parametrize("answer", [{"choice": 9}, {"choice": "x"}, {"text": "x" * 501}])
def test_what_is_no_answer_is_refused(learner_client, attempt, answer):
    reply = save(learner_client, attempt, **answer)
    assert (reply.status_code, data(reply, "outcome"), Response.objects.count()) == (422, "refused", 0)


def test_somebody_who_is_signed_out_is_told_so(client, attempt):
    reply = save(client, attempt, choice=1)
    assert (reply.status_code, data(reply, "outcome")) == (401, "signed-out")
    assert "HX-Redirect" not in reply.headers
    assert not Response.objects.exists()


def test_nobody_saves_for_another(classroom, attempt):
    client = Client()
    client.force_login(factories.learner(classroom), backend="quizzes.backends.PeopleBackend")
    assert save(client, attempt, choice=1).status_code == 404


@pytest.mark.parametrize("questions", [1, 3])
def test_an_answer_costs_ten_queries_at_most_however_many_there_were(
    learner_client, learner, classroom, instructor, questions
):
    quiz = factories.quiz(instructor, items=questions)
    given = factories.assignment(classroom, quiz, mode=Assignment.Mode.GRADED, time_limit=30)
    attempt = services.start_attempt(learner, assignment=given, now=timezone.now())
    address = reverse("attempt-answer", args=[attempt.uuid, 1])
    costs = {"save": [], "answer": []}
    for number in range(4):
        for name in costs:
            with CaptureQueriesContext(connection) as made:
                if name == "save":
                    save(learner_client, attempt, key=f"{number}.1", sequence=2 * number, choice=2 * number % 3)
                else:
                    sent = {"idempotency_key": f"{number}", "sequence": 2 * number + 1, "choice": (2 * number + 1) % 3}
                    learner_client.post(address, sent)
            costs[name].append(len(made))
    assert Response.objects.count() == 8
    if connection.vendor == "postgresql":  # which writes with one statement
        assert costs == {"save": [4, 4, 4, 4], "answer": [4, 4, 4, 4]}
    else:
        assert costs == {"save": [5, 6, 6, 6], "answer": [6, 6, 6, 6]}


@pytest.mark.parametrize("name", ["attempt-save", "attempt-answer"])
def test_who_was_shut_out_meanwhile_stores_nothing(learner_client, learner, attempt, name):
    User.objects.filter(pk=learner.pk).update(is_active=False)
    learner_client.post(reverse(name, args=[attempt.uuid, 1]), {"idempotency_key": "k", "sequence": 1, "choice": 1})
    assert not Response.objects.exists()


@pytest.mark.parametrize("name", ["attempt-save", "attempt-answer"])
def test_a_session_of_an_older_password_stores_nothing(learner_client, learner, attempt, name):
    learner.set_password("another-password")
    learner.save()
    learner_client.post(reverse(name, args=[attempt.uuid, 1]), {"idempotency_key": "k", "sequence": 1, "choice": 1})
    assert not Response.objects.exists()
