"""The three journeys that the product stands for, in a real browser, each screen checked with axe on the way."""

from pathlib import Path

import pytest
from django.urls import reverse
from playwright.sync_api import Page, expect

from quizzes.models import Assignment, Attempt, Quiz
from tests import factories

SEEDS = Path(__file__).resolve().parents[2] / "seeds" / "articles"
PASSWORD = "a long password"


@pytest.fixture
def given(instructor, classroom) -> Assignment:
    """A practice quiz of three questions in a classroom with the join code KELP-42."""
    classroom.code = "KELP42"
    classroom.save()
    quiz = factories.quiz(instructor, items=3, source=factories.article(instructor))
    return factories.assignment(classroom, quiz)


def sign_in(page: Page, live_server, username: str) -> None:
    page.goto(live_server.url + reverse("sign-in"))
    page.get_by_label("Name", exact=True).fill(username)
    page.get_by_label("Password").fill(PASSWORD)
    page.get_by_role("button", name="Sign in").click()


def test_instructor_goes_from_paste_to_a_given_quiz(page: Page, live_server, instructor, classroom, check, faults):
    sign_in(page, live_server, instructor.username)
    expect(page.get_by_role("heading", level=1)).to_contain_text("Good day")
    check(page)

    page.get_by_role("link", name="New article").click()
    check(page)
    raw = (SEEDS / "state-lost-movement-left.txt").read_text()
    page.get_by_label("Paste the text").fill(raw)
    page.get_by_label("Title").fill("After the caliphate")
    page.get_by_role("button", name="Show the paragraphs").click()
    expect(page.locator("#p1")).to_contain_text("In February 2020 it is tempting")
    check(page)

    page.get_by_role("button", name="Generate questions").click()
    page.get_by_role("link", name="Go through the proposals").click()
    check(page)
    first = page.locator("#queue .stem").inner_text()
    page.keyboard.press("a")
    expect(page.locator("#live")).to_contain_text("approved")
    expect(page.locator("#queue .stem")).not_to_have_text(first)
    page.keyboard.press("u")
    expect(page.locator("#queue .stem")).to_have_text(first)
    page.keyboard.press("a")
    expect(page.locator("#queue .stem")).not_to_have_text(first)
    page.keyboard.press("r")
    page.get_by_label("Not worth asking").check()
    check(page)
    page.locator("#decision").get_by_role("button", name="Reject").click()
    expect(page.locator("#live")).to_contain_text("rejected")
    page.keyboard.press("e")
    page.get_by_label("Explanation").fill("The article says so in this paragraph.")
    check(page)
    page.get_by_role("button", name="Save and approve").click()
    expect(page.locator("#live")).to_contain_text("approved")

    page.get_by_role("link", name="After the caliphate").first.click()
    page.get_by_role("button", name="Make a quiz").click()
    expect(page.locator("#slots .slot")).to_have_count(2)
    check(page)
    page.get_by_role("button", name="Move question 1 down").click()
    expect(page.locator("#slot2 button[name=up]")).to_be_enabled()
    page.get_by_label("Practice: the answer shows").check()
    page.get_by_role("button", name="Give the quiz").click()
    expect(page.get_by_role("heading", level=1)).to_have_text("Who answered what")
    check(page)
    assert Quiz.objects.get().assignments.get().classroom == classroom
    assert faults == []


def join_and_answer(page: Page, live_server) -> None:
    """Join with the code, answer the first question wrongly and open the sentence that proves the key."""
    page.goto(live_server.url + reverse("join"))
    page.get_by_label("Classroom code").fill("kelp-42")
    page.get_by_label("Name to show in class").fill("Zoë")
    page.get_by_label("Password of your choice").fill("tide and moon")
    page.get_by_role("button", name="Join").click()
    page.get_by_role("link", name="Begin The harbour of Vell").click()
    page.get_by_role("button", name="Start").click()
    page.get_by_label("2031").check()
    page.get_by_role("button", name="Check answer").click()
    expect(page.locator("#verdict-h")).to_have_text("Not right")
    expect(page.locator("#e-key")).to_have_text(factories.TEXT[0])
    expect(page.get_by_text("2031 is when the new pier would open")).to_be_visible()


def finish(page: Page) -> None:
    """Answer what is left, hand in, and follow a link of the result to its paragraph."""
    page.get_by_role("link", name="Next").click()
    page.get_by_label("Your answer").fill("1974")
    page.get_by_role("button", name="Check answer").click()
    expect(page.locator("#verdict-h")).to_have_text("Right")
    page.get_by_role("link", name="Next").click()
    page.get_by_label("1974").check()
    page.get_by_role("button", name="Check answer").click()
    page.get_by_role("link", name="Finish", exact=True).click()
    page.get_by_role("button", name="Hand in 3 of 3 answers").click()
    expect(page.get_by_role("heading", level=1)).to_have_text("2 of 3 right")


def test_learner_goes_from_code_to_explanation(page: Page, live_server, given, check, faults):
    page.goto(live_server.url + reverse("start"))
    check(page)
    page.goto(live_server.url + reverse("sign-in"))
    check(page)
    join_and_answer(page, live_server)
    expect(page.locator("#verdict-h")).to_be_focused()
    check(page)
    finish(page)
    check(page)
    page.get_by_role("link", name="Paragraph 1: see the sentence").first.click()
    expect(page).to_have_url(
        live_server.url + reverse("attempt-text", args=[Attempt.objects.get().uuid]) + "?item=1#p1"
    )
    expect(page.locator("#p1 mark.evidence")).to_be_visible()
    check(page)

    page.goto(live_server.url + reverse("settings"))
    check(page)
    page.get_by_role("button", name="Sign out").click()
    page.get_by_label("Name", exact=True).fill("zoe")
    page.get_by_label("Password").fill("tide and moon")
    page.get_by_label("Classroom code").fill("KELP 42")
    page.get_by_role("button", name="Sign in").click()
    page.get_by_role("link", name="See your last result").click()
    expect(page.get_by_role("heading", level=1)).to_have_text("2 of 3 right")
    assert faults == []


def test_the_same_learner_without_javascript(browser, live_server, given):
    context = browser.new_context(java_script_enabled=False)
    page = context.new_page()
    join_and_answer(page, live_server)
    finish(page)
    page.get_by_role("link", name="Paragraph 1: see the sentence").first.click()
    expect(page.locator("#p1 mark.evidence")).to_be_visible()
    attempt = Attempt.objects.get()
    assert attempt.state == Attempt.State.FINISHED
    context.close()
