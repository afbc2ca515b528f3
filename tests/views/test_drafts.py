"""The paragraph editor's page: every operation by a plain form and with htmx, refusals, and who may use it."""

import re

import pytest
from django.urls import reverse

from quizzes.models import ArticleDraft, Item, Run
from quizzes.queries.draft_rows import draft_of, state_of
from quizzes.queries.drafts import PARAGRAPHS_A_PAGE
from tests import factories
from tests.views.pages import HTMX, MOST_QUERIES, html_of, query_count, words_of

FIRST, SECOND, THIRD = factories.TEXT


@pytest.fixture
def article(instructor):
    return factories.noisy_article(instructor)


def page_of(article) -> str:
    return reverse("draft-show", args=[article.uuid])


def send(client, article, headers=None, name="draft-change", **sent):
    address = reverse(name, args=[article.uuid])
    return client.post(address, {"state": state_of(draft_of(article)), "from": "1", **sent}, headers=headers)


def texts(article) -> list[str]:
    return [row["text"] for row in draft_of(article).paragraphs if not row["out"]]


def focused(response) -> list[str]:
    return re.findall(r"<(?:button|textarea|h2|input)[^>]*data-focus[^>]*>", html_of(response))


OPERATIONS = {
    "edit": ({"key": "p1", "text": "Closed."}, ["Closed.", SECOND, THIRD]),
    "split": ({"key": "p1", "text": "Closed.\r\n\r\nFor good."}, ["Closed.", "For good.", SECOND, THIRD]),
    "merge": ({"key": "p2", "text": SECOND}, [FIRST, f"{SECOND} {THIRD}"]),
    "drop": ({"key": "p2"}, [FIRST, THIRD]),
    "kind": ({"key": "p2", "text": SECOND, "kind": "caption"}, [FIRST, SECOND, THIRD]),
    "up": ({"key": "p2", "text": SECOND}, [SECOND, FIRST, THIRD]),
    "down": ({"key": "p2", "text": SECOND}, [FIRST, THIRD, SECOND]),
    "add": ({"key": "p2", "text": "New."}, [FIRST, SECOND, "New.", THIRD]),
    "return": ({"key": "x1"}, [FIRST, "12", SECOND, THIRD]),
    "join": ({"key": "x1"}, [f"{FIRST} 12", SECOND, THIRD]),
    "return_all": ({}, [FIRST, "12", SECOND, THIRD, "The Vell Gazette"]),
}
EVERY_OPERATION = pytest.mark.parametrize(("do", "sent", "after"), [(do, *rest) for do, rest in OPERATIONS.items()])


@EVERY_OPERATION
def test_plain_form_does_it_and_comes_back_to_the_place(instructor_client, article, do, sent, after):
    response = send(instructor_client, article, do=do, **sent)
    assert response.status_code == 302
    assert response.url.startswith(f"{page_of(article)}?from=1#k-")
    assert texts(article) == after
    assert draft_of(article).paragraphs[0]["key"] == "p1" or do == "up"
    assert "notice-right" in html_of(instructor_client.get(response.url))


@EVERY_OPERATION
def test_htmx_does_it_and_gets_fragments(instructor_client, article, do, sent, after):
    response = send(instructor_client, article, HTMX, do=do, **sent)
    page = html_of(response)
    assert response.status_code == 200
    assert texts(article) == after
    assert "<html" not in page
    assert re.search(r'id="bar-history" hx-swap-oob="true" data-state="1-1"', page)
    assert re.search(r'<p id="live" hx-swap-oob="innerHTML">\S', page)
    assert len(focused(response)) == 1


def test_undo_and_redo_keep_the_focus_on_a_live_button(instructor_client, article):
    send(instructor_client, article, do="drop", key="p2")
    undone = send(instructor_client, article, HTMX, do="undo")
    assert texts(article) == [FIRST, SECOND, THIRD]
    assert [re.findall(r'value="(\w+)"', tag)[0] for tag in focused(undone)] == ["redo"]
    assert "Undone: dropping a paragraph." in words_of(undone)
    done = send(instructor_client, article, HTMX, do="redo")
    assert texts(article) == [FIRST, THIRD]
    assert [re.findall(r'value="(\w+)"', tag)[0] for tag in focused(done)] == ["undo"]


