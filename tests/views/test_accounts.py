"""Signing in by user name or by classroom code, signing out, and what stops guessing."""

import pytest
from django.urls import reverse

from quizzes.services import accounts
from tests import factories
from tests.views.pages import html_of, words_of

PASSWORD = "a long password"
SIGN_IN = reverse("sign-in")
REFUSED = "Name and password do not belong together"


def sign_in(client, name, password=PASSWORD, **more):
    return client.post(SIGN_IN, {"name": name, "password": password, "code": ""} | more)


def is_signed_in(client) -> bool:
    return "_auth_user_id" in client.session


@pytest.fixture
def kelp(classroom):
    classroom.code = "KELP42"
    classroom.save()
    return classroom


@pytest.fixture
def zoe(kelp):
    """A learner who joined by the code."""
    return accounts.join_classroom(code="KELP42", name="Zoë Lind", password=PASSWORD)


def test_user_name_and_password_sign_in(client, instructor):
    response = sign_in(client, instructor.username)
    assert (response.status_code, response.url) == (302, "/")
    assert client.session["_auth_user_id"] == str(instructor.pk)


@pytest.mark.parametrize("code", ["KELP42", "KELP-42", "kelp 42"])
@pytest.mark.parametrize("name", ["Zoë Lind", "zoe lind", " ZOË  lind "])
def test_classroom_code_and_name_sign_in(client, zoe, code, name):
    assert sign_in(client, name, code=code).status_code == 302
    assert client.session["_auth_user_id"] == str(zoe.pk)


def test_user_name_may_stand_with_the_code_of_a_classroom(client, kelp, learner):
    response = sign_in(client, learner.username, code=kelp.code)
    assert response.status_code == 302
    assert is_signed_in(client)


def test_page_takes_the_code_from_its_address(client, db):
    assert 'value="KELP-42"' in html_of(client.get(SIGN_IN, {"code": "KELP-42"}))


def test_wrong_password_is_refused(client, instructor):
    response = sign_in(client, instructor.username, "another password")
    assert response.status_code == 422
    assert REFUSED in words_of(response)
    assert f'value="{instructor.username}"' in html_of(response)
    assert not is_signed_in(client)


def test_password_is_never_shown_again(client, instructor):
    assert "another password" not in html_of(sign_in(client, instructor.username, "another password"))


def test_learners_name_without_the_code_is_refused(client, zoe):
    assert REFUSED in words_of(sign_in(client, "Zoë Lind"))


def test_code_of_another_classroom_is_refused(client, zoe, outsider):
    other = factories.classroom(outsider)
    assert REFUSED in words_of(sign_in(client, "Zoë Lind", code=other.code))


def test_empty_name_is_refused(client, db):
    response = sign_in(client, "")
    assert response.status_code == 422
    assert "You are not signed in yet" in words_of(response)


def test_person_goes_on_to_the_page_they_wanted(client, instructor):
    wanted = reverse("quiz-list")
    page = client.get(SIGN_IN, {"next": wanted})
    assert f'name="next" value="{wanted}"' in html_of(page)
    assert sign_in(client, instructor.username, next=wanted).url == wanted


def test_wanted_page_outlives_a_wrong_password(client, instructor):
    response = sign_in(client, instructor.username, "another password", next="/quizzes/")
    assert 'name="next" value="/quizzes/"' in html_of(response)


@pytest.mark.parametrize("evil", ["//evil", "https://evil.example/", "javascript:alert(1)", "/\\evil", "http:///evil"])
def test_page_of_another_site_is_refused(client, instructor, evil):
    assert sign_in(client, instructor.username, next=evil).url == "/"


def test_sign_out_ends_the_session(instructor_client):
    response = instructor_client.post(reverse("sign-out"), follow=True)
    assert response.redirect_chain == [(SIGN_IN, 302)]
    assert "You are signed out" in words_of(response)
    assert not is_signed_in(instructor_client)


def test_sign_out_by_a_link_is_refused(instructor_client):
    assert instructor_client.get(reverse("sign-out")).status_code == 405
    assert is_signed_in(instructor_client)


@pytest.fixture
def guarded(settings):
    """Guard against guessing as the installed site does."""
    settings.AXES_ENABLED = True
    settings.AXES_HANDLER = "axes.handlers.database.AxesDatabaseHandler"
    settings.AXES_FAILURE_LIMIT = 3


def guess(client, name, times=3, **more):
    return [sign_in(client, name, f"guess number {number}", **more) for number in range(times)]


def test_guessing_ends_at_a_locked_page(client, instructor, guarded):
    assert [response.status_code for response in guess(client, instructor.username)] == [422, 422, 429]
    locked = sign_in(client, instructor.username)
    assert locked.status_code == 429
    assert "Too many tries" in words_of(locked)
    assert not is_signed_in(client)


def test_guessing_a_learners_password_locks_that_learner(client, zoe, guarded):
    assert [response.status_code for response in guess(client, "Zoë Lind", code="KELP-42")] == [422, 422, 429]
    assert sign_in(client, "zoe lind", code="kelp 42").status_code == 429


def test_others_at_the_same_address_still_sign_in(client, zoe, guarded):
    accounts.join_classroom(code="KELP42", name="Ada", password=PASSWORD)
    guess(client, "Zoë Lind", code="KELP42")
    assert sign_in(client, "Ada", "wrong password", code="KELP42").status_code == 422
    assert sign_in(client, "Ada", code="KELP42").status_code == 302


def test_same_name_in_another_classroom_still_signs_in(client, zoe, outsider, guarded):
    other = factories.classroom(outsider)
    accounts.join_classroom(code=other.code, name="Zoë Lind", password=PASSWORD)
    guess(client, "Zoë Lind", code="KELP42")
    assert sign_in(client, "Zoë Lind", code=other.code).status_code == 302


def test_one_success_forgets_the_failures(client, instructor, guarded):
    guess(client, instructor.username, times=2)
    assert sign_in(client, instructor.username).status_code == 302
    assert [response.status_code for response in guess(client, instructor.username, times=2)] == [422, 422]
