"""The impact screen: four groups, a press for each, its undo, and quizzes that move to the new text."""

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext
from django.urls import reverse

from quizzes.models import Article, Item
from tests import factories

CLOSED, BOATS, PIER = factories.TEXT
FIRST = "This is how a harbour died."
SHUT = "The harbour at Vell was shut in 1974 after a great storm."
HTMX = {"HX-Request": "true"}
PRESSES = (
    ("impact-carry", {"revision": 2, "group": "holding"}),
    ("impact-park", {"revision": 2, "group": "lost"}),
    ("impact-undo", {"item": []}),
    ("impact-quizzes", {}),
)


@pytest.fixture
def source(instructor) -> Article:
    return factories.article(instructor)


@pytest.fixture
def edited(source) -> Article:
    """One item of each group, on revision 1; revision 2 is the newest."""
    factories.item(source, state=Item.State.APPROVED)
    factories.item(source, paragraph=2, keys=["400"], stem="How many boats used it?")
    factories.item(source, paragraph=3, keys=["2031"], stem="When would the pier open?")
    factories.revised(source, SHUT, FIRST, BOATS)
    return source


def address(article: Article, name: str = "article-impact") -> str:
    return reverse(name, args=[article.uuid])


def press(client, article: Article, name: str, data: dict | None = None, **headers):
    return client.post(address(article, f"impact-{name}"), {"revision": 2} | (data or {}), headers=headers)


def test_each_group_has_its_press(instructor_client, edited):
    page = instructor_client.get(address(edited)).content.decode()
    assert "Carry over one question" in page  # moved
    assert "Accept the new wording of one question" in page
    assert "Park one question" in page
    assert "<del>closed</del>" in page
    assert "<ins>shut</ins>" in page
    assert f"Before: {CLOSED} Now: {SHUT}" in page


def test_all_that_still_hold_go_over_in_one_press(instructor_client, source):
    factories.item(source)
    factories.item(source, paragraph=3, keys=["2031"])
    factories.revised(source, CLOSED, PIER)
    assert "Carry over all 2 that still hold" in instructor_client.get(address(source)).content.decode()
    response = instructor_client.post(address(source, "impact-carry"), {"revision": 2, "group": "holding"}, follow=True)
    assert "2 questions carried over." in response.content.decode()
    assert set(source.items.values_list("current__article_revision__number", flat=True)) == {2}


def test_a_press_can_be_taken_back(instructor_client, edited):
    item = edited.items.get(state=Item.State.APPROVED)
    page = press(instructor_client, edited, "carry", {"item": item.uuid}, **HTMX).content.decode()
    assert f'<input type="hidden" name="item" value="{item.uuid}">' in page
    response = press(instructor_client, edited, "undo", {"item": [item.uuid]}, **HTMX)
    assert "Undone for one question." in response.content.decode()
    item.refresh_from_db()
    assert item.current.article_revision.number == 1


def test_a_swap_brings_the_groups_the_undo_and_the_live_region(instructor_client, edited):
    page = press(instructor_client, edited, "park", {"group": "lost"}, **HTMX).content.decode()
    assert "<html" not in page
    assert page.count('id="impact"') == page.count('id="toasts"') == page.count('id="live"') == 1
    assert page.count("data-focus") == 1
    assert "One question is parked" in page
    assert edited.items.filter(state=Item.State.PARKED).count() == 1


def test_a_parked_question_can_be_taken_back_later(instructor_client, edited):
    press(instructor_client, edited, "park", {"group": "lost"})
    parked = edited.items.get(state=Item.State.PARKED)
    page = instructor_client.get(address(edited)).content.decode()
    assert f'name="item" value="{parked.uuid}">Take back' in page
    press(instructor_client, edited, "undo", {"item": [parked.uuid]})
    parked.refresh_from_db()
    assert parked.state == Item.State.PROPOSED


def test_one_question_is_accepted_alone(instructor_client, edited):
    item = edited.items.get(state=Item.State.APPROVED)
    press(instructor_client, edited, "carry", {"item": item.uuid})
    item.refresh_from_db()
    assert item.current.evidence.get().exact == SHUT
    assert edited.items.filter(current__article_revision__number=1).count() == 2


def test_a_page_that_shows_an_older_text_changes_nothing(instructor_client, edited):
    factories.revised(edited, CLOSED)
    response = press(instructor_client, edited, "carry", {"group": "holding"}, **HTMX)
    assert response.status_code == 422
    assert "changed again" in response.content.decode()


