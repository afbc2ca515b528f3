"""Marking the sentence that proves an answer."""

from datetime import timedelta

import pytest

from quizzes.models import Assignment, Attempt, Item, Proof
from quizzes.services.attempts import GRACE, AttemptError, hand_in, store_response
from quizzes.services.proofs import ProofError, mark_proof
from tests import factories

NOW = factories.NOW


@pytest.fixture
def attempt(learner, instructor, classroom):
    given = factories.assignment(classroom, factories.quiz(instructor), mode=Assignment.Mode.GRADED)
    return factories.attempt(given, learner)


def mark(user, attempt, at=(1, 0), key="k", position=1, now=NOW):
    return mark_proof(user, attempt=attempt, position=position, at=at, idempotency_key=key, now=now)


def test_the_sentence_with_the_evidence_is_found(learner, attempt):
    evidence = attempt.slots.get(position=1).item_revision.evidence.get()
    proof = mark(learner, attempt, (evidence.paragraph.number, evidence.start))
    assert proof.fraction == 1
    assert proof.start <= evidence.start < evidence.end <= proof.end


def test_another_sentence_is_not(learner, attempt):
    assert mark(learner, attempt, (3, 0)).fraction == 0


def test_marks_stay_as_they_are(learner, attempt):
    mark(learner, attempt)
    attempt.refresh_from_db()
    assert attempt.sequence == 0
    assert not attempt.slots.filter(responses__isnull=False).exists()


def test_the_same_key_is_the_same_row(learner, attempt):
    assert mark(learner, attempt) == mark(learner, attempt, (3, 0))
    assert Proof.objects.count() == 1


def test_another_choice_is_added(learner, attempt):
    mark(learner, attempt)
    mark(learner, attempt, (3, 0), key="k2")
    assert Proof.objects.count() == 2


def test_a_finished_attempt_takes_none(learner, attempt):
    hand_in(learner, attempt=attempt, now=NOW)
    with pytest.raises(AttemptError, match="over"):
        mark(learner, attempt)
    assert not Proof.objects.exists()


def test_after_the_deadline_none_is_kept(learner, attempt):
    due = NOW + timedelta(minutes=10)
    Assignment.objects.filter(pk=attempt.assignment_id).update(closes_at=due)
    Attempt.objects.filter(pk=attempt.pk).update(due_at=due)
    attempt = Attempt.objects.select_related("assignment").get(pk=attempt.pk)
    with pytest.raises(AttemptError, match="over"):
        mark(learner, attempt, now=due + GRACE + timedelta(seconds=1))
    assert not Proof.objects.exists()


def test_practice_takes_none_once_the_evidence_is_shown(learner, instructor, classroom):
    given = factories.assignment(classroom, factories.quiz(instructor), mode=Assignment.Mode.PRACTICE)
    attempt = factories.attempt(given, learner)
    store_response(learner, attempt=attempt, position=1, given={"choice": 0}, idempotency_key="a", sequence=0, now=NOW)
    with pytest.raises(AttemptError, match="has been shown"):
        mark(learner, attempt)


@pytest.mark.parametrize("kind", [Item.Kind.MATCHING, Item.Kind.ORDERING, Item.Kind.LOCATE, Item.Kind.INSERTION])
def test_kinds_that_no_single_sentence_proves_take_none(learner, instructor, classroom, kind):
    quiz = factories.quiz_of_all_kinds(instructor)
    attempt = factories.attempt(factories.assignment(classroom, quiz, mode=Assignment.Mode.GRADED), learner)
    position = attempt.slots.get(item_revision__item__kind=kind).position
    with pytest.raises(AttemptError, match="No single sentence"):
        mark(learner, attempt, position=position)


def test_a_withheld_paragraph_is_refused(learner, instructor, classroom):
    quiz = factories.quiz_of_all_kinds(instructor)
    attempt = factories.attempt(factories.assignment(classroom, quiz, mode=Assignment.Mode.GRADED), learner)
    wording = attempt.slots.get(item_revision__item__kind=Item.Kind.INSERTION).item_revision
    withheld = wording.evidence.first().paragraph.number
    with pytest.raises(ProofError, match="cannot be chosen"):
        mark(learner, attempt, (withheld, 0))


@pytest.mark.parametrize("at", [(99, 0), (1, 99_999)])
def test_a_place_that_is_not_there_is_refused(learner, attempt, at):
    with pytest.raises(ProofError):
        mark(learner, attempt, at)


def test_a_paragraph_with_a_sentence_that_another_question_offers_is_refused(learner, instructor, classroom):
    source = factories.long_article(instructor)
    quiz = factories.quiz_of(instructor, factories.item(source), factories.missing_item(source))
    attempt = factories.attempt(factories.assignment(classroom, quiz, mode=Assignment.Mode.GRADED), learner)
    with pytest.raises(ProofError, match="cannot be chosen"):
        mark(learner, attempt, (5, 0))
