"""A sitting: who may begin, what is stored, what can no longer change."""

from datetime import timedelta

import pytest
from django.db import IntegrityError, connection, transaction

from quizzes.models import Assignment, Attempt, AttemptSlot, Response
from quizzes.services import attempts as services
from tests import factories

NOW = factories.NOW
LATER = NOW + timedelta(hours=1)


@pytest.fixture
def quiz(instructor):
    return factories.quiz(instructor, items=3)


@pytest.fixture
def graded(classroom, quiz):
    return factories.assignment(classroom, quiz, mode=Assignment.Mode.GRADED)


@pytest.fixture
def practice(classroom, quiz):
    return factories.assignment(classroom, quiz)


def start(user, assignment, now=NOW):
    return services.start_attempt(user, assignment=assignment, now=now)


def respond(user, attempt, position=1, *, key="k1", choice=0, sequence=None, now=NOW, given=None):
    return services.store_response(
        user,
        attempt=attempt,
        position=position,
        given={"choice": choice} if given is None else given,
        idempotency_key=key,
        sequence=Attempt.objects.get(pk=attempt.pk).sequence if sequence is None else sequence,
        now=now,
    )


# starting


def test_an_attempt_pins_what_it_shows(learner, graded):
    attempt = start(learner, graded)
    assert (attempt.number, attempt.state, attempt.mode) == (1, "open", "graded")
    assert attempt.article_revision == graded.quiz.article_revision
    pinned = list(attempt.slots.order_by("position").values_list("position", "item_revision", "option_order"))
    slots = graded.quiz.slots.order_by("position")
    assert [row[:2] for row in pinned] == [(slot.position, slot.item_revision_id) for slot in slots]
    assert [row[2] for row in pinned] == [[0, 1, 2], [], [0, 1, 2]]


def test_an_edited_item_does_not_change_a_begun_attempt(learner, graded):
    attempt = start(learner, graded)
    slot = graded.quiz.slots.first()
    newer = factories.item(graded.quiz.article_revision.article).current
    slot.item_revision = newer
    slot.save()
    assert attempt.slots.first().item_revision != newer


def test_starting_twice_gives_the_same_attempt(learner, graded):
    assert start(learner, graded) == start(learner, graded)
    assert Attempt.objects.count() == 1


def test_the_next_attempt_has_the_next_number(learner, graded):
    services.hand_in(learner, attempt=start(learner, graded), now=NOW)
    assert start(learner, graded).number == 2


@pytest.mark.parametrize(
    ("fields", "now", "reason"),
    [
        ({}, NOW - timedelta(minutes=1), "opens on 2 November 2026, 09:00"),
        ({"closes_at": LATER}, LATER, "closed on 2 November 2026, 10:00"),
    ],
)
def test_a_quiz_cannot_begin_outside_its_times(learner, classroom, quiz, fields, now, reason):
    assignment = factories.assignment(classroom, quiz, **fields)
    with pytest.raises(services.AttemptError, match=reason):
        start(learner, assignment, now)


def test_no_more_attempts_than_allowed(learner, classroom, quiz):
    assignment = factories.assignment(classroom, quiz, attempts_allowed=1)
    services.hand_in(learner, attempt=start(learner, assignment), now=NOW)
    with pytest.raises(services.AttemptError, match="every attempt"):
        start(learner, assignment)


def test_an_outsider_cannot_begin(outsider, graded):
    with pytest.raises(services.AttemptError, match="Only learners"):
        start(outsider, graded)


def test_an_empty_quiz_cannot_begin(learner, graded):
    graded.quiz.slots.all().delete()
    with pytest.raises(services.AttemptError, match="no questions yet"):
        start(learner, graded)
    assert not Attempt.objects.exists()


def test_the_database_refuses_a_second_open_attempt(learner, graded):
    start(learner, graded)
    with pytest.raises(IntegrityError), transaction.atomic():
        factories.attempt(graded, learner, number=2)


# answering


