"""Requests at once, and stepping aside."""

import threading
from collections import deque

import pytest
from django.db import connections

from studyapp import gate

PAGE = {"REQUEST_METHOD": "GET", "PATH_INFO": "/"}
SIGN_IN = {"REQUEST_METHOD": "POST", "PATH_INFO": "/sign-in/"}


@pytest.fixture(autouse=True)
def without_connections(monkeypatch):
    """Each test begins with none lent, and leaves none behind."""
    lent = deque()
    monkeypatch.setattr(gate, "_connections", lent)
    yield lent
    for each in lent:
        each.close()


def enter(application, environ=PAGE):
    return gate.gate(application)(environ, lambda status, headers: None)


def in_threads(work, count):
    threads = [threading.Thread(target=work, daemon=True) for _ in range(count)]
    for thread in threads:
        thread.start()
    return threads


def test_only_so_many_requests_are_worked_on_at_once():
    inside, most, release = [], [], threading.Event()
    lock = threading.Lock()

    def view(environ, start_response):
        with lock:
            inside.append(1)
            most.append(len(inside))
        release.wait(timeout=5)
        with lock:
            inside.pop()
        return [b""]

    threads = in_threads(lambda: enter(view), gate.AT_ONCE + 3)
    while len(most) < gate.AT_ONCE:
        pass
    assert len(inside) == gate.AT_ONCE
    release.set()
    for thread in threads:
        thread.join(timeout=5)
    assert len(most) == gate.AT_ONCE + 3
    assert max(most) == gate.AT_ONCE


def test_who_steps_aside_lets_another_request_in():
    waiting, go_on = threading.Barrier(gate.AT_ONCE + 1), threading.Event()

    def slow(environ, start_response):
        with gate.stepped_aside():
            waiting.wait(timeout=5)
            go_on.wait(timeout=5)
        return [b"slow"]

    threads = in_threads(lambda: enter(slow), gate.AT_ONCE)
    waiting.wait(timeout=5)
    assert enter(lambda *_: [b"quick"]) == [b"quick"]
    go_on.set()
    for thread in threads:
        thread.join(timeout=5)


def test_people_sign_in_one_by_one_and_leave_a_place_to_others():
    inside, go_on = [], threading.Event()

    def door(environ, start_response):
        inside.append(environ["PATH_INFO"])
        go_on.wait(timeout=5)
        return [b""]

    threads = in_threads(lambda: enter(door, SIGN_IN), 3)
    while not inside:
        pass
    assert enter(lambda *_: [b"quick"]) == [b"quick"]
    assert inside == ["/sign-in/"]
    go_on.set()
    for thread in threads:
        thread.join(timeout=5)
    assert len(inside) == 3


def test_a_place_is_given_back_after_a_failure():
    def failing(environ, start_response):
        with gate.stepped_aside():
            raise ValueError("no")

    for _ in range(gate.AT_ONCE + 1):
        with pytest.raises(ValueError, match="no"):
            enter(failing)


def test_outside_a_request_there_is_nothing_to_give():
    for _ in range(gate.AT_ONCE + 1):
        with gate.stepped_aside():
            pass


def in_a_thread_of_its_own(application):
    (thread,) = in_threads(lambda: enter(application), 1)
    thread.join(timeout=5)


def test_threads_that_come_one_after_another_share_one_connection(without_connections):
    used = []

    def application(environ, start_response):
        used.append(connections["default"])
        return [b""]

    in_a_thread_of_its_own(application)
    in_a_thread_of_its_own(application)
    assert used[0] is used[1]
    assert list(without_connections) == [used[0]]


def test_two_at_once_never_share_one():
    used, both = [], threading.Barrier(2)

    def application(environ, start_response):
        used.append(connections["default"])
        both.wait(timeout=5)
        return [b""]

    for thread in in_threads(lambda: enter(application), 2):
        thread.join(timeout=5)
    assert used[0] is not used[1]


def test_a_thread_gives_its_connection_back_after_a_failure(without_connections):
    left = []

    def application(environ, start_response):
        raise ValueError("no")

    def work():
        with pytest.raises(ValueError, match="no"):
            enter(application)
        left.extend(connections.all(initialized_only=True))

    in_threads(work, 1)[0].join(timeout=5)
    assert left == []
    assert len(without_connections) == 1


@pytest.mark.django_db
def test_a_thread_that_has_a_connection_keeps_it(without_connections):
    used = []
    enter(lambda *_: used.append(connections["default"]))
    assert used == [connections["default"]]
    assert not without_connections
