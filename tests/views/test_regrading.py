"""The screen for grading again, the form for a mark, and what learners are told."""

from datetime import timedelta
from decimal import Decimal

import pytest
from django.urls import reverse

from quizzes.models import MarkChange, Response
from quizzes.services.regrading import mark_by_hand
from tests import factories
from tests.sittings import reworded, sit, typed_assignment
from tests.views.pages import MOST_QUERIES, query_count, words_of

LATER = factories.NOW + timedelta(days=1)


@pytest.fixture
def assignment(instructor, classroom):
    return typed_assignment(instructor, classroom, factories.article(instructor))


@pytest.fixture
def slot(assignment):
    return assignment.quiz.slots.get()


def page(assignment, query=""):
    return reverse("regrade-show", args=[assignment.uuid, 1]) + query


def post(client, assignment, wording, expected=None):
    html = client.get(page(assignment)).content.decode()
    digest = html.partition('name="expected" value="')[2].partition('"')[0] if expected is None else expected
    return client.post(page(assignment), {"revision": wording.number, "expected": digest}, follow=True)


def mark(client, attempt, **fields):
    return client.post(reverse("response-mark", args=[attempt.uuid, 1]), fields, follow=True)


def test_the_preview_says_who_gains_and_why(instructor_client, learner, assignment, slot):
    sit(learner, assignment, {"text": "the North Sea"})
    reworded(slot, keys=["Vell Sea", "North Sea"])
    words = words_of(instructor_client.get(page(assignment)))
    assert "1 learner gains because “the North Sea” is now accepted." in words
    assert f"{learner.username} mark 0 becomes 1" in words
    assert "Change one mark" in words


def test_the_rules_of_both_wordings_are_shown(instructor_client, learner, assignment, slot):
    sit(learner, assignment, {"text": "vell sea"})
    reworded(slot, grading={"case": False})
    words = words_of(instructor_client.get(page(assignment)))
    assert "Not forgiven: Capital letters." in words
    assert "1 learner loses because “vell sea” is no longer accepted." in words


def test_the_run_changes_the_marks_and_goes_back(instructor_client, learner, assignment, slot):
    sit(learner, assignment, {"text": "North Sea"})
    wording = reworded(slot, keys=["North Sea"])
    assert "One mark has changed." in words_of(post(instructor_client, assignment, wording))
    assert Response.objects.get(is_current=True).mark == 1
    assert "No mark has changed" in words_of(post(instructor_client, assignment, wording))


def test_a_stale_list_is_shown_anew(instructor_client, learner, assignment, slot):
    sit(learner, assignment, {"text": "North Sea"})
    response = post(instructor_client, assignment, reworded(slot, keys=["North Sea"]), expected="old")
    assert response.status_code == 409
    assert "The answers have changed since this list was made." in words_of(response)
    assert not MarkChange.objects.exists()


def test_a_refusal_says_what_to_do(instructor_client, learner, assignment, slot):
    sit(learner, assignment, {"text": "North Sea"})
    reworded(slot, prompts=[{"text": "1", "match": "a", "source": None}] * 2)
    words = words_of(instructor_client.get(page(assignment)))
    assert "another number of lines or gaps" in words
    assert "Change one mark" not in words


def test_an_earlier_wording_can_be_chosen(instructor_client, learner, assignment, slot):
    sit(learner, assignment, {"text": "Vell Sea"})
    reworded(slot, keys=["North Sea"])
    assert "loses" in words_of(instructor_client.get(page(assignment)))
    assert "Nobody's" in words_of(instructor_client.get(page(assignment, "?revision=1")))


@pytest.mark.parametrize("query", ["?revision=9", "?revision=x"])
def test_an_unknown_wording_is_not_found(instructor_client, assignment, query):
    assert instructor_client.get(page(assignment, query)).status_code == 404


def test_a_run_without_a_wording_is_not_found(instructor_client, assignment):
    assert instructor_client.post(page(assignment), {}).status_code == 404


