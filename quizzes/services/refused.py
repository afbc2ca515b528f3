"""Refused drafts: kept for each run, rescued into the bank, and taken back out of it."""

from collections.abc import Sequence

from django.db import transaction
from django.utils.translation import gettext as _

from quizzes.access import refused_drafts_of
from quizzes.engine.assembly import Refused
from quizzes.engine.items.json import from_dict, to_dict
from quizzes.models import Item, RefusedDraft, Run, User
from quizzes.services.proposals import add_items

KEPT = 300  # refused drafts that a run keeps, those with the best scores


class RescueError(ValueError):
    """A draft that cannot be rescued or put back; the message says why and what to do."""


def store_refused(run: Run, refused: Sequence[Refused]) -> int:
    """Keep a run's refused drafts in place of those of the revision's earlier runs, and return how many.

    A rescued draft stays, since it tells why its item was once refused. Called inside the transaction that finishes
    the run.
    """
    RefusedDraft.objects.filter(run__revision=run.revision_id, item=None).delete()
    known = set(Item.objects.filter(article=run.revision.article_id).values_list("fingerprint", flat=True))
    longest = RefusedDraft._meta.get_field("reason").max_length
    rows = [
        RefusedDraft(
            run=run,
            fingerprint=draft.item.id,
            kind=draft.item.kind.value,
            code=draft.code,
            reason=draft.reason[:longest],
            score=draft.item.score,
            content=to_dict(draft.item),
        )
        for draft in refused[:KEPT]
        if draft.item.id not in known
    ]
    return len(RefusedDraft.objects.bulk_create(rows))


def rescue(user: User, *, draft: RefusedDraft) -> Item:
    """Make a refused draft a proposal like any other; rescuing it again returns the same one."""
    with transaction.atomic():
        row = _locked(user, draft)
        if row.item is not None:
            return row.item
        article = row.run.revision.article_id
        if Item.objects.filter(article=article, fingerprint=row.fingerprint).exists():
            raise RescueError(_("The article has this very question already. Look for it among the proposals."))
        row.item = add_items(row.run, [from_dict(row.content)])[0]
        row.save(update_fields=["item"])
        return row.item


def undo_rescue(user: User, *, draft: RefusedDraft) -> None:
    """Take a rescued draft out of the bank again; one that somebody has decided about stays in it."""
    with transaction.atomic():
        row = _locked(user, draft)
        if row.item is None:
            return
        if row.item.decisions.exists():
            raise RescueError(_("Someone has decided about this question already. Reject it if it should not be used."))
        gone, row.item = row.item, None
        row.save(update_fields=["item"])
        gone.delete()


def _locked(user: User, draft: RefusedDraft) -> RefusedDraft:
    rows = refused_drafts_of(user).select_related("run__revision", "item").select_for_update(of=("self",))
    row: RefusedDraft = rows.get(pk=draft.pk)
    return row
