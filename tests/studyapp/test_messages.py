"""Messages are kept as Django keeps them; a request that has none makes no storage."""

import pytest
from django.contrib import messages
from django.contrib.messages.storage.fallback import FallbackStorage
from django.http import HttpResponse
from django.test import RequestFactory

from studyapp.messages import Storage


def request_with(kind, cookie=""):
    request = RequestFactory().get("/")
    if cookie:
        request.COOKIES["messages"] = cookie
    request.session = {}
    request._messages = kind(request)
    return request


@pytest.mark.parametrize(("writer", "reader"), [(Storage, FallbackStorage), (FallbackStorage, Storage)])
def test_each_reads_what_the_other_kept(writer, reader):
    first, reply = request_with(writer), HttpResponse()
    messages.info(first, "Saved.")
    first._messages.update(reply)
    second = request_with(reader, reply.cookies["messages"].value)
    assert [str(message) for message in messages.get_messages(second)] == ["Saved."]


def test_what_was_shown_is_gone():
    first, kept, shown = request_with(Storage), HttpResponse(), HttpResponse()
    messages.info(first, "Saved.")
    first._messages.update(kept)
    second = request_with(Storage, kept.cookies["messages"].value)
    list(messages.get_messages(second))
    second._messages.update(shown)
    assert shown.cookies["messages"].value == ""


def test_a_request_without_messages_makes_no_storage_and_keeps_nothing():
    request, reply = request_with(Storage, "kept for the next page"), HttpResponse()
    request._messages.update(reply)
    assert "storages" not in vars(request._messages)
    assert not reply.cookies