@pytest.mark.parametrize("data", [{}, {"group": "everything"}, {"item": "x"}, {"group": "moved", "revision": "x"}])
@pytest.mark.parametrize("name", ["carry", "park"])
def test_a_press_of_no_button_is_refused(instructor_client, edited, name, data):
    response = press(instructor_client, edited, name, data, **HTMX)
    assert response.status_code == 422
    assert "Nothing was changed" in response.content.decode()


def test_an_undo_of_nothing_is_refused(instructor_client, edited):
    assert press(instructor_client, edited, "undo", {"item": ["x"]}, **HTMX).status_code == 422


def test_an_undo_that_comes_too_late_says_so(instructor_client, edited):
    item = edited.items.get(state=Item.State.APPROVED)
    response = instructor_client.post(address(edited, "impact-undo"), {"item": [item.uuid]}, follow=True)
    assert "decided about since" in response.content.decode()


def test_nothing_to_do_says_the_next_step(instructor_client, source):
    page = instructor_client.get(address(source)).content.decode()
    assert "No question waits" in page
    assert "Go to the article" in page


def test_quizzes_that_nobody_started_move_in_one_press(instructor_client, instructor, source):
    items = [factories.item(source, state=Item.State.APPROVED) for _ in range(2)]
    quiz = factories.quiz_of(instructor, *items)
    new = factories.revised(source, FIRST, *factories.TEXT)
    press(instructor_client, source, "carry", {"item": items[1].uuid})
    assert "1 of 2 questions can come along" in instructor_client.get(address(source)).content.decode()
    response = press(instructor_client, source, "quizzes", **HTMX)
    assert "One quiz is on the new text now. One question was left out" in response.content.decode()
    quiz.refresh_from_db()
    slot = quiz.slots.get()
    assert (quiz.article_revision, slot.position, slot.item) == (new, 1, items[1])
    assert slot.item_revision.article_revision == new


def test_the_article_says_that_questions_wait(instructor_client, edited):
    page = instructor_client.get(address(edited, "article-show")).content.decode()
    assert "3 questions still belong to revision 1." in page
    assert address(edited) in page


def test_the_queue_says_which_text_a_question_belongs_to(instructor_client, edited):
    page = instructor_client.get(address(edited, "approval-queue")).content.decode()
    assert "From revision 1" in page
    assert "as in revision 1" in page
    assert f"{address(edited, 'article-show')}?" not in page  # a number of the earlier text leads astray in the newest


def test_the_queue_shows_parked_questions_apart(instructor_client, edited):
    press(instructor_client, edited, "park", {"group": "lost"})
    queue = address(edited, "approval-queue")
    assert "1 of 2 decided" in instructor_client.get(queue).content.decode()
    page = instructor_client.get(f"{queue}?state=parked").content.decode()
    assert "Parked: its evidence is lost" in page
    assert 'data-key="a"' not in page


@pytest.mark.parametrize("count", [1, 3])
def test_the_page_makes_as_many_queries_however_many_questions(instructor_client, instructor, source, count):
    items = [factories.item(source, state=Item.State.APPROVED) for _ in range(count)]
    for _ in range(count):
        factories.quiz_of(instructor, *items)
    factories.revised(source, SHUT, BOATS, PIER)
    with CaptureQueriesContext(connection) as made:
        assert instructor_client.get(address(source)).status_code == 200
    assert len(made) == 8


@pytest.mark.parametrize("persona", ["learner_client", "assistant_client"])
def test_learners_and_assistants_are_refused(persona, edited, request):
    client = request.getfixturevalue(persona)
    assert client.get(address(edited)).status_code == 403
    assert {client.post(address(edited, name), data).status_code for name, data in PRESSES} == {403}


def test_another_instructor_finds_nothing(outsider_client, edited):
    assert outsider_client.get(address(edited)).status_code == 404
    assert {outsider_client.post(address(edited, name), data).status_code for name, data in PRESSES} == {404}


def test_a_stranger_is_asked_to_sign_in(client, edited):
    assert client.get(address(edited)).status_code == 302
    assert {client.post(address(edited, name), data).status_code for name, data in PRESSES} == {302}


@pytest.mark.parametrize("name", [name for name, _ in PRESSES])
def test_a_press_is_not_a_link(instructor_client, edited, name):
    assert instructor_client.get(address(edited, name)).status_code == 405
