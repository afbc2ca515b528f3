"""Every reply names the content security policy."""

import pytest
from csp.middleware import CSPMiddleware
from django.http import HttpResponse
from django.test import RequestFactory

from studyapp.policy import content_security_policy

NAME = "Content-Security-Policy"
PAGE = RequestFactory().get("/")


def reply_with(status=200, headers=None):
    return content_security_policy(lambda request: HttpResponse(status=status, headers=headers))(PAGE)


@pytest.mark.parametrize("status", [200, 302, 403, 404, 422, 500])
def test_it_is_what_django_csp_would_say(status):
    theirs = CSPMiddleware(lambda request: HttpResponse(status=status))(PAGE)
    assert "default-src 'self'" in theirs[NAME]
    assert reply_with(status)[NAME] == theirs[NAME]


def test_a_page_may_have_its_own():
    assert reply_with(headers={NAME: "default-src 'none'"})[NAME] == "default-src 'none'"


def test_while_developing_errors_have_none(settings):
    settings.DEBUG = True
    assert NAME not in reply_with(404)
    assert NAME in reply_with(200)


@pytest.mark.django_db
def test_the_site_says_it(client):
    assert client.get("/sign-in/")[NAME] == reply_with()[NAME]
    assert client.get("/nothing-here/")[NAME] == reply_with()[NAME]
