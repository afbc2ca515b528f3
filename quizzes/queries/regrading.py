"""What grading a question again would change: computed from stored answers and one wording, nothing written."""

import hashlib
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from decimal import Decimal

from django.db.models import Exists, OuterRef, QuerySet
from django.utils.translation import gettext as _
from django.utils.translation import ngettext

from quizzes.engine.grading import Marked, Mismatch, Verdict, grade_again, mismatch
from quizzes.models import Assignment, Attempt, AttemptSlot, Enrolment, ItemRevision, MarkChange, Response, Slot
from quizzes.queries.feedback import given_text
from quizzes.queries.scores import THOUSANDTH


@dataclass(frozen=True, slots=True)
class Change:
    """One mark that would change; `reason` says why in the terms of the article."""

    response: Response
    learner_id: int
    learner: str
    given: str
    verdict: Verdict
    mark: Decimal

    @property
    def gains(self) -> bool:
        return self.verdict.fraction > (self.response.fraction or 0)

    @property
    def reason(self) -> str:
        if self.verdict.fraction >= 1:
            return _("“%(answer)s” is now accepted") % {"answer": self.given}
        if self.verdict.fraction <= 0:
            return _("“%(answer)s” is no longer accepted") % {"answer": self.given}
        return _("“%(answer)s” is now partly right") % {"answer": self.given}


@dataclass(frozen=True, slots=True)
class Group:
    """The changes that have one reason."""

    changes: tuple[Change, ...]

    @property
    def gains(self) -> bool:
        return self.changes[0].gains

    @property
    def sentence(self) -> str:
        count = len({change.learner_id for change in self.changes})
        said = {"count": count, "reason": self.changes[0].reason}
        if self.gains:
            return ngettext(
                "%(count)d learner gains because %(reason)s.", "%(count)d learners gain because %(reason)s.", count
            ) % (said)
        return ngettext(
            "%(count)d learner loses because %(reason)s.", "%(count)d learners lose because %(reason)s.", count
        ) % (said)


@dataclass(frozen=True, slots=True)
class Preview:
    """What one wording would make of the finished attempts at a slot.

    `graded` answers were looked at, `by_hand` of them keep a mark that was set by hand, `under_way` attempts are not
    handed in yet. With a `refusal` nothing can be changed.
    """

    slot: Slot
    wording: ItemRevision
    refusal: str
    changes: tuple[Change, ...]
    graded: int
    by_hand: int
    under_way: int

    @property
    def groups(self) -> list[Group]:
        """The changes by reason, the most frequent first."""
        found: dict[tuple[str, bool], list[Change]] = {}
        for change in self.changes:
            found.setdefault((change.reason, change.gains), []).append(change)
        return sorted((Group(tuple(changes)) for changes in found.values()), key=lambda group: -len(group.changes))

    @property
    def learners(self) -> int:
        return len({change.learner_id for change in self.changes})

    @property
    def digest(self) -> str:
        """Tell this preview from any other, so that what is carried out is what was shown."""
        parts = [f"{change.response.pk}:{change.response.mark}:{change.mark}" for change in self.changes]
        return hashlib.sha256(" ".join([str(self.wording.pk), *parts]).encode()).hexdigest()[:16]


def marked_by(wording: ItemRevision) -> Marked:
    """Return what answers are marked by."""
    return Marked(
        wording.interaction, wording.options or (), wording.prompts or (), wording.keys, wording.grading or {}
    )


def finished_responses(assignment: Assignment, slot: Slot) -> QuerySet[Response]:
    """The answers that count in finished attempts at a slot."""
    return Response.objects.filter(
        is_current=True,
        fraction__isnull=False,  # one that a page saved in practice was never checked
        attempt_slot__slot=slot,
        attempt_slot__attempt__assignment=assignment,
        attempt_slot__attempt__state=Attempt.State.FINISHED,
    )


def preview_of(assignment: Assignment, slot: Slot, wording: ItemRevision) -> Preview:
    """Grade every finished answer by another wording, in a constant number of queries."""
    by_hand = MarkChange.objects.filter(response=OuterRef("pk"), cause=MarkChange.Cause.MANUAL)
    rows = list(
        finished_responses(assignment, slot)
        .annotate(by_hand=Exists(by_hand))
        .select_related("attempt_slot__attempt", "attempt_slot__item_revision")
        .order_by("pk")
    )
    rows = [row for row in rows if row.given]
    under_way = AttemptSlot.objects.filter(
        slot=slot, attempt__assignment=assignment, attempt__state=Attempt.State.OPEN
    ).count()
    refusal = _refusal([slot.item_revision, *(row.attempt_slot.item_revision for row in rows)], wording)
    names = dict(Enrolment.objects.filter(classroom=assignment.classroom_id).values_list("user_id", "name"))
    free = [row for row in rows if not getattr(row, "by_hand", False)]
    changes = () if refusal else tuple(_changes(free, wording, names))
    return Preview(slot, wording, refusal, changes, len(rows), len(rows) - len(free), under_way)


def _refusal(pinned: Sequence[ItemRevision], wording: ItemRevision) -> str:
    new = marked_by(wording)
    why = next((why for old in pinned if (why := mismatch(marked_by(old), new))), None)
    reasons = {
        Mismatch.INTERACTION: _("The question is answered in another way in this wording. Choose another wording."),
        Mismatch.OPTIONS: _(
            "This wording has another number of options than the one that learners had. Choose a wording with as many."
        ),
        Mismatch.PROMPTS: _(
            "This wording has another number of lines or gaps than the one that learners had. Choose one with as many."
        ),
    }
    return reasons[why] if why else ""


def _changes(rows: Iterable[Response], wording: ItemRevision, names: dict[int, str]) -> Iterable[Change]:
    new = marked_by(wording)
    for row in rows:
        slot = row.attempt_slot
        verdict = grade_again(row.given, marked_by(slot.item_revision), new)
        mark = (Decimal(str(verdict.fraction)) * slot.maximum_mark).quantize(THOUSANDTH)
        if mark != row.mark:
            learner = slot.attempt.learner_id
            yield Change(row, learner, names.get(learner, "–"), given_text(slot.item_revision, row), verdict, mark)


def changes_of(attempt: Attempt) -> dict[int, list[MarkChange]]:
    """Return what was changed about the marks of an attempt since it was handed in, by position, oldest first."""
    found: dict[int, list[MarkChange]] = {}
    rows = MarkChange.objects.filter(response__attempt_slot__attempt=attempt, response__is_current=True)
    for row in rows.select_related("response__attempt_slot", "wording").order_by("pk"):
        found.setdefault(row.response.attempt_slot.position, []).append(row)
    return found


def as_graded(slot: AttemptSlot, changes: Iterable[MarkChange]) -> AttemptSlot:
    """Let a slot that was graded again say what counts as right by now; its stem and evidence stay what was shown.

    A wording whose options are others than those that were shown is left aside.
    """
    shown = slot.item_revision
    for change in changes:
        now = change.wording
        if now and _texts(now.options) == _texts(shown.options):
            shown.keys, shown.prompts, shown.grading = now.keys, now.prompts, now.grading
            shown.options, shown.explanation = now.options, now.explanation
    return slot


def _texts(options: Sequence[Mapping[str, object]] | None) -> list[object]:
    return [option["text"] for option in options or ()]
