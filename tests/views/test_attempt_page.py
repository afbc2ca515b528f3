"""What a question page tells its scripts, and what it says in words without them."""

import re
from datetime import timedelta

import pytest
from django.urls import reverse
from django.utils import timezone

from quizzes.models import Assignment, Attempt
from tests import factories
from tests.views.pages import html_of, words_of

PINNED = {"time_limit": 30, "closes_at": None, "extra_percent": 0, "extra_minutes": 0}


@pytest.fixture
def begin(learner, classroom, instructor):
    """A function that begins an attempt of a mode with so many minutes to go; the settings are pinned ones."""

    def run(mode: str, **settings) -> Attempt:
        given = factories.assignment(classroom, factories.quiz(instructor, items=3), mode=mode)
        if not settings:
            return factories.attempt(given, learner)
        due = timezone.now() + timedelta(minutes=20)
        attempt = factories.attempt(given, learner, settings=PINNED | settings, due_at=due)
        Attempt.objects.filter(pk=attempt.pk).update(started_at=timezone.now())
        return attempt

    return run


def page_of(client, attempt, position=1):
    return client.get(reverse("attempt-show", args=[attempt.uuid, position]))


def test_graded_work_saves_itself(learner_client, begin):
    attempt = begin(Assignment.Mode.GRADED)
    assert f'data-save="{reverse("attempt-save", args=[attempt.uuid, 1])}"' in html_of(page_of(learner_client, attempt))


def test_practice_sends_nothing_before_it_is_checked(learner_client, begin):
    assert "data-save" not in html_of(page_of(learner_client, begin(Assignment.Mode.PRACTICE)))


def test_the_page_names_the_answer_that_it_shows(learner_client, begin):
    attempt = begin(Assignment.Mode.GRADED)
    assert 'data-answer-key="" data-answer-sequence="0"' in html_of(page_of(learner_client, attempt, 2))
    sent = {"text": "1974", "idempotency_key": "page.1", "sequence": 0}
    learner_client.post(reverse("attempt-save", args=[attempt.uuid, 2]), sent)
    assert 'data-answer-key="page.1" data-answer-sequence="1"' in html_of(page_of(learner_client, attempt, 2))


def test_notices_for_scripts_are_hidden_without_them(learner_client, begin):
    html = html_of(page_of(learner_client, begin(Assignment.Mode.GRADED)))
    for name in ("restored", "conflict", "stale", "aloud"):
        assert re.search(rf'id="{name}"[^>]* hidden', html)


def test_enter_in_a_field_presses_the_first_button_which_is_next(learner_client, begin):
    html = html_of(page_of(learner_client, begin(Assignment.Mode.GRADED), 2))
    form = html[html.index('<form id="answer"') : html.index("</form>", html.index('<form id="answer"'))]
    buttons = re.findall(r"<button(?![^>]*type=\"button\")[^>]*>", form)
    assert buttons[0] == '<button class="button button-primary">'


def test_the_end_stands_in_words(learner_client, begin):
    attempt = begin(Assignment.Mode.GRADED, extra_minutes=0)
    due = timezone.localtime(attempt.due_at)
    assert f"until {due:%-d %B, %H:%M}" in words_of(page_of(learner_client, attempt))


@pytest.mark.parametrize(
    ("pinned", "words"),
    [
        ({"extra_percent": 100}, "60 min, extended from 30"),
        ({"extra_minutes": 15}, "45 min, extended from 30"),
        ({"time_limit": None, "closes_at": "2030-01-01T10:00:00+00:00", "extra_minutes": 15}, "15 min extra"),
    ],
)
def test_extra_time_is_named(learner_client, begin, pinned, words):
    assert words in words_of(page_of(learner_client, begin(Assignment.Mode.GRADED, **pinned)))


def test_the_page_to_hand_in_shows_the_time_too(learner_client, begin):
    attempt = begin(Assignment.Mode.GRADED, extra_percent=100)
    page = learner_client.get(reverse("attempt-hand-in", args=[attempt.uuid]))
    assert "60 min, extended from 30" in words_of(page)


def test_practice_has_no_timer(learner_client, begin):
    html = html_of(page_of(learner_client, begin(Assignment.Mode.PRACTICE)))
    assert 'id="timer"' not in html
    assert "no time limit" in html


def test_the_first_question_has_none_before_it(learner_client, begin):
    attempt = begin(Assignment.Mode.GRADED)
    assert "Previous" not in words_of(page_of(learner_client, attempt))
    assert 'name="to" value="1">Previous</button>' in html_of(page_of(learner_client, attempt, 2))
