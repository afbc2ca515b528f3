"""A book beside the questions: its parts are turned without losing an answer or telling where it stands."""

import pytest
from django.urls import reverse
from playwright.sync_api import Page, expect

from quizzes.queries.articles import PAGE
from tests import factories
from tests.views.test_attempt_reading import TOTAL, lengthen


@pytest.fixture
def book(page: Page, live_server, learner, learner_client, classroom, instructor) -> str:
    given = factories.assignment(classroom, factories.quiz(instructor, items=3), mode="graded")
    attempt = factories.attempt(given, learner)
    lengthen(attempt)
    cookie = learner_client.cookies["sessionid"].value
    page.context.add_cookies([{"name": "sessionid", "value": cookie, "url": live_server.url}])
    return live_server.url + reverse("attempt-show", args=[attempt.uuid, 1])


def test_a_part_is_turned_by_its_chapter_and_kept_while_the_questions_go_on(page: Page, book, check, faults):
    page.goto(book)
    page.locator("#choice-2").check()
    page.get_by_text("Contents:").click()
    page.get_by_role("button", name="The second winter").click()
    said = page.get_by_text(f"Paragraphs {PAGE + 20} to {PAGE * 2 + 19} of {TOTAL}")
    expect(said).to_be_focused()
    expect(page.locator("#choice-2")).to_be_checked()
    check(page)
    with page.expect_response("**/2/") as step:
        page.get_by_role("button", name="Next").click()
    assert "passage-text" not in step.value.text()
    expect(page.locator("#item-h")).to_have_text("Question 2 of 3")
    expect(said).to_be_visible()
    assert faults == []
