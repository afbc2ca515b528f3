"""Taking a quiz without a script, with htmx, in two tabs and after signing out."""

import re
from datetime import timedelta

import pytest
from django.db import connection
from django.test import Client
from django.test.utils import CaptureQueriesContext
from django.urls import reverse
from django.utils import timezone

from quizzes.models import Assignment, Attempt, Response
from quizzes.queries.times import times_for
from tests import factories

HTMX = {"HX-Request": "true"}


@pytest.fixture
def quiz(instructor):
    return factories.quiz(instructor, items=3)


@pytest.fixture
def practice(classroom, quiz):
    return factories.assignment(classroom, quiz)


@pytest.fixture
def graded(classroom, quiz):
    return factories.assignment(classroom, quiz, mode=Assignment.Mode.GRADED)


def address(name, attempt, *more):
    return reverse(f"attempt-{name}", args=[attempt.uuid, *more])


def hidden(page):
    """The key and sequence that the shown form carries."""
    html = page.content.decode()
    return {name: re.search(rf'name="{name}" value="([^"]*)"', html)[1] for name in ("idempotency_key", "sequence")}


def send(client, attempt, position, *, page=None, headers=None, **answer):
    page = page or client.get(address("show", attempt, position))
    return client.post(address("answer", attempt, position), hidden(page) | answer, headers=headers)


# starting


def test_the_first_page_says_what_comes_and_starts_nothing(learner_client, practice):
    page = learner_client.get(reverse("attempt-start", args=[practice.uuid]))
    assert "3 questions on the text" in page.content.decode()
    assert not Attempt.objects.exists()


def test_start_goes_to_the_first_question(learner_client, practice):
    reply = learner_client.post(reverse("attempt-start", args=[practice.uuid]))
    assert reply.status_code == 302
    assert reply.url == address("show", Attempt.objects.get(), 1)


def test_going_on_opens_the_first_question_without_an_answer(learner_client, learner, graded):
    attempt = factories.attempt(graded, learner)
    send(learner_client, attempt, 1, choice=0)
    reply = learner_client.post(reverse("attempt-start", args=[graded.uuid]))
    assert reply.url == address("show", attempt, 2)


def test_a_closed_quiz_says_so_and_refuses(learner_client, classroom, quiz):
    closed = factories.assignment(classroom, quiz, closes_at=factories.NOW + timedelta(minutes=1))
    closed.closes_at = timezone.now() - timedelta(minutes=1)
    closed.opens_at = closed.closes_at - timedelta(days=1)
    closed.save()
    url = reverse("attempt-start", args=[closed.uuid])
    assert "This quiz closed on" in learner_client.get(url).content.decode()
    reply = learner_client.post(url)
    assert reply.status_code == 403
    assert "This quiz closed on" in reply.content.decode()


@pytest.mark.parametrize("persona", ["instructor_client", "assistant_client", "outsider_client"])
def test_only_a_learner_of_the_classroom_takes_the_quiz(request, persona, practice, learner):
    client = request.getfixturevalue(persona)
    attempt = factories.attempt(practice, learner)
    for url in (
        reverse("attempt-start", args=[practice.uuid]),
        address("show", attempt, 1),
        address("hand-in", attempt),
    ):
        assert client.get(url).status_code == 404
    assert client.post(address("answer", attempt, 1), {"choice": 0}).status_code == 404
    assert client.post(address("hand-in", attempt)).status_code == 404


def test_a_stranger_is_asked_to_sign_in(client, practice, learner):
    attempt = factories.attempt(practice, learner)
    assert client.get(address("show", attempt, 1)).url.startswith(reverse("sign-in"))


# one question


def test_the_question_stands_beside_the_text(learner_client, learner, practice):
    html = learner_client.get(address("show", factories.attempt(practice, learner), 1)).content.decode()
    assert "Question 1 of 3" in html
    assert '<legend class="stem">In what year was the harbour' in html
    assert html.count('name="choice"') == 3
    assert 'id="p3"' in html
    assert "evidence" not in html
    assert "Paragraph 1 says so" not in html


