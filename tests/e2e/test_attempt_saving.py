"""Nothing that a learner enters is lost: not to the network, a crash, a second page, or signing out elsewhere."""

import pytest
from django.test import Client
from django.urls import reverse
from playwright.sync_api import Page, expect

from quizzes.models import Assignment, Attempt, Response
from tests import factories

RETRYING = "Not saved, retrying."


@pytest.fixture
def sitting(page: Page, live_server, learner, learner_client, classroom, instructor):
    """A function that opens a question of a graded attempt, signed in as the learner; the second is typed."""

    def run(position: int = 2, mode: str = Assignment.Mode.GRADED) -> str:
        quiz = factories.quiz(instructor, items=3, source=factories.article(instructor))
        attempt = factories.attempt(factories.assignment(classroom, quiz, mode=mode), learner)
        cookie = learner_client.cookies["sessionid"].value
        page.context.add_cookies([{"name": "sessionid", "value": cookie, "url": live_server.url}])
        address = live_server.url + reverse("attempt-show", args=[attempt.uuid, position])
        page.goto(address)
        return address

    return run


def given() -> list[dict]:
    return [response.given for response in Response.objects.order_by("id")]


def newest() -> dict:
    return Response.objects.get(is_current=True).given


def say_saved(page: Page) -> None:
    expect(page.locator("#saved")).to_contain_text("Saved ")
    expect(page.locator("#saved")).not_to_have_class("saved saved-failed")


def test_typing_is_saved_a_moment_later_and_a_choice_at_once(page: Page, sitting, faults):
    sitting()
    page.locator("#text").press_sequentially("19", delay=30)
    page.locator("#text").press_sequentially("74", delay=30)
    say_saved(page)
    assert given() == [{"text": "1974"}]
    expect(page.locator("#answered")).to_have_text("1 answered")
    expect(page.get_by_role("progressbar", name="Answered: 1 of 3")).to_have_count(1)
    expect(page.get_by_role("button", name="Question 2, answered")).to_have_attribute("aria-current", "step")
    assert page.evaluate("Object.keys(localStorage).filter((name) => name.startsWith('answer '))") == []
    expect(page.locator("#live")).to_have_text("")
    page.get_by_role("button", name="Question 1").click()
    expect(page.locator("#item-h")).to_be_focused()
    with page.expect_response("**/save/", timeout=700):
        page.locator("#choice-2").check()


def test_what_is_typed_offline_is_saved_when_the_network_is_back(page: Page, sitting):
    sitting()
    page.context.set_offline(True)
    page.locator("#text").fill("in 1974")
    expect(page.locator("#saved")).to_contain_text(RETRYING)
    expect(page.locator("#live")).to_contain_text(RETRYING)
    page.locator("#text").fill("1974")
    expect(page.locator("#saved")).to_contain_text(RETRYING)
    page.context.set_offline(False)
    say_saved(page)
    expect(page.locator("#live")).to_have_text("Your answer is saved now.")
    expect(page.locator("#text")).to_have_value("1974")
    assert newest() == {"text": "1974"}


def test_a_lost_reply_is_asked_for_again_and_stored_once(page: Page, sitting):
    sitting()
    lost = []

    def lose_first(route):
        if lost:
            return route.continue_()
        lost.append(route.fetch())
        return route.abort()

    page.route("**/save/", lose_first)
    page.locator("#text").fill("1974")
    expect(page.locator("#saved")).to_contain_text(RETRYING)
    page.locator("#text").fill("1975")
    say_saved(page)
    expect(page.locator("#text")).to_have_value("1975")
    assert given() == [{"text": "1974"}, {"text": "1975"}]


def test_a_button_whose_reply_was_lost_may_be_pressed_again_with_another_answer(page: Page, sitting):
    sitting()
    lost = []

    def lose_first(route):
        if lost:
            return route.continue_()
        lost.append(route.fetch())
        return route.abort()

    page.route("**/answer/", lose_first)
    page.locator("#text").fill("1975")
    page.get_by_role("button", name="Next").click()
    expect(page.locator("#saved")).to_contain_text(RETRYING)
    page.locator("#text").fill("1974")
    say_saved(page)
    page.get_by_role("button", name="Next").click()
    expect(page.locator("#item-h")).to_have_text("Question 3 of 3")
    assert newest() == {"text": "1974"}
    assert given()[0] == {"text": "1975"}


