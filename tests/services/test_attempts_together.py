"""Clicks that arrive together: one attempt, one row. SQLite runs writers one by one, so this needs PostgreSQL."""

from concurrent.futures import ThreadPoolExecutor

import pytest
from django.db import connection, connections

from quizzes.models import Assignment, Attempt, Response
from quizzes.services import attempts as services
from tests import factories

pytestmark = [
    pytest.mark.django_db(transaction=True),
    pytest.mark.skipif(connection.vendor == "sqlite", reason="SQLite in memory is not shared between threads"),
]


def together(action, times=4):
    def run(_):
        try:
            return action()
        finally:
            connections.close_all()

    with ThreadPoolExecutor(times) as pool:
        return list(pool.map(run, range(times)))


@pytest.fixture
def assignment(classroom, instructor):
    return factories.assignment(classroom, factories.quiz(instructor), mode=Assignment.Mode.GRADED)


def test_starting_together_makes_one_attempt(learner, assignment):
    attempts = together(lambda: services.start_attempt(learner, assignment=assignment, now=factories.NOW).pk)
    assert len(set(attempts)) == 1
    assert Attempt.objects.count() == 1


def test_the_same_form_sent_together_is_stored_once(learner, assignment):
    attempt = services.start_attempt(learner, assignment=assignment, now=factories.NOW)
    rows = together(
        lambda: (
            services.store_response(
                learner,
                attempt=attempt,
                position=1,
                given={"choice": 1},
                idempotency_key="once",
                sequence=0,
                now=factories.NOW,
            ).pk
        )
    )
    assert len(set(rows)) == 1
    assert Response.objects.count() == 1
