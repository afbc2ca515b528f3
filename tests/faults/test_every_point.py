"""The server dies between request and reply, at every statement, and the request is sent again: the end is the same."""

from collections.abc import Callable
from datetime import timedelta

import pytest
from django.test import Client
from django.urls import reverse
from django.utils import timezone

from quizzes.models import Assignment, Attempt, ExtraTime, Response
from quizzes.services import attempts as services
from tests import factories
from tests.faults.killing import points

pytestmark = pytest.mark.django_db(transaction=True)

WRONG, RIGHT = 2, 0


class Desk:
    """A learner with an attempt, and what a page would send."""

    def __init__(self, assignment: Assignment, *, due: timedelta | None = None) -> None:
        self.assignment = assignment
        self.learner = factories.learner(assignment.classroom)
        self.client = Client()
        self.client.force_login(self.learner, backend="quizzes.backends.PeopleBackend")
        self.attempt = None
        if due is not None:
            self.attempt = services.start_attempt(self.learner, assignment=assignment, now=timezone.now())
            self.move_deadline(due)

    def move_deadline(self, due: timedelta) -> None:
        at = timezone.now() + due
        settings = self.attempt.settings | {"closes_at": at.isoformat()}
        Attempt.objects.filter(pk=self.attempt.pk).update(settings=settings, due_at=at)

    def send(self, name: str, position: int | None = None, **sent: object) -> tuple[int, str]:
        where = [self.attempt.uuid] + ([] if position is None else [position])
        reply = self.client.post(reverse(f"attempt-{name}", args=where), sent)
        return reply.status_code, reply.headers.get("Location", "").replace(str(self.attempt.uuid), "UUID")

    def answer(self, key: str, sequence: int = 0, **sent: object) -> tuple[int, str]:
        return self.send("answer", 1, idempotency_key=key, sequence=sequence, **sent)

    def save(self, key: str, sequence: int = 0, **sent: object) -> tuple[int, str]:
        return self.send("save", 1, idempotency_key=key, sequence=sequence, **sent)

    def begin(self) -> tuple[int, str]:
        reply = self.client.post(reverse("attempt-start", args=[self.assignment.uuid]))
        self.attempt = Attempt.objects.get(learner=self.learner)
        return reply.status_code, reply.headers["Location"].replace(str(self.attempt.uuid), "UUID")

    def state(self) -> dict[str, object]:
        """Everything that is stored about the learner, but for the moments."""
        mine = Attempt.objects.filter(learner=self.learner)
        rows = Response.objects.filter(attempt_slot__attempt__in=mine).order_by("sequence", "pk")
        slots = [list(each.slots.order_by("position").values_list("position", "marked")) for each in mine]
        fields = ("idempotency_key", "given", "sequence", "autosaved", "late", "is_current", "fraction", "mark")
        return {
            "attempts": list(mine.values_list("number", "state", "ended_by", "sequence")),
            "slots": slots,
            "responses": list(rows.values_list("attempt_slot__position", *fields)),
            "extra": list(ExtraTime.objects.filter(learner=self.learner).values_list("minutes", flat=True)),
        }


Request = Callable[[], tuple[int, str]]


def begin(desk: Desk) -> Request:
    return desk.begin


def first_save(desk: Desk) -> Request:
    return lambda: desk.save("form.1", choice=WRONG)


def second_save(desk: Desk) -> Request:
    desk.save("form.1", choice=WRONG)
    return lambda: desk.save("form.2", 1, choice=RIGHT)


def first_answer(desk: Desk) -> Request:
    return lambda: desk.answer("form", choice=RIGHT)


def changed_answer(desk: Desk) -> Request:
    desk.answer("one", choice=WRONG)
    return lambda: desk.answer("two", 1, choice=RIGHT)


def answer_over_own_save(desk: Desk) -> Request:
    desk.save("form.1", choice=WRONG)
    return lambda: desk.answer("form", choice=RIGHT)


def marked_answer(desk: Desk) -> Request:
    return lambda: desk.answer("form", choice=RIGHT, mark=1)


def stale_answer(desk: Desk) -> Request:
    desk.answer("one", choice=WRONG)
    return lambda: desk.answer("two", 0, choice=RIGHT)