@pytest.mark.parametrize(("by_key", "tag"), [("", "<button"), ("1", "<textarea")])
def test_moving_keeps_the_focus_where_the_hand_is(instructor_client, article, by_key, tag):
    response = send(instructor_client, article, HTMX, do="down", key="p1", text=FIRST, by_key=by_key)
    assert focused(response)[0].startswith(tag)


def test_changing_one_paragraph_swaps_that_one(instructor_client, article):
    response = send(instructor_client, article, HTMX, do="edit", key="p1", text="Closed.")
    assert response["HX-Retarget"] == "#k-p1"
    assert 'id="sheet"' not in html_of(response)


def test_leaving_a_paragraph_swaps_what_is_said_about_it(instructor_client, article):
    response = send(instructor_client, article, HTMX, key="p1", text="Closed.", auto="1")
    assert response["HX-Reswap"] == "none"
    assert "<textarea" not in html_of(response)
    assert "Changed" in words_of(response)


def test_leaving_a_paragraph_shows_the_text_where_it_was_folded(instructor_client, article):
    response = send(instructor_client, article, HTMX, key="p1", text=" Closed.\x07 ", auto="1")
    assert re.search(r"<textarea[^>]*>\nClosed\.</textarea>", html_of(response))
    assert focused(response) == []


# refusals


@pytest.mark.parametrize("headers", [None, HTMX])
def test_an_emptied_paragraph_is_refused_with_the_offer_to_drop_it(instructor_client, article, headers):
    response = send(instructor_client, article, headers, do="edit", key="p1", text=" ")
    assert response.status_code == 422
    assert "A paragraph cannot be empty. Write its text, or drop it." in words_of(response)
    assert "Drop paragraph 1" in words_of(response)
    assert texts(article) == [FIRST, SECOND, THIRD]


@pytest.mark.parametrize("headers", [None, HTMX])
def test_a_stale_page_changes_nothing_and_shows_the_text_as_it_is(instructor_client, article, headers):
    send(instructor_client, article, do="edit", key="p1", text="Closed.")
    response = send(instructor_client, article, headers, do="drop", key="p2", state="1-0")
    assert response.status_code == 409
    assert "The text was changed in another window, so nothing was changed here." in words_of(response)
    assert "Closed." in html_of(response)
    assert texts(article) == ["Closed.", SECOND, THIRD]


def test_what_was_typed_stays_after_a_refusal(instructor_client, article):
    response = send(instructor_client, article, HTMX, do="split", key="p1", text="Typed without a cursor.")
    assert response.status_code == 422
    assert "Typed without a cursor." in html_of(response)


def test_an_empty_new_paragraph_is_refused_beside_its_field(instructor_client, article):
    response = send(instructor_client, article, HTMX, do="add", key="p1", text="")
    assert response.status_code == 422
    assert "There is no text yet. Write it, or cancel." in words_of(response)
    assert 'id="id_new"' in focused(response)[0]


@pytest.mark.parametrize("sent", [{"do": "explode"}, {"do": "edit", "key": "k" * 41}, {"state": ""}])
def test_a_senseless_change_changes_nothing(instructor_client, article, sent):
    assert send(instructor_client, article, **sent).status_code == 422
    assert not ArticleDraft.objects.exists()


@pytest.mark.parametrize("query", ["?from=0", "?from=x", "?from=99999999999", "?add=nobody"])
def test_a_senseless_place_shows_the_beginning(instructor_client, article, query):
    assert FIRST in html_of(instructor_client.get(page_of(article) + query))


# what the page shows


def test_the_page_shows_noise_with_its_reason_where_it_stood(instructor_client, article):
    page = words_of(instructor_client.get(page_of(article)))
    assert "Left out here: page number “12”." in page
    assert "2 passages are left out (page number: 1, running head: 1)." in page
    assert page.index(FIRST) < page.index("Left out here: page number") < page.index(SECOND)


def test_looking_stores_nothing(instructor_client, article):
    instructor_client.get(page_of(article))
    assert not ArticleDraft.objects.exists()


def test_the_draft_is_found_again_with_its_changes_in_words(instructor_client, article):
    send(instructor_client, article, do="edit", key="p1", text="Closed.")
    send(instructor_client, article, do="drop", key="p2")
    page = words_of(instructor_client.get(page_of(article)))
    assert "1 changed, 1 dropped. Kept here, not yet in the article." in page
    assert f"Left out here: dropped by hand “{SECOND}”." in page


