"""How many requests a process works on at once; the others wait without costing anything.

Python runs one thread at a time. With dozens that all want to run, the one that holds the database's write lock waits
for its turn again and again, and everybody waits for it: forty threads stored half as many answers a second as four.
A class that signs in needs the many threads, though, since each waits for its password's hash.
"""

import threading
from collections.abc import Callable, Iterator
from contextlib import AbstractContextManager, contextmanager, nullcontext
from functools import cache

from django.http import HttpRequest, HttpResponse
from django.urls import reverse

AT_ONCE = 2
WITH_A_PASSWORD = ("sign-in", "join")

_places = threading.BoundedSemaphore(AT_ONCE)
_sign_ins = threading.BoundedSemaphore(1)
_mine = threading.local()


def gate(get_response: Callable[[HttpRequest], HttpResponse]) -> Callable[[HttpRequest], HttpResponse]:
    """Let a request in when there is a place (Django middleware)."""

    def middleware(request: HttpRequest) -> HttpResponse:
        with _turn(request), _places:
            _mine.inside = True
            try:
                return get_response(request)
            finally:
                _mine.inside = False

    return middleware


def _turn(request: HttpRequest) -> AbstractContextManager[object]:
    """Let people sign in one by one, so that a class at the door leaves a place to those who answer."""
    at_the_door = request.method == "POST" and request.path_info in _doors()
    return _sign_ins if at_the_door else nullcontext()


@cache
def _doors() -> frozenset[str]:
    return frozenset(reverse(name) for name in WITH_A_PASSWORD)


@contextmanager
def stepped_aside() -> Iterator[None]:
    """Give the place to another request while this one waits for something else than Python."""
    inside = getattr(_mine, "inside", False)
    if inside:
        _places.release()
    try:
        yield
    finally:
        if inside:
            _places.acquire()
