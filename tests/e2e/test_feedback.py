"""Marking the sentence that proves an answer, with the keyboard, on a phone and without JavaScript."""

import pytest
from django.urls import reverse
from playwright.sync_api import Page, expect

from quizzes.models import Assignment, Proof
from quizzes.services.attempts import hand_in
from tests import factories


@pytest.fixture
def attempt(learner, instructor, classroom):
    return factories.attempt(factories.assignment(classroom, factories.quiz(instructor, items=3)), learner)


def signed_in(page: Page, live_server, client) -> None:
    cookie = client.cookies["sessionid"].value
    page.context.add_cookies([{"name": "sessionid", "value": cookie, "url": live_server.url}])


def question(live_server, attempt) -> str:
    return live_server.url + reverse("attempt-show", args=[attempt.uuid, 1])


def test_a_sentence_is_marked_by_keyboard_before_checking(page, live_server, learner_client, attempt, check, faults):
    signed_in(page, live_server, learner_client)
    page.goto(question(live_server, attempt))
    page.keyboard.press("1")
    page.locator("#proof").press("Enter")
    expect(page.get_by_role("heading", level=1)).to_have_text("Where did I read that?")
    page.locator("summary", has_text="Paragraph 1").press("Enter")
    check(page)
    page.get_by_role("radio").first.press("Space")
    page.get_by_role("button", name="Mark this sentence").press("Enter")
    expect(page.locator("#proof")).to_be_focused()
    expect(page.locator("#proof")).to_contain_text("paragraph 1")
    expect(page.locator("#choice-1")).to_be_checked()
    check(page)
    page.get_by_role("button", name="Check answer").press("Enter")
    expect(page.locator("#verdict-h")).to_be_focused()
    expect(page.locator("#item")).to_contain_text("Evidence found.")
    check(page)
    assert Proof.objects.count() == 1
    assert faults == []


def test_a_sentence_is_marked_without_javascript(browser, live_server, learner_client, attempt):
    context = browser.new_context(java_script_enabled=False, viewport={"width": 360, "height": 740})
    page = context.new_page()
    signed_in(page, live_server, learner_client)
    page.goto(question(live_server, attempt))
    page.locator("#choice-3").check()
    page.locator("#proof").click()
    page.locator("summary", has_text="Paragraph 3").click()
    page.locator("details[open] input[type=radio]").first.check()
    page.get_by_role("button", name="Mark this sentence").click()
    expect(page.locator("#choice-3")).to_be_checked()
    page.get_by_role("button", name="Check answer").click()
    expect(page.locator("#item")).to_contain_text("Evidence not found.")
    context.close()


def test_what_was_wrong_is_tried_again(page, live_server, learner_client, learner, attempt, check, faults):
    signed_in(page, live_server, learner_client)
    hand_in(learner, attempt=attempt, now=factories.NOW)
    page.goto(live_server.url + reverse("attempt-result", args=[attempt.uuid]))
    check(page)
    page.get_by_role("button", name="Try the 3 wrong ones again").press("Enter")
    expect(page.locator("#item-h")).to_have_text("Question 1 of 3")
    assert attempt.assignment.mode == Assignment.Mode.PRACTICE
    assert faults == []
