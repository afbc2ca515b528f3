"""The time left: by the server's clock, spoken three times only, and handed in at the end."""

from datetime import timedelta

import pytest
from django.urls import reverse
from django.utils import timezone
from playwright.sync_api import Page, expect

from quizzes.models import Assignment, Attempt, Response
from tests import factories

EXTENDED = {"time_limit": 30, "closes_at": None, "extra_percent": 100, "extra_minutes": 0}


@pytest.fixture
def timed(page: Page, live_server, learner, learner_client, classroom, instructor):
    """A function that opens the typed question of a graded attempt of 60 minutes, with so many seconds left."""

    def run(seconds: float) -> None:
        quiz = factories.quiz(instructor, items=3, source=factories.article(instructor))
        given = factories.assignment(classroom, quiz, mode=Assignment.Mode.GRADED, time_limit=30)
        attempt = factories.attempt(given, learner, settings=EXTENDED)
        due = timezone.now() + timedelta(seconds=seconds)
        Attempt.objects.filter(pk=attempt.pk).update(due_at=due, started_at=due - timedelta(minutes=60))
        cookie = learner_client.cookies["sessionid"].value
        page.context.add_cookies([{"name": "sessionid", "value": cookie, "url": live_server.url}])
        page.goto(live_server.url + reverse("attempt-show", args=[attempt.uuid, 2]))

    return run


def test_the_time_left_is_shown_with_what_was_added_and_can_be_hidden(page: Page, timed, check, faults):
    timed(45 * 60)
    expect(page.locator("#timer")).to_contain_text("45 min left")
    expect(page.locator("#timer")).to_contain_text("60 min, extended from 30")
    check(page)
    page.locator("#timer summary").press("Enter")
    expect(page.locator("#time-left")).not_to_be_visible()
    page.reload()
    expect(page.locator("#time-left")).not_to_be_visible()
    expect(page.locator("#live")).to_have_text("")


def test_a_changed_clock_of_the_device_changes_nothing(page: Page, timed):
    page.add_init_script("Date.now = () => 0; const Old = Date; Date.prototype.getTime = () => 0;")
    timed(20 * 60)
    expect(page.locator("#timer")).to_contain_text("20 min left")


def test_after_a_sleep_the_server_is_asked_for_the_time(page: Page, timed):
    timed(20 * 60)
    expect(page.locator("#timer")).to_contain_text("20 min left")
    with page.expect_response("**/save/"):
        page.evaluate("const before = Date.now; Date.now = () => before() + 600000;")
    assert not Response.objects.exists()


def test_passing_ten_minutes_is_said_once(page: Page, timed):
    timed(10 * 60 + 2)
    expect(page.locator("#live")).to_have_text("")
    expect(page.locator("#live")).to_have_text("10 minutes left.")
    expect(page.locator("#timer")).to_contain_text("10 min left")


def test_a_save_brings_the_new_end_with_it(page: Page, timed):
    timed(20 * 60)
    expect(page.locator("#timer")).to_contain_text("20 min left")
    attempt = Attempt.objects.get()
    Attempt.objects.update(due_at=attempt.due_at + timedelta(minutes=10))
    page.locator("#text").fill("1974")
    expect(page.locator("#timer")).to_contain_text("30 min left")


def test_at_the_end_what_is_there_is_sent_and_the_result_shown(page: Page, timed, faults):
    timed(3)
    page.locator("#text").press_sequentially("1974")
    expect(page.get_by_role("heading", level=1)).to_have_text("1 of 3 right")
    assert Attempt.objects.get().state == Attempt.State.FINISHED
    assert Response.objects.get().given == {"text": "1974"}


def test_at_the_end_without_a_network_the_answer_goes_when_it_is_back(page: Page, timed):
    timed(3)
    page.context.set_offline(True)
    page.locator("#text").fill("1974")
    expect(page.locator("#time-left")).to_contain_text("Time is over.")
    expect(page.locator("#text")).to_be_disabled()
    expect(page.locator("#text")).to_have_value("1974")
    page.context.set_offline(False)
    expect(page.get_by_role("heading", level=1)).to_have_text("1 of 3 right")


def test_without_a_script_the_end_stands_in_words(browser, live_server, timed, page: Page):
    timed(45 * 60)
    due = timezone.localtime(Attempt.objects.get().due_at)
    context = browser.new_context(java_script_enabled=False, storage_state=page.context.storage_state())
    plain = context.new_page()
    plain.goto(page.url)
    expect(plain.locator("#time-left")).to_have_text(f"until {due:%-d %B, %H:%M}")
    context.close()
