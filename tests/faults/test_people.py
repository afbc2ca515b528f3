"""What people and their machines do to a request: each costs nothing that was sent."""

from datetime import UTC, datetime, timedelta

import pytest
from django.contrib.sessions.models import Session
from django.test import Client
from django.urls import reverse
from django.utils import timezone

from quizzes.models import Attempt
from quizzes.services import attempts
from tests import factories
from tests.contract.conftest import RIGHT, WRONG, current_of, data_of, open_page, rows_of

PASSWORD = "a long password"


@pytest.fixture
def graded(classroom, instructor):
    return factories.assignment(classroom, factories.quiz(instructor), mode="graded", time_limit=30)


@pytest.fixture
def attempt(learner, graded) -> Attempt:
    return attempts.start_attempt(learner, assignment=graded, now=timezone.now())


@pytest.fixture
def client(learner) -> Client:
    """A browser that holds forms to their secret, as real ones are held."""
    client = Client(enforce_csrf_checks=True)
    client.login(username=learner.username, password=PASSWORD)
    return client


def secret(client: Client) -> dict[str, str]:
    """What a script reads from the cookie before each request."""
    return {"csrfmiddlewaretoken": client.cookies["csrftoken"].value}


def test_a_double_click_is_one_answer(client, attempt):
    form = open_page(client, attempt)
    replies = [form.submit(choice=RIGHT, **secret(client)) for _ in range(2)]
    assert [reply.status_code for reply in replies] == [302, 302]
    assert len(rows_of(attempt)) == 1


def test_a_double_click_on_start_is_one_attempt(client, learner, graded):
    client.get(reverse("attempt-start", args=[graded.uuid]))
    address = reverse("attempt-start", args=[graded.uuid])
    assert len({client.post(address, secret(client)).url for _ in range(2)}) == 1
    assert Attempt.objects.count() == 1


def test_a_double_click_on_hand_in_is_one_end(client, attempt):
    client.get(reverse("attempt-hand-in", args=[attempt.uuid]))
    ends = []
    for _ in range(2):
        client.post(reverse("attempt-hand-in", args=[attempt.uuid]), secret(client))
        ends.append(Attempt.objects.get().finished_at)
    assert ends[0] == ends[1]


def test_after_a_lost_reply_the_same_request_says_that_it_is_saved(client, attempt):
    form = open_page(client, attempt)
    form.autosave(choice=RIGHT, **secret(client))  # nobody reads the reply
    again = form.autosave_again(choice=RIGHT, **secret(client))
    assert (again.status_code, data_of(again, "sequence"), len(rows_of(attempt))) == (200, "1", 1)


def test_an_answer_changed_after_a_lost_reply_is_not_dropped(client, attempt):
    form = open_page(client, attempt)
    form.submit(choice=WRONG, **secret(client))
    reply = form.submit(choice=RIGHT, **secret(client))
    assert reply.status_code == 409
    assert "1974" in reply.content.decode()


@pytest.mark.parametrize("how", ["signed out in another tab", "session over"])
def test_signed_out_meanwhile_the_answer_waits_and_is_stored_after_signing_in(client, learner, attempt, how):
    form = open_page(client, attempt, 2)
    form.autosave(text="19", **secret(client))
    if how == "session over":
        Session.objects.all().delete()
    else:
        client.post(reverse("sign-out"), secret(client))
    reply = form.autosave(text="1974", **secret(client))
    assert (reply.status_code, data_of(reply, "outcome")) == (401, "signed-out")
    assert "Location" not in reply.headers
    assert "HX-Redirect" not in reply.headers
    assert current_of(attempt, 2).given == {"text": "19"}
    client.get(reverse("sign-in"))
    signed_in = client.post(reverse("sign-in"), {"name": learner.username, "password": PASSWORD, **secret(client)})
    assert signed_in.status_code == 302
    assert form.autosave_again(text="1974", **secret(client)).status_code == 200
    assert current_of(attempt, 2).given == {"text": "1974"}


def test_somebody_else_who_signs_in_there_stores_nothing_of_it(client, classroom, attempt):
    form = open_page(client, attempt, 2)
    other = factories.learner(classroom)
    client.logout()
    client.login(username=other.username, password=PASSWORD)
    client.get(reverse("start"))
    client.get(reverse("settings"))
    assert form.autosave(text="1974", **secret(client)).status_code == 404
    assert rows_of(attempt) == []


@pytest.mark.parametrize("jump", [timedelta(hours=-2), timedelta(hours=-1), timedelta(minutes=-5)])
def test_a_clock_that_is_set_back_keeps_every_answer_and_their_order(learner, attempt, jump):
    now = timezone.now()
    for number, (choice, at) in enumerate([(WRONG, now), (RIGHT, now + jump)]):
        attempts.store_response(
            learner,
            attempt=attempt,
            position=1,
            given={"choice": choice},
            idempotency_key=f"form{number}",
            sequence=number,
            now=at,
        )
    assert current_of(attempt).given == {"choice": RIGHT}
    assert [row.sequence for row in rows_of(attempt)] == [1, 2]


def test_a_clock_that_jumps_ahead_and_back_ends_an_attempt_once(learner, attempt):
    ahead = timezone.now() + timedelta(hours=2)
    attempts.end_if_over(attempt, now=ahead)
    ended = Attempt.objects.get()
    attempts.end_if_over(ended, now=timezone.now())
    attempts.hand_in(learner, attempt=ended, now=timezone.now())
    assert Attempt.objects.get().finished_at == attempt.due_at
    assert Attempt.objects.get().ended_by == "deadline"


def test_summer_time_does_not_shorten_an_attempt(learner, graded, settings):
    settings.TIME_ZONE = "Europe/Berlin"
    night = datetime(2026, 10, 25, 0, 50, tzinfo=UTC)  # 02:50 before 02:00 again
    attempt = attempts.start_attempt(learner, assignment=_open_before(graded, night), now=night)
    assert attempt.due_at - attempt.started_at == timedelta(minutes=30)


def _open_before(graded, moment):
    graded.opens_at = moment - timedelta(days=1)
    graded.save()
    return graded
