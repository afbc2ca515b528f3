"""Approval: every decision about an item is a row, and the newest one can be undone."""

from collections.abc import Iterable, Mapping
from typing import Any

from django.db import transaction
from django.db.models import Max
from django.utils.translation import gettext as _

from quizzes.models import Decision, Evidence, Item, ItemRevision, User

WORDING = ("context", "stem", "options", "keys", "explanation")


class DecisionError(ValueError):
    """The decision is not possible now; the message says why."""


def approve(user: User, *, item: Item) -> Decision:
    """Accept the item as it is worded now."""
    return _decide(user, item, Decision.Action.APPROVE, state=Item.State.APPROVED)


def approve_many(user: User, *, items: Iterable[Item]) -> list[Decision]:
    """Accept several proposals at once."""
    with transaction.atomic():
        return [approve(user, item=item) for item in items]


def reject(user: User, *, item: Item, reason: str = "", note: str = "") -> Decision:
    """Refuse the item; an item that stands in a quiz is taken out of it first."""
    if item.slots.exists():
        raise DecisionError(_("This question stands in a quiz. Take it out of the quiz first."))
    return _decide(user, item, Decision.Action.REJECT, state=Item.State.REJECTED, reason=reason, note=note)


def edit(user: User, *, item: Item, wording: Mapping[str, Any]) -> Decision:
    """Write the next revision with the given wording and the same evidence; the state stays."""
    with transaction.atomic():
        before = _locked(item)
        old = before.current
        if old is None:
            raise DecisionError(_("This question has no wording to edit."))
        new = ItemRevision.objects.get(pk=old.pk)
        new.pk = None
        new._state.adding = True
        new.number = (before.revisions.aggregate(last=Max("number"))["last"] or 0) + 1
        new.author = user
        for field in WORDING:
            setattr(new, field, wording[field])
        new.save()
        Evidence.objects.bulk_create(
            Evidence(
                item_revision=new,
                paragraph_id=row.paragraph_id,
                start=row.start,
                end=row.end,
                exact=row.exact,
                prefix=row.prefix,
                suffix=row.suffix,
            )
            for row in old.evidence.all()
        )
        return _decide(user, item, Decision.Action.EDIT, state=before.state, revision=new)


def undo(user: User, *, item: Item) -> Decision:
    """Take the newest decision back: state and wording are again what they were before it."""
    with transaction.atomic():
        before = _locked(item)
        last = before.decisions.filter(undone=False).exclude(action=Decision.Action.UNDO).first()
        if last is None:
            raise DecisionError(_("There is no decision to take back."))
        if before.state == Item.State.APPROVED and before.slots.exists():
            raise DecisionError(_("This question stands in a quiz. Take it out of the quiz first."))
        last.undone = True
        last.save(update_fields=["undone"])
        return _decide(user, item, Decision.Action.UNDO, state=last.state_before, revision=last.revision_before)


def _locked(item: Item) -> Item:
    return Item.objects.select_for_update(of=("self",)).select_related("current").get(pk=item.pk)


def _decide(
    user: User, item: Item, action: str, *, state: str, revision: ItemRevision | None = None, **why: str
) -> Decision:
    """Change the item and record it in one transaction; `item` is brought up to date for the caller."""
    with transaction.atomic():
        before = _locked(item)
        current = revision or before.current
        if current is None:
            raise DecisionError(_("This question has no wording to decide about."))
        decision = Decision.objects.create(
            item=before,
            item_revision=current,
            actor=user,
            action=action,
            state_before=before.state,
            revision_before=before.current,
            **why,
        )
        item.state, item.current = state, current
        item.save(update_fields=["state", "current"])
        return decision
