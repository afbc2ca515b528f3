"""The order of a quiz: moved, taken out and added to, with a script and without."""

import re

import pytest
from django.urls import reverse

from quizzes.models import Item
from tests import factories
from tests.views.pages import HTMX, html_of, words_of


@pytest.fixture
def quiz(instructor):
    return factories.quiz(instructor, items=3)


@pytest.fixture
def spare(quiz):
    return factories.item(quiz.article_revision.article, state=Item.State.APPROVED)


def order(quiz) -> list[int]:
    """The items as they stand now; the positions must count from 1."""
    slots = list(quiz.slots.all())
    assert [slot.position for slot in slots] == list(range(1, len(slots) + 1))
    return [slot.item_id for slot in slots]


def send(client, quiz, headers=None, **sent):
    return client.post(reverse("quiz-slots", args=[quiz.uuid]), sent, headers=headers)


def changed(before, change):
    """What a list of three items becomes."""
    a, b, c = before
    return {"up=2": [b, a, c], "down=2": [a, c, b], "remove=2": [a, c], "up=1": [a, b, c], "down=3": [a, b, c]}[change]


CHANGES = ["up=2", "down=2", "remove=2", "up=1", "down=3"]


@pytest.mark.parametrize("change", CHANGES)
def test_plain_form_changes_the_order(instructor_client, quiz, change):
    before = order(quiz)
    name, position = change.split("=")
    response = send(instructor_client, quiz, **{name: position})
    assert (response.status_code, response.url) == (302, reverse("quiz-show", args=[quiz.uuid]))
    assert order(quiz) == changed(before, change)


@pytest.mark.parametrize("change", CHANGES)
def test_htmx_changes_the_order_and_gets_fragments(instructor_client, quiz, change):
    before = order(quiz)
    name, position = change.split("=")
    response = send(instructor_client, quiz, HTMX, **{name: position})
    assert response.status_code == 200
    assert order(quiz) == changed(before, change)
    page = html_of(response)
    assert "<html" not in page
    assert page.startswith('<div class="stack" id="slots">')
    assert re.search(r'id="strip" hx-swap-oob="true"', page)
    assert re.search(r'<p id="live" hx-swap-oob="innerHTML">', page)


def test_plain_form_adds_a_question_at_the_end(instructor_client, quiz, spare):
    before = order(quiz)
    assert send(instructor_client, quiz, add=spare.uuid).status_code == 302
    assert order(quiz) == [*before, spare.pk]


def test_htmx_adds_a_question_at_the_end(instructor_client, quiz, spare):
    response = send(instructor_client, quiz, HTMX, add=spare.uuid)
    assert order(quiz)[-1] == spare.pk
    assert "Question 4 of 4" in words_of(response)
    assert "Paragraph 1: 4 questions" in html_of(response)


def test_adding_twice_changes_nothing(instructor_client, quiz, spare):
    for _ in range(2):
        send(instructor_client, quiz, add=spare.uuid)
    assert order(quiz).count(spare.pk) == 1


@pytest.mark.parametrize(
    ("change", "label"),
    [
        ("down=1", "Move question 2 down"),
        ("up=3", "Move question 2 up"),
        ("up=2", "Move question 1 down"),  # question 1 has no way up
        ("down=2", "Move question 3 up"),  # question 3 has no way down
        ("remove=1", "Take question 1 out"),
        ("remove=3", "Take question 2 out"),
    ],
)
def test_focus_stays_with_the_question_on_a_live_button(instructor_client, quiz, change, label):
    name, position = change.split("=")
    page = html_of(send(instructor_client, quiz, HTMX, **{name: position}))
    focused = re.findall(r"<(?:button|h2)[^>]*data-focus[^>]*>", page)
    assert len(focused) == 1
    assert f'aria-label="{label}"' in focused[0]
    assert "disabled" not in focused[0]


def test_number_of_questions_in_the_head_follows(instructor_client, quiz):
    page = html_of(send(instructor_client, quiz, HTMX, remove="1"))
    assert '<span id="slot-count" hx-swap-oob="true">2 questions</span>' in page


def test_move_is_told_in_the_live_region(instructor_client, quiz):
    assert "Question 2 of 3" in words_of(send(instructor_client, quiz, HTMX, down="1"))


# refusals


def test_last_question_stays(instructor_client, instructor):
    lone = factories.quiz(instructor, items=1)
    response = send(instructor_client, lone, HTMX, remove="1")
    assert re.search(r'<div class="notice notice-caution">.*?A quiz needs a question', html_of(response), re.S)
    assert len(order(lone)) == 1


def test_question_that_is_not_approved_is_refused(instructor_client, quiz):
    proposed = factories.item(quiz.article_revision.article)
    assert "This question is not approved" in words_of(send(instructor_client, quiz, HTMX, add=proposed.uuid))
    assert len(order(quiz)) == 3


def test_question_of_another_article_is_refused(instructor_client, instructor, quiz):
    foreign = factories.item(factories.article(instructor), state=Item.State.APPROVED)
    assert "This question is not approved" in words_of(send(instructor_client, quiz, HTMX, add=foreign.uuid))
    assert len(order(quiz)) == 3


@pytest.mark.parametrize("sent", [{}, {"up": "x"}, {"add": "no-uuid"}, {"remove": "99"}, {"up": "-1"}, {"down": "99"}])
def test_senseless_change_changes_nothing(instructor_client, quiz, sent):
    before = order(quiz)
    assert send(instructor_client, quiz, HTMX, **sent).status_code == 200
    assert order(quiz) == before


@pytest.fixture
def started(quiz, classroom, learner):
    factories.attempt(factories.assignment(classroom, quiz), learner)
    return quiz


@pytest.mark.parametrize("change", ["up=2", "down=2", "remove=2"])
def test_started_quiz_stays_without_a_script(instructor_client, started, change):
    before = order(started)
    name, position = change.split("=")
    send(instructor_client, started, **{name: position})
    page = instructor_client.get(reverse("quiz-show", args=[started.uuid]))
    assert "so it stays as it is" in words_of(page)
    assert order(started) == before


@pytest.mark.parametrize("change", ["up=2", "down=2", "remove=2"])
def test_started_quiz_stays_with_htmx(instructor_client, started, change):
    before = order(started)
    name, position = change.split("=")
    response = send(instructor_client, started, HTMX, **{name: position})
    assert "so it stays as it is" in words_of(response)
    assert "<button" not in html_of(response)
    assert order(started) == before


def test_started_quiz_takes_no_more_questions(instructor_client, started, spare):
    assert "so it stays as it is" in words_of(send(instructor_client, started, HTMX, add=spare.uuid))
    assert len(order(started)) == 3


@pytest.mark.parametrize(
    ("persona", "status"),
    [("assistant_client", 403), ("learner_client", 403), ("outsider_client", 404), ("client", 302)],
)
def test_only_the_owner_changes_the_order(request, persona, status, quiz, classroom):
    before = order(quiz)
    assert send(request.getfixturevalue(persona), quiz, up="2").status_code == status
    assert order(quiz) == before
