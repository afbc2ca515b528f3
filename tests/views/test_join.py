"""Joining a classroom: as somebody new, or as somebody who is signed in."""

import pytest
from django.urls import reverse

from quizzes.models import Enrolment, User
from tests import factories
from tests.views.pages import html_of, words_of

JOIN = reverse("join")
NEW = {"code": "KELP-42", "name": "Zoë Lind", "password": "a long password"}


@pytest.fixture
def kelp(classroom):
    classroom.code = "KELP42"
    classroom.save()
    return classroom


@pytest.mark.parametrize("code", ["KELP-42", "kelp 42", " kelp42 ", "KELP42"])
def test_code_name_and_password_make_a_learner(client, kelp, code):
    response = client.post(JOIN, NEW | {"code": code}, follow=True)
    assert response.redirect_chain == [("/", 302)]
    assert "Welcome." in words_of(response)
    enrolment = kelp.enrolments.get(name="Zoë Lind")
    assert enrolment.role == Enrolment.Role.LEARNER
    assert client.session["_auth_user_id"] == str(enrolment.user_id)
    assert not enrolment.user.is_instructor


def test_learner_comes_back_with_the_same_three(client, kelp):
    client.post(JOIN, NEW)
    client.post(reverse("sign-out"))
    assert client.post(reverse("sign-in"), NEW).status_code == 302


def test_name_that_unfolds_into_many_letters_fits(client, kelp):
    name = "\N{ARABIC LIGATURE SALLALLAHOU ALAYHE WASALLAM}" * 40
    assert client.post(JOIN, NEW | {"name": name}).status_code == 302
    assert len(kelp.enrolments.get(name=name).name_key) == 80
    client.post(reverse("sign-out"))
    assert client.post(reverse("sign-in"), NEW | {"name": name}).status_code == 302


def test_page_takes_the_code_from_its_address(client, db):
    assert 'value="KELP-42"' in html_of(client.get(JOIN, {"code": "KELP-42"}))


def refusal(client, field, **change):
    """Send the form with a change and return the summary's sentence about the field; nothing must be stored."""
    response = client.post(JOIN, NEW | change)
    assert response.status_code == 422
    assert "_auth_user_id" not in client.session
    assert not Enrolment.objects.filter(role=Enrolment.Role.LEARNER).exclude(name="Zoe").exists()
    assert not User.objects.filter(username__startswith="learner-").exists()
    page = html_of(response)
    assert "You have not joined yet" in page
    assert f'id="id_{field}-error"' in page
    return words_of(response)


def test_unknown_code_is_refused(client, kelp):
    assert "No classroom has this code" in refusal(client, "code", code="KELP-43")


def test_closed_classroom_is_refused(client, kelp):
    kelp.open_to_join = False
    kelp.save()
    assert "This classroom takes no new members now" in refusal(client, "code")


@pytest.mark.parametrize("name", ["Zoë", "zoe", " ZOE "])
def test_taken_name_is_refused(client, kelp, name):
    taken = factories.user()
    Enrolment.objects.create(classroom=kelp, user=taken, name="Zoe", name_key="zoe")
    assert "Someone in this classroom has this name" in refusal(client, "name", name=name)


def test_short_password_is_refused(client, kelp):
    assert "at least 8 characters" in refusal(client, "password", password="short")


def test_common_password_is_refused(client, kelp):
    assert "too common" in refusal(client, "password", password="password1")


def test_long_name_is_refused(client, kelp):
    assert "at most 40 characters" in refusal(client, "name", name="a" * 41)


def test_refused_form_keeps_all_but_the_password(client, kelp):
    page = html_of(client.post(JOIN, NEW | {"code": "KELP-43"}))
    assert 'value="Zoë Lind"' in page
    assert "a long password" not in page


# signed in already


def test_signed_in_learner_needs_the_code_alone(learner_client, learner, outsider):
    other = factories.classroom(outsider, name="History 9")
    assert 'name="password"' not in html_of(learner_client.get(JOIN))
    response = learner_client.post(JOIN, {"code": other.code.lower()}, follow=True)
    assert "You are in History 9." in words_of(response)
    assert other.enrolments.get(user=learner).role == Enrolment.Role.LEARNER


def test_joining_twice_changes_nothing(learner_client, classroom, learner):
    learner_client.post(JOIN, {"code": classroom.code})
    assert classroom.enrolments.filter(user=learner).count() == 1


def test_instructor_keeps_the_role_when_joining_their_own_classroom(instructor_client, classroom, instructor):
    instructor_client.post(JOIN, {"code": classroom.code})
    assert classroom.enrolments.get(user=instructor).role == Enrolment.Role.INSTRUCTOR


def test_signed_in_learner_with_an_unknown_code_is_refused(learner_client):
    response = learner_client.post(JOIN, {"code": "NONE-99"})
    assert response.status_code == 422
    assert "No classroom has this code" in words_of(response)


def test_signed_in_learner_whose_name_is_taken_is_refused(learner_client, learner, outsider):
    other = factories.classroom(outsider)
    namesake = factories.user()
    Enrolment.objects.create(classroom=other, user=namesake, name=str(learner), name_key=str(learner).casefold())
    response = learner_client.post(JOIN, {"code": other.code})
    assert response.status_code == 422
    assert "Someone in this classroom has your name" in words_of(response)
