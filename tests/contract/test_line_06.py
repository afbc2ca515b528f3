"""Line 6: a few seconds' grace; what comes later is kept as late and not scored; the end is the deadline itself."""

import pytest

from quizzes.models import Attempt
from quizzes.queries.scores import score_of
from tests.contract.conftest import RIGHT, WRONG, move_deadline, open_page, rows_of


def test_an_answer_on_its_way_counts(tab, attempt):
    move_deadline(attempt, -5)
    assert tab.submit(choice=RIGHT).status_code == 302
    assert [(row.late, row.fraction) for row in rows_of(attempt)] == [(False, 1.0)]


@pytest.mark.parametrize("way", ["submit", "autosave"])
def test_a_late_answer_is_kept_and_not_scored(learner_client, attempt, way):
    open_page(learner_client, attempt).submit(choice=WRONG)
    tab = open_page(learner_client, attempt)
    move_deadline(attempt, -60)
    reply = getattr(tab, way)(choice=RIGHT)
    assert reply.status_code == 403
    assert "too late" in reply.content.decode()
    kept = [(row.given["choice"], row.late, row.is_current, row.mark) for row in rows_of(attempt)]
    assert kept == [(WRONG, False, True, 0), (RIGHT, True, False, None)]
    assert score_of(attempt).mark == 0


def test_the_attempt_ends_at_its_deadline_not_when_somebody_looks(tab, attempt):
    move_deadline(attempt, -3600)
    tab.submit(choice=RIGHT)
    ended = Attempt.objects.get()
    assert (ended.state, ended.ended_by, ended.finished_at) == ("finished", "deadline", attempt.due_at)


def test_handing_in_on_the_way_ends_at_the_deadline(tab, attempt):
    move_deadline(attempt, -5)
    tab.client.post(f"/attempts/{attempt.uuid}/hand-in/")
    ended = Attempt.objects.get()
    assert (ended.state, ended.ended_by, ended.finished_at) == ("finished", "deadline", attempt.due_at)


def test_handing_in_before_the_deadline_is_the_learner_s(tab, attempt):
    move_deadline(attempt, 60)
    tab.client.post(f"/attempts/{attempt.uuid}/hand-in/")
    ended = Attempt.objects.get()
    assert ended.ended_by == "learner"
    assert ended.finished_at < attempt.due_at
