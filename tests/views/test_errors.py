"""Pages for what cannot be shown: they look like the others and lead back to the start."""

import pytest
from django.test import Client, RequestFactory
from django.urls import reverse

from quizzes.models import User
from quizzes.views import errors
from tests import factories
from tests.views.pages import html_of, words_of

NOWHERE = "/nowhere/"


@pytest.mark.parametrize(
    "persona", ["client", "instructor_client", "assistant_client", "learner_client", "outsider_client"]
)
def test_wrong_address_gets_the_page_for_it(request, db, persona):
    response = request.getfixturevalue(persona).get(NOWHERE)
    assert response.status_code == 404
    assert "There is nothing here for you" in words_of(response)
    assert f'class="button button-primary" href="{reverse("start")}"' in html_of(response)


def test_someone_elses_page_and_no_page_look_the_same(outsider_client, classroom):
    there = outsider_client.get(reverse("classroom-show", args=[classroom.uuid]))
    nowhere = outsider_client.get(NOWHERE)
    assert there.status_code == nowhere.status_code == 404
    assert words_of(there) == words_of(nowhere)


def test_theme_marks_the_page_for_a_wrong_address(learner_client, learner):
    User.objects.update(theme="dark")
    assert 'data-theme="dark"' in html_of(learner_client.get(NOWHERE))


@pytest.mark.parametrize("persona", ["learner_client", "assistant_client"])
def test_refused_action_gets_the_page_for_it(request, persona):
    response = request.getfixturevalue(persona).get(reverse("quiz-list"))
    assert response.status_code == 403
    assert "You may not do that" in words_of(response)
    assert f'href="{reverse("start")}"' in html_of(response)


def test_failure_of_ours_says_what_is_safe(db):
    request = RequestFactory().get("/")
    request.user = factories.user()
    response = errors.failed(request)
    assert response.status_code == 500
    assert "What you had saved is safe." in words_of(response)


def test_form_from_before_a_sign_in_elsewhere_is_refused(classroom):
    client = Client(enforce_csrf_checks=True)
    response = client.post(reverse("join"), {"code": classroom.code, "name": "Zoe", "password": "a long password"})
    assert response.status_code == 403
    assert "This form is no longer good" in words_of(response)
    assert classroom.enrolments.count() == 1
