"""Decisions: each is a row, the newest can be taken back, and what a quiz pins stays."""

import pytest

from quizzes.models import Decision, Item
from quizzes.services.items import DecisionError, Wording, approve, approve_many, edit, reject, undo, undo_many
from tests import factories

WORDING = Wording("When?", [{"text": "1974", "key": True, "rationale": "", "source": None}], ["1974"], "Because.")


@pytest.fixture
def item(instructor) -> Item:
    return factories.item(factories.article(instructor))


def test_decisions_are_kept_in_order(instructor, item):
    approve(instructor, item=item)
    edit(instructor, item=item, wording=WORDING)
    undo(instructor, item=item)
    reject(instructor, item=item, reason="wrong")
    actions = list(Decision.objects.order_by("pk").values_list("action", "state_before", "undone"))
    assert actions == [
        ("approve", "proposed", False),
        ("edit", "approved", True),
        ("undo", "approved", False),
        ("reject", "approved", False),
    ]


def test_undo_goes_back_step_by_step(instructor, item):
    approve(instructor, item=item)
    edit(instructor, item=item, wording=WORDING)
    undo(instructor, item=item)
    item.refresh_from_db()
    assert (item.state, item.current.number) == ("approved", 1)
    undo(instructor, item=item)
    item.refresh_from_db()
    assert item.state == "proposed"


def test_undo_without_a_decision_is_refused(instructor, item):
    with pytest.raises(DecisionError, match="no decision"):
        undo(instructor, item=item)


def test_edit_after_an_undone_edit_takes_the_next_number(instructor, item):
    edit(instructor, item=item, wording=WORDING)
    undo(instructor, item=item)
    edit(instructor, item=item, wording=WORDING)
    item.refresh_from_db()
    assert item.current.number == 3


def test_quiz_keeps_the_revision_that_it_pins(instructor):
    slot = factories.quiz(instructor, 1).slots.get()
    edit(instructor, item=slot.item, wording=WORDING)
    slot.refresh_from_db()
    assert slot.item_revision.number == 1
    assert slot.item.current.number == 2


def test_rejecting_what_stands_in_a_quiz_is_refused(instructor):
    slot = factories.quiz(instructor, 1).slots.get()
    with pytest.raises(DecisionError, match="stands in a quiz"):
        reject(instructor, item=slot.item, reason="wrong")


def test_undoing_an_approval_that_a_quiz_needs_is_refused(instructor, item):
    approve(instructor, item=item)
    quiz = factories.quiz(instructor, 0, item.article)
    quiz.slots.create(position=1, item=item, item_revision=item.current)
    with pytest.raises(DecisionError, match="stands in a quiz"):
        undo(instructor, item=item)


def test_approving_many_leaves_decided_ones_alone(instructor, item):
    rejected = factories.item(item.article, state=Item.State.REJECTED)
    done = approve_many(instructor, items=[item, rejected])
    rejected.refresh_from_db()
    assert [decision.item for decision in done] == [item]
    assert rejected.state == Item.State.REJECTED


def test_undoing_many_is_all_or_nothing(instructor, item):
    approve(instructor, item=item)
    with pytest.raises(DecisionError):
        undo_many(instructor, items=[item, factories.item(item.article)])
    item.refresh_from_db()
    assert item.state == Item.State.APPROVED


def test_outsider_cannot_decide(outsider, item):
    with pytest.raises(Item.DoesNotExist):
        approve(outsider, item=item)
