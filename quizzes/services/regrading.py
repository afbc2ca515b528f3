"""Marks that change after an attempt is handed in: graded again by another wording, or set by hand. Both are logged."""

from datetime import datetime
from decimal import Decimal

from django.db import transaction
from django.utils.translation import gettext as _

from quizzes.access import may_teach
from quizzes.models import Assignment, Attempt, ItemRevision, MarkChange, Response, Slot, User
from quizzes.queries.regrading import Change, Preview, finished_responses, preview_of
from quizzes.queries.scores import THOUSANDTH

LONGEST_NOTE = 300


class RegradeError(ValueError):
    """The marks cannot be changed; the message says why and what to do."""


def regrade(
    user: User, *, assignment: Assignment, slot: Slot, wording: ItemRevision, expected: str, now: datetime
) -> Preview:
    """Carry out a preview: what it lists is written and logged, nothing else.

    `expected` is the digest of the preview that was looked at. When answers came in since then, nothing is written.
    """
    with transaction.atomic():
        if not may_teach(user, assignment.classroom):
            raise RegradeError(_("Only instructors of the classroom can change marks."))
        # The lock makes a second instructor wait, and then find nothing left to change.
        list(finished_responses(assignment, slot).select_for_update(of=("self",)).only("pk"))
        found = preview_of(assignment, slot, wording)
        if found.refusal:
            raise RegradeError(found.refusal)
        if found.changes and found.digest != expected:
            raise RegradeError(_("The answers have changed since this list was made. Look at the new list first."))
        _write(user, found.changes, wording, now)
        return found


def _write(user: User, changes: tuple[Change, ...], wording: ItemRevision, now: datetime) -> None:
    MarkChange.objects.bulk_create(
        MarkChange(
            response=change.response,
            actor=user,
            cause=MarkChange.Cause.REGRADE,
            wording=wording,
            old_fraction=change.response.fraction,
            new_fraction=change.verdict.fraction,
            old_mark=change.response.mark,
            new_mark=change.mark,
            note=_shortened(change.reason),
            created_at=now,
        )
        for change in changes
    )
    for change in changes:
        response, verdict = change.response, change.verdict
        response.fraction, response.mark = verdict.fraction, change.mark
        response.accepted_as, response.accepted_by = verdict.accepted_as, list(verdict.accepted_by)
    Response.objects.bulk_update(
        [change.response for change in changes], ["fraction", "mark", "accepted_as", "accepted_by"]
    )


def _shortened(reason: str) -> str:
    return reason if len(reason) <= LONGEST_NOTE else f"{reason[: LONGEST_NOTE - 1]}…"


def mark_by_hand(user: User, *, response: Response, mark: Decimal, note: str = "", now: datetime) -> MarkChange | None:
    """Set the mark of a finished answer; it stays when the question is graded again. None when it was so already."""
    with transaction.atomic():
        row = Response.objects.select_for_update(of=("self",)).get(pk=response.pk)
        slot = row.attempt_slot
        if not may_teach(user, slot.attempt.assignment.classroom):
            raise RegradeError(_("Only instructors of the classroom can change marks."))
        if slot.attempt.state != Attempt.State.FINISHED or not row.is_current:
            raise RegradeError(_("This attempt is still under way. Set the mark once it is handed in."))
        if not 0 <= mark <= slot.maximum_mark:
            text = _("The mark must be between 0 and %(most)s. Write another one.")
            raise RegradeError(text % {"most": slot.maximum_mark.normalize()})
        if row.mark == mark and row.mark_changes.filter(cause=MarkChange.Cause.MANUAL, note=note).exists():
            return None
        fraction = float(mark / slot.maximum_mark) if slot.maximum_mark else 0.0
        change = MarkChange.objects.create(
            response=row,
            actor=user,
            cause=MarkChange.Cause.MANUAL,
            old_fraction=row.fraction,
            new_fraction=fraction,
            old_mark=row.mark,
            new_mark=mark.quantize(THOUSANDTH),
            note=note,
            created_at=now,
        )
        row.fraction, row.mark = fraction, change.new_mark
        row.save(update_fields=["fraction", "mark"])
        return change
