"""How many requests a process works on at once; the others wait without costing anything.

Python runs one thread at a time. With dozens that all want to run, the one that holds the database's write lock waits
for its turn again and again, and everybody waits for it: forty threads stored half as many answers a second as four.
A class that signs in needs the many threads, though, since each waits for its password's hash.
"""

import threading
from collections.abc import Callable, Iterator
from contextlib import contextmanager

from django.http import HttpRequest, HttpResponse

AT_ONCE = 2

_places = threading.BoundedSemaphore(AT_ONCE)
_mine = threading.local()


def gate(get_response: Callable[[HttpRequest], HttpResponse]) -> Callable[[HttpRequest], HttpResponse]:
    """Let a request in when there is a place (Django middleware)."""

    def middleware(request: HttpRequest) -> HttpResponse:
        with _places:
            _mine.inside = True
            try:
                return get_response(request)
            finally:
                _mine.inside = False

    return middleware


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