def test_a_place_without_a_question_is_not_found(instructor_client, assignment):
    address = reverse("regrade-show", args=[assignment.uuid, 9])
    assert instructor_client.get(address).status_code == 404


@pytest.mark.parametrize(
    ("persona", "status"), [("assistant_client", 403), ("learner_client", 403), ("outsider_client", 404)]
)
def test_others_are_refused(request, persona, status, learner, assignment, slot):
    attempt = sit(learner, assignment, {"text": "North Sea"})
    client = request.getfixturevalue(persona)
    assert client.get(page(assignment)).status_code == status
    assert client.post(page(assignment), {"revision": 1}).status_code == status
    assert mark(client, attempt, mark="1").status_code == status
    assert not MarkChange.objects.exists()


def test_a_stranger_is_asked_to_sign_in(client, assignment):
    assert client.get(page(assignment)).status_code == 302


def test_the_learner_is_told(learner_client, instructor_client, learner, assignment, slot):
    attempt = sit(learner, assignment, {"text": "North Sea"})
    post(instructor_client, assignment, reworded(slot, keys=["North Sea"]))
    words = words_of(learner_client.get(reverse("attempt-result", args=[attempt.uuid])))
    assert "Graded again on" in words
    assert "“North Sea” is now accepted. Mark 0 became 1." in words
    assert "1 of 1 right" in words
    assert "Mark by hand" not in words


def test_the_report_links_to_it(instructor_client, assistant_client, learner, assignment, slot):
    sit(learner, assignment, {"text": "North Sea"})
    report = reverse("assignment-show", args=[assignment.uuid])
    assert page(assignment) in instructor_client.get(report).content.decode()
    assert page(assignment) not in assistant_client.get(report).content.decode()
    reworded(slot, keys=["North Sea"])
    assert "Reworded since: grade again" in words_of(instructor_client.get(report))


def test_a_mark_is_set_by_hand(instructor_client, learner_client, learner, assignment):
    attempt = sit(learner, assignment, {"text": "North Sea"})
    words = words_of(mark(instructor_client, attempt, mark="0.5", note="Half right."))
    assert "The mark of question 1 is set." in words
    told = words_of(learner_client.get(reverse("attempt-result", args=[attempt.uuid])))
    assert "Marked by hand on" in told
    assert "Half right.. Mark" not in told
    assert "Mark 0 became 0.5." in told


@pytest.mark.parametrize("value", ["", "x", "-1", "2", "1e9", "0.12345"])
def test_a_bad_mark_is_refused_in_one_sentence(instructor_client, learner, assignment, value):
    attempt = sit(learner, assignment, {"text": "North Sea"})
    assert "The mark must be a number between 0 and 1." in words_of(mark(instructor_client, attempt, mark=value))
    assert not MarkChange.objects.exists()


def test_a_mark_during_the_attempt_is_refused(instructor_client, learner, assignment):
    attempt = sit(learner, assignment, {"text": "North Sea"}, finish=False)
    assert "still under way" in words_of(mark(instructor_client, attempt, mark="1"))


def test_a_question_without_an_answer_has_no_mark(instructor_client, learner, assignment):
    attempt = factories.attempt(assignment, learner, state="finished", finished_at=factories.NOW)
    assert mark(instructor_client, attempt, mark="1").status_code == 404


def test_queries_do_not_grow(instructor, instructor_client, classroom, assignment, slot):
    reworded(slot, keys=["North Sea"])
    counts = set()
    for learners in (1, 2):
        for _more in range(learners):
            attempt = sit(factories.learner(classroom), assignment, {"text": "North Sea"})
            row = Response.objects.get(attempt_slot__attempt=attempt)
            mark_by_hand(instructor, response=row, mark=Decimal("0.1"), now=LATER)
            sit(factories.learner(classroom), assignment, {"text": "North Sea"})
        counts.add(query_count(instructor_client, page(assignment)))
    assert len(counts) == 1
    assert counts.pop() <= MOST_QUERIES
