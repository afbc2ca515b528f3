"""Where did I read that?"""

import re

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext
from django.urls import reverse

from quizzes.models import Assignment, Item, Proof
from quizzes.services.attempts import hand_in
from quizzes.services.proofs import mark_proof
from tests import factories
from tests.views.pages import words_of

NOW = factories.NOW


@pytest.fixture
def attempt(learner, instructor, classroom):
    given = factories.assignment(classroom, factories.quiz(instructor, items=3), mode=Assignment.Mode.GRADED)
    return factories.attempt(given, learner)


@pytest.fixture
def practice(learner, instructor, classroom):
    return factories.attempt(factories.assignment(classroom, factories.quiz(instructor)), learner)


def address(attempt, position=1):
    return reverse("attempt-proof", args=[attempt.uuid, position])


def send(client, attempt, sentence="1:0", key="k", **fields):
    return client.post(address(attempt), {"idempotency_key": key, "sentence": sentence, **fields})


def test_the_page_offers_every_sentence_by_paragraph(learner_client, attempt):
    html = learner_client.get(address(attempt)).content.decode()
    assert html.count("<details") >= 3
    assert 'type="radio" name="sentence" value="1:0"' in html


def test_a_marked_sentence_is_stored_and_leads_back(learner_client, attempt):
    reply = send(learner_client, attempt)
    assert reply.status_code == 302
    assert reply.url == reverse("attempt-show", args=[attempt.uuid, 1]) + "?focus=proof"
    assert Proof.objects.get().attempt_slot.position == 1
    assert "Sentence marked in paragraph 1: change it" in words_of(learner_client.get(reply.url))


def test_the_same_form_twice_is_one_row(learner_client, attempt):
    send(learner_client, attempt)
    send(learner_client, attempt)
    assert Proof.objects.count() == 1


def test_the_marked_sentence_is_chosen_and_unfolded(learner_client, attempt):
    send(learner_client, attempt, "2:0")
    html = learner_client.get(address(attempt)).content.decode()
    assert re.search(r'value="2:0" checked', html)
    assert len(re.findall(r'<details class="fold gap-top" name="paragraphs" open>', html)) == 1


@pytest.mark.parametrize("sentence", ["", "x", "99:0", "1:99999"])
def test_what_is_no_sentence_is_refused_with_the_page(learner_client, attempt, sentence):
    reply = send(learner_client, attempt, sentence)
    assert reply.status_code == 422
    assert 'role="alert"' in reply.content.decode()
    assert not Proof.objects.exists()


def test_a_finished_attempt_refuses(learner_client, learner, attempt):
    hand_in(learner, attempt=attempt, now=NOW)
    assert send(learner_client, attempt).status_code == 403
    assert not Proof.objects.exists()


def test_a_question_that_is_not_there_is_not_found(learner_client, attempt):
    assert learner_client.get(address(attempt, 9)).status_code == 404


def test_a_withheld_paragraph_is_not_offered(learner_client, learner, instructor, classroom):
    quiz = factories.quiz_of_all_kinds(instructor)
    attempt = factories.attempt(factories.assignment(classroom, quiz, mode=Assignment.Mode.GRADED), learner)
    wording = attempt.slots.get(item_revision__item__kind=Item.Kind.INSERTION).item_revision
    withheld = wording.evidence.first().paragraph.number
    assert f'value="{withheld}:' not in learner_client.get(address(attempt)).content.decode()


def test_locating_a_sentence_does_not_ask_for_it_twice(learner_client, learner, instructor, classroom):
    quiz = factories.quiz_of_all_kinds(instructor)
    attempt = factories.attempt(factories.assignment(classroom, quiz, mode=Assignment.Mode.GRADED), learner)
    position = attempt.slots.get(item_revision__item__kind=Item.Kind.LOCATE).position
    page = learner_client.get(reverse("attempt-show", args=[attempt.uuid, position]))
    assert "Where did I read that?" not in words_of(page)
    assert learner_client.get(address(attempt, position)).status_code == 403