def test_the_raw_text_names_the_paragraph_of_each_stretch(instructor_client, article):
    page = html_of(instructor_client.get(page_of(article)))
    assert f'<span data-raw="p1" id="r-p1">{FIRST}</span>' in page
    assert '<span data-raw="x1" id="r-x1" class="raw-out">12</span>' in page


def test_the_field_of_a_new_paragraph_opens_by_a_link(instructor_client, article):
    page = html_of(instructor_client.get(f"{page_of(article)}?add=p2"))
    assert page.index('id="t-p2"') < page.index('id="id_new"') < page.index('id="t-p3"')


def test_a_book_is_shown_in_parts(instructor_client, instructor):
    book = factories.article(instructor, tuple(f"Sentence {n}." for n in range(1, PARAGRAPHS_A_PAGE + 3)))
    first = html_of(instructor_client.get(page_of(book)))
    assert "Sentence 51." not in re.sub(r"<pre.*</pre>", "", first, flags=re.DOTALL)
    assert "On to paragraph 51" in first
    assert "Paragraphs 51 to 52 of 52" in words_of(instructor_client.get(f"{page_of(book)}?from=51"))


# saving and discarding


def test_saving_without_items_goes_to_the_article(instructor_client, article):
    send(instructor_client, article, do="drop", key="p2")
    response = send(instructor_client, article, name="draft-save")
    assert (response.status_code, response.url) == (302, reverse("article-show", args=[article.uuid]))
    assert "The text is saved as revision 2." in words_of(instructor_client.get(response.url))


def test_saving_with_items_goes_to_what_it_does_to_them(instructor_client, article):
    factories.item(article, state=Item.State.APPROVED)
    send(instructor_client, article, do="drop", key="p2")
    response = send(instructor_client, article, HTMX, name="draft-save")
    assert response["HX-Redirect"] == reverse("article-impact", args=[article.uuid])


def test_saving_nothing_says_so(instructor_client, article):
    response = send(instructor_client, article, name="draft-save")
    assert response.url == page_of(article)
    assert "Nothing was changed, so there is no new revision." in words_of(instructor_client.get(response.url))
    assert article.revisions.count() == 1


def test_saving_from_a_stale_page_is_refused(instructor_client, article):
    send(instructor_client, article, do="drop", key="p2")
    assert send(instructor_client, article, name="draft-save", state="1-0").status_code == 409
    assert article.revisions.count() == 1


def test_saving_waits_for_a_run(instructor_client, article):
    send(instructor_client, article, do="drop", key="p2")
    factories.run(article, state=Run.State.RUNNING)
    response = send(instructor_client, article, name="draft-save")
    assert response.status_code == 422
    assert "Questions are being written about this text." in words_of(response)


def test_discarding_gives_the_article_back(instructor_client, article):
    send(instructor_client, article, do="drop", key="p2")
    response = send(instructor_client, article, name="draft-discard")
    assert response.url == reverse("article-show", args=[article.uuid])
    assert texts(article) == [FIRST, SECOND, THIRD]


def test_discarding_from_a_stale_page_is_refused(instructor_client, article):
    send(instructor_client, article, do="drop", key="p2")
    assert send(instructor_client, article, name="draft-discard", state="1-0").status_code == 409
    assert texts(article) == [FIRST, THIRD]


# who may, and what it costs

REFUSED = [("assistant_client", 403), ("learner_client", 403), ("outsider_client", 404), ("client", 302)]


@pytest.mark.parametrize(("persona", "status"), REFUSED)
def test_only_the_owner_opens_the_editor(request, persona, status, article):
    assert request.getfixturevalue(persona).get(page_of(article)).status_code == status


@pytest.mark.parametrize("name", ["draft-change", "draft-save", "draft-discard"])
@pytest.mark.parametrize(("persona", "status"), REFUSED)
def test_only_the_owner_changes_the_text(request, persona, status, name, article):
    response = send(request.getfixturevalue(persona), article, name=name, do="drop", key="p2")
    assert response.status_code == status
    assert not ArticleDraft.objects.exists()


@pytest.mark.parametrize("is_stored", [True, False])
def test_a_page_costs_the_same_with_more_paragraphs(instructor_client, instructor, is_stored):
    counts = []
    for paragraphs in (1, 3):
        one = factories.article(instructor, factories.TEXT[:paragraphs])
        factories.item(one)
        if is_stored:
            factories.draft(one)
        counts.append(query_count(instructor_client, page_of(one)))
    assert counts[0] == counts[1] <= MOST_QUERIES