def test_what_was_typed_before_a_crash_is_put_back_and_saved(page: Page, sitting):
    address = sitting()
    page.context.set_offline(True)
    page.locator("#text").fill("1974")
    expect(page.locator("#saved")).to_contain_text(RETRYING)
    context = page.context
    page.close(run_before_unload=False)
    context.set_offline(False)
    again = context.new_page()
    again.goto(address)
    expect(again.locator("#text")).to_have_value("1974")
    expect(again.locator("#restored")).to_contain_text("is put back")
    say_saved(again)
    assert given() == [{"text": "1974"}]


def test_in_practice_what_is_typed_is_kept_here_until_it_is_checked(page: Page, sitting):
    address = sitting(mode=Assignment.Mode.PRACTICE)
    page.locator("#text").fill("1974")
    context = page.context
    page.close(run_before_unload=False)
    again = context.new_page()
    again.goto(address)
    expect(again.locator("#text")).to_have_value("1974")
    assert given() == []
    again.get_by_role("button", name="Check answer").click()
    expect(again.locator("#verdict-h")).to_have_text("Right")
    assert again.evaluate("localStorage.length") == 0
    assert given() == [{"text": "1974"}]


def test_a_second_page_sees_both_answers_and_chooses(page: Page, sitting, check):
    address = sitting()
    other = page.context.new_page()
    other.goto(address)
    page.locator("#text").fill("1974")
    say_saved(page)
    other.locator("#text").fill("1980")
    expect(other.locator("#stale")).to_be_visible()
    expect(other.locator("#text")).to_have_value("1980")
    check(other)
    assert newest() == {"text": "1974"}
    other.get_by_role("button", name="Show both answers").click()
    expect(other.locator("#item-h")).to_be_focused()
    expect(other.locator("#item")).to_contain_text("1974")
    expect(other.locator("#item")).to_contain_text("1980")
    check(other)
    other.get_by_role("button", name="Use the one sent just now").click()
    expect(other.locator("#text")).to_have_value("1980")
    expect(other.locator("#restored")).not_to_be_visible()
    assert newest() == {"text": "1980"}


def test_an_answer_left_here_does_not_replace_a_newer_one(page: Page, sitting, learner_client):
    address = sitting()
    page.context.set_offline(True)
    page.locator("#text").fill("1980")
    expect(page.locator("#saved")).to_contain_text(RETRYING)
    context = page.context
    page.close(run_before_unload=False)
    context.set_offline(False)
    learner_client.post(f"{address.removesuffix('/')}/save/", {"text": "1974", "idempotency_key": "k", "sequence": 0})
    again = context.new_page()
    again.goto(address)
    expect(again.locator("#conflict-text")).to_have_text("1980")
    expect(again.locator("#text")).to_have_value("1974")
    again.get_by_role("button", name="Use this one").click()
    expect(again.locator("#text")).to_have_value("1980")
    say_saved(again)
    assert newest() == {"text": "1980"}


def sign_out_elsewhere(learner) -> None:
    learner.set_password("another long password")  # ends the sessions, as signing out does
    learner.save()


def test_signed_out_elsewhere_says_so_and_saves_after_signing_in(page: Page, sitting, live_server, learner, check):
    sitting()
    sign_out_elsewhere(learner)
    page.locator("#text").fill("1974")
    expect(page.locator("#saved")).to_contain_text("You are signed out.")
    expect(page.locator("#live")).to_contain_text("You are signed out.")
    check(page)
    with page.context.expect_page() as opened:
        page.locator("#saved").get_by_role("link", name="Sign in").click()
    other = opened.value
    other.get_by_label("Name", exact=True).fill(learner.username)
    other.get_by_label("Password").fill("another long password")
    other.get_by_role("button", name="Sign in").click()
    expect(other.get_by_role("button", name="Sign out").or_(other.get_by_role("heading", level=1))).to_be_visible()
    other.close()
    page.bring_to_front()
    say_saved(page)
    page.locator("#text").fill("in 1974")
    say_saved(page)
    page.get_by_role("button", name="Next").click()
    expect(page.locator("#item-h")).to_have_text("Question 3 of 3")
    assert newest() == {"text": "in 1974"}


