"""Quizzes: made of approved items, opened by their owner, counted."""

import pytest
from django.urls import reverse

from quizzes.models import Item, Quiz
from tests import factories
from tests.views.pages import MOST_QUERIES, html_of, query_count, words_of

LISTING = reverse("quiz-list")
NOT_OWNERS = [("assistant_client", 403), ("learner_client", 403), ("outsider_client", 404), ("client", 302)]


@pytest.fixture
def quiz(instructor):
    return factories.quiz(instructor, items=3)


@pytest.fixture
def address(quiz):
    return reverse("quiz-show", args=[quiz.uuid])


# the list


def test_owner_sees_quizzes_with_what_they_hold(instructor_client, quiz, classroom, address):
    factories.assignment(classroom, quiz)
    response = instructor_client.get(LISTING)
    assert address in html_of(response)
    assert "3 questions" in words_of(response)
    assert "given to 1 classroom" in words_of(response)


def test_other_instructors_see_none_of_them(outsider_client, quiz):
    assert "There is no quiz yet" in words_of(outsider_client.get(LISTING))


@pytest.mark.parametrize("persona", ["assistant_client", "learner_client"])
def test_list_is_for_instructors(request, persona):
    assert request.getfixturevalue(persona).get(LISTING).status_code == 403


def test_stranger_is_asked_to_sign_in(client, db):
    assert client.get(LISTING).url == f"{reverse('sign-in')}?next={LISTING}"


# a new one


def test_new_quiz_holds_the_approved_questions(instructor_client, instructor):
    source = factories.article(instructor)
    approved = factories.item(source, state=Item.State.APPROVED)
    factories.item(source)
    response = instructor_client.post(reverse("quiz-create", args=[source.uuid]), follow=True)
    made = Quiz.objects.get()
    assert response.redirect_chain == [(reverse("quiz-show", args=[made.uuid]), 302)]
    assert "The quiz is made." in words_of(response)
    assert [slot.item for slot in made.slots.all()] == [approved]


def test_article_without_approved_questions_is_refused(instructor_client, instructor):
    source = factories.article(instructor)
    factories.item(source)
    response = instructor_client.post(reverse("quiz-create", args=[source.uuid]), follow=True)
    assert "No question of this article is approved yet" in words_of(response)
    assert not Quiz.objects.exists()


@pytest.mark.parametrize(("persona", "status"), NOT_OWNERS)
def test_others_make_no_quiz_of_an_article(request, persona, status, instructor, classroom):
    source = factories.article(instructor)
    factories.item(source, state=Item.State.APPROVED)
    client = request.getfixturevalue(persona)
    assert client.post(reverse("quiz-create", args=[source.uuid])).status_code == status
    assert not Quiz.objects.exists()


# one quiz


def test_owner_sees_questions_coverage_and_form(instructor_client, quiz, classroom, address):
    response = instructor_client.get(address)
    words = words_of(response)
    assert "The harbour of Vell" in words
    assert "3 questions" in words
    assert "answer: 1974" in words
    assert "Give the quiz" in words
    assert 'aria-label="Paragraph 1: 3 questions"' in html_of(response)
    assert 'aria-label="Paragraph 2: 0 questions"' in html_of(response)


def test_bank_offers_approved_questions_that_are_not_in_it(instructor_client, quiz, address):
    source = quiz.article_revision.article
    spare = factories.item(source, state=Item.State.APPROVED, stem="When did the storm come?")
    proposed = factories.item(source)
    response = instructor_client.get(address)
    assert "Add from the bank (1 approved)" in words_of(response)
    assert str(spare.uuid) in html_of(response)
    assert str(proposed.uuid) not in html_of(response)


def test_owner_without_a_classroom_is_told_to_make_one(outsider_client, outsider):
    own = factories.quiz(outsider)
    assert "You have no classroom yet." in words_of(outsider_client.get(reverse("quiz-show", args=[own.uuid])))


def test_started_quiz_says_that_it_stays(instructor_client, quiz, address, classroom, learner):
    factories.attempt(factories.assignment(classroom, quiz), learner)
    response = instructor_client.get(address)
    assert "Someone has started this quiz" in words_of(response)
    assert reverse("quiz-slots", args=[quiz.uuid]) not in html_of(response)
    assert "Assemble again" not in words_of(response)


@pytest.mark.parametrize(("persona", "status"), NOT_OWNERS)
def test_others_do_not_open_a_quiz(request, persona, status, address, classroom):
    assert request.getfixturevalue(persona).get(address).status_code == status


# a fresh choice, another title


def assemble(client, quiz, **sent):
    return client.post(reverse("quiz-assemble", args=[quiz.uuid]), sent, follow=True)


