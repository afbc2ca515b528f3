"""Line 8: an autosave changes no state, is not scored, and never wins against a submit."""

import pytest

from quizzes.models import Attempt
from quizzes.queries.scores import score_of
from tests.contract.conftest import RIGHT, WRONG, current_of, open_page, rows_of


def test_it_changes_no_state_and_has_no_mark(tab, attempt):
    tab.autosave(choice=RIGHT)
    row = current_of(attempt)
    assert (row.autosaved, row.fraction, row.mark, row.accepted_as) == (True, None, None, "")
    assert (Attempt.objects.get().state, score_of(attempt).mark) == ("open", 0)


def test_one_that_was_sent_before_a_submit_and_comes_after_it_is_refused(tab, attempt):
    tab.submit(choice=RIGHT)
    assert tab.autosave(choice=WRONG).status_code == 409
    assert current_of(attempt).given == {"choice": RIGHT}
    assert len(rows_of(attempt)) == 1


def test_one_from_another_tab_is_refused_after_a_submit(learner_client, attempt):
    one, two = open_page(learner_client, attempt), open_page(learner_client, attempt)
    one.submit(choice=RIGHT)
    assert two.autosave(choice=WRONG).status_code == 409
    assert current_of(attempt).given == {"choice": RIGHT}


def test_a_submit_goes_over_the_page_s_own_autosave(tab, attempt):
    tab.autosave(choice=WRONG)
    assert tab.submit(choice=RIGHT).status_code == 302
    assert (current_of(attempt).given, current_of(attempt).mark) == ({"choice": RIGHT}, 1)


def test_one_that_the_next_has_overtaken_changes_nothing(tab, attempt):
    tab.saves = 1
    tab.autosave(choice=RIGHT)
    tab.saves = 0
    assert tab.autosave(choice=WRONG).status_code == 200
    assert current_of(attempt).given == {"choice": RIGHT}


def test_the_same_answer_again_stores_nothing(learner_client, attempt):
    open_page(learner_client, attempt).submit(choice=RIGHT)
    assert open_page(learner_client, attempt).autosave(choice=RIGHT).status_code == 200
    assert len(rows_of(attempt)) == 1


@pytest.mark.parametrize("mode", ["graded", "practice"])
def test_it_is_scored_when_the_attempt_ends_and_only_checked_in_practice(tab, attempt, mode):
    Attempt.objects.update(mode=mode)
    tab.autosave(choice=RIGHT)
    tab.client.post(f"/attempts/{attempt.uuid}/hand-in/")
    assert current_of(attempt).mark == (1 if mode == "graded" else None)
    assert score_of(attempt).mark == (1 if mode == "graded" else 0)


def test_in_practice_it_settles_and_shows_nothing(tab, attempt):
    Attempt.objects.update(mode="practice")
    tab.autosave(choice=WRONG)
    html = tab.client.get(f"/attempts/{attempt.uuid}/1/").content.decode()
    assert "Check answer" in html
    assert "Not right" not in html
    assert "0 answered" in html
