"""How many requests a process works on at once; the others wait without costing anything.

Python runs one thread at a time. With dozens that all want to run, the one that holds the database's write lock waits
for its turn again and again, and everybody waits for it: forty threads stored half as many answers a second as four.
A class that signs in needs the many threads, though, since each waits for its password's hash.

Connections to the database belong to the places, not to the threads: a process holds two or three that are always warm
instead of forty that each read the tables' descriptions anew. PostgreSQL would run out of them first.
"""

import threading
from collections import deque
from collections.abc import Callable, Iterable, Iterator
from contextlib import AbstractContextManager, contextmanager, nullcontext
from functools import cache
from queue import SimpleQueue
from typing import Any

from django.db import DEFAULT_DB_ALIAS, connections
from django.db.backends.base.base import BaseDatabaseWrapper
from django.urls import reverse

Environ = dict[str, Any]
Application = Callable[[Environ, Callable[..., Any]], Iterable[bytes]]

AT_ONCE = 2
WITH_A_PASSWORD = ("sign-in", "join")

_places: SimpleQueue[None] = SimpleQueue()  # of the standard library's locks that count, the one written in C
for _ in range(AT_ONCE):
    _places.put(None)
_connections: deque[BaseDatabaseWrapper] = deque()
_sign_ins = threading.BoundedSemaphore(1)
_mine = threading.local()


def gate(application: Application) -> Application:
    """Let a request in when there is a place (WSGI middleware, so that a request begins and ends inside)."""

    def entered(environ: Environ, start_response: Callable[..., Any]) -> Iterable[bytes]:
        with _turn(environ), _place(), _connection():
            return application(environ, start_response)

    return entered


def _turn(environ: Environ) -> AbstractContextManager[object]:
    """Let people sign in one by one, so that a class at the door leaves a place to those who answer."""
    at_the_door = environ["REQUEST_METHOD"] == "POST" and environ["PATH_INFO"] in _doors()
    return _sign_ins if at_the_door else nullcontext()


@cache
def _doors() -> frozenset[str]:
    return frozenset(reverse(name) for name in WITH_A_PASSWORD)


@contextmanager
def _place() -> Iterator[None]:
    _places.get()
    _mine.inside = True
    try:
        yield
    finally:
        _mine.inside = False
        _places.put(None)


@contextmanager
def _connection() -> Iterator[None]:
    """Lend the thread a connection; a thread that has one of its own keeps it.

    Whether it still works is looked after as ever by Django, when the request begins.
    """
    if connections.all(initialized_only=True):
        yield
        return
    lent = _connections.pop() if _connections else _new_connection()
    connections[DEFAULT_DB_ALIAS] = lent
    try:
        yield
    finally:
        del connections[DEFAULT_DB_ALIAS]
        _connections.append(lent)


def _new_connection() -> BaseDatabaseWrapper:
    made = connections.create_connection(DEFAULT_DB_ALIAS)
    made.inc_thread_sharing()
    return made


@contextmanager
def stepped_aside() -> Iterator[None]:
    """Give the place to another request while this one waits for something else than Python."""
    inside = getattr(_mine, "inside", False)
    if inside:
        _places.put(None)
    try:
        yield
    finally:
        if inside:
            _places.get()
