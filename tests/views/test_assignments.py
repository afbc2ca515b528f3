"""Giving a quiz to a classroom, and reading what came of it."""

from datetime import UTC, datetime
from decimal import Decimal

import pytest
from django.urls import reverse
from django.utils import timezone

from quizzes.models import Assignment, Attempt, Response
from tests import factories
from tests.views.pages import MOST_QUERIES, html_of, query_count, words_of

RIGHT, WRONG, TYPED = ({"choice": 0}, 1.0), ({"choice": 2}, 0.0), ({"text": "in 1974"}, 0.5)


@pytest.fixture
def quiz(instructor):
    return factories.quiz(instructor, items=2)


@pytest.fixture
def given(classroom, quiz):
    return factories.assignment(classroom, quiz)


def address_of(given) -> str:
    return reverse("assignment-show", args=[given.uuid])


# giving


def give(client, quiz, classroom, **more):
    sent = {"classroom": classroom.pk, "mode": "practice"} | more
    return client.post(reverse("assignment-create", args=[quiz.uuid]), sent)


def test_quiz_is_given_at_once_with_nothing_but_a_classroom_and_a_mode(instructor_client, quiz, classroom):
    response = give(instructor_client, quiz, classroom)
    given = Assignment.objects.get()
    assert (response.status_code, response.url) == (302, address_of(given))
    assert (given.quiz, given.classroom, given.mode) == (quiz, classroom, "practice")
    assert given.opens_at <= timezone.now()
    assert (given.closes_at, given.attempts_allowed) == (None, None)
    assert "Geography 8B has the quiz now." in words_of(instructor_client.get(response.url))


def test_quiz_is_given_with_times_and_attempts(instructor_client, quiz, classroom):
    times = {"opens_at": "2026-11-02T09:00", "closes_at": "2026-11-09T17:30", "attempts_allowed": "2"}
    give(instructor_client, quiz, classroom, mode="graded", **times)
    given = Assignment.objects.get()
    assert given.opens_at == datetime(2026, 11, 2, 9, 0, tzinfo=UTC)
    assert given.closes_at == datetime(2026, 11, 9, 17, 30, tzinfo=UTC)
    assert (given.mode, given.attempts_allowed) == ("graded", 2)


def refusal(response) -> str:
    """The page that came back, which must say so and have stored nothing new."""
    assert response.status_code == 422
    page = html_of(response)
    assert 'class="error-summary" role="alert"' in page
    assert "The quiz was not given" in page
    return words_of(response)


@pytest.mark.parametrize("closes", ["2026-11-02T09:00", "2026-11-01T09:00"])
def test_closing_before_it_opens_is_refused(instructor_client, quiz, classroom, closes):
    response = give(instructor_client, quiz, classroom, opens_at="2026-11-02T09:00", closes_at=closes)
    assert "It must close after it opens" in refusal(response)
    assert 'href="#id_closes_at"' in html_of(response)
    assert '<details class="fold" open>' in html_of(response)
    assert f'value="{closes}"' in html_of(response)
    assert not Assignment.objects.exists()


def test_closing_in_the_past_is_refused(instructor_client, quiz, classroom):
    assert "It must close after it opens" in refusal(
        give(instructor_client, quiz, classroom, closes_at="2020-01-01T09:00")
    )
    assert not Assignment.objects.exists()


def test_same_classroom_twice_is_refused(instructor_client, quiz, classroom, given):
    assert "This classroom has this quiz already" in refusal(give(instructor_client, quiz, classroom))
    assert Assignment.objects.count() == 1


def test_classroom_of_someone_else_is_refused(instructor_client, quiz, classroom, outsider):
    refusal(give(instructor_client, quiz, factories.classroom(outsider)))
    assert not Assignment.objects.exists()


@pytest.mark.parametrize(
    "wrong", [{"mode": "exam"}, {"attempts_allowed": "0"}, {"opens_at": "tomorrow"}, {"closes_at": "2026-13-01T00:00"}]
)
def test_senseless_field_is_refused(instructor_client, quiz, classroom, wrong):
    refusal(give(instructor_client, quiz, classroom, **wrong))
    assert not Assignment.objects.exists()


def test_classroom_in_which_the_owner_only_assists_is_refused(outsider_client, outsider, classroom):
    factories.enrol(classroom, outsider, "assistant")
    refused = give(outsider_client, factories.quiz(outsider), classroom)
    assert refused.status_code == 422
    assert not Assignment.objects.exists()


@pytest.mark.parametrize(
    ("persona", "status"),
    [("assistant_client", 403), ("learner_client", 403), ("outsider_client", 404), ("client", 302)],
)
def test_only_the_owner_gives_a_quiz(request, persona, status, quiz, classroom):
    assert give(request.getfixturevalue(persona), quiz, classroom).status_code == status
    assert not Assignment.objects.exists()