def test_graded_work_saves_the_answer_on_the_way(learner_client, attempt):
    fields = {"idempotency_key": "a", "sequence": 0, "choice": 1, "proof": "1"}
    reply = learner_client.post(reverse("attempt-answer", args=[attempt.uuid, 1]), fields)
    assert reply.url == address(attempt)
    assert attempt.slots.get(position=1).responses.get().given == {"choice": 1}


def test_practice_carries_the_choice_there_and_back(learner_client, practice):
    fields = {"idempotency_key": "a", "sequence": 0, "choice": 1, "proof": "1"}
    reply = learner_client.post(reverse("attempt-answer", args=[practice.uuid, 1]), fields)
    assert reply.url == address(practice) + "?choice=1"
    back = learner_client.post(reply.url, {"idempotency_key": "k", "sentence": "1:0"}).url
    assert 'value="1" id="choice-2" data-key="2" checked' in learner_client.get(back).content.decode()
    assert not practice.slots.filter(responses__isnull=False).exists()


def test_feedback_shows_the_evidence_score_beside_the_verdict(learner_client, learner, practice):
    mark_proof(learner, attempt=practice, position=1, at=(3, 0), idempotency_key="k", now=NOW)
    fields = {"idempotency_key": "a", "sequence": 0, "choice": 0}
    page = learner_client.post(reverse("attempt-answer", args=[practice.uuid, 1]), fields, follow=True)
    assert "Evidence not found." in words_of(page)


def test_the_result_counts_what_was_found(learner_client, learner, attempt):
    mark_proof(learner, attempt=attempt, position=1, at=(1, 0), idempotency_key="k", now=NOW)
    mark_proof(learner, attempt=attempt, position=2, at=(3, 0), idempotency_key="k", now=NOW)
    hand_in(learner, attempt=attempt, now=NOW)
    words = words_of(learner_client.get(reverse("attempt-result", args=[attempt.uuid])))
    assert "Found the evidence: 1 of 2" in words


def test_the_report_counts_what_was_found(instructor_client, learner, attempt):
    mark_proof(learner, attempt=attempt, position=1, at=(1, 0), idempotency_key="k", now=NOW)
    hand_in(learner, attempt=attempt, now=NOW)
    words = words_of(instructor_client.get(reverse("assignment-show", args=[attempt.assignment.uuid])))
    assert "found the evidence, of one sentence marked" in words


def test_another_learner_finds_nothing(client, classroom, attempt):
    client.force_login(factories.learner(classroom))
    assert client.get(address(attempt)).status_code == 404


def test_an_assistant_finds_nothing(assistant_client, attempt):
    assert send(assistant_client, attempt).status_code == 404


def test_an_instructor_finds_nothing(instructor_client, attempt):
    assert send(instructor_client, attempt).status_code == 404


def test_an_outsider_finds_nothing(outsider_client, attempt):
    assert send(outsider_client, attempt).status_code == 404


def test_a_visitor_is_asked_to_sign_in(client, attempt):
    assert client.get(address(attempt)).status_code == 302


def test_the_page_reads_as_much_with_three_marks_as_with_one(learner_client, learner, attempt):
    counts = []
    for number in range(1, 4):
        mark_proof(learner, attempt=attempt, position=1, at=(number, 0), idempotency_key=f"k{number}", now=NOW)
        with CaptureQueriesContext(
            connection,
        ) as queries:
            learner_client.get(address(attempt))
        counts.append(len(queries))
    assert counts[0] == counts[2] <= 12


def test_the_result_reads_as_much_with_three_marks_as_with_one(learner_client, learner, attempt):
    for position in (1, 2, 3):
        mark_proof(learner, attempt=attempt, position=position, at=(1, 0), idempotency_key="k", now=NOW)
    hand_in(learner, attempt=attempt, now=NOW)
    counts = []
    for kept in (3, 1):
        Proof.objects.filter(attempt_slot__position__gt=kept).delete()
        with CaptureQueriesContext(connection) as queries:
            learner_client.get(reverse("attempt-result", args=[attempt.uuid]))
        counts.append(len(queries))
    assert counts[0] == counts[1] <= 12
