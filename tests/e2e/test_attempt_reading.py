"""How the text is read: size, spacing, letters, contrast, aloud, and the keys and buttons round it."""

import pytest
from django.urls import reverse
from playwright.sync_api import Page, expect

from quizzes.models import Assignment, Item, Response
from tests import factories

VOICE = """
  window.spoken = [];
  Object.defineProperty(window, "speechSynthesis", { value: {
    speak(utterance) { window.spoken.push(utterance); }, cancel() {}, pause() { this.paused = true; },
    resume() { this.paused = false; },
  } });
"""


@pytest.fixture
def opened(page: Page, live_server, learner, learner_client, classroom, instructor):
    """A function that opens a question of a quiz with one question of each kind."""

    def run(position: int = 1, mode: str = Assignment.Mode.GRADED) -> str:
        given = factories.assignment(classroom, factories.quiz_of_all_kinds(instructor), mode=mode)
        attempt = factories.attempt(given, learner)
        cookie = learner_client.cookies["sessionid"].value
        page.context.add_cookies([{"name": "sessionid", "value": cookie, "url": live_server.url}])
        page.goto(live_server.url + reverse("attempt-show", args=[attempt.uuid, position]))
        return page.url.rsplit("/", 2)[0]

    return run


def test_reading_settings_hold_at_once_and_on_every_page(page: Page, live_server, opened, learner, check, faults):
    base = opened()
    page.get_by_text("Text size and spacing").click()
    panel = page.locator(".panel-fold")
    check(page)
    with page.expect_response("**/settings/reading/"):
        panel.get_by_label("Largest").check()
    panel.get_by_label("Widest").check()
    panel.get_by_label("Plain letters").check()
    with page.expect_response("**/settings/reading/"):
        panel.get_by_label("High contrast").check()
    expect(page.locator("html[data-size='3'][data-spacing=widest][data-font=easy][data-contrast=high]")).to_have_count(
        1
    )
    page.keyboard.press("Escape")
    expect(panel.locator("summary")).to_be_focused()
    expect(panel.get_by_label("Largest")).not_to_be_visible()
    for address in (f"{base}/6/", f"{base}/hand-in/", live_server.url + reverse("settings")):
        page.goto(address)
        expect(page.locator("html[data-size='3'][data-contrast=high]")).to_have_count(1)
        check(page)
    learner.refresh_from_db()
    assert learner.reading == {"size": "3", "spacing": "widest", "font": "easy", "contrast": "high"}


def test_the_text_is_read_aloud_paragraph_by_paragraph(page: Page, opened, check, faults):
    page.add_init_script(VOICE)
    opened()
    page.get_by_role("button", name="Read aloud").click()
    said = "window.spoken.map((utterance) => utterance.text)"
    assert page.evaluate(said) == [factories.TEXT[0]]
    assert page.evaluate("window.spoken[0].lang") == "en"
    expect(page.locator("#p1")).to_have_class("para is-read-aloud")
    page.get_by_role("button", name="Pause").click()
    expect(page.get_by_role("button", name="Go on reading")).to_be_focused()
    page.get_by_role("button", name="Go on reading").click()
    page.evaluate("window.spoken[0].onend()")
    assert page.evaluate(said) == list(factories.TEXT[:2])
    expect(page.locator("#p2")).to_have_class("para is-read-aloud")
    check(page)
    page.get_by_role("button", name="Stop").click()
    expect(page.locator(".is-read-aloud")).to_have_count(0)
    expect(page.locator("#live")).to_have_text("")


def test_without_a_voice_there_is_no_button(page: Page, opened):
    page.add_init_script("delete Window.prototype.speechSynthesis; delete window.speechSynthesis;")
    opened()
    expect(page.get_by_role("button", name="Read aloud")).to_have_count(0)


def test_lines_of_an_order_are_moved_by_buttons(page: Page, opened, check, faults):
    opened(6)
    expect(page.locator("#item-h")).to_be_focused()
    page.get_by_role("button", name="Move up: The harbour was closed.").press("Enter")
    expect(page.locator("#live")).to_have_text("The harbour was closed. is now 2 of 3.")
    expect(page.get_by_role("button", name="Move up: The harbour was closed.")).to_be_focused()
    page.keyboard.press("Enter")
    expect(page.get_by_role("button", name="Move down: The harbour was closed.")).to_be_focused()
    expect(page.get_by_label("The harbour was closed.", exact=True)).to_have_value("1")
    check(page)
    expect(page.locator("#saved")).to_contain_text("Saved ")
    page.get_by_role("button", name="Next").click()
    expect(page.locator("#item-h")).to_have_text("Question 7 of 8")
    assert Response.objects.get(is_current=True).given == {"match": [2, 0, 1]}


