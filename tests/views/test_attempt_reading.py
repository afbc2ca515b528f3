"""The text beside a question: sent once, and a long one by parts that tell nothing of the answer."""

import re

import pytest
from django.urls import reverse

from quizzes.models import Assignment, Attempt, Paragraph, Response
from quizzes.queries.articles import PAGE
from tests import factories
from tests.views.pages import MOST_QUERIES, html_of, query_count, words_of
from tests.views.test_attempts import address, send

HTMX = {"HX-Request": "true"}
TOTAL = PAGE * 2 + 50


def token_of(html: str) -> str:
    return re.search(r'data-shown="(\w+)"', html)[1]


def numbers_of(html: str) -> list[int]:
    return [int(number) for number in re.findall(r'class="para" id="p(\d+)"', html)]


def lengthen(attempt: Attempt) -> None:
    """Make a book of the text, with a chapter on top of its second part."""
    revision = attempt.article_revision
    have = revision.paragraphs.count()
    Paragraph.objects.bulk_create(
        Paragraph(
            revision=revision,
            number=number,
            kind="heading" if number == PAGE + 20 else "body",
            text="The second winter" if number == PAGE + 20 else f"Paragraph of a book, the one called {number}.",
            stable_id=f"added-{number}",
            segments=[],
        )
        for number in range(have + 1, TOTAL + 1)
    )


@pytest.fixture
def practice(classroom, learner, instructor) -> Attempt:
    return factories.attempt(factories.assignment(classroom, factories.quiz(instructor, items=3)), learner)


@pytest.fixture
def graded(classroom, learner, instructor) -> Attempt:
    given = factories.assignment(classroom, factories.quiz(instructor, items=3), mode=Assignment.Mode.GRADED)
    return factories.attempt(given, learner)


def step(client, attempt, position, held, **query):
    return html_of(client.get(address("show", attempt, position), query, headers=HTMX | {"Passage": held}))


def test_a_step_does_not_send_the_text_that_the_page_has(learner_client, graded):
    held = token_of(html_of(learner_client.get(address("show", graded, 1))))
    assert numbers_of(step(learner_client, graded, 2, held)) == []
    assert "passage-text" not in step(learner_client, graded, 3, held)


def test_a_page_without_a_script_has_the_text_always(learner_client, graded):
    held = token_of(html_of(learner_client.get(address("show", graded, 1))))
    again = html_of(learner_client.get(address("show", graded, 2), headers={"Passage": held}))
    assert numbers_of(again)


def test_the_text_comes_again_when_its_marks_change(learner_client, practice):
    held = token_of(html_of(learner_client.get(address("show", practice, 1))))
    send(learner_client, practice, 1, choice=2)
    explained = step(learner_client, practice, 1, held)
    assert 'id="e-key"' in explained
    marked = token_of(explained)
    assert 'id="e-key"' not in step(learner_client, practice, 2, marked)
    assert numbers_of(step(learner_client, practice, 2, marked))


def test_a_long_text_is_shown_by_parts(learner_client, graded):
    lengthen(graded)
    page = learner_client.get(address("show", graded, 1))
    assert numbers_of(html_of(page)) == list(range(1, PAGE + 1))
    assert f"Paragraphs 1 to {PAGE} of {TOTAL}" in words_of(page)
    assert "The second winter" in words_of(page)


@pytest.mark.parametrize("paragraph", [1, PAGE + 40])
def test_the_part_that_is_shown_tells_nothing_of_the_answer(learner_client, practice, paragraph):
    lengthen(practice)
    place = practice.article_revision.paragraphs.get(number=paragraph)
    practice.slots.get(position=1).item_revision.evidence.update(paragraph=place, start=0, end=4, exact=place.text[:4])
    assert numbers_of(html_of(learner_client.get(address("show", practice, 1)))) == list(range(1, PAGE + 1))


def test_once_it_is_settled_the_evidence_is_led_to(learner_client, practice):
    lengthen(practice)
    place = practice.article_revision.paragraphs.get(number=PAGE + 40)
    practice.slots.get(position=1).item_revision.evidence.update(paragraph=place, start=0, end=9, exact="Paragraph")
    send(learner_client, practice, 1, choice=2)
    html = html_of(learner_client.get(address("show", practice, 1)))
    assert PAGE + 40 in numbers_of(html)
    assert 'id="e-key"' in html
    assert numbers_of(html_of(learner_client.get(address("show", practice, 1), {"from": 1})))[0] == 1


