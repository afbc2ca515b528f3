"""Line 11: a save that failed is visible at once, and the page says when it is safe again.

What only a browser does (typed text in local storage, retries with back-off) is in tests/e2e/test_attempt_saving.py;
here is what the server gives it: a status and words for every way to fail, and the words for no answer at all.
"""

from django.test import Client

from tests.contract.conftest import RIGHT, data_of, open_page, rows_of


def test_the_page_brings_the_words_for_a_lost_network(learner_client, attempt):
    html = learner_client.get(f"/attempts/{attempt.uuid}/1/")
    assert "Not saved" in data_of(html, "failed")


def test_signed_out_says_so_and_the_same_request_is_stored_after_signing_in(tab, attempt, learner):
    signed_in, tab.client = tab.client, Client()
    reply = tab.autosave(choice=RIGHT)
    assert (reply.status_code, data_of(reply, "outcome")) == (401, "signed-out")
    assert "Signed out" in reply.content.decode() or "signed out" in reply.content.decode()
    tab.client = signed_in
    again = tab.autosave_again(choice=RIGHT)
    assert (again.status_code, "Saved" in again.content.decode()) == (200, True)
    assert len(rows_of(attempt)) == 1


def test_what_is_refused_is_told_in_words(learner_client, attempt):
    reply = open_page(learner_client, attempt, 2).autosave(text="x" * 501)
    assert (reply.status_code, data_of(reply, "outcome")) == (422, "refused")
    assert "This answer has 501 characters" in reply.content.decode()
