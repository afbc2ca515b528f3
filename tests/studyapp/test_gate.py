"""Requests at once, and stepping aside."""

import threading

import pytest
from django.http import HttpResponse
from django.test import RequestFactory

from studyapp import gate

PAGE = RequestFactory().get("/")
SIGN_IN = RequestFactory().post("/sign-in/")


def in_threads(work, count):
    threads = [threading.Thread(target=work, daemon=True) for _ in range(count)]
    for thread in threads:
        thread.start()
    return threads


def test_only_so_many_requests_are_worked_on_at_once():
    inside, most, release = [], [], threading.Event()
    lock = threading.Lock()

    def view(request):
        with lock:
            inside.append(1)
            most.append(len(inside))
        release.wait(timeout=5)
        with lock:
            inside.pop()
        return HttpResponse()

    middleware = gate.gate(view)
    threads = in_threads(lambda: middleware(PAGE), gate.AT_ONCE + 3)
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

    def slow(request):
        with gate.stepped_aside():
            waiting.wait(timeout=5)
            go_on.wait(timeout=5)
        return HttpResponse("slow")

    threads = in_threads(lambda: gate.gate(slow)(PAGE), gate.AT_ONCE)
    waiting.wait(timeout=5)
    assert gate.gate(lambda request: HttpResponse("quick"))(PAGE).content == b"quick"
    go_on.set()
    for thread in threads:
        thread.join(timeout=5)


def test_people_sign_in_one_by_one_and_leave_a_place_to_others():
    inside, go_on = [], threading.Event()

    def door(request):
        inside.append(request.path_info)
        go_on.wait(timeout=5)
        return HttpResponse()

    threads = in_threads(lambda: gate.gate(door)(SIGN_IN), 3)
    while not inside:
        pass
    assert gate.gate(lambda request: HttpResponse("quick"))(PAGE).content == b"quick"
    assert inside == ["/sign-in/"]
    go_on.set()
    for thread in threads:
        thread.join(timeout=5)
    assert len(inside) == 3


def test_a_place_is_given_back_after_a_failure():
    def failing(request):
        with gate.stepped_aside():
            raise ValueError("no")

    for _ in range(gate.AT_ONCE + 1):
        with pytest.raises(ValueError, match="no"):
            gate.gate(failing)(PAGE)


def test_outside_a_request_there_is_nothing_to_give():
    for _ in range(gate.AT_ONCE + 1):
        with gate.stepped_aside():
            pass