def test_an_answer_is_graded_and_stored(learner, graded):
    attempt = start(learner, graded)
    response = respond(learner, attempt, choice=0)
    assert (response.fraction, response.mark, response.is_current, response.created_at) == (1.0, 1, True, NOW)


def test_the_mark_is_the_fraction_of_the_maximum(learner, graded):
    attempt = start(learner, graded)
    AttemptSlot.objects.filter(attempt=attempt, position=1).update(maximum_mark="2.50")
    assert str(respond(learner, attempt).mark) == "2.500"


def test_the_same_key_stores_one_row(learner, graded):
    attempt = start(learner, graded)
    first = respond(learner, attempt, key="once")
    assert respond(learner, attempt, key="once", sequence=0) == first
    assert Response.objects.count() == 1


def test_the_same_key_with_another_answer_is_asked_about(learner, graded):
    attempt = start(learner, graded)
    first = respond(learner, attempt, key="once")
    with pytest.raises(services.NewerAnswerError) as refused:
        respond(learner, attempt, key="once", choice=1)
    assert refused.value.current == first


def test_the_same_key_is_answered_the_same_after_the_attempt_is_finished(learner, graded):
    attempt = start(learner, graded)
    first = respond(learner, attempt, key="once")
    services.hand_in(learner, attempt=attempt, now=NOW)
    assert respond(learner, attempt, key="once", sequence=0) == first


def test_a_changed_answer_is_a_new_row_and_the_old_one_stays(learner, graded):
    attempt = start(learner, graded)
    respond(learner, attempt, key="a", choice=0)
    respond(learner, attempt, key="b", choice=1)
    rows = Response.objects.order_by("sequence").values_list("given", "is_current", "sequence")
    assert list(rows) == [({"choice": 0}, False, 1), ({"choice": 1}, True, 2)]


def test_the_same_answer_again_adds_nothing(learner, graded):
    attempt = start(learner, graded)
    first = respond(learner, attempt, key="a")
    assert respond(learner, attempt, key="b", sequence=0) == first
    assert Response.objects.count() == 1


def test_no_answer_where_there_was_none_stores_nothing(learner, graded):
    assert respond(learner, start(learner, graded), given={}) is None
    assert not Response.objects.exists()


def test_an_answer_taken_back_is_a_row_too(learner, graded):
    attempt = start(learner, graded)
    respond(learner, attempt, 2, key="a", given={"text": "1974"})
    taken_back = respond(learner, attempt, 2, key="b", given={})
    assert (taken_back.given, taken_back.fraction, Response.objects.count()) == ({}, 0, 2)


def test_a_page_shown_before_a_newer_answer_does_not_replace_it(learner, graded):
    attempt = start(learner, graded)
    newer = respond(learner, attempt, key="tab one", choice=0, sequence=0)
    with pytest.raises(services.NewerAnswerError) as refused:
        respond(learner, attempt, key="tab two", choice=1, sequence=0)
    assert refused.value.current == newer
    assert Response.objects.count() == 1


def test_two_pages_may_answer_different_questions(learner, graded):
    attempt = start(learner, graded)
    respond(learner, attempt, 1, key="tab one", sequence=0)
    assert respond(learner, attempt, 3, key="tab two", sequence=0).sequence == 2


def test_in_practice_the_first_answer_stands(learner, practice):
    attempt = start(learner, practice)
    first = respond(learner, attempt, key="a", choice=1)
    with pytest.raises(services.SettledError):
        respond(learner, attempt, key="b", choice=0)
    assert Response.objects.get() == first


def test_a_finished_attempt_takes_no_answer(learner, graded):
    attempt = start(learner, graded)
    services.hand_in(learner, attempt=attempt, now=NOW)
    with pytest.raises(services.AttemptError, match="handed in"):
        respond(learner, attempt)


def test_an_answer_on_its_way_at_the_closing_time_counts(learner, classroom, quiz):
    assignment = factories.assignment(classroom, quiz, closes_at=LATER)
    assert respond(learner, start(learner, assignment), now=LATER + timedelta(seconds=9))


