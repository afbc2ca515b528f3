"""Sixty learners answer while the server is killed three times: nothing acknowledged is lost, nothing is doubled."""

import http.client
import threading
import time
from collections import Counter
from collections.abc import Iterator
from concurrent.futures import ThreadPoolExecutor
from dataclasses import dataclass
from urllib.parse import urlencode

import pytest

from tests.faults.server import Server, ask, manage, own_database

LEARNERS = 60
QUESTIONS = 4
SECRET = "s" * 32
PATIENCE = 120

FILL = f"""
import json
from django.test import Client
from django.utils import timezone
from quizzes.models import Item, User
from quizzes.services import attempts
from tests import factories
owner = User.objects.create(username="ines", is_instructor=True)
room, source = factories.classroom(owner), factories.article(owner)
items = [factories.item(source, state=Item.State.APPROVED) for _ in range({QUESTIONS})]
given = factories.assignment(room, factories.quiz_of(owner, *items), mode="graded")
desks = []
for number in range({LEARNERS}):
    learner = User.objects.create(username=f"learner{{number}}")
    factories.enrol(room, learner)
    client = Client()
    client.force_login(learner, backend="quizzes.backends.PeopleBackend")
    attempt = attempts.start_attempt(learner, assignment=given, now=timezone.now())
    desks.append([client.cookies["sessionid"].value, str(attempt.uuid)])
print(json.dumps(desks))
"""
READ = """
import json
from quizzes.models import Attempt, Response
from quizzes.queries.scores import score_of_attempts
rows = Response.objects.order_by("pk").values_list("idempotency_key", "given", "is_current", "autosaved", "mark")
attempts = list(Attempt.objects.all())
scores = score_of_attempts(attempts)
print(json.dumps({
    "rows": [[key, given["choice"], current, saved, None if mark is None else float(mark)]
             for key, given, current, saved, mark in rows],
    "states": [attempt.state for attempt in attempts],
    "sequences": [attempt.sequence for attempt in attempts],
    "marks": [float(scores[attempt.pk].mark) for attempt in attempts],
}))
"""


@dataclass(slots=True)
class Desk:
    """A learner's browser: it sends each thing until it is acknowledged, always the same."""

    port: int
    number: int
    session: str
    attempt: str
    acknowledged: list[str]

    def sit(self) -> None:
        for position in range(1, QUESTIONS + 1):
            key = f"{self.number}-{position}"
            self._send(f"{position}/save", f"{key}.1", {"choice": 2})
            self._send(f"{position}/answer", key, {"choice": self.choice(position)})
        self._send("hand-in", "", {})

    def choice(self, position: int) -> int:
        return (self.number + position) % 2  # 0 is right

    def post(self, address: str, key: str, answer: dict[str, int]) -> int:
        """Send once and return the status; a server that is gone raises."""
        body = urlencode({"csrfmiddlewaretoken": SECRET, "idempotency_key": key, "sequence": 0, **answer})
        headers = {
            "Cookie": f"sessionid={self.session}; csrftoken={SECRET}",
            "Content-Type": "application/x-www-form-urlencoded",
        }
        connection = http.client.HTTPConnection("127.0.0.1", self.port, timeout=20)
        try:
            connection.request("POST", f"/attempts/{self.attempt}/{address}/", body, headers)
            return connection.getresponse().status
        finally:
            connection.close()

    def _send(self, address: str, key: str, answer: dict[str, int]) -> None:
        until = time.monotonic() + PATIENCE
        while time.monotonic() < until:
            try:
                status = self.post(address, key, answer)
            except (OSError, http.client.HTTPException):
                time.sleep(0.05)
                continue
            assert status in (200, 302), f"{address}: {status}"
            if key:
                self.acknowledged.append(key)
            return
        raise AssertionError(f"{address} was never acknowledged")


@pytest.fixture
def database(tmp_path) -> Iterator[str]:
    with own_database(tmp_path) as address:
        manage(address, "collectstatic", "--no-input", "--verbosity=0")  # the server names files by their hash
        manage(address, "migrate", "--verbosity=0")
        yield address


def kill_now_and_then(server: Server, acknowledged: list[str], done: threading.Event) -> int:
    """Kill and start the server when a fifth, two fifths and three fifths of the answers are acknowledged."""
    kills = 0
    while kills < 3 and not done.is_set():
        if len(acknowledged) >= (kills + 1) * LEARNERS * QUESTIONS * 2 // 5:
            server.kill()
            kills += 1
            server.start()
        time.sleep(0.01)
    return kills


def test_nothing_acknowledged_is_lost_and_nothing_is_doubled(database):
    desks, acknowledged, done = ask(database, FILL), [], threading.Event()
    server = Server(database)
    server.start()
    try:
        with ThreadPoolExecutor(LEARNERS + 1) as pool:
            killer = pool.submit(kill_now_and_then, server, acknowledged, done)
            sittings = [
                pool.submit(Desk(server.port, number, session, attempt, acknowledged).sit)
                for number, (session, attempt) in enumerate(desks)
            ]
            for sitting in sittings:
                sitting.result()
            done.set()
            assert killer.result() == 3
    finally:
        server.kill()
    found = ask(database, READ)
    keys = Counter(row[0] for row in found["rows"])
    assert set(keys) == set(acknowledged)
    assert max(keys.values()) == 1
    assert len(keys) == LEARNERS * QUESTIONS * 2
    assert all(current is not saved for _key, _choice, current, saved, _mark in found["rows"])
    assert found["states"] == ["finished"] * LEARNERS
    assert found["sequences"] == [QUESTIONS * 2] * LEARNERS
    assert found["marks"] == [QUESTIONS / 2] * LEARNERS


def save_or_submit(desk: Desk, number: int) -> int:
    """Answer one question from four tabs that save and send in any order."""
    tab, choice = f"mixed{number % 4}", {"choice": number % 3}
    if number % 2:
        return desk.post("4/answer", f"{tab}-{number}", choice)
    return desk.post("4/save", f"{tab}.{number + 1}", choice)


def test_clicks_that_arrive_together_are_stored_once(database):
    session, attempt = ask(database, FILL.replace(f"range({LEARNERS})", "range(1)"))[0]
    server = Server(database)
    server.start()
    desk = Desk(server.port, 0, session, attempt, [])
    try:
        with ThreadPoolExecutor(8) as pool:
            same = list(pool.map(lambda _: desk.post("1/answer", "once", {"choice": 0}), range(8)))
            saves = list(pool.map(lambda number: desk.post("2/save", f"form.{number}", {"choice": 0}), range(1, 9)))
            tabs = list(pool.map(lambda tab: desk.post("3/answer", f"tab{tab}", {"choice": tab % 3}), range(8)))
            mixed = list(pool.map(lambda number: save_or_submit(desk, number), range(32)))
            ends = list(pool.map(lambda _: desk.post("hand-in", "", {}), range(8)))
    finally:
        server.kill()
    found = ask(database, READ)
    keys = Counter(row[0].partition(".")[0].rstrip("0123456789") for row in found["rows"])
    assert (same, saves, ends) == ([302] * 8, [200] * 8, [302] * 8)
    assert (keys["once"], keys["form"], keys["tab"]) == (1, 1, 1)
    assert set(tabs) == {302, 409}
    assert set(mixed) <= {200, 302, 409}  # stored, or told of the newer answer; never a fault
    assert (found["states"], found["sequences"]) == (["finished"], [len(found["rows"])])
    assert sum(current for _key, _choice, current, _saved, _mark in found["rows"]) == QUESTIONS