# the report


def sit(given, member, *answers, **fields) -> Attempt:
    """Make an attempt whose slots got these (given, fraction) pairs."""
    attempt = factories.attempt(given, member, **fields)
    for slot, (answer, fraction) in zip(attempt.slots.order_by("position"), answers, strict=False):
        Response.objects.create(
            attempt_slot=slot,
            idempotency_key="key",
            sequence=1,
            given=answer,
            fraction=fraction,
            mark=Decimal(str(fraction)),
            created_at=factories.NOW,
        )
    return attempt


def finish(given, member, *answers) -> Attempt:
    return sit(given, member, *answers, state=Attempt.State.FINISHED)


@pytest.mark.parametrize("persona", ["instructor_client", "assistant_client"])
def test_staff_read_marks_and_who_chose_what(request, persona, given, classroom, learner):
    attempt = finish(given, learner, RIGHT, TYPED)
    finish(given, factories.learner(classroom), RIGHT)
    finish(given, factories.learner(classroom), WRONG)
    factories.learner(classroom)
    response = request.getfixturevalue(persona).get(address_of(given))
    words = words_of(response)
    assert f"{learner} 1.5 of 2" in words
    assert "1974 (right) 2 1979 0 2031 1" in words
    assert "in 1974 1 no answer 2" in words
    assert "67 %" in words
    assert "finished 3" in words
    assert "not started 1" in words
    assert reverse("attempt-result", args=[attempt.uuid]) in html_of(response)


def test_only_the_owner_is_led_to_the_quiz(instructor_client, assistant_client, given, quiz):
    link = f'href="{reverse("quiz-show", args=[quiz.uuid])}"'
    assert link in html_of(instructor_client.get(address_of(given)))
    assert link not in html_of(assistant_client.get(address_of(given)))


def test_full_mark_of_ten_reads_as_a_number(instructor_client, instructor, classroom, learner):
    ten = factories.assignment(classroom, factories.quiz(instructor, items=10))
    finish(ten, learner, *[({"choice": 0}, 1.0)] * 10)
    assert f"{learner} 10 of 10" in words_of(instructor_client.get(address_of(ten)))


def test_practice_under_way_shows_its_outcomes(instructor_client, given, learner):
    sit(given, learner, RIGHT, ({"text": "1979"}, 0.0))
    page = html_of(instructor_client.get(address_of(given)))
    assert "cell-right" in page
    assert "cell-wrong" in page


def test_graded_work_under_way_hides_its_outcomes(instructor_client, quiz, classroom, learner):
    graded = factories.assignment(classroom, quiz, mode=Assignment.Mode.GRADED)
    attempt = sit(graded, learner, RIGHT, ({"text": "1979"}, 0.0))
    response = instructor_client.get(address_of(graded))
    page, words = html_of(response), words_of(response)
    assert "cell-right" not in page
    assert "cell-wrong" not in page
    assert f"{learner} under way 2 of 2 answered • answered • answered" in words
    assert "1974 (right) 0" in words
    assert reverse("attempt-result", args=[attempt.uuid]) not in page


def test_finished_graded_work_shows_its_outcomes(instructor_client, quiz, classroom, learner):
    graded = factories.assignment(classroom, quiz, mode=Assignment.Mode.GRADED)
    finish(graded, learner, RIGHT)
    assert "cell-right" in html_of(instructor_client.get(address_of(graded)))


def test_classroom_without_learners_is_told_what_to_do(instructor_client, given):
    assert "Nobody has joined this classroom yet" in words_of(instructor_client.get(address_of(given)))


@pytest.mark.parametrize("persona", ["learner_client", "outsider_client"])
def test_others_find_no_report(request, persona, given):
    assert request.getfixturevalue(persona).get(address_of(given)).status_code == 404


def test_stranger_is_asked_to_sign_in(client, given):
    assert client.get(address_of(given)).url == f"{reverse('sign-in')}?next={address_of(given)}"


@pytest.mark.parametrize("persona", ["instructor_client", "assistant_client"])
def test_report_costs_the_same_for_any_number_of_rows(request, persona, instructor, classroom):
    client = request.getfixturevalue(persona)
    costs = []
    for rows in (1, 3):
        given = factories.assignment(classroom, factories.quiz(instructor, items=rows))
        for _ in range(rows):
            finish(given, factories.learner(classroom), RIGHT)
        costs.append(query_count(client, address_of(given)))
    assert costs[0] == costs[1] <= MOST_QUERIES
