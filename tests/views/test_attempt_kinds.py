"""Matching, ordering, locate and insertion in a sitting: forms, storing, feedback, result, report."""

import pytest
from django.urls import reverse

from quizzes.models import Assignment, Attempt, Response
from tests import factories
from tests.views.pages import MOST_QUERIES, html_of, query_count, words_of
from tests.views.test_attempts import address, send

MATCH, ORDER, LOCATE, INSERTION = 5, 6, 7, 8


@pytest.fixture
def practice(instructor, classroom, learner) -> Attempt:
    return factories.attempt(factories.assignment(classroom, factories.quiz_of_all_kinds(instructor)), learner)


@pytest.fixture
def graded(instructor, classroom, learner) -> Attempt:
    quiz = factories.quiz_of_all_kinds(instructor)
    return factories.attempt(factories.assignment(classroom, quiz, mode=Assignment.Mode.GRADED), learner)


def given() -> dict:
    return Response.objects.get(is_current=True).given


def test_a_match_is_stored_by_prompt_and_shown_again(learner_client, graded):
    send(learner_client, graded, MATCH, match_0="1", match_1="2")
    assert given() == {"match": [1, 2, None]}
    html = html_of(learner_client.get(address("show", graded, MATCH)))
    assert html.count(" selected>") == 2
    assert '<option value="2" selected>C. pilot</option>' in html


def test_pairs_earn_their_share(learner_client, graded):
    send(learner_client, graded, MATCH, match_0="1", match_1="2", match_2="0")
    assert Response.objects.get().fraction == pytest.approx(1 / 3)
    assert float(Response.objects.get().mark) == pytest.approx(0.333)


def test_an_order_is_stored_by_place(learner_client, graded):
    send(learner_client, graded, ORDER, place_0="2", place_1="3", place_2="1")
    assert given() == {"match": [2, 0, 1]}
    assert Response.objects.get().fraction == 1


def test_nothing_chosen_stores_nothing(learner_client, graded):
    send(learner_client, graded, ORDER, place_0="", place_1="", place_2="")
    assert not Response.objects.exists()


@pytest.mark.parametrize(
    ("position", "answer", "said"),
    [
        (MATCH, {"match_0": "1", "match_1": "1"}, "“mayor” is chosen more than once."),
        (MATCH, {"match_0": "9"}, "This option does not exist."),
        (ORDER, {"place_0": "2", "place_1": "2"}, "Place 2 is taken more than once."),
        (ORDER, {"place_0": "4"}, "This option does not exist."),
    ],
)
def test_what_cannot_be_is_refused_in_one_sentence(learner_client, graded, position, answer, said):
    reply = send(learner_client, graded, position, **answer)
    assert reply.status_code == 422
    assert said in html_of(reply)
    assert not Response.objects.exists()


def test_doubled_places_stay_in_the_form(learner_client, graded):
    html = html_of(send(learner_client, graded, ORDER, place_0="2", place_1="2"))
    assert html.count('<option value="2" selected>') == 2


def test_a_broken_order_is_not_checked_in_practice(learner_client, practice):
    reply = send(learner_client, practice, ORDER, place_0="2")
    assert reply.status_code == 422
    assert "An order is checked as a whole." in html_of(reply)


def test_the_hand_in_page_names_what_is_partly_answered(learner_client, graded):
    send(learner_client, graded, MATCH, match_0="1")
    words = words_of(learner_client.get(address("hand-in", graded)))
    assert "7 questions have no answer. One is only partly answered." in words
    assert "Which post did each of these people have? partly answered" in words


def test_sentences_of_locate_are_labels_of_their_radios(learner_client, graded):
    words = words_of(learner_client.get(address("show", graded, LOCATE)))
    assert "Sentence 2 Bo Ek was the harbour master for nine years." in words


def test_the_text_does_not_show_the_paragraph_of_an_open_insertion(learner_client, graded):
    for position in (1, INSERTION):
        page = learner_client.get(address("show", graded, position))
        assert "This paragraph is shown in question 8 until that question is closed." in words_of(page)
        assert "outer rock. It was lit" not in words_of(page)
    send(learner_client, graded, INSERTION, choice="1")
    assert "shown in question 8" in words_of(learner_client.get(address("show", graded, 1)))


def test_an_insertion_that_practice_has_settled_gives_its_paragraph_back(learner_client, practice):
    send(learner_client, practice, INSERTION, choice="1")
    assert "shown in question 8" not in words_of(learner_client.get(address("show", practice, 1)))


def missing(instructor, classroom, learner, **fields) -> Attempt:
    source = factories.long_article(instructor)
    quiz = factories.quiz_of(instructor, factories.item(source), factories.missing_item(source))
    return factories.attempt(factories.assignment(classroom, quiz, **fields), learner)


