"""The first page, as each of the personas sees it."""

from datetime import timedelta

import pytest
from django.urls import reverse
from django.utils import timezone

from quizzes.models import Assignment, Attempt, Item
from tests import factories
from tests.views.pages import MOST_QUERIES, html_of, query_count, words_of

START = reverse("start")


def give(instructor, classroom, **fields) -> Assignment:
    return factories.assignment(classroom, factories.quiz(instructor), **fields)


def closed(instructor, classroom) -> Assignment:
    return give(instructor, classroom, closes_at=factories.NOW + timedelta(minutes=1))


def later(instructor, classroom) -> Assignment:
    given = give(instructor, classroom)
    given.opens_at = timezone.now() + timedelta(days=1)
    given.save()
    return given


# strangers and instructors


def test_stranger_gets_two_ways_in(client, db):
    page = html_of(client.get(START))
    assert f'href="{reverse("join")}"' in page
    assert f'href="{reverse("sign-in")}"' in page


def test_new_instructor_is_shown_the_first_steps(outsider_client):
    page = html_of(outsider_client.get(START))
    assert "Make a classroom" in page
    assert "Bring an article" in page
    assert "Good day, outsider" in page


def test_instructor_sees_what_runs_and_how_many_finished(instructor_client, instructor, classroom, learner):
    factories.learner(classroom)
    given = give(instructor, classroom)
    factories.attempt(given, learner, state=Attempt.State.FINISHED)
    page = instructor_client.get(START)
    assert reverse("assignment-show", args=[given.uuid]) in html_of(page)
    assert "1 of 2 finished" in words_of(page)


def test_second_attempt_counts_a_learner_once(instructor_client, instructor, classroom, learner):
    given = give(instructor, classroom)
    for number in (1, 2):
        factories.attempt(given, learner, number, state=Attempt.State.FINISHED)
    assert "1 of 1 finished" in words_of(instructor_client.get(START))


def test_closed_quizzes_do_not_run(instructor_client, instructor, classroom):
    given = closed(instructor, classroom)
    assert reverse("assignment-show", args=[given.uuid]) not in html_of(instructor_client.get(START))


def test_instructor_sees_proposals_that_wait(instructor_client, instructor):
    source = factories.article(instructor)
    factories.item(source)
    factories.item(source)
    factories.item(source, state=Item.State.APPROVED)
    page = instructor_client.get(START)
    assert "2 proposals to go through" in words_of(page)
    assert reverse("approval-queue", args=[source.uuid]) in html_of(page)


def test_other_instructors_see_nothing_of_it(outsider_client, instructor, classroom):
    source = factories.article(instructor, title="The pier of Orm")
    factories.item(source)
    given = give(instructor, classroom)
    page = html_of(outsider_client.get(START))
    assert source.title not in page
    assert str(given.uuid) not in page


def test_assistant_sees_what_runs(assistant_client, instructor, classroom):
    given = give(instructor, classroom)
    assert reverse("assignment-show", args=[given.uuid]) in html_of(assistant_client.get(START))


def test_assistant_is_not_led_to_pages_that_refuse_them(assistant_client):
    page = html_of(assistant_client.get(START))
    for name in ("article-create", "classroom-create", "quiz-list"):
        assert f'href="{reverse(name)}"' not in page
    assert f'href="{reverse("classroom-list")}"' in page


# learners


def row(client) -> str:
    return words_of(client.get(START)).split("Nothing you write")[0].split("My quizzes")[-1]


def test_learner_without_a_quiz_is_told_how_to_get_one(learner_client):
    page = learner_client.get(START)
    assert "There is nothing to take yet" in words_of(page)
    assert f'href="{reverse("join")}"' in html_of(page)


def test_learner_begins_a_quiz(learner_client, instructor, classroom):
    given = give(instructor, classroom)
    page = learner_client.get(START)
    assert reverse("attempt-start", args=[given.uuid]) in html_of(page)
    assert "2 questions practice Begin" in row(learner_client)


def test_learner_goes_on_with_an_open_attempt(learner_client, learner, instructor, classroom):
    attempt = factories.attempt(give(instructor, classroom), learner)
    assert "Go on" in row(learner_client)
    assert reverse("attempt-show", args=[attempt.uuid, 1]) in html_of(learner_client.get(START))


def test_learner_reads_the_last_result_and_may_begin_once_more(learner_client, learner, instructor, classroom):
    given = give(instructor, classroom, attempts_allowed=2)
    attempt = factories.attempt(given, learner, state=Attempt.State.FINISHED)
    assert reverse("attempt-result", args=[attempt.uuid]) in html_of(learner_client.get(START))
    assert "1 attempt left" in row(learner_client)
    assert "Once more" in row(learner_client)


def test_learner_without_attempts_left_is_done(learner_client, learner, instructor, classroom):
    factories.attempt(give(instructor, classroom, attempts_allowed=1), learner, state=Attempt.State.FINISHED)
    assert "handed in" in row(learner_client)
    assert "Once more" not in row(learner_client)


def test_quiz_that_opens_later_cannot_be_begun(learner_client, instructor, classroom):
    later(instructor, classroom)
    assert "not open yet" in row(learner_client)
    assert "Begin" not in row(learner_client)


def test_closed_quiz_cannot_be_begun(learner_client, instructor, classroom):
    closed(instructor, classroom)
    assert "closed 2 November" in row(learner_client)
    assert "Begin" not in row(learner_client)


def test_learner_sees_only_quizzes_of_their_classrooms(learner_client, outsider):
    given = give(outsider, factories.classroom(outsider))
    assert str(given.uuid) not in html_of(learner_client.get(START))


# what the pages cost


@pytest.mark.parametrize("persona", ["instructor_client", "assistant_client"])
def test_instructors_page_costs_the_same_for_any_number_of_rows(request, persona, instructor, learner, classroom):
    client = request.getfixturevalue(persona)
    costs = []
    for rows in (1, 2):  # one row, then three
        for _ in range(rows):
            factories.attempt(give(instructor, classroom), learner)
            factories.item(factories.article(instructor))
        costs.append(query_count(client, START))
    assert costs[0] == costs[1] <= MOST_QUERIES


def test_learners_page_costs_the_same_for_any_number_of_rows(learner_client, learner, instructor, classroom):
    costs = []
    for rows in (1, 2):
        for _ in range(rows):
            given = give(instructor, classroom)
            factories.attempt(given, learner, 1, state=Attempt.State.FINISHED)
            factories.attempt(given, learner, 2)
        costs.append(query_count(learner_client, START))
    assert costs[0] == costs[1] <= MOST_QUERIES


def test_learner_of_two_classrooms_sees_each_quiz_once(learner_client, learner, instructor, classroom):
    factories.enrol(factories.classroom(instructor), learner)
    given = give(instructor, classroom)
    assert html_of(learner_client.get(START)).count(f'class="row-title" href="/assignments/{given.uuid}') == 1
