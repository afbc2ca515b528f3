"""Refused drafts: kept for a run, rescued once, put back, and gone with their article."""

import pytest

from quizzes.models import Item, RefusedDraft
from quizzes.services import items
from quizzes.services.articles import create_article
from quizzes.services.refused import KEPT, RescueError, rescue, undo_rescue
from quizzes.services.runs import perform_run, request_run
from tests import factories
from tests.services.test_runs import TEXT


@pytest.fixture
def revision(instructor):
    return create_article(instructor, title="Vell", raw_text=TEXT).revisions.get()


def performed(user, revision, seed=0):
    run = request_run(user, revision=revision, seed=seed)
    perform_run(run.pk, now=factories.NOW)
    return run


@pytest.fixture
def article(instructor):
    return factories.article(instructor)


@pytest.fixture
def draft(article) -> RefusedDraft:
    return factories.refused_draft(factories.run(article))


def test_a_run_keeps_what_its_checks_refused(instructor, revision):
    run = performed(instructor, revision)
    drafts = list(run.refused_drafts.all())
    assert 0 < len(drafts) <= KEPT
    assert all(draft.code and draft.reason and draft.item is None for draft in drafts)
    assert not set(Item.objects.values_list("fingerprint", flat=True)) & {draft.fingerprint for draft in drafts}


def test_the_next_run_replaces_them_but_keeps_the_rescued(instructor, revision):
    first = performed(instructor, revision)
    rescued = first.refused_drafts.first()
    rescue(instructor, draft=rescued)
    second = performed(instructor, revision, seed=1)
    assert list(first.refused_drafts.all()) == [rescued]
    assert rescued.fingerprint not in set(second.refused_drafts.values_list("fingerprint", flat=True))


def test_rescue_makes_a_proposal_with_verified_evidence(instructor, article, draft):
    item = rescue(instructor, draft=draft)
    assert (item.article, item.state, item.recommended) == (article, Item.State.PROPOSED, False)
    assert item.current.stem == "When was it closed?"
    assert item.current.evidence.get().exact == factories.TEXT[0]
    assert item.refused_draft == draft


def test_rescuing_twice_makes_one_proposal(instructor, draft):
    assert rescue(instructor, draft=draft) == rescue(instructor, draft=draft)
    assert Item.objects.count() == 1


def test_what_the_article_has_already_is_not_rescued(instructor, article, draft):
    item = factories.item(article)
    Item.objects.filter(pk=item.pk).update(fingerprint=draft.fingerprint)
    with pytest.raises(RescueError, match="has this very question already"):
        rescue(instructor, draft=draft)


def test_evidence_that_is_not_in_the_text_stores_nothing(instructor, draft):
    draft.content["evidence"][0]["exact"] = "Something else."
    draft.save()
    with pytest.raises(ValueError, match="is not in paragraph 1"):
        rescue(instructor, draft=draft)
    assert not Item.objects.exists()


def test_undo_takes_the_proposal_out_again(instructor, draft):
    rescue(instructor, draft=draft)
    undo_rescue(instructor, draft=draft)
    undo_rescue(instructor, draft=draft)
    draft.refresh_from_db()
    assert draft.item is None
    assert not Item.objects.exists()


def test_undo_after_a_decision_is_refused(instructor, draft):
    items.approve(instructor, item=rescue(instructor, draft=draft))
    with pytest.raises(RescueError, match="decided about this question"):
        undo_rescue(instructor, draft=draft)


@pytest.mark.parametrize("act", [rescue, undo_rescue])
def test_an_outsider_reaches_no_draft(outsider, draft, act):
    with pytest.raises(RefusedDraft.DoesNotExist):
        act(outsider, draft=draft)


def test_drafts_go_with_their_article(article, draft):
    article.delete()
    assert not RefusedDraft.objects.exists()