def test_a_late_answer_is_kept_and_not_scored(learner, classroom, quiz):
    attempt = start(learner, factories.assignment(classroom, quiz, closes_at=LATER))
    for _ in range(2):
        with pytest.raises(services.LateError, match="too late"):
            respond(learner, attempt, now=LATER + services.GRACE)
    row = Response.objects.get()
    assert (row.late, row.is_current, row.fraction, row.mark) == (True, False, None, None)


def test_nobody_answers_for_another(outsider, learner, graded):
    attempt = start(learner, graded)
    with pytest.raises(AttemptSlot.DoesNotExist):
        respond(outsider, attempt)


def test_the_database_keeps_one_current_response_a_slot(learner, graded):
    response = respond(learner, start(learner, graded))
    response.pk, response.idempotency_key = None, "another"
    with pytest.raises(IntegrityError), transaction.atomic():
        response.save()


@pytest.mark.parametrize("items", [1, 3])
def test_storing_costs_the_same_for_any_number_of_slots(
    learner, classroom, instructor, items, django_assert_num_queries
):
    graded = factories.assignment(classroom, factories.quiz(instructor, items=items), mode=Assignment.Mode.GRADED)
    attempt = start(learner, graded)
    respond(learner, attempt, key="a", sequence=0)
    # the slot, its answers, and between the two ends of a savepoint one statement on PostgreSQL, three on SQLite
    with django_assert_num_queries(5 if connection.vendor == "postgresql" else 7):
        respond(learner, attempt, choice=2, key="b", sequence=1)


# marking and finishing


def test_a_mark_is_set_and_cleared(learner, graded):
    attempt = start(learner, graded)
    for marked in (True, True, False):
        services.mark_slot(learner, attempt=attempt, position=2, marked=marked, now=NOW)
        assert attempt.slots.get(position=2).marked is marked


def test_a_finished_attempt_takes_no_mark(learner, graded):
    attempt = services.hand_in(learner, attempt=start(learner, graded), now=NOW)
    with pytest.raises(services.AttemptError):
        services.mark_slot(learner, attempt=attempt, position=2, marked=True, now=NOW)


def test_handing_in_twice_keeps_the_first_time(learner, graded):
    attempt = start(learner, graded)
    services.hand_in(learner, attempt=attempt, now=NOW)
    assert services.hand_in(learner, attempt=attempt, now=LATER).finished_at == NOW


def test_nobody_hands_in_for_another(outsider, learner, graded):
    attempt = start(learner, graded)
    assert services.hand_in(outsider, attempt=attempt, now=NOW).state == Attempt.State.OPEN


def test_an_attempt_ends_when_its_quiz_closes_not_when_someone_looks(learner, classroom, quiz):
    assignment = factories.assignment(classroom, quiz, closes_at=LATER)
    attempt = start(learner, assignment)
    for now in (LATER + timedelta(days=1), LATER + timedelta(days=2)):
        services.end_if_over(attempt, now=now)
        assert (attempt.state, attempt.finished_at) == (Attempt.State.FINISHED, LATER)


def test_an_attempt_does_not_end_before_its_quiz_closes(learner, classroom, quiz):
    attempt = start(learner, factories.assignment(classroom, quiz, closes_at=LATER))
    assert services.end_if_over(attempt, now=LATER).state == Attempt.State.OPEN


def test_an_attempt_begins_on_the_quiz_as_it_is_now_not_as_a_page_had_read_it(learner, classroom, instructor):
    quiz = factories.quiz(instructor)
    factories.assignment(classroom, quiz, mode=Assignment.Mode.GRADED)
    read_before = Assignment.objects.select_related("quiz").get()
    newest = factories.revised(quiz.article_revision.article, "Another text.", *factories.TEXT)
    quiz.article_revision = newest
    quiz.save()
    Assignment.objects.update(time_limit=20)
    attempt = start(learner, read_before)
    assert (attempt.article_revision, attempt.settings["time_limit"]) == (newest, 20)
