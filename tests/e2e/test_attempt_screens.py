"""Answering with the keyboard alone: where focus goes, what is said, what stays where it was."""

import pytest
from django.urls import reverse
from playwright.sync_api import Page, expect

from quizzes.models import Assignment, Response
from tests import factories

LONG = (*factories.TEXT, *(f"Paragraph {number} speaks of the harbour at length. " * 6 for number in range(4, 16)))


@pytest.fixture
def begin(page: Page, live_server, learner_client, classroom, instructor):
    """A function that gives a quiz in a mode and opens its first page, signed in as the learner."""

    def run(mode: str) -> None:
        quiz = factories.quiz(instructor, items=3, source=factories.article(instructor, LONG))
        given = factories.assignment(classroom, quiz, mode=mode)
        cookie = learner_client.cookies["sessionid"].value
        page.context.add_cookies([{"name": "sessionid", "value": cookie, "url": live_server.url}])
        page.goto(live_server.url + reverse("attempt-start", args=[given.uuid]))
        page.get_by_role("button", name="Start").press("Enter")
        expect(page.locator("#item-h")).to_be_focused()

    return run


def scrolled(page: Page) -> int:
    return page.evaluate("document.getElementById('passage').scrollTop")


def test_practice_by_keyboard_says_the_verdict_and_shows_its_sentence(page: Page, begin, check, faults):
    begin(Assignment.Mode.PRACTICE)
    page.evaluate("document.getElementById('passage').scrollTop = 400")
    page.keyboard.press("m")
    expect(page.locator("#mark")).to_be_focused()
    expect(page.locator("#mark")).to_have_attribute("aria-pressed", "true")
    expect(page.locator("[data-focus]")).to_have_count(0)  # the swap has settled and given the focus on
    page.keyboard.press("p")
    expect(page.locator("#passage")).to_be_focused()
    for key in ("1", "3", "Enter"):
        page.keyboard.press(key)
    expect(page.locator("#verdict-h")).to_be_focused()
    expect(page.locator("#live")).to_have_text("Not right. Evidence shown in paragraph 1.")
    expect(page.locator("#e-key")).to_be_in_viewport()
    check(page)
    page.keyboard.press("Enter")
    expect(page.locator("#item-h")).to_be_focused()
    expect(page.locator("#passage mark")).to_have_count(0)
    page.locator("#text").fill("1974")
    page.keyboard.press("Enter")
    expect(page.locator("#verdict-h")).to_have_text("Right")
    page.go_back()
    expect(page.locator("#item .section-head")).to_contain_text("Question 1 of 3")
    assert faults == []


def test_graded_work_keeps_its_place_in_the_text(page: Page, begin, check, faults):
    begin(Assignment.Mode.GRADED)
    page.evaluate("document.getElementById('passage').scrollTop = 400")
    for key in ("Tab", "ArrowDown", "ArrowUp"):
        page.keyboard.press(key)
    place = scrolled(page)  # what a script puts above the text moves it along with the text
    page.keyboard.press("Enter")
    expect(page.locator("#item-h")).to_have_text("Question 2 of 3")
    expect(page.locator("#item-h")).to_be_focused()
    assert scrolled(page) == place >= 400
    check(page)
    page.locator("#text").fill("1974")
    page.get_by_role("button", name="Question 1, answered").click()
    expect(page.locator("#item-h")).to_have_text("Question 1 of 3")
    page.get_by_role("button", name="Finish and hand in").click()
    page.get_by_role("button", name="Hand in 2 of 3 answers").click()
    expect(page.get_by_role("heading", level=1)).to_have_text("2 of 3 right")
    check(page)