def test_a_missing_sentence_is_asked_for_below_its_paragraph(instructor, classroom, learner, learner_client):
    attempt = missing(instructor, classroom, learner)
    words = words_of(learner_client.get(address("show", attempt, 2)))
    assert "A lighthouse stood on the outer rock. blank The cable broke in the same storm." in words
    assert "stood on the outer rock. Sentence of question 2 The cable broke" in words
    assert words.count("It was lit with oil until the cable came.") == 1  # among the options, not in the text beside
    assert words.count("The town sold its boats.") == 1  # who found it in the text could leave it out


def test_feedback_on_a_missing_sentence_leads_to_where_the_chosen_one_stands(
    instructor, classroom, learner, learner_client
):
    attempt = missing(instructor, classroom, learner)
    send(learner_client, attempt, 2, choice="1")
    page = learner_client.get(address("show", attempt, 2))
    assert "It was lit with oil until the cable came. Right answer" in words_of(page)
    assert "It stands in paragraph 5." in words_of(page)
    assert 'href="#e-chosen"' in html_of(page)
    assert "Sentence of question 2" not in words_of(page)


def test_a_sentence_that_an_open_question_offers_is_shown_in_no_other_one(
    instructor, classroom, learner, learner_client
):
    attempt = missing(instructor, classroom, learner, mode=Assignment.Mode.GRADED)
    assert "Sentence of question 2" in words_of(learner_client.get(address("show", attempt, 1)))
    send(learner_client, attempt, 2, choice="2")
    assert "It was lit with oil" not in words_of(learner_client.get(address("show", attempt, 1)))


def test_feedback_on_pairs_shows_each_with_its_paragraph(learner_client, practice):
    send(learner_client, practice, MATCH, match_0="1", match_1="2")
    page = learner_client.get(address("show", practice, MATCH))
    words = words_of(page)
    assert "Partly right: 1 of 3" in words
    assert "Ada Lind – mayor Right" in words
    assert "Bo Ek – harbour master Not right Your answer: pilot Paragraph 4 calls Bo Ek the harbour master." in words
    assert "Cy Dahl – pilot No answer" in words
    assert html_of(page).count('href="#e-key"') == 3


def test_feedback_on_an_order_names_the_place_that_was_given(learner_client, practice):
    send(learner_client, practice, ORDER, place_0="1", place_1="3", place_2="2")
    words = words_of(learner_client.get(address("show", practice, ORDER)))
    assert "1. The harbour was closed. Not right Your answer: place 2" in words
    assert "3. The new pier was opened. Right" in words


@pytest.mark.parametrize(("position", "label"), [(LOCATE, "Cy Dahl was its last pilot."), (INSERTION, "Between")])
def test_feedback_on_a_numbered_paragraph_marks_both_places(learner_client, practice, position, label):
    send(learner_client, practice, position, choice="2")
    words = words_of(learner_client.get(address("show", practice, position)))
    assert f"{label}" in words
    assert words.index("Right answer") < words.index("Your answer")


def test_a_newer_answer_is_shown_in_words_and_can_be_sent_again(learner_client, graded):
    old = learner_client.get(address("show", graded, ORDER))
    send(learner_client, graded, ORDER, place_0="2", place_1="3", place_2="1")
    reply = send(learner_client, graded, ORDER, page=old, place_0="1", place_1="2", place_2="3")
    assert reply.status_code == 409
    assert "The harbour was closed. → The town sold its boats." in html_of(reply)
    assert '<input type="hidden" name="place_2" value="3">' in html_of(reply)


def test_the_result_explains_every_kind(learner_client, graded):
    send(learner_client, graded, MATCH, match_0="1", match_1="2")
    send(learner_client, graded, LOCATE, choice="0")
    learner_client.post(address("hand-in", graded))
    page = learner_client.get(reverse("attempt-result", args=[graded.uuid]))
    assert "Bo Ek – harbour master Not right Your answer: pilot" in words_of(page)
    assert f"{reverse('attempt-text', args=[graded.uuid])}?item=5#p4" in html_of(page)


def test_the_report_counts_pairs(learner_client, instructor_client, graded):
    send(learner_client, graded, MATCH, match_0="1", match_1="2")
    learner_client.post(address("hand-in", graded))
    words = words_of(instructor_client.get(reverse("assignment-show", args=[graded.assignment.uuid])))
    assert "Bo Ek – harbour master 0 of 1 pilot (1)" in words
    assert "33 %" in words


@pytest.mark.parametrize("position", [MATCH, ORDER, LOCATE, INSERTION])
def test_a_page_of_any_kind_costs_the_same(learner_client, graded, position):
    shows_paragraph = position in (LOCATE, INSERTION)  # which is read then
    assert (
        query_count(learner_client, address("show", graded, position))
        == query_count(learner_client, address("show", graded, 1)) + shows_paragraph
    )
    assert query_count(learner_client, address("show", graded, position)) <= MOST_QUERIES
