"""The paragraph editor by keyboard alone: from a pasted text to its next revision, with axe on each screen."""

import pytest
from django.urls import reverse
from playwright.sync_api import Locator, Page, expect

from quizzes.models import Article, ArticleDraft
from tests import factories

MESSY = """The harbour clock

The harbour clock of Vell has told the town the
wrong time for eleven years, and nobody minds. It
runs to the left, loses a quarter of an hour a day,
and strikes thirteen at noon.

Page 12 of 30

It was made from scrap by Amara Lindqvist, a retired
pilot, who gave it to the town on one condition. The
council voted on it, and the vote was eleven to two.
Nobody has mended it since.
"""


@pytest.fixture
def signed_in(page: Page, live_server, instructor_client) -> Page:
    cookie = instructor_client.cookies["sessionid"].value
    page.context.add_cookies([{"name": "sessionid", "value": cookie, "url": live_server.url}])
    return page


@pytest.fixture
def editor(signed_in: Page, live_server, instructor) -> Page:
    article = factories.noisy_article(instructor)
    signed_in.goto(live_server.url + reverse("draft-show", args=[article.uuid]))
    return signed_in


def said(page: Page, words: str) -> None:
    expect(page.locator("#live")).to_contain_text(words)


def field(page: Page, number: int) -> Locator:
    return page.locator(".edit-text").nth(number - 1)


def put_cursor_before(box: Locator, words: str) -> None:
    """Walk there with the keys of the text field."""
    text = box.input_value()
    box.press("Control+Home")
    for _ in range(text.index(words)):
        box.press("ArrowRight")


def test_a_pasted_text_is_mended_and_saved(signed_in: Page, live_server, check, faults):
    page = signed_in
    page.goto(live_server.url + reverse("article-create"))
    page.locator("#id_text").fill(MESSY)
    page.locator("main form .button-primary").first.press("Enter")
    page.get_by_role("link", name="Edit the text").press("Enter")
    expect(page.get_by_role("heading", name="Edit the text")).to_be_visible()
    check(page)

    # one fixes a paragraph, and goes on: it is kept, and the focus stays where one went
    field(page, 2).focus()
    field(page, 2).press("Control+End")
    page.keyboard.type(" It is loved.")
    field(page, 3).focus()
    said(page, "Paragraph 2 changed.")
    expect(field(page, 3)).to_be_focused()
    expect(page.locator(".raw .here").first).to_contain_text("It was made from scrap")

    # split at the cursor, merge again, and undo the merge
    put_cursor_before(field(page, 3), "The council")
    page.keyboard.press("Control+Enter")
    said(page, "Paragraph 3 is split: it is now 3 to 4.")
    expect(field(page, 4)).to_be_focused()
    field(page, 3).focus()
    page.get_by_role("group", name="Actions for paragraph 3").get_by_role("button", name="Merge").press("Enter")
    said(page, "Paragraph 3 merged with 4.")
    expect(field(page, 3)).to_be_focused()
    page.get_by_role("button", name="Undo").press("Enter")
    said(page, "Undone: merging two paragraphs.")
    expect(page.get_by_role("button", name="Undo")).to_be_focused()
    expect(page.locator(".edit-text")).to_have_count(4)

    # what was taken for noise comes back, and moves to the end
    page.get_by_role("button", name="Bring back “Page 12 of 30”").press("Enter")
    said(page, "“Page 12 of 30” is back as paragraph 3.")
    expect(field(page, 3)).to_be_focused()
    page.keyboard.press("Alt+ArrowDown")
    said(page, "Paragraph 3 is now paragraph 4.")
    expect(field(page, 4)).to_be_focused()
    check(page)

    page.get_by_role("button", name="Save as revision 2").press("Enter")
    expect(page.locator(".notice-right")).to_contain_text("The text is saved as revision 2.")
    revision = Article.objects.get().revisions.latest("number")
    assert (revision.number, revision.paragraphs.count()) == (2, 5)
    assert revision.paragraphs.get(number=4).text == "Page 12 of 30"
    assert not ArticleDraft.objects.exists()


def test_typed_text_survives_any_button(editor: Page, faults):
    field(editor, 1).fill("The harbour was closed.")
    group = editor.get_by_role("group", name="Actions for paragraph 2")
    field(editor, 2).focus()
    group.get_by_role("button", name="Merge").press("Enter")
    said(editor, "Paragraph 2 merged with 3.")
    expect(field(editor, 1)).to_have_value("The harbour was closed.")
    field(editor, 1).fill("The harbour was closed for good.")
    editor.get_by_role("button", name="Save as revision 2").press("Enter")
    expect(editor.locator(".notice-right")).to_contain_text("saved as revision 2")
    assert Article.objects.get().revisions.latest("number").paragraphs.get(number=1).text.endswith("for good.")