def test_a_part_is_turned_to_and_stays(learner_client, graded):
    lengthen(graded)
    learner_client.get(address("show", graded, 1), {"from": PAGE + 1})
    assert numbers_of(html_of(learner_client.get(address("show", graded, 2))))[0] == PAGE + 1


def test_turning_by_htmx_brings_the_text_alone(learner_client, graded):
    lengthen(graded)
    headers = HTMX | {"HX-Target": "passage-text"}
    html = html_of(learner_client.get(address("show", graded, 1), {"from": PAGE + 1}, headers=headers))
    assert html.startswith('<div class="text" id="passage-text"')
    assert "data-focus" in html
    assert "idempotency_key" not in html


def test_turning_without_a_script_saves_what_was_answered(learner_client, graded):
    lengthen(graded)
    reply = send(learner_client, graded, 1, choice=1, **{"from": PAGE + 1})
    assert reply.url == f"{address('show', graded, 1)}?from={PAGE + 1}"
    assert Response.objects.get().given == {"choice": 1}
    assert numbers_of(html_of(learner_client.get(reply.url)))[0] == PAGE + 1


def test_turning_without_a_script_checks_nothing_in_practice(learner_client, practice):
    lengthen(practice)
    html = html_of(send(learner_client, practice, 1, choice=1, **{"from": PAGE + 1}))
    assert not Response.objects.exists()
    assert numbers_of(html)[0] == PAGE + 1
    assert re.search(r'value="1" id="choice-2"[^>]* checked', html)


@pytest.mark.parametrize("wanted", ["", "0", "-3", "one", "9" * 40, "²"])
def test_senseless_places_show_some_part(learner_client, graded, wanted):
    lengthen(graded)
    reply = learner_client.get(address("show", graded, 1), {"from": wanted})
    assert reply.status_code == 200
    assert numbers_of(html_of(reply))


@pytest.mark.parametrize("paragraph", [1, PAGE + 40])
def test_a_long_text_costs_no_more_queries_than_a_page_may(learner_client, practice, paragraph):
    lengthen(practice)
    place = practice.article_revision.paragraphs.get(number=paragraph)
    practice.slots.get(position=1).item_revision.evidence.update(paragraph=place, start=0, end=9, exact=place.text[:9])
    send(learner_client, practice, 1, choice=2)
    assert query_count(learner_client, address("show", practice, 1)) <= MOST_QUERIES


def test_the_text_of_a_result_is_shown_by_parts_too(learner_client, graded):
    lengthen(graded)
    learner_client.post(address("hand-in", graded))
    where = reverse("attempt-text", args=[graded.uuid])
    assert numbers_of(html_of(learner_client.get(where))) == list(range(1, PAGE + 1))
    second = html_of(learner_client.get(where, {"from": PAGE + 1}))
    assert numbers_of(second)[-1] == PAGE * 2


# setting how text is shown, without a script


def test_setting_the_text_saves_what_was_answered(learner_client, learner, graded):
    reply = send(learner_client, graded, 1, choice=1, reading="1", size="2", high_contrast="on")
    assert reply.url == address("show", graded, 1)
    assert Response.objects.get().given == {"choice": 1}
    learner.refresh_from_db()
    assert learner.reading == {"size": "2", "contrast": "high"}


def test_setting_the_text_checks_nothing_in_practice_and_keeps_the_choice(learner_client, practice):
    html = html_of(send(learner_client, practice, 1, choice=1, reading="1", size="2"))
    assert not Response.objects.exists()
    assert 'data-size="2"' in html
    assert re.search(r'value="1" id="choice-2"[^>]* checked', html)


def test_its_fields_belong_to_the_answer_only_without_a_script(learner_client, practice):
    html = html_of(learner_client.get(address("show", practice, 1)))
    inside = re.search(r"<noscript>(.*?)</noscript>", html, re.DOTALL)[1]
    assert 'name="size" form="answer"' in inside
    assert 'name="size" form="answer"' not in html.replace(inside, "")
