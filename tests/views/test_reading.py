"""How text is shown to a person: set in one form, true of every page."""

import re

import pytest
from django.urls import reverse

from tests.views.pages import html_of, words_of

READING = reverse("settings-reading")
ALL = {"size": "3", "spacing": "wide", "easy_font": "on", "high_contrast": "on"}


def test_stranger_is_asked_to_sign_in(client, db):
    assert client.post(READING, ALL).url == f"{reverse('sign-in')}?next={READING}"


def test_what_is_chosen_marks_every_page(learner_client):
    assert learner_client.post(READING, ALL).url == reverse("settings")
    root = re.search("<html[^>]*>", html_of(learner_client.get("/"))).group()
    marks = {'data-size="3"', 'data-spacing="wide"', 'data-font="easy"', 'data-contrast="high"'}
    assert {mark for mark in marks if mark in root} == marks  # PostgreSQL keeps no order of names in JSON
    page = html_of(learner_client.get(reverse("settings")))
    assert '<input type="radio" name="size" value="3" checked>' in page
    assert '<input type="checkbox" name="high_contrast" checked>' in page


def test_the_usual_marks_nothing(learner_client, learner):
    learner_client.post(READING, ALL)
    learner_client.post(READING, {"size": "", "spacing": ""})
    learner.refresh_from_db()
    assert learner.reading == {}
    assert "data-size" not in html_of(learner_client.get("/"))


@pytest.mark.parametrize("field", ["size", "spacing"])
def test_an_unknown_step_is_refused(learner_client, learner, field):
    page = learner_client.post(READING, ALL | {field: "enormous"}, follow=True)
    assert "Nothing was changed: choose one of the steps that the form shows." in words_of(page)
    learner.refresh_from_db()
    assert learner.reading == {}


@pytest.mark.parametrize(("sent", "status"), [(ALL, 204), (ALL | {"size": "9"}, 422)])
def test_a_script_gets_no_page(learner_client, sent, status):
    reply = learner_client.post(READING, sent, headers={"HX-Request": "true"})
    assert (reply.status_code, reply.content) == (status, b"")


def test_it_goes_back_to_the_page_that_it_was_sent_from(learner_client):
    assert learner_client.post(READING, ALL | {"next": "/classrooms/"}).url == "/classrooms/"


def test_it_goes_to_no_other_site(learner_client):
    assert learner_client.post(READING, ALL | {"next": "https://example.org/"}).url == reverse("settings")
