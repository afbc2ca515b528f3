"""Clicks that arrive together: one attempt, one row. SQLite runs writers one by one, so this needs PostgreSQL."""

from concurrent.futures import ThreadPoolExecutor
from datetime import timedelta

import pytest
from django.db import connection, connections

from quizzes.models import Assignment, Attempt, Response
from quizzes.queries.impact import HOLDING
from quizzes.services import attempts as services
from quizzes.services.carrying import carry_over
from quizzes.services.quizzes import move_quizzes
from tests import factories

pytestmark = [
    pytest.mark.django_db(transaction=True),
    pytest.mark.skipif(connection.vendor == "sqlite", reason="SQLite in memory is not shared between threads"),
]


def together(action, times=4):
    def run(_):
        try:
            return action()
        finally:
            connections.close_all()

    with ThreadPoolExecutor(times) as pool:
        return list(pool.map(run, range(times)))


@pytest.fixture
def assignment(classroom, instructor):
    return factories.assignment(classroom, factories.quiz(instructor), mode=Assignment.Mode.GRADED)


def test_starting_together_makes_one_attempt(learner, assignment):
    attempts = together(lambda: services.start_attempt(learner, assignment=assignment, now=factories.NOW).pk)
    assert len(set(attempts)) == 1
    assert Attempt.objects.count() == 1


def test_the_same_form_sent_together_is_stored_once(learner, assignment):
    attempt = services.start_attempt(learner, assignment=assignment, now=factories.NOW)
    rows = together(
        lambda: (
            services.store_response(
                learner,
                attempt=attempt,
                position=1,
                given={"choice": 1},
                idempotency_key="once",
                sequence=0,
                now=factories.NOW,
            ).pk
        )
    )
    assert len(set(rows)) == 1
    assert Response.objects.count() == 1


def save(learner, attempt, number, choice):
    services.autosave(
        learner,
        attempt=attempt,
        position=1,
        given={"choice": choice},
        idempotency_key=f"form.{number}",
        sequence=0,
        now=factories.NOW,
    )


def test_saves_of_one_page_that_overtake_each_other_leave_the_last(learner, assignment):
    attempt = services.start_attempt(learner, assignment=assignment, now=factories.NOW)
    numbers = iter(range(1, 9))
    together(lambda: save(learner, attempt, number := next(numbers), number % 3), times=8)
    last = max(Response.objects.all(), key=lambda row: int(row.idempotency_key.partition(".")[2]))
    assert Response.objects.get(is_current=True) == last
    rows = Response.objects.order_by("sequence")
    assert [row.sequence for row in rows] == list(range(1, len(rows) + 1))


def test_handing_in_while_a_page_saves_leaves_nothing_unscored(learner, assignment):
    for _ in range(5):
        attempt = services.start_attempt(learner, assignment=assignment, now=factories.NOW)
        numbers = iter(range(1, 9))

        def act(attempt=attempt, numbers=numbers):
            number = next(numbers)
            try:
                save(learner, attempt, number, number % 3)
                if number % 4 == 0:
                    services.hand_in(learner, attempt=Attempt.objects.get(pk=attempt.pk), now=factories.NOW)
            except services.AttemptError:
                return

        together(act, times=8)
        services.hand_in(learner, attempt=attempt, now=factories.NOW)
        assert not Response.objects.filter(attempt_slot__attempt=attempt, is_current=True, fraction=None).exists()


def test_saves_and_submits_of_one_slot_are_decided_and_never_a_fault(learner, assignment):
    attempt = services.start_attempt(learner, assignment=assignment, now=factories.NOW)
    numbers = iter(range(1, 17))

    def act():
        number = next(numbers)
        sent = {"given": {"choice": number % 3}, "idempotency_key": f"tab{number % 2}.{number}", "sequence": 0}
        store = services.autosave if number % 4 else services.store_response
        try:
            store(learner, attempt=attempt, position=1, now=factories.NOW, **sent)
        except services.NewerAnswerError:
            return

    together(act, times=16)
    assert Response.objects.filter(is_current=True).count() == 1
    assert Attempt.objects.get().sequence == Response.objects.count()


def test_a_quiz_that_moves_while_learners_start_gives_them_one_text_and_its_questions(learner, instructor, assignment):
    article = assignment.quiz.article_revision.article
    factories.revised(article, "This is how a harbour died.", *factories.TEXT)
    carry_over(instructor, article=article, revision=2, standings=HOLDING)
    stale = Assignment.objects.select_related("quiz").get()  # as a view has read it before
    turns = iter(range(4))

    def act():
        if next(turns) == 1:
            move_quizzes(instructor, article=article)
        else:
            services.start_attempt(learner, assignment=stale, now=factories.NOW)

    together(act)
    attempt = Attempt.objects.get()
    texts = attempt.slots.values_list("item_revision__article_revision", flat=True)
    assert set(texts) == {attempt.article_revision_id}
    assert attempt.article_revision_id == Assignment.objects.get().quiz.article_revision_id


def test_ending_and_sweeping_together_ends_once(learner, assignment):
    due = factories.NOW + timedelta(minutes=1)
    attempt = services.start_attempt(learner, assignment=assignment, now=factories.NOW)
    Attempt.objects.update(due_at=due, settings=attempt.settings | {"closes_at": due.isoformat()})
    later = due + timedelta(hours=1)
    together(lambda: services.end_all_over(Attempt.objects.all(), now=later), times=6)
    row = Attempt.objects.get()
    assert (row.state, row.ended_by, row.finished_at) == ("finished", "deadline", due)
