"""Line 12: a server that dies between request and reply, and the request again, end as if it had not died.

Every request is killed at every statement in tests/faults/test_every_point.py, and real processes are killed in
tests/faults/test_killed_server.py. Here is one answer, killed at each of its statements one after the other.
"""

import pytest
from django.db import connection

from quizzes.models import Attempt
from tests.contract.conftest import RIGHT, current_of, rows_of
from tests.faults.killing import survives

pytestmark = pytest.mark.django_db(transaction=True)


def test_an_answer_that_dies_again_and_again_is_stored_once(tab, attempt):
    statement = 1
    while not survives(statement, lambda: tab.submit(choice=RIGHT)):
        assert len(rows_of(attempt)) == 0
        statement += 1
    # session with slot, and what stores the answer: one statement on PostgreSQL, a transaction on SQLite
    assert statement == (3 if connection.vendor == "postgresql" else 5)
    assert tab.submit(choice=RIGHT).status_code == 302  # the reply was lost
    assert (len(rows_of(attempt)), current_of(attempt).mark) == (1, 1)
    assert Attempt.objects.get().sequence == 1
