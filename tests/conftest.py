"""Personas and settings shared by all tests: instructor, assistant, learner, outsider."""

import os

os.environ.setdefault("LOCAL", "1")

import pytest
from django.conf import settings as django_settings
from django.test import Client

from quizzes.models import Classroom, User
from tests import factories


@pytest.fixture(scope="session", autouse=True)
def _static_folder(tmp_path_factory):
    """Give WhiteNoise an empty folder: it warns of one that is not there, and the live server starts but once."""
    django_settings.STATIC_ROOT = tmp_path_factory.mktemp("static")


@pytest.fixture(autouse=True)
def _plain_settings(settings, tmp_path):
    """Fast hashing, static files without a manifest, tasks run where they are enqueued."""
    settings.PASSWORD_HASHERS = ["django.contrib.auth.hashers.MD5PasswordHasher"]
    settings.STORAGES = {
        **settings.STORAGES,
        "staticfiles": {"BACKEND": "django.contrib.staticfiles.storage.StaticFilesStorage"},
    }
    settings.TASKS = {"default": {"BACKEND": "django_tasks.backends.immediate.ImmediateBackend"}}
    settings.AXES_ENABLED = False


@pytest.fixture
def instructor(db) -> User:
    return factories.instructor()


@pytest.fixture
def classroom(instructor: User) -> Classroom:
    return factories.classroom(instructor)


@pytest.fixture
def assistant(classroom: Classroom) -> User:
    return factories.assistant(classroom)


@pytest.fixture
def learner(classroom: Classroom) -> User:
    return factories.learner(classroom)


@pytest.fixture
def outsider(db) -> User:
    """Another instructor with nothing to do with the classroom."""
    return factories.instructor(username="outsider")


def _signed_in(user: User) -> Client:
    client = Client()
    client.force_login(user, backend="quizzes.backends.PeopleBackend")
    return client


@pytest.fixture
def instructor_client(instructor: User) -> Client:
    return _signed_in(instructor)


@pytest.fixture
def assistant_client(assistant: User) -> Client:
    return _signed_in(assistant)


@pytest.fixture
def learner_client(learner: User) -> Client:
    return _signed_in(learner)


@pytest.fixture
def outsider_client(outsider: User) -> Client:
    return _signed_in(outsider)