def test_saving_takes_along_what_no_one_has_sent_yet(editor: Page):
    field(editor, 1).evaluate("field => { field.value = 'The harbour was closed at last.'; }")
    editor.get_by_role("button", name="Save as revision 2").press("Enter")
    expect(editor.locator(".notice-right")).to_contain_text("saved as revision 2")
    assert Article.objects.get().revisions.latest("number").paragraphs.get(number=1).text.endswith("at last.")


def test_an_emptied_paragraph_offers_to_be_dropped(editor: Page, check):
    field(editor, 2).fill("")
    field(editor, 3).focus()
    said(editor, "A paragraph cannot be empty.")
    expect(field(editor, 3)).to_be_focused()
    check(editor)
    editor.get_by_role("button", name="Save as revision 2").press("Enter")
    expect(field(editor, 2)).to_be_focused()
    editor.get_by_role("button", name="Drop paragraph 2").press("Enter")
    said(editor, "Paragraph 2 dropped.")
    expect(editor.locator(".left-out").nth(1)).to_contain_text("dropped by hand")


def test_a_page_that_is_old_shows_the_text_as_it_is(editor: Page):
    other = editor.context.new_page()
    other.goto(editor.url)
    field(other, 1).fill("Closed.")
    field(other, 2).focus()
    said(other, "Paragraph 1 changed.")
    field(editor, 3).focus()
    editor.get_by_role("group", name="Actions for paragraph 3").get_by_role("button", name="Drop").press("Enter")
    said(editor, "The text was changed in another window")
    expect(field(editor, 1)).to_have_value("Closed.")
    expect(editor.locator(".edit-text")).to_have_count(3)


def test_a_paragraph_is_added_and_the_rest_discarded(editor: Page, check, faults):
    field(editor, 1).focus()
    editor.get_by_role("link", name="Add below").first.press("Enter")
    expect(editor.get_by_label("New paragraph")).to_be_focused()
    check(editor)
    editor.keyboard.type("A new one.")
    editor.get_by_role("button", name="Add the paragraph").press("Enter")
    said(editor, "Paragraph 2 added.")
    expect(field(editor, 2)).to_be_focused()
    editor.locator(".editor-discard summary").press("Enter")
    check(editor)
    editor.get_by_role("button", name="Yes, discard them").press("Enter")
    expect(editor.locator(".notice-right")).to_contain_text("The changes are discarded.")


def test_on_a_phone_the_actions_and_the_raw_text_open_at_a_touch(editor: Page, check):
    editor.set_viewport_size({"width": 360, "height": 740})
    editor.get_by_label("Actions for paragraph 2").first.click()
    check(editor)
    editor.set_viewport_size({"width": 360, "height": 740})
    editor.get_by_role("link", name="Show in the raw text").locator("visible=true").click()
    expect(editor.locator("#raw-text")).to_have_css("visibility", "visible")
    expect(editor.locator(".raw .here")).to_contain_text("Some 400 boats")
    editor.get_by_role("link", name="Back to the paragraphs").click()
    expect(editor.locator("#raw-text")).to_have_css("visibility", "hidden")


def test_the_editor_works_without_a_script(browser, live_server, instructor_client, instructor):
    article = factories.noisy_article(instructor)
    context = browser.new_context(java_script_enabled=False)
    cookie = instructor_client.cookies["sessionid"].value
    context.add_cookies([{"name": "sessionid", "value": cookie, "url": live_server.url}])
    page = context.new_page()
    page.goto(live_server.url + reverse("draft-show", args=[article.uuid]))
    field(page, 1).fill("Closed.\n\nFor good.")
    field(page, 1).focus()
    page.get_by_role("button", name="Keep the change").locator("visible=true").first.press("Enter")
    expect(page.locator(".notice-right")).to_contain_text("Paragraph 1 is split: it is now 1 to 2.")
    page.get_by_role("button", name="Join to 2 “12”").press("Enter")
    expect(field(page, 2)).to_have_value("For good. 12")
    page.get_by_role("button", name="Save as revision 2").press("Enter")
    expect(page.locator(".notice-right")).to_contain_text("saved as revision 2")
    context.close()
