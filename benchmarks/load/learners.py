"""What learners do, each in a thread of its own: answer as fast as they can, or at a pace, or sign in all at once."""

import threading
import time
from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass, field
from typing import Any
from uuid import uuid4

from benchmarks.load.browser import Browser, Reply

SLOTS = 20
SEEN = 1_000_000  # as if the page had seen every answer before: there is only one page
OK = (200, 302)


@dataclass(slots=True)
class Tally:
    """The seconds that each answer took, and how many were not stored."""

    seconds: list[float] = field(default_factory=list)
    errors: int = 0
    lasted: float = 0.0

    def add(self, reply: Reply) -> None:
        self.seconds.append(reply.seconds)
        self.errors += reply.status not in OK

    @property
    def rate(self) -> float:
        """Answers a second."""
        return (len(self.seconds) - self.errors) / self.lasted

    def quantile(self, share: float) -> float:
        ordered = sorted(self.seconds)
        return ordered[min(len(ordered) - 1, int(share * len(ordered)))]


class Learner:
    """One learner in an attempt; `answer` stores another answer to the next question."""

    def __init__(self, port: int, cookies: dict[str, str], *, autosaves: bool) -> None:
        self.browser = Browser(port, cookies)
        self._end = "save" if autosaves else "answer"
        self._attempt = ""
        self._answers = 0

    def begin(self, assignment: str) -> None:
        """Open the attempt as a person does: the start page, its button, the first question."""
        page = f"/assignments/{assignment}/start/"
        self.browser.get(page)
        started = self.browser.post(page)
        if started.status != 302:
            raise RuntimeError(f"the attempt did not start ({started.status})")
        self._attempt = started.location.split("/")[2]
        self.browser.get(started.location)

    def answer(self) -> Reply:
        position, choice = self._answers % SLOTS + 1, self._answers // SLOTS % 4
        self._answers += 1
        path = f"/attempts/{self._attempt}/{position}/{self._end}/"
        return self.browser.post(path, choice=choice, sequence=SEEN, idempotency_key=uuid4().hex)


class Sender:
    """One learner of the bare view."""

    def __init__(self, port: int) -> None:
        self.browser = Browser(port)
        self._answers = 0

    def answer(self) -> Reply:
        self._answers += 1
        return self.browser.post(f"/{self._answers % SLOTS + 1}/", choice=self._answers % 4, key=uuid4().hex)


def back_to_back(people: Sequence[Learner | Sender], seconds: float) -> Tally:
    """Let each send the next answer as soon as the last one is stored."""
    return _together(people, seconds, lambda _, __: 0.0)


def paced(people: Sequence[Learner | Sender], seconds: float, every: float) -> Tally:
    """Let each answer every `every` seconds, evenly spread."""
    return _together(people, seconds, lambda number, sent: every * (sent + number / len(people)))


def _together(people: Sequence[Learner | Sender], seconds: float, due: Callable[[int, int], float]) -> Tally:
    """Run all until the time is over; `due` says when after the beginning the n-th answer of a person is sent."""
    tally, lock = Tally(), threading.Lock()
    began = time.perf_counter()

    def work(number: int, person: Learner | Sender) -> None:
        sent = 0
        while (wait := began + due(number, sent) - time.perf_counter()) < seconds:
            if wait > 0:
                time.sleep(wait)
            if time.perf_counter() - began >= seconds:
                break
            reply = person.answer()
            sent += 1
            with lock:
                tally.add(reply)

    _run(work, people)
    tally.lasted = time.perf_counter() - began
    return tally


def sign_in_together(port: int, names: Sequence[str], code: str, password: str) -> Tally:
    """Let all send name, code and password in the same moment; the seconds are until each is in."""
    tally, lock, gate = Tally(), threading.Lock(), threading.Barrier(len(names))

    def work(_: int, name: str) -> None:
        browser = Browser(port)
        browser.get("/sign-in/")
        gate.wait()
        reply = browser.post("/sign-in/", name=name, code=code, password=password)
        with lock:
            tally.add(reply)
            tally.errors += reply.status == 200  # the form again

    began = time.perf_counter()
    _run(work, names)
    tally.lasted = time.perf_counter() - began
    return tally


def _run(work: Callable[[int, Any], None], people: Iterable[Any]) -> None:
    """Do the work of every person in a thread of its own and wait for all."""
    threads = [threading.Thread(target=work, args=pair, daemon=True) for pair in enumerate(people)]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
