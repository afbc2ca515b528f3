"""Refused drafts on screen: by check, with the reason, rescued and undone."""

import pytest
from django.urls import reverse

from quizzes.models import Item
from quizzes.services.refused import rescue
from tests import factories
from tests.views.pages import HTMX, MOST_QUERIES, html_of, query_count, words_of

NOT_OWNERS = [("assistant_client", 403), ("learner_client", 403), ("outsider_client", 404), ("client", 302)]


@pytest.fixture
def article(instructor):
    return factories.article(instructor)


@pytest.fixture
def run(article):
    return factories.run(article)


@pytest.fixture
def draft(run):
    return factories.refused_draft(run)


@pytest.fixture
def address(run):
    return reverse("run-refused", args=[run.uuid])


def act(name, draft, query=""):
    return reverse(f"refused-{name}", args=[draft.uuid]) + query


def test_a_draft_stands_with_its_check_reason_key_and_evidence(instructor_client, draft, address):
    words = words_of(instructor_client.get(address))
    assert "It needed another sentence to be understood." in words
    assert "“it” points outside the item" in words
    assert "1974 Key" in words
    assert "The harbour at Vell was closed in 1974 after a storm. Evidence" in words


def test_drafts_can_be_seen_by_check(instructor_client, run, draft, address):
    for code in ("F4", "M1", "M2"):
        factories.refused_draft(run, code=code)
    count = words_of(instructor_client.get(address)).count("Rescue When")
    assert count == 4
    assert words_of(instructor_client.get(f"{address}?code=F4")).count("Rescue When") == 1
    assert words_of(instructor_client.get(f"{address}?code=M")).count("Rescue When") == 2
    assert "refused no draft that can be shown" in words_of(instructor_client.get(f"{address}?code=T1"))


def test_a_run_without_any_says_so(instructor_client, address):
    assert "There is no refused draft to show" in words_of(instructor_client.get(address))


def test_rescue_without_htmx_comes_back_to_its_place(instructor_client, draft, address):
    response = instructor_client.post(act("rescue", draft, "?code=F2&page=1"))
    assert response.url == f"{address}?code=F2&page=1#d-{draft.uuid}"
    assert Item.objects.get().state == Item.State.PROPOSED


def test_rescue_swaps_the_draft_and_moves_the_focus(instructor_client, draft):
    page = html_of(instructor_client.post(act("rescue", draft), headers=HTMX))
    assert "data-focus" in page
    assert "Rescued. It waits among the proposals." in page
    assert act("undo", draft) in page


def test_undo_brings_the_button_back(instructor_client, instructor, draft):
    rescue(instructor, draft=draft)
    page = html_of(instructor_client.post(act("undo", draft), headers=HTMX))
    assert act("rescue", draft) in page
    assert not Item.objects.exists()


@pytest.mark.parametrize(("headers", "status"), [(HTMX, 422), ({}, 302)])
def test_a_refusal_says_why(instructor_client, article, draft, headers, status):
    Item.objects.filter(pk=factories.item(article).pk).update(fingerprint=draft.fingerprint)
    response = instructor_client.post(act("rescue", draft), headers=headers)
    assert response.status_code == status
    page = response if status == 422 else instructor_client.get(response.url)
    assert "has this very question already" in words_of(page)


def test_approval_tells_why_it_was_refused(instructor_client, instructor, article, draft):
    rescue(instructor, draft=draft)
    words = words_of(instructor_client.get(reverse("approval-queue", args=[article.uuid])))
    assert "You rescued this draft. A check (F2) had refused it: It needed another sentence" in words
    assert "In detail: “it” points outside the item." in words


def test_approval_leads_to_the_drafts(instructor_client, article, draft, address):
    assert address in html_of(instructor_client.get(reverse("approval-queue", args=[article.uuid])))


@pytest.mark.parametrize(("persona", "status"), NOT_OWNERS)
def test_others_see_no_drafts(request, persona, status, draft, address):
    assert request.getfixturevalue(persona).get(address).status_code == status


@pytest.mark.parametrize("name", ["rescue", "undo"])
@pytest.mark.parametrize(("persona", "status"), NOT_OWNERS)
def test_others_rescue_nothing(request, persona, status, name, draft):
    assert request.getfixturevalue(persona).post(act(name, draft)).status_code == status
    assert not Item.objects.exists()


def test_more_drafts_cost_no_more_queries(instructor_client, instructor, run, draft, address):
    one = query_count(instructor_client, address)
    for _ in range(2):
        rescue(instructor, draft=factories.refused_draft(run))
    assert query_count(instructor_client, address) == one <= MOST_QUERIES