def test_the_list_of_keys_opens_and_closes_by_key(page: Page, opened, check, faults):
    opened()
    page.keyboard.press("?")
    dialog = page.get_by_role("dialog", name="Keys")
    expect(dialog).to_be_visible()
    check(page)
    page.keyboard.press("m")
    page.keyboard.press("Escape")
    expect(dialog).not_to_be_visible()
    expect(page.locator("#mark")).to_have_attribute("aria-pressed", "false")
    page.keyboard.press("m")
    expect(page.locator("#mark")).to_have_attribute("aria-pressed", "true")


def test_single_keys_do_nothing_while_typing_or_when_switched_off(page: Page, opened, learner):
    base = opened(3)
    page.locator("#text").press_sequentially("mp?1")
    expect(page.locator("#text")).to_have_value("mp?1")
    expect(page.get_by_role("dialog")).to_have_count(0)
    learner.single_keys = False
    learner.save()
    page.goto(f"{base}/1/")
    for key in ("1", "m", "?"):
        page.keyboard.press(key)
    expect(page.locator("input:checked[name=choice]")).to_have_count(0)
    expect(page.get_by_role("dialog")).to_have_count(0)


def test_several_gaps_are_saved_as_they_are_typed(
    page: Page, live_server, learner, learner_client, classroom, instructor, check, faults
):
    source = factories.article(instructor)
    quiz = factories.quiz_of(instructor, factories.gaps_item(source, state=Item.State.APPROVED))
    attempt = factories.attempt(factories.assignment(classroom, quiz, mode=Assignment.Mode.GRADED), learner)
    cookie = learner_client.cookies["sessionid"].value
    page.context.add_cookies([{"name": "sessionid", "value": cookie, "url": live_server.url}])
    page.goto(live_server.url + reverse("attempt-show", args=[attempt.uuid, 1]))
    check(page)
    page.keyboard.press("Tab")
    expect(page.get_by_label("Gap 1 of 2")).to_be_focused()
    page.keyboard.type("1974")
    expect(page.locator("#saved")).to_contain_text("Saved ")
    page.keyboard.press("Tab")
    page.keyboard.type("tempest")
    page.keyboard.press("Enter")
    page.get_by_role("button", name="Hand in 1 of 1 answers").press("Enter")
    expect(page.get_by_role("heading", level=1)).to_have_text("1 of 1 right")
    assert Response.objects.get(is_current=True).given == {"gaps": ["1974", "tempest"]}
    check(page)


def test_graded_work_of_every_kind_is_saved_without_a_button(page: Page, opened, check, faults):
    base = opened()
    answers = {1: "#choice-1", 2: "#choice-1", 4: "#choice-1", 7: "#choice-2", 8: "#choice-2"}
    typed = {3: "1974"}
    selects = {5: {"match_0": "1", "match_1": "0", "match_2": "2"}, 6: {"place_0": "2", "place_1": "3", "place_2": "1"}}
    for position in range(1, 9):
        with page.expect_response(lambda reply: "/save/" in reply.url and reply.ok):
            if position in answers:
                page.locator(answers[position]).check()
            elif position in typed:
                page.locator("#text").fill(typed[position])
            else:
                for name, value in selects[position].items():
                    page.locator(f"#{name}").select_option(value)
        expect(page.locator("#saved")).to_contain_text("Saved ")
        if position < 8:
            page.get_by_role("button", name=f"Question {position + 1}", exact=True).click()
            expect(page.locator("#item-h")).to_have_text(f"Question {position + 1} of 8")
            expect(page.locator("#item-h")).to_be_focused()
    page.goto(f"{base}/hand-in/")
    expect(page.get_by_text("Every question has an answer.")).to_be_visible()
    check(page)
    page.get_by_role("button", name="Hand in 8 of 8 answers").dblclick()
    expect(page.get_by_role("heading", level=1)).to_have_text("8 of 8 right")
    assert Response.objects.filter(is_current=True).count() == 8