def test_a_typed_question_has_a_labelled_field(learner_client, learner, practice):
    html = learner_client.get(address("show", factories.attempt(practice, learner), 2)).content.decode()
    assert '<label for="text">Your answer</label>' in html


def test_a_position_that_does_not_exist_is_not_found(learner_client, learner, practice):
    assert learner_client.get(address("show", factories.attempt(practice, learner), 4)).status_code == 404


@pytest.mark.parametrize("items", [1, 3])
def test_pages_cost_the_same_for_any_number_of_questions(learner_client, learner, instructor, classroom, items):
    assignment = factories.assignment(classroom, factories.quiz(instructor, items=items))
    attempt = factories.attempt(assignment, learner, settings=times_for(assignment, learner.pk).as_settings())
    page = learner_client.get(address("show", attempt, 1))
    costs = []
    for call in (
        lambda: learner_client.get(address("show", attempt, 1)),
        lambda: send(learner_client, attempt, 1, page=page, choice=1),
        lambda: learner_client.get(address("show", attempt, 1)),
        lambda: learner_client.get(address("hand-in", attempt)),
    ):
        with CaptureQueriesContext(connection) as queries:
            call()
        costs.append(len(queries))
    stored = 4 if connection.vendor == "postgresql" else 5  # which writes with one statement
    assert costs == [10, stored, 11, 5]  # an explained question reads the paragraphs of its options too


# practice


def test_practice_shows_at_once_why_and_where(learner_client, learner, practice):
    attempt = factories.attempt(practice, learner)
    reply = send(learner_client, attempt, 1, choice=2)
    assert (reply.status_code, reply.url) == (302, address("show", attempt, 1))
    html = learner_client.get(reply.url).content.decode()
    assert "Not right</h1>" in html
    assert "Why “2031” is not" in html
    assert "2031 is when the new pier would open (paragraph 3)." in html
    assert '<mark class="evidence" id="e-key" tabindex="-1">The harbour at Vell' in html
    assert '<mark class="evidence evidence-other" id="e-chosen" tabindex="-1">Mayor Ada Lind' in html
    assert "The article does not name this year." in html
    assert 'name="choice"' not in html


def test_practice_says_right(learner_client, learner, practice):
    attempt = factories.attempt(practice, learner)
    send(learner_client, attempt, 1, choice=0)
    html = learner_client.get(address("show", attempt, 1)).content.decode()
    assert "Right</h1>" in html
    assert "e-chosen" not in html


def test_a_settled_question_does_not_change(learner_client, learner, practice):
    attempt = factories.attempt(practice, learner)
    page = learner_client.get(address("show", attempt, 1))
    send(learner_client, attempt, 1, choice=2)
    reply = send(learner_client, attempt, 1, page=page, choice=0, idempotency_key="another tab")
    assert reply.status_code == 409
    assert "That answer stands" in reply.content.decode()
    assert Response.objects.get().given == {"choice": 2}


def test_there_is_nothing_to_check_without_an_answer(learner_client, learner, practice):
    reply = send(learner_client, factories.attempt(practice, learner), 1)
    assert reply.status_code == 422
    assert "Give an answer first" in reply.content.decode()


def test_marking_in_practice_keeps_the_choice_and_checks_nothing(learner_client, learner, practice):
    attempt = factories.attempt(practice, learner)
    html = send(learner_client, attempt, 1, choice=1, mark=1).content.decode()
    assert re.search(r'value="1"[^>]* checked', html)
    assert 'aria-pressed="true"' in html
    assert not Response.objects.exists()


# graded


