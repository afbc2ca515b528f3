"""Line 13: on two pages the second writer is told of the newer answer, sees both and chooses."""

import re

from django.test import Client

from tests.contract.conftest import RIGHT, WRONG, current_of, open_page, rows_of
from tests.views.pages import words_of


def second_device(learner) -> Client:
    client = Client()
    client.force_login(learner, backend="quizzes.backends.PeopleBackend")
    return client


def test_the_second_tab_sees_both_and_may_keep_or_replace(learner_client, attempt):
    one, two = open_page(learner_client, attempt), open_page(learner_client, attempt)
    one.submit(choice=RIGHT)
    reply = two.submit(choice=WRONG)
    assert reply.status_code == 409
    words = words_of(reply)
    assert "There is a newer answer" in words
    assert "1974" in words
    assert "2031" in words
    assert current_of(attempt).given == {"choice": RIGHT}
    html = reply.content.decode()
    two.key = re.search(r'name="idempotency_key" value="([^"]*)"', html)[1]
    two.sequence = int(re.search(r'name="sequence" value="([^"]*)"', html)[1])
    assert two.submit(choice=WRONG).status_code == 302
    assert current_of(attempt).given == {"choice": WRONG}
    assert len(rows_of(attempt)) == 2


def test_what_another_device_saved_by_itself_is_not_replaced_unseen(learner, learner_client, attempt):
    here, there = open_page(learner_client, attempt), open_page(second_device(learner), attempt)
    there.autosave(choice=RIGHT)
    assert here.submit(choice=WRONG).status_code == 409
    assert current_of(attempt).given == {"choice": RIGHT}


def test_two_devices_answer_different_questions(learner, learner_client, attempt):
    here, there = open_page(learner_client, attempt), open_page(second_device(learner), attempt, 3)
    assert here.submit(choice=RIGHT).status_code == 302
    assert there.submit(choice=WRONG).status_code == 302


def test_a_page_that_was_opened_after_the_answer_goes_on_from_it(learner, learner_client, attempt):
    open_page(learner_client, attempt).submit(choice=WRONG)
    assert open_page(second_device(learner), attempt).submit(choice=RIGHT).status_code == 302
    assert current_of(attempt).given == {"choice": RIGHT}


def test_the_same_answer_on_both_is_nothing_to_choose(learner_client, attempt):
    one, two = open_page(learner_client, attempt), open_page(learner_client, attempt)
    one.autosave(choice=RIGHT)
    assert two.submit(choice=RIGHT).status_code == 302
