"""Approval: every decision about an item is a row, and the newest one can be taken back."""

from collections.abc import Iterable
from dataclasses import dataclass
from typing import Any

from django.db import transaction
from django.db.models import Max
from django.utils.translation import gettext as _

from quizzes.access import articles_of
from quizzes.engine.grading import LOOKALIKES
from quizzes.models import Decision, Evidence, Item, ItemRevision, User
from quizzes.queries.contents import lookalikes_in


class DecisionError(ValueError):
    """The decision is not possible now; the message says why and what to do."""


@dataclass(frozen=True, slots=True)
class Wording:
    """What an instructor may change about an item.

    `options` is None for a typed answer, `prompts` but for pairs and several gaps; without `grading` the rules stay.
    """

    stem: str
    options: list[dict[str, Any]] | None
    keys: list[str]
    explanation: str
    prompts: list[dict[str, Any]] | None = None
    grading: dict[str, Any] | None = None


def approve(user: User, *, item: Item) -> Decision | None:
    """Accept the item as it is worded now; None when it was approved already."""
    with transaction.atomic():
        return _approve(user, _locked(user, item))


def approve_many(user: User, *, items: Iterable[Item]) -> list[Decision]:
    """Accept several proposals at once; items that are decided already stay as they are."""
    wanted = [item.pk for item in items]
    with transaction.atomic():
        found = _lockable(user).filter(pk__in=wanted, state=Item.State.PROPOSED).order_by("pk")
        return [decision for row in found if (decision := _approve(user, row))]


def _approve(user: User, item: Item) -> Decision | None:
    if item.state == Item.State.APPROVED:
        return None
    _refuse_when_parked(item)
    return _decide(user, item, Decision.Action.APPROVE, state=Item.State.APPROVED)


def reject(user: User, *, item: Item, reason: str = "", note: str = "") -> Decision | None:
    """Refuse the item; None when it was rejected already. An item in a quiz is taken out of the quiz first."""
    with transaction.atomic():
        row = _locked(user, item)
        if row.state == Item.State.REJECTED:
            return None
        _refuse_when_in_quiz(row)
        return _decide(user, row, Decision.Action.REJECT, state=Item.State.REJECTED, reason=reason, note=note)


def edit(user: User, *, item: Item, wording: Wording, approved: bool = False) -> Decision:
    """Write the next revision with the same evidence; its state stays, or becomes approved in the same decision.

    Earlier revisions never change, so a quiz that pins one keeps showing it.
    """
    with transaction.atomic():
        row = _locked(user, item)
        if approved:
            _refuse_when_parked(row)
        revision = _next_revision(user, row, wording)
        state = Item.State.APPROVED if approved else row.state
        return _decide(user, row, Decision.Action.EDIT, state=state, revision=revision)


def _next_revision(user: User, item: Item, wording: Wording) -> ItemRevision:
    old = _wording_of(item)
    last = item.revisions.aggregate(last=Max("number"))["last"]
    new = ItemRevision.objects.create(
        item=item,
        number=last + 1,
        article_revision_id=old.article_revision_id,
        interaction=old.interaction,
        context=old.context,
        stem=wording.stem,
        options=wording.options,
        prompts=wording.prompts,
        keys=wording.keys,
        grading=_grading(old, wording),
        explanation=wording.explanation,
        fact=old.fact,
        rule=old.rule,
        engine_version=old.engine_version,
        seed=old.seed,
        author=user,
    )
    quotations = list(old.evidence.all())
    for quotation in quotations:
        quotation.pk, quotation.item_revision = None, new
    Evidence.objects.bulk_create(quotations)
    return new


def _grading(old: ItemRevision, wording: Wording) -> dict[str, Any]:
    """Return the rules for the new keys, with the words of the article that are no slips of them."""
    rules = {**(old.grading or {}), **(wording.grading or {})}
    rules.pop(LOOKALIKES, None)
    if old.interaction == ItemRevision.Interaction.TEXT_ENTRY:
        rules |= lookalikes_in(wording.keys, old.article_revision.paragraphs.values_list("text", flat=True))
    return {name: value for name, value in rules.items() if value is not True}


def undo(user: User, *, item: Item) -> Decision:
    """Take the newest decision back: state and wording are again what they were before it."""
    with transaction.atomic():
        return _undo(user, _locked(user, item))


def undo_many(user: User, *, items: Iterable[Item]) -> list[Decision]:
    """Take the newest decision about each item back, all of them or none."""
    wanted = [item.pk for item in items]
    with transaction.atomic():
        return [_undo(user, row) for row in _lockable(user).filter(pk__in=wanted).order_by("pk")]


def _undo(user: User, item: Item) -> Decision:
    last = item.decisions.filter(undone=False).exclude(action=Decision.Action.UNDO).first()
    if last is None:
        raise DecisionError(_("There is no decision about this question to take back."))
    if last.state_before != Item.State.APPROVED:
        _refuse_when_in_quiz(item)
    last.undone = True
    last.save(update_fields=["undone"])
    return _decide(user, item, Decision.Action.UNDO, state=last.state_before, revision=last.revision_before)


def _lockable(user: User) -> Any:
    own = Item.objects.filter(article__in=articles_of(user))
    return own.select_related("current").select_for_update(of=("self",))


def _locked(user: User, item: Item) -> Item:
    row: Item = _lockable(user).get(pk=item.pk)
    return row


def _refuse_when_in_quiz(item: Item) -> None:
    if item.state == Item.State.APPROVED and item.slots.exists():
        raise DecisionError(_("This question stands in a quiz. Take it out of the quiz first, then decide again."))


def _refuse_when_parked(item: Item) -> None:
    if item.state == Item.State.PARKED:
        raise DecisionError(_("The evidence of this question is lost, so it cannot be approved. See what has changed."))


def _wording_of(item: Item) -> ItemRevision:
    if item.current is None:
        raise DecisionError(_("This question has no wording left. Generate questions for the article again."))
    return item.current


def _decide(
    user: User, item: Item, action: str, *, state: str, revision: ItemRevision | None = None, **why: str
) -> Decision:
    """Change the locked item and record what it was before."""
    current = revision or _wording_of(item)
    decision = Decision.objects.create(
        item=item,
        item_revision=current,
        actor=user,
        action=action,
        state_before=item.state,
        revision_before=item.current,
        **why,
    )
    item.state, item.current = state, current
    item.save(update_fields=["state", "current"])
    return decision
