"""Line 7: any read ends what is over, and so does the sweep, through one function; twice changes nothing."""

import pytest
from django.urls import reverse
from django.utils import timezone

from quizzes.management.commands.worker import Reaper
from quizzes.models import Attempt
from quizzes.services.attempts import end_all_over
from tests.contract.conftest import RIGHT, current_of, move_deadline

READS = {
    "the learner's first page": ("learner_client", lambda attempt: reverse("start")),
    "the question": ("learner_client", lambda attempt: reverse("attempt-show", args=[attempt.uuid, 1])),
    "handing in": ("learner_client", lambda attempt: reverse("attempt-hand-in", args=[attempt.uuid])),
    "the result": ("learner_client", lambda attempt: reverse("attempt-result", args=[attempt.uuid])),
    "the text": ("learner_client", lambda attempt: reverse("attempt-text", args=[attempt.uuid])),
    "the instructor's first page": ("instructor_client", lambda attempt: reverse("start")),
    "the report": ("instructor_client", lambda attempt: reverse("assignment-show", args=[attempt.assignment.uuid])),
    "the classroom": (
        "instructor_client",
        lambda attempt: reverse("classroom-show", args=[attempt.assignment.classroom.uuid]),
    ),
    "the learner's result, read by staff": (
        "assistant_client",
        lambda attempt: reverse("attempt-result", args=[attempt.uuid]),
    ),
}


def ended(attempt) -> tuple:
    row = Attempt.objects.get(pk=attempt.pk)
    return row.state, row.ended_by, row.finished_at, row.sequence, current_of(attempt).mark


@pytest.fixture
def over(tab, attempt):
    tab.autosave(choice=RIGHT)
    move_deadline(attempt, -60)
    return attempt


@pytest.mark.parametrize("read", READS)
def test_a_read_ends_what_is_over(request, over, read):
    persona, address = READS[read]
    for _ in range(2):
        request.getfixturevalue(persona).get(address(over))
        assert ended(over) == ("finished", "deadline", over.due_at, 1, 1)


def test_the_sweep_ends_it_just_so(over):
    for _ in range(2):
        Reaper().look()
        assert ended(over) == ("finished", "deadline", over.due_at, 1, 1)


def test_the_second_time_there_is_nothing_to_end(over):
    assert [end_all_over(Attempt.objects.all(), now=timezone.now()) for _ in range(2)] == [1, 0]


def test_what_is_not_over_goes_on(tab, attempt):
    move_deadline(attempt, 60)
    Reaper().look()
    assert Attempt.objects.get().state == "open"