def hand_in(desk: Desk) -> Request:
    desk.save("form.1", choice=RIGHT)
    return lambda: desk.send("hand-in")


def late_answer(desk: Desk) -> Request:
    desk.save("form.1", choice=RIGHT)
    desk.move_deadline(timedelta(minutes=-5))
    return lambda: desk.answer("form", 1, choice=WRONG)


def late_save(desk: Desk) -> Request:
    desk.save("form.1", choice=RIGHT)
    desk.move_deadline(timedelta(minutes=-5))
    return lambda: desk.save("form.2", 1, choice=WRONG)


def look_at_what_is_over(desk: Desk) -> Request:
    desk.save("form.1", choice=RIGHT)
    desk.move_deadline(timedelta(minutes=-5))

    def look() -> tuple[int, str]:
        reply = desk.client.get(reverse("attempt-show", args=[desk.attempt.uuid, 1]))
        return reply.status_code, reply.headers.get("Location", "").replace(str(desk.attempt.uuid), "UUID")

    return look


def extra_time(desk: Desk) -> Request:
    instructor = Client()
    owner = desk.assignment.quiz.owner
    instructor.force_login(owner, backend="quizzes.backends.PeopleBackend")
    address = reverse("assignment-extra-time", args=[desk.assignment.uuid])
    return lambda: (instructor.post(address, {"learner": desk.learner.pk, "minutes": 10}).status_code, "")


ALL = [
    begin,
    first_save,
    second_save,
    first_answer,
    changed_answer,
    answer_over_own_save,
    marked_answer,
    stale_answer,
    hand_in,
    late_answer,
    late_save,
    look_at_what_is_over,
    extra_time,
]
IN_ONE_STEP = [begin, first_save, second_save, first_answer, changed_answer, answer_over_own_save, hand_in, extra_time]


@pytest.fixture
def graded(classroom, instructor):
    return factories.assignment(classroom, factories.quiz(instructor), mode=Assignment.Mode.GRADED, time_limit=30)


def sit(graded: Assignment, request: Callable[[Desk], Request]) -> tuple[Desk, Request]:
    desk = Desk(graded, due=None if request is begin else timedelta(minutes=30))
    return desk, request(desk)


@pytest.mark.parametrize("request_of", ALL, ids=lambda made: made.__name__)
def test_a_request_sent_again_ends_where_it_would_have_ended(graded, request_of):
    desk, send = sit(graded, request_of)
    reply, wanted = send(), desk.state()
    desks = []

    def fresh() -> Request:
        made, action = sit(graded, request_of)
        desks.append(made)
        return action

    deaths = 0
    for statement, action, survived in points(fresh):
        deaths += not survived
        assert action() == reply, f"another reply after a death at statement {statement}"
        assert desks[-1].state() == wanted, f"another end after a death at statement {statement}"
    assert deaths >= 2  # fewest at an answer on PostgreSQL: one statement reads what it is about, one stores it


@pytest.mark.parametrize("request_of", IN_ONE_STEP, ids=lambda made: made.__name__)
def test_a_death_leaves_all_of_it_or_nothing(graded, request_of):
    desk, send = sit(graded, request_of)
    send()
    after, before, desks = desk.state(), [], []

    def fresh() -> Request:
        made, action = sit(graded, request_of)
        desks.append(made)
        before.append(made.state())
        return action

    for statement, _action, _survived in points(fresh):
        assert desks[-1].state() in (before[-1], after), f"half of it after a death at statement {statement}"


def test_ending_attempts_of_a_class_goes_on_after_a_death(graded):
    def fresh() -> Callable[[], int]:
        for _ in range(3):
            desk = Desk(graded, due=timedelta(minutes=30))
            desk.save("form.1", choice=RIGHT)
            desk.move_deadline(timedelta(minutes=-5))
        return lambda: services.end_all_over(Attempt.objects.all(), now=timezone.now())

    for _statement, sweep, _survived in points(fresh):
        sweep()
        assert not Attempt.objects.filter(state=Attempt.State.OPEN).exists()
        assert not Response.objects.filter(is_current=True, fraction=None).exists()
