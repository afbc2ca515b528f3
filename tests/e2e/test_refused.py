"""Refused drafts and the blueprint of a quiz by keyboard, with axe on each screen."""

import pytest
from django.urls import reverse
from playwright.sync_api import Page, expect

from quizzes.models import Item
from tests import factories


@pytest.fixture
def signed_in(page: Page, live_server, instructor_client) -> Page:
    cookie = instructor_client.cookies["sessionid"].value
    page.context.add_cookies([{"name": "sessionid", "value": cookie, "url": live_server.url}])
    return page


def test_a_draft_is_rescued_and_put_back(signed_in: Page, live_server, instructor, check):
    run = factories.run(factories.article(instructor))
    for code in ("F2", "F4"):
        factories.refused_draft(run, code=code)
    signed_in.goto(live_server.url + reverse("run-refused", args=[run.uuid]))
    check(signed_in)
    signed_in.get_by_role("button", name="Rescue").first.press("Enter")
    expect(signed_in.locator("#live")).to_contain_text("It waits among the proposals.")
    expect(signed_in.get_by_role("heading", name="Rescued")).to_be_focused()
    check(signed_in)
    signed_in.get_by_role("button", name="Undo").press("Enter")
    expect(signed_in.locator("#live")).to_contain_text("The draft is refused again.")
    expect(signed_in.get_by_role("button", name="Rescue")).to_have_count(2)


def test_a_quiz_is_made_by_blueprint(signed_in: Page, live_server, instructor, check):
    article = factories.article(instructor)
    factories.item(article, state=Item.State.APPROVED)
    signed_in.goto(live_server.url + reverse("quiz-create", args=[article.uuid]))
    check(signed_in)
    signed_in.get_by_label("Hard").fill("2")
    signed_in.get_by_label("Hard").press("Enter")
    expect(signed_in.locator(".notice-caution")).to_contain_text("2 of difficulty “Hard”; 0 could be chosen.")
    check(signed_in)