def test_what_could_not_be_sent_stays_and_is_sent_again(page: Page, begin):
    begin(Assignment.Mode.GRADED)
    page.locator("#choice-2").check()
    page.context.set_offline(True)
    page.get_by_role("button", name="Next").click()
    expect(page.locator("#saved")).to_contain_text("Not saved, retrying.")
    expect(page.locator("#choice-2")).to_be_checked()
    page.context.set_offline(False)
    page.get_by_role("button", name="Next").click()
    expect(page.locator("#item-h")).to_have_text("Question 2 of 3")
    expect(page.locator("#saved")).to_contain_text("Saved")
    assert Response.objects.get(is_current=True).given == {"choice": 1}


def test_on_a_phone_the_text_is_a_sheet_that_keeps_its_place(page: Page, begin, check, faults):
    page.set_viewport_size({"width": 360, "height": 740})
    begin(Assignment.Mode.GRADED)
    expect(page.locator("#passage")).not_to_be_visible()
    page.get_by_role("link", name="Passage").click()
    expect(page.locator("#passage")).to_be_visible()
    expect(page.locator("#passage")).to_be_focused()
    for _ in range(4):  # what lies behind the sheet is not reached
        page.keyboard.press("Tab")
        assert page.evaluate("document.activeElement.closest('#item, .run-bar')") is None
    check(page)
    page.evaluate("document.getElementById('passage').scrollTop = 300")
    page.get_by_role("link", name="Close passage").evaluate("(link) => link.click()")  # without scrolling to it
    expect(page.locator("#passage")).not_to_be_visible()
    expect(page.get_by_role("link", name="Passage")).to_be_focused()
    page.locator("#choice-2").check()
    expect(page.locator("#saved")).to_contain_text("Saved ")
    page.get_by_role("button", name="Next").click()
    expect(page.locator("#item-h")).to_have_text("Question 2 of 3")
    page.get_by_role("link", name="Passage").click()
    assert scrolled(page) == 300
    page.get_by_role("link", name="Close passage").click()
    page.get_by_role("button", name="Previous").click()
    expect(page.locator("#choice-2")).to_be_checked()
    page.get_by_role("button", name="Finish and hand in").click()
    page.get_by_role("button", name="Hand in 1 of 3 answers").click()
    expect(page.get_by_role("heading", level=1)).to_have_text("0 of 3 right")


@pytest.fixture
def begin_all_kinds(page: Page, live_server, learner_client, classroom, instructor):
    """A function that opens the first page of a quiz with one question of each kind."""

    def run(mode: str) -> str:
        given = factories.assignment(classroom, factories.quiz_of_all_kinds(instructor), mode=mode)
        cookie = learner_client.cookies["sessionid"].value
        page.context.add_cookies([{"name": "sessionid", "value": cookie, "url": live_server.url}])
        page.goto(live_server.url + reverse("attempt-start", args=[given.uuid]))
        page.get_by_role("button", name="Start").press("Enter")
        expect(page.locator("#item-h")).to_be_focused()
        return page.url.rsplit("/", 2)[0]

    return run