def test_assembling_again_takes_as_many_as_asked(instructor_client, quiz):
    response = assemble(instructor_client, quiz, count=1)
    assert response.status_code == 200
    assert [slot.position for slot in quiz.slots.all()] == [1]


@pytest.mark.parametrize("count", ["0", "101", "many", ""])
def test_impossible_number_of_questions_is_refused(instructor_client, quiz, count):
    assert "ask for 1 to 100 questions" in words_of(assemble(instructor_client, quiz, count=count))
    assert quiz.slots.count() == 3


def test_started_quiz_is_not_assembled_again(instructor_client, quiz, classroom, learner):
    factories.attempt(factories.assignment(classroom, quiz), learner)
    assert "so it stays as it is" in words_of(assemble(instructor_client, quiz, count=1))
    assert quiz.slots.count() == 3


def test_title_is_changed(instructor_client, quiz):
    assert "Harbour, week 2" in words_of(assemble(instructor_client, quiz, title=" Harbour, week 2 "))
    quiz.refresh_from_db()
    assert quiz.title == "Harbour, week 2"


@pytest.mark.parametrize("title", [" ", "a" * 201])
def test_title_of_no_length_or_too_much_is_refused(instructor_client, quiz, title):
    assert "The title was not changed" in words_of(assemble(instructor_client, quiz, title=title))
    quiz.refresh_from_db()
    assert quiz.title == "The harbour of Vell"


@pytest.mark.parametrize("sent", [{"count": "1"}, {"title": "Mine"}])
@pytest.mark.parametrize(("persona", "status"), NOT_OWNERS)
def test_others_neither_assemble_nor_rename(request, persona, status, quiz, sent, classroom):
    client = request.getfixturevalue(persona)
    assert client.post(reverse("quiz-assemble", args=[quiz.uuid]), sent).status_code == status
    quiz.refresh_from_db()
    assert (quiz.title, quiz.slots.count()) == ("The harbour of Vell", 3)


# what the pages cost


def test_list_costs_the_same_for_any_number_of_quizzes(instructor_client, instructor, quiz):
    one = query_count(instructor_client, LISTING)
    for _ in range(2):
        factories.quiz(instructor)
    assert query_count(instructor_client, LISTING) == one <= MOST_QUERIES


def test_page_costs_the_same_for_any_number_of_rows(instructor_client, instructor):
    costs = []
    for rows in (1, 3):
        made = factories.quiz(instructor, items=rows)
        for _ in range(rows):
            factories.item(made.article_revision.article, state=Item.State.APPROVED)
            factories.assignment(factories.classroom(instructor), made)
        costs.append(query_count(instructor_client, reverse("quiz-show", args=[made.uuid])))
    assert costs[0] == costs[1] <= MOST_QUERIES


# by blueprint


@pytest.fixture
def source(instructor):
    article = factories.article(instructor)
    factories.item(article, state=Item.State.APPROVED)
    return article


def test_the_form_says_what_is_approved(instructor_client, source):
    words = words_of(instructor_client.get(reverse("quiz-create", args=[source.uuid])))
    assert "One question is approved." in words
    assert "Multiple choice 1" in words
    assert "Approved: 0 easy, 1 medium, 0 hard." in words


def test_a_quiz_by_blueprint_says_what_is_missing(instructor_client, source):
    wishes = {"count": 4, "kinds": ["multiple_choice"], "hard": 2, "easy": ""}
    response = instructor_client.post(reverse("quiz-create", args=[source.uuid]), wishes, follow=True)
    assert "You asked for 4 questions; 1 could be chosen" in words_of(response)
    assert "You asked for 2 of difficulty “Hard”; 0 could be chosen." in words_of(response)
    assert Quiz.objects.get().slots.count() == 1


@pytest.mark.parametrize(
    ("wishes", "said"),
    [
        ({"count": 2, "easy": 2, "hard": 1}, "Easy, medium and hard are 3 together"),
        ({"count": 0}, "greater than or equal to 1"),
        ({"count": 2, "kinds": ["riddle"]}, "riddle"),
    ],
)
def test_an_impossible_blueprint_is_refused(instructor_client, source, wishes, said):
    response = instructor_client.post(reverse("quiz-create", args=[source.uuid]), wishes)
    assert response.status_code == 422
    assert said in words_of(response)
    assert not Quiz.objects.exists()


@pytest.mark.parametrize(("persona", "status"), NOT_OWNERS)
def test_others_see_no_blueprint(request, persona, status, source):
    assert request.getfixturevalue(persona).get(reverse("quiz-create", args=[source.uuid])).status_code == status


def test_more_approved_questions_cost_no_more_queries(instructor_client, source):
    address = reverse("quiz-create", args=[source.uuid])
    one = query_count(instructor_client, address)
    for _ in range(2):
        factories.item(source, state=Item.State.APPROVED)
    assert query_count(instructor_client, address) == one <= MOST_QUERIES
