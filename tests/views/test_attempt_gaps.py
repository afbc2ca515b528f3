"""Several gaps in a sitting: the inputs, what is stored, feedback, result and report."""

import pytest
from django.urls import reverse

from quizzes.models import Assignment, Attempt, ItemRevision, MarkChange, Response
from quizzes.queries.regrading import preview_of
from quizzes.services import attempts as services
from quizzes.services.regrading import regrade
from tests import factories
from tests.views.pages import MOST_QUERIES, html_of, query_count, words_of
from tests.views.test_attempts import address, send

GAPS = [
    {"text": "1", "match": "Vell|Port Vell", "source": None},
    {"text": "2", "match": "1974", "source": None},
]


@pytest.fixture
def quiz(instructor):
    one = factories.item(
        factories.article(instructor),
        kind="cloze",
        interaction="text_entry",
        options=None,
        state="approved",
        stem="The harbour at _____ was closed in _____.",
        keys=["Vell; 1974"],
        prompts=GAPS,
    )
    return factories.quiz_of(instructor, one)


@pytest.fixture
def practice(classroom, learner, quiz) -> Attempt:
    return factories.attempt(factories.assignment(classroom, quiz), learner)


@pytest.fixture
def graded(classroom, learner, quiz) -> Attempt:
    return factories.attempt(factories.assignment(classroom, quiz, mode=Assignment.Mode.GRADED), learner)


def test_each_gap_has_an_input_with_its_number(learner_client, graded):
    html = html_of(learner_client.get(address("show", graded, 1)))
    assert 'name="gap_0"' in html
    assert 'name="gap_1"' in html
    assert "Gap 2 of 2" in html
    assert 'name="text"' not in html


def test_gaps_are_stored_in_their_order_and_shown_again(learner_client, graded):
    send(learner_client, graded, 1, gap_0="Vell", gap_1="1947")
    response = Response.objects.get()
    assert response.given == {"gaps": ["Vell", "1947"]}
    assert response.fraction == 0.5
    assert 'value="1947"' in html_of(learner_client.get(address("show", graded, 1)))


def test_empty_gaps_store_nothing(learner_client, graded):
    send(learner_client, graded, 1, gap_0="", gap_1="  ")
    assert not Response.objects.exists()


def test_an_overlong_gap_is_refused_and_kept(learner_client, graded):
    response = send(learner_client, graded, 1, gap_0="x" * 501, gap_1="1974")
    assert response.status_code == 422
    assert "Write at most 500." in words_of(response)
    assert 'value="1974"' in html_of(response)


def test_what_accepted_the_gaps_is_stored(learner_client, graded):
    send(learner_client, graded, 1, gap_0="port vell", gap_1="1974")
    assert Response.objects.get().accepted_by == ["case", "aliases"]


def test_practice_shows_every_gap_and_its_letters(learner_client, practice):
    send(learner_client, practice, 1, gap_0="Vell", gap_1="1975")
    html = html_of(learner_client.get(address("show", practice, 1)))
    assert "Partly right: 1 of 2" in html
    assert "<del>5</del><ins>4</ins>" in html
    assert "You wrote “1975”; the text has “1974”." in html


def test_a_gap_left_open_is_named_before_handing_in(learner_client, graded):
    send(learner_client, graded, 1, gap_0="Vell", gap_1="")
    words = words_of(learner_client.get(reverse("attempt-hand-in", args=[graded.uuid])))
    assert "0 answered" not in words
    assert "The harbour at … was closed in …." in words


def test_the_result_and_the_report_count_each_gap(instructor_client, learner_client, learner, graded):
    send(learner_client, graded, 1, gap_0="Vell", gap_1="1975")
    services.hand_in(learner, attempt=graded, now=factories.NOW)
    result = words_of(learner_client.get(reverse("attempt-result", args=[graded.uuid])))
    assert "Gap 2: 1975 Not right Right answer: 1974" in result
    report = words_of(instructor_client.get(reverse("assignment-show", args=[graded.assignment.uuid])))
    assert "Gap 1 – Vell 1 of 1" in report
    assert "Gap 2 – 1974 0 of 1 1975 (1)" in report


def test_pages_stay_cheap(learner_client, graded):
    assert query_count(learner_client, address("show", graded, 1)) <= MOST_QUERIES


def test_a_result_shows_what_a_regrade_accepted(instructor, learner_client, learner, graded):
    send(learner_client, graded, 1, gap_0="Vell", gap_1="1975")
    services.hand_in(learner, attempt=graded, now=factories.NOW)
    slot = graded.slots.get().slot
    old = slot.item_revision
    new = ItemRevision.objects.get(pk=old.pk)
    new.pk, new.number = None, old.number + 1
    new.prompts = [GAPS[0], {**GAPS[1], "match": "1974|1975"}]
    new.save(force_insert=True)
    seen = words_of(learner_client.get(address("result", graded)))
    assert "Gap 2: 1975 Not right Right answer: 1974" in seen
    shown = preview_of(graded.assignment, slot, new)
    regrade(instructor, assignment=graded.assignment, slot=slot, wording=new, expected=shown.digest, now=factories.NOW)
    assert MarkChange.objects.get().wording == new
    seen = words_of(learner_client.get(address("result", graded)))
    assert "Gap 2: 1975 Right" in seen
    assert "Not right" not in seen.partition("All questions")[2].partition("At a glance")[0]
