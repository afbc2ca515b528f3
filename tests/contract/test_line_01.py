"""Line 1: the same key again is the same stored answer and the same page, never a second row."""

from quizzes.models import Attempt
from tests.contract.conftest import RIGHT, data_of, rows_of


def test_a_submit_sent_again_is_one_row_and_one_page(tab, attempt):
    replies = [tab.submit(choice=RIGHT) for _ in range(3)]
    assert {(reply.status_code, reply.url) for reply in replies} == {(302, replies[0].url)}
    assert len(rows_of(attempt)) == 1


def test_an_autosave_sent_again_is_one_row_and_one_reply(tab, attempt):
    replies = [tab.autosave(choice=RIGHT), tab.autosave_again(choice=RIGHT)]
    assert [reply.status_code for reply in replies] == [200, 200]
    assert {data_of(reply, "sequence") for reply in replies} == {"1"}
    assert len(rows_of(attempt)) == 1


def test_what_is_summed_from_a_row_is_not_counted_twice(tab, attempt):
    for _ in range(2):
        tab.submit(choice=RIGHT)
    assert Attempt.objects.get().sequence == 1


def test_a_replay_after_the_end_is_answered_as_before(tab, attempt, learner):
    first = tab.submit(choice=RIGHT)
    tab.client.post(f"/attempts/{attempt.uuid}/hand-in/")
    assert tab.submit(choice=RIGHT).url == first.url
    assert len(rows_of(attempt)) == 1
