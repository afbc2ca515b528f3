"""The instructor's screens of the kinds that pair, order, locate and insert, with axe on each."""

import pytest
from django.urls import reverse
from playwright.sync_api import Page, expect

from quizzes.services.demo_answers import Sitting, sit
from tests import factories


@pytest.fixture
def signed_in(page: Page, live_server, instructor_client) -> Page:
    cookie = instructor_client.cookies["sessionid"].value
    page.context.add_cookies([{"name": "sessionid", "value": cookie, "url": live_server.url}])
    return page


def test_every_kind_is_read_and_edited_in_approval(signed_in: Page, live_server, instructor, check, faults):
    article = factories.long_article(instructor)
    makers = (
        factories.match_item,
        factories.order_item,
        factories.locate_item,
        factories.insertion_item,
        factories.missing_item,
    )
    items = [make(article) for make in makers]
    queue = live_server.url + reverse("approval-queue", args=[article.uuid])
    for item in items:
        signed_in.goto(f"{queue}?item={item.uuid}")
        expect(signed_in.locator("#queue .stem")).to_have_text(item.current.stem)
        check(signed_in)
        signed_in.keyboard.press("e")
        expect(signed_in.locator("#id_stem")).to_be_focused()
        check(signed_in)
    signed_in.goto(f"{queue}?item={items[0].uuid}")
    signed_in.keyboard.press("e")
    signed_in.get_by_label("Ada Lind").select_option("A")
    signed_in.get_by_role("button", name="Save and approve").click()
    expect(signed_in.locator(".error-summary")).to_contain_text("Option A is taken more than once.")
    check(signed_in)
    signed_in.get_by_label("Bo Ek").select_option("B")
    signed_in.get_by_role("button", name="Save and approve").click()
    expect(signed_in.locator("#live")).to_contain_text("saved and approved")
    faults[:] = [fault for fault in faults if "422" not in fault]  # the browser reports the refusal that was meant


def test_the_report_shows_the_pairs(signed_in: Page, live_server, instructor, classroom, learner, check, faults):
    given = factories.assignment(classroom, factories.quiz_of_all_kinds(instructor))
    sit(learner, assignment=given, sitting=Sitting(5), start=factories.NOW)
    signed_in.goto(live_server.url + reverse("assignment-show", args=[given.uuid]))
    expect(signed_in.get_by_role("table", name="Pairs of question 5")).to_be_visible()
    check(signed_in)
