"""Sessions are read as Django reads them."""

from datetime import timedelta

import pytest
from django.contrib.sessions.backends import db
from django.utils import timezone

from studyapp.sessions import SessionStore

pytestmark = pytest.mark.django_db


def stored(**values):
    session = SessionStore()
    session.update(values)
    session.create()
    session.save()
    return session.session_key


def test_what_was_stored_is_read_by_both():
    key = stored(name="Ada", n=3)
    assert dict(SessionStore(key).items()) == dict(db.SessionStore(key).items()) == {"name": "Ada", "n": 3}


def test_a_session_whose_time_is_over_is_empty_and_loses_its_key():
    key = stored(name="Ada")
    session = SessionStore.get_model_class().objects.get(pk=key)
    session.expire_date = timezone.now() - timedelta(seconds=1)
    session.save()
    read = SessionStore(key)
    assert dict(read.items()) == {}
    assert read.session_key is None


@pytest.mark.parametrize("key", ["nobodyhasthiskeyatallinthistable", "", None, "' or 1=1 --"])
def test_an_unknown_key_is_an_empty_session(key):
    assert dict(SessionStore(key).items()) == {}


def test_a_damaged_session_is_empty():
    key = stored(name="Ada")
    SessionStore.get_model_class().objects.filter(pk=key).update(session_data="broken")
    assert dict(SessionStore(key).items()) == {}


def test_signing_out_ends_it():
    key = stored(name="Ada")
    SessionStore(key).flush()
    assert dict(SessionStore(key).items()) == {}


def test_what_one_request_changes_another_does_not_see():
    key = stored(turned={"a": "1"})
    SessionStore(key)["turned"]["a"] = "2"
    assert SessionStore(key)["turned"] == {"a": "1"}


def test_what_was_changed_is_read_at_once():
    key = stored(name="Ada")
    assert SessionStore(key)["name"] == "Ada"
    session = SessionStore(key)
    session["name"] = "Grace"
    session.save()
    assert SessionStore(key)["name"] == "Grace"