def test_every_kind_is_answered_by_keyboard_and_explained(page: Page, begin_all_kinds, check, faults):
    base = begin_all_kinds(Assignment.Mode.PRACTICE)
    page.goto(f"{base}/5/")
    check(page)
    for name, keys in (("Ada Lind", "B"), ("Bo Ek", "C"), ("Cy Dahl", "A")):
        page.keyboard.press("Tab")
        expect(page.get_by_label(name)).to_be_focused()
        page.keyboard.type(keys)
    page.get_by_role("button", name="Check answer").press("Enter")
    expect(page.locator("#verdict-h")).to_have_text("Partly right: 1 of 3")
    expect(page.locator("#verdict-h")).to_be_focused()
    expect(page.locator("#live")).to_have_text("Partly right: 1 of 3. Evidence shown in paragraph 4.")
    check(page)
    page.keyboard.press("Enter")
    expect(page.locator("#item-h")).to_have_text("Question 6 of 8")
    check(page)
    for tabs in (1, 3):  # the buttons that move a line up and down stand between its select and the next
        for _ in range(tabs):
            page.keyboard.press("Tab")
        page.keyboard.type("2")
    page.get_by_role("button", name="Check answer").click()
    expect(page.locator("#item-error")).to_be_focused()
    expect(page.locator("#item-error")).to_contain_text("Place 2 is taken more than once.")
    check(page)
    for name, place in (("The new pier was opened.", "3"), ("The harbour was closed.", "1")):
        page.get_by_label(name, exact=True).select_option(place)
    page.get_by_role("button", name="Check answer").click()
    expect(page.locator("#verdict-h")).to_have_text("Right")
    check(page)
    page.keyboard.press("Enter")
    expect(page.locator("#item-h")).to_have_text("Question 7 of 8")
    check(page)
    page.get_by_text("Bo Ek was the harbour master for nine years.").last.click()
    expect(page.locator("#choice-2")).to_be_checked()
    page.get_by_role("button", name="Check answer").click()
    expect(page.locator("#verdict-h")).to_have_text("Right")
    check(page)
    page.keyboard.press("Enter")
    expect(page.locator("#passage")).to_contain_text("This paragraph is shown in question 8")
    check(page)
    for key in ("4", "Enter"):
        page.keyboard.press(key)
    expect(page.locator("#verdict-h")).to_have_text("Not right")
    expect(page.locator("#passage")).to_contain_text("It was lit with oil")
    check(page)
    page.goto(f"{base}/hand-in/")
    page.get_by_role("button", name="Hand in 4 of 8 answers").click()
    expect(page.get_by_role("heading", level=1)).to_have_text("2 of 8 right")
    check(page)
    faults[:] = [fault for fault in faults if "422" not in fault]  # the browser reports the refusal that was meant


def test_graded_work_of_every_kind_without_javascript(browser, live_server, learner_client, classroom, instructor):
    given = factories.assignment(classroom, factories.quiz_of_all_kinds(instructor), mode=Assignment.Mode.GRADED)
    context = browser.new_context(java_script_enabled=False)
    cookie = learner_client.cookies["sessionid"].value
    context.add_cookies([{"name": "sessionid", "value": cookie, "url": live_server.url}])
    page = context.new_page()
    page.goto(live_server.url + reverse("attempt-start", args=[given.uuid]))
    page.get_by_role("button", name="Start").click()
    for position in range(1, 9):
        expect(page.locator("#item-h")).to_have_text(f"Question {position} of 8")
        if position == 3:
            page.locator("#text").fill("1974")
        elif position in (5, 6):
            fields = ("match_0", "match_1", "match_2") if position == 5 else ("place_2", "place_0", "place_1")
            for name, value in zip(fields, ("1", "0", "2") if position == 5 else ("1", "2", "3"), strict=True):
                page.locator(f"#{name}").select_option(value)
        else:
            page.locator(f"#choice-{2 if position > 6 else 1}").check()
        page.locator("#answer .button-primary").click()
    page.get_by_role("button", name="Hand in 8 of 8 answers").click()
    expect(page.get_by_role("heading", level=1)).to_have_text("8 of 8 right")
    context.close()


def test_pairs_and_orders_without_javascript(browser, live_server, learner_client, classroom, instructor):
    given = factories.assignment(classroom, factories.quiz_of_all_kinds(instructor))
    context = browser.new_context(java_script_enabled=False)
    cookie = learner_client.cookies["sessionid"].value
    context.add_cookies([{"name": "sessionid", "value": cookie, "url": live_server.url}])
    page = context.new_page()
    page.goto(live_server.url + reverse("attempt-start", args=[given.uuid]))
    page.get_by_role("button", name="Start").click()
    page.get_by_role("link", name="Question 6").click()
    for name, place in (("sold its boats", "2"), ("new pier", "3"), ("harbour was closed", "1")):
        page.locator(".pair-row").filter(has_text=name).get_by_role("combobox").select_option(place)
    page.get_by_role("button", name="Check answer").click()
    expect(page.locator("#verdict-h")).to_have_text("Right")
    context.close()
