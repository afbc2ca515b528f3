"""A person's own settings: name, light or dark, password."""

import pytest
from django.urls import reverse

from tests.views.pages import html_of, words_of

SETTINGS = reverse("settings")


def change_password(client, old="a long password", new="an even longer one"):
    return client.post(SETTINGS, {"old": old, "new": new, "change_password": "1"})


def test_stranger_is_asked_to_sign_in(client, db):
    assert client.get(SETTINGS).url == f"{reverse('sign-in')}?next={SETTINGS}"


@pytest.mark.parametrize("theme", ["light", "dark"])
def test_chosen_theme_marks_every_page(learner_client, theme):
    response = learner_client.post(SETTINGS, {"display_name": "Zoë", "theme": theme}, follow=True)
    assert "Saved." in words_of(response)
    assert f'<html lang="en" data-theme="{theme}">' in html_of(response)
    assert f'data-theme="{theme}"' in html_of(learner_client.get("/"))


def test_device_theme_marks_nothing(learner_client, learner):
    learner.theme = "dark"
    learner.save()
    learner_client.post(SETTINGS, {"display_name": "", "theme": ""})
    assert "data-theme" not in html_of(learner_client.get(SETTINGS))


def test_name_is_shown_and_stays_the_same_in_classrooms(learner_client, learner, classroom):
    before = classroom.enrolments.get(user=learner).name
    learner_client.post(SETTINGS, {"display_name": " Zoë   Lind ", "theme": ""})
    learner.refresh_from_db()
    assert learner.display_name == "Zoë Lind"
    assert classroom.enrolments.get(user=learner).name == before


def test_long_name_is_refused(learner_client, learner):
    response = learner_client.post(SETTINGS, {"display_name": "a" * 41, "theme": "dark"})
    assert response.status_code == 422
    assert "Nothing was saved yet" in words_of(response)
    learner.refresh_from_db()
    assert (learner.display_name, learner.theme) == ("", "")


def test_unknown_theme_is_refused(learner_client, learner):
    assert learner_client.post(SETTINGS, {"display_name": "", "theme": "pink"}).status_code == 422
    learner.refresh_from_db()
    assert learner.theme == ""


def test_changed_password_keeps_the_session(learner_client, learner):
    assert change_password(learner_client).status_code == 302
    page = learner_client.get(SETTINGS)
    assert page.status_code == 200
    assert "Your password is changed." in words_of(page)
    learner.refresh_from_db()
    assert learner.check_password("an even longer one")


def test_changed_password_ends_other_sessions(learner_client, instructor_client, learner, client):
    client.force_login(learner, backend="quizzes.backends.PeopleBackend")
    change_password(learner_client)
    assert client.get(SETTINGS).status_code == 302


def test_wrong_old_password_is_refused(learner_client, learner):
    response = change_password(learner_client, old="not this one")
    assert response.status_code == 422
    assert "This is not your password" in words_of(response)
    learner.refresh_from_db()
    assert learner.check_password("a long password")


def test_short_new_password_is_refused(learner_client, learner):
    response = change_password(learner_client, new="short")
    assert response.status_code == 422
    assert "The password was not changed" in words_of(response)
    learner.refresh_from_db()
    assert learner.check_password("a long password")


def test_refusing_a_password_keeps_the_theme(learner_client, learner):
    learner.theme = "dark"
    learner.save()
    assert 'data-theme="dark"' in html_of(change_password(learner_client, new="short"))