def test_graded_work_says_nothing_before_it_is_handed_in(learner_client, learner, graded):
    attempt = factories.attempt(graded, learner)
    reply = send(learner_client, attempt, 1, choice=2)
    assert reply.url == address("show", attempt, 2)
    html = learner_client.get(address("show", attempt, 1)).content.decode()
    assert re.search(r'value="2"[^>]* checked', html)
    assert "Saved" in html
    assert "evidence" not in html
    assert "Right" not in html


def test_graded_answers_may_change(learner_client, learner, graded):
    attempt = factories.attempt(graded, learner)
    send(learner_client, attempt, 1, choice=2)
    send(learner_client, attempt, 1, choice=0)
    assert Response.objects.filter(is_current=True).get().given == {"choice": 0}
    assert Response.objects.count() == 2


def test_marking_in_graded_work_saves_too(learner_client, learner, graded):
    attempt = factories.attempt(graded, learner)
    reply = send(learner_client, attempt, 2, text=" 1974 ", mark=1)
    assert reply.url == address("show", attempt, 2) + "?focus=mark"
    html = learner_client.get(reply.url).content.decode()
    assert 'value="1974"' in html
    assert "1 answered</span>, 1 marked" in html


def test_the_last_question_leads_to_handing_in(learner_client, learner, graded):
    attempt = factories.attempt(graded, learner)
    page = learner_client.get(address("show", attempt, 3))
    assert 'name="next" value="hand-in"' in page.content.decode()
    assert send(learner_client, attempt, 3, page=page, choice=1, next="hand-in").url == address("hand-in", attempt)


@pytest.mark.parametrize(("to", "name", "more"), [("3", "show", [3]), ("hand-in", "hand-in", []), ("x", "show", [2])])
def test_jumping_in_graded_work_saves_first(learner_client, learner, graded, to, name, more):
    attempt = factories.attempt(graded, learner)
    assert send(learner_client, attempt, 1, choice=1, to=to).url == address(name, attempt, *more)
    assert Response.objects.get().given == {"choice": 1}


# safety


def test_the_same_form_twice_is_one_answer_and_one_page(learner_client, learner, graded):
    attempt = factories.attempt(graded, learner)
    page = learner_client.get(address("show", attempt, 1))
    replies = [send(learner_client, attempt, 1, page=page, choice=1) for _ in range(2)]
    assert replies[0].url == replies[1].url
    assert Response.objects.count() == 1


def test_each_shown_form_has_its_own_key(learner_client, learner, graded):
    attempt = factories.attempt(graded, learner)
    keys = {hidden(learner_client.get(address("show", attempt, 1)))["idempotency_key"] for _ in range(2)}
    assert len(keys) == 2


def test_a_second_tab_sees_both_answers_and_chooses(learner_client, learner, graded):
    attempt = factories.attempt(graded, learner)
    one, two = (learner_client.get(address("show", attempt, 1)) for _ in range(2))
    send(learner_client, attempt, 1, page=one, choice=0)
    reply = send(learner_client, attempt, 1, page=two, choice=2)
    html = reply.content.decode()
    assert reply.status_code == 409
    assert "1974" in html
    assert "2031" in html
    assert Response.objects.get().given == {"choice": 0}
    chosen = send(learner_client, attempt, 1, page=reply, choice=2, stay=1)
    assert chosen.url == address("show", attempt, 1)
    assert Response.objects.get(is_current=True).given == {"choice": 2}


def test_answers_are_kept_across_signing_out(learner, graded):
    attempt = factories.attempt(graded, learner)
    for given in ({"choice": 1}, {}):
        client = Client()
        client.login(username=learner.username, password="a long password")
        page = client.get(address("show", attempt, 1))
        if given:
            send(client, attempt, 1, page=page, **given)
        client.logout()
    assert re.search(r'value="1"[^>]* checked', page.content.decode())


