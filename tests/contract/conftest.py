"""A learner's graded attempt, and a page that sends as the browser does."""

import re
from dataclasses import dataclass
from datetime import timedelta

import pytest
from django.http import HttpResponse
from django.test import Client
from django.urls import reverse
from django.utils import timezone

from quizzes.models import Assignment, Attempt, Response, User
from quizzes.services import attempts
from tests import factories

RIGHT, WRONG = 0, 2


@dataclass
class Page:
    """One question's form in one tab: its key and the attempt's number when it was shown."""

    client: Client
    attempt: Attempt
    position: int
    key: str
    sequence: int
    saves: int = 0

    def submit(self, **answer: object) -> HttpResponse:
        return self._post("answer", self.key, answer)

    def autosave(self, **answer: object) -> HttpResponse:
        self.saves += 1
        return self._post("save", f"{self.key}.{self.saves}", answer)

    def autosave_again(self, **answer: object) -> HttpResponse:
        return self._post("save", f"{self.key}.{self.saves}", answer)

    def _post(self, name: str, key: str, answer: dict[str, object]) -> HttpResponse:
        address = reverse(f"attempt-{name}", args=[self.attempt.uuid, self.position])
        return self.client.post(address, {"idempotency_key": key, "sequence": self.sequence, **answer})


def open_page(client: Client, attempt: Attempt, position: int = 1) -> Page:
    html = client.get(reverse("attempt-show", args=[attempt.uuid, position])).content.decode()
    key, sequence = (re.search(rf'name="{name}" value="([^"]*)"', html) for name in ("idempotency_key", "sequence"))
    return Page(client, attempt, position, key[1], int(sequence[1]))


def data_of(reply: HttpResponse, name: str) -> str | None:
    found = re.search(rf'data-{name}="([^"]*)"', reply.content.decode())
    return found[1] if found else None


def rows_of(attempt: Attempt) -> list[Response]:
    return list(Response.objects.filter(attempt_slot__attempt=attempt).order_by("pk"))


def current_of(attempt: Attempt, position: int = 1) -> Response:
    return Response.objects.get(attempt_slot__attempt=attempt, attempt_slot__position=position, is_current=True)


@pytest.fixture
def graded(classroom, instructor) -> Assignment:
    quiz = factories.quiz(instructor, items=3)
    return factories.assignment(classroom, quiz, mode=Assignment.Mode.GRADED, time_limit=30)


@pytest.fixture
def attempt(learner: User, graded: Assignment) -> Attempt:
    return attempts.start_attempt(learner, assignment=graded, now=timezone.now())


@pytest.fixture
def tab(learner_client: Client, attempt: Attempt) -> Page:
    return open_page(learner_client, attempt)


def move_deadline(attempt: Attempt, seconds: float) -> None:
    """Let the attempt be due so many seconds from now, as if it had begun earlier."""
    began = timezone.now() - timedelta(minutes=30) + timedelta(seconds=seconds)
    attempt.started_at = began
    attempt.due_at = began + timedelta(minutes=30)
    attempt.save(update_fields=["started_at", "due_at"])