def test_a_button_pressed_while_signed_out_keeps_the_question(page: Page, sitting, learner):
    sitting(mode=Assignment.Mode.PRACTICE)
    page.locator("#text").fill("1974")
    sign_out_elsewhere(learner)
    page.get_by_role("button", name="Check answer").click()
    expect(page.locator("#saved")).to_contain_text("You are signed out.")
    expect(page.locator("#text")).to_have_value("1974")


def test_a_finished_attempt_closes_the_inputs_and_leads_to_the_result(page: Page, sitting, learner_client, check):
    sitting()
    attempt = Attempt.objects.get()
    learner_client.post(reverse("attempt-hand-in", args=[attempt.uuid]))
    page.locator("#text").fill("1974")
    expect(page.locator("#text")).to_be_disabled()
    expect(page.locator("#item-h")).to_be_focused()
    expect(page.locator("#live")).to_contain_text("handed in")
    check(page)
    page.locator("#saved").get_by_role("link", name="See your result").click()
    expect(page.get_by_role("heading", level=1)).to_have_text("0 of 3 right")
    assert given() == []


def test_a_button_waits_for_the_save_that_is_under_way(page: Page, sitting):
    sitting()
    held = []
    page.route("**/save/", lambda route: held.append(route))
    page.locator("#text").fill("19")
    page.wait_for_timeout(1000)
    page.locator("#text").fill("1974")
    page.get_by_role("button", name="Next").dblclick()
    expect(page.locator("#item-h")).to_have_text("Question 2 of 3")
    held[0].continue_()
    expect(page.locator("#item-h")).to_have_text("Question 3 of 3")
    assert given() == [{"text": "19"}, {"text": "1974"}]


def test_back_and_forward_show_what_is_stored(page: Page, sitting, faults):
    sitting()
    page.locator("#text").fill("1974")
    page.get_by_role("button", name="Next").click()
    expect(page.locator("#item-h")).to_have_text("Question 3 of 3")
    page.go_back()
    expect(page.locator("#text")).to_have_value("1974")
    sent = []
    page.on("request", lambda request: sent.append(request.url) if request.url.endswith("/save/") else None)
    with page.expect_response("**/save/"):
        page.locator("#text").fill("1975")
    say_saved(page)
    assert len(sent) == 1
    page.go_forward()
    expect(page.locator("#item-h")).to_have_text("Question 3 of 3")
    page.go_back()
    expect(page.locator("#text")).to_have_value("1975")
    expect(page.locator("#restored")).not_to_be_visible()


def test_leaving_with_an_answer_that_is_not_saved_asks_first(page: Page, sitting):
    sitting()
    page.context.set_offline(True)
    page.locator("#text").fill("1974")
    expect(page.locator("#saved")).to_contain_text(RETRYING)
    asked = []

    def stay(dialog):
        asked.append(dialog.type)
        dialog.dismiss()

    page.on("dialog", stay)
    page.get_by_role("link", name="studyapp, leave to my quizzes").click()
    expect(page.locator("#text")).to_have_value("1974")
    assert asked == ["beforeunload"]


def test_no_answer_of_another_learner_is_put_back(page: Page, sitting, live_server, classroom):
    address = sitting()
    client = Client()
    client.force_login(factories.learner(classroom), backend="quizzes.backends.PeopleBackend")
    page.context.add_cookies(
        [{"name": "sessionid", "value": client.cookies["sessionid"].value, "url": live_server.url}]
    )
    assert page.goto(address).status == 404