@pytest.mark.parametrize(
    "sent",
    [{}, {"idempotency_key": "k", "sequence": "many"}, {"idempotency_key": "k", "sequence": "0", "choice": "9"}],
)
def test_a_broken_form_is_refused_and_stores_nothing(learner_client, learner, graded, sent):
    attempt = factories.attempt(graded, learner)
    reply = learner_client.post(address("answer", attempt, 1), sent)
    assert reply.status_code == 422
    assert 'id="item-error"' in reply.content.decode()
    assert not Response.objects.exists()


def test_a_long_answer_is_refused_with_its_length_and_kept_in_the_field(learner_client, learner, graded):
    attempt = factories.attempt(graded, learner)
    reply = send(learner_client, attempt, 2, text="a" * 501)
    assert "501 characters" in reply.content.decode()
    assert "a" * 501 in reply.content.decode()


def test_a_finished_attempt_refuses_answers_in_words(learner_client, learner, graded):
    attempt = factories.attempt(graded, learner)
    page = learner_client.get(address("show", attempt, 1))
    learner_client.post(address("hand-in", attempt))
    reply = send(learner_client, attempt, 1, page=page, choice=1)
    assert reply.status_code == 403
    assert "is handed in" in reply.content.decode()
    assert address("result", attempt) in reply.content.decode()


def test_a_finished_attempt_shows_its_result_instead_of_its_questions(learner_client, learner, graded):
    attempt = factories.attempt(graded, learner)
    learner_client.post(address("hand-in", attempt))
    assert learner_client.get(address("show", attempt, 1)).url == address("result", attempt)
    assert learner_client.get(address("hand-in", attempt)).url == address("result", attempt)


# handing in


def test_the_hand_in_page_lists_what_is_open(learner_client, learner, graded):
    attempt = factories.attempt(graded, learner)
    send(learner_client, attempt, 1, choice=0, mark=1)
    html = learner_client.get(address("hand-in", attempt)).content.decode()
    assert "2 questions have no answer. One is marked." in html
    assert html.count('<span class="tag">no answer</span>') == 2
    assert "Hand in 1 of 3 answers" in html
    assert Attempt.objects.get().state == "open"


def test_handing_in_twice_is_once(learner_client, learner, graded):
    attempt = factories.attempt(graded, learner)
    assert learner_client.post(address("hand-in", attempt)).url == address("result", attempt)
    first = Attempt.objects.get().finished_at
    assert learner_client.post(address("hand-in", attempt)).url == address("result", attempt)
    assert Attempt.objects.get().finished_at == first


# htmx


def test_htmx_gets_the_question_the_text_and_the_live_region(learner_client, learner, practice):
    attempt = factories.attempt(practice, learner)
    send(learner_client, attempt, 1, choice=2)
    reply = learner_client.get(address("show", attempt, 1), headers=HTMX)
    html = reply.content.decode()
    assert "<html" not in html
    assert '<p id="live" hx-swap-oob="innerHTML">Not right. Evidence shown in paragraph 1.</p>' in html
    assert 'id="passage-text" hx-swap-oob="true"' in html
    assert re.search(r'id="verdict-h"[^>]* data-focus', html)
    assert reply["HX-Push-Url"] == address("show", attempt, 1)


def test_going_back_with_htmx_gets_the_whole_page(learner_client, learner, practice):
    attempt = factories.attempt(practice, learner)
    headers = HTMX | {"HX-History-Restore-Request": "true"}
    assert "<html" in learner_client.get(address("show", attempt, 1), headers=headers).content.decode()


def test_htmx_is_sent_on_to_a_whole_page(learner_client, learner, graded):
    attempt = factories.attempt(graded, learner)
    page = learner_client.get(address("show", attempt, 1))
    assert learner_client.get(address("hand-in", attempt), headers=HTMX)["HX-Redirect"] == address("hand-in", attempt)
    learner_client.post(address("hand-in", attempt))
    refused = send(learner_client, attempt, 1, page=page, headers=HTMX, choice=0)
    assert (refused.status_code, refused["HX-Redirect"]) == (403, address("result", attempt))
