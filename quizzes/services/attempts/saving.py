"""Store what a page sends. Rows are only added: the newest is current, and a repeated request finds its row."""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import datetime

from django.db import IntegrityError
from django.db.models import Q, QuerySet
from django.utils.translation import gettext as _

from quizzes.models import Assignment, Attempt, AttemptSlot, Response, User
from quizzes.queries import rows
from quizzes.queries.current import current_of, is_read_with_current
from quizzes.services.attempts.errors import AttemptError, LateError, NewerAnswerError, SettledError
from quizzes.services.attempts.finishing import end_if_over
from quizzes.services.attempts.scoring import score
from quizzes.services.deadlines import is_over


@dataclass(frozen=True, slots=True)
class Sent:
    """One request of a page. `key` names the page's form; what the page saves by itself adds a number: "KEY.3"."""

    given: Mapping[str, object]
    key: str
    sequence: int
    autosaved: bool
    at: datetime

    def is_of_page(self, row: Response) -> bool:
        return row.idempotency_key.partition(".")[0] == self.key.partition(".")[0]

    def is_older_than(self, row: Response) -> bool:
        """Say whether the same page has saved `row` after this was sent."""
        mine, theirs = (key.partition(".")[2] for key in (self.key, row.idempotency_key))
        return mine.isdecimal() and theirs.isdecimal() and int(mine) < int(theirs)


def store_response(
    user: User,
    *,
    attempt: Attempt,
    position: int,
    given: Mapping[str, object],
    idempotency_key: str,
    sequence: int,
    now: datetime,
    slot: AttemptSlot | None = None,
) -> Response | None:
    """Add a scored response and make it current; the same request again returns the row that it made.

    Nothing given where nothing was given before stores nothing; given up, an answer is followed by an empty one.

    `sequence` is the attempt's number when the page was shown: an answer given since then on another page is not
    replaced unseen (NewerAnswerError). In practice mode the first answer settles the slot (SettledError). After the
    deadline the answer is kept, and not scored (LateError). `slot`, as just read, spares reading it again.
    """
    sent = Sent(given, idempotency_key, sequence, autosaved=False, at=now)
    return _store(sent, slot or _read_slot(user, attempt, position))


def autosave(
    user: User,
    *,
    attempt: Attempt,
    position: int,
    given: Mapping[str, object],
    idempotency_key: str,
    sequence: int,
    now: datetime,
    slot: AttemptSlot | None = None,
) -> Response | None:
    """Add a response without a score, to be scored when the attempt ends; see `store_response` for the rest.

    It never replaces an answer that the page had not seen. The page's own earlier save is no newer answer, and a save
    that the same page's next one has overtaken stores nothing.
    """
    sent = Sent(given, idempotency_key, sequence, autosaved=True, at=now)
    return _store(sent, slot or _read_slot(user, attempt, position))


def _read_slot(user: User, attempt: Attempt, position: int) -> AttemptSlot:
    slots = AttemptSlot.objects.select_related("attempt__assignment", "item_revision")
    return slots.get(attempt=attempt, attempt__learner=user, position=position)


def _store(sent: Sent, slot: AttemptSlot) -> Response | None:
    """Decide and write, again from the start whenever another request has written in between."""
    if row := _store_at_once(sent, slot):
        return row
    while True:
        found = list(_deciding(slot, sent))
        repeated = next((row for row in found if row.idempotency_key == sent.key), None)
        if repeated and repeated.given == sent.given and not repeated.late:
            return repeated
        if _is_late(slot, sent):
            if repeated or _add_late(slot, sent):
                raise LateError
        else:
            current = next((row for row in found if row.is_current), None)
            if _has_nothing_to_add(slot, sent, current, is_repeated=repeated is not None):
                return current
            if row := _add(slot, sent, current):
                return row
        slot.attempt.refresh_from_db(fields=["state", "sequence", "settings", "due_at", "ended_by"])


def _deciding(slot: AttemptSlot, sent: Sent) -> QuerySet[Response]:
    """However long the history is: the current answer, and what this very request may have stored before."""
    return Response.objects.filter(Q(is_current=True) | Q(idempotency_key=sent.key), attempt_slot=slot)


def _store_at_once(sent: Sent, slot: AttemptSlot) -> Response | None:
    """Store the usual answer without another look: the attempt is open, and the page had seen what it replaces.

    Only for a slot that was read with its current answer. None: nothing is stored, so look closely.
    """
    if not is_read_with_current(slot) or slot.attempt.state != Attempt.State.OPEN or is_over(slot.attempt, sent.at):
        return None
    current = current_of(slot)
    if current and (slot.attempt.mode == Assignment.Mode.PRACTICE or current.sequence > sent.sequence):
        return None
    if sent.given == (current.given if current else {}):
        return None
    return _add(slot, sent, current)


def _is_late(slot: AttemptSlot, sent: Sent) -> bool:
    """Say whether time is over, which ends the attempt; refuse when the learner has handed it in before."""
    attempt = end_if_over(slot.attempt, now=sent.at)
    if attempt.state == Attempt.State.OPEN:
        return False
    if attempt.ended_by == Attempt.EndedBy.DEADLINE:
        return True
    raise AttemptError(_("This attempt is handed in, so its answers can no longer change."))


def _has_nothing_to_add(slot: AttemptSlot, sent: Sent, current: Response | None, *, is_repeated: bool) -> bool:
    """Say whether what was sent is stored already or overtaken; refuse what would replace an answer unseen."""
    if current is None:
        return sent.given == {}
    if current.given == sent.given and (sent.autosaved or not current.autosaved):
        return True
    if not current.autosaved and slot.attempt.mode == Assignment.Mode.PRACTICE:
        raise SettledError
    if is_repeated:  # one key, two answers: a form that was changed and sent again before its reply came
        raise NewerAnswerError(current)
    own = current.autosaved and sent.is_of_page(current)
    if own and sent.autosaved and sent.is_older_than(current):
        return True
    if current.given != sent.given and current.sequence > sent.sequence and not own:
        raise NewerAnswerError(current)
    return False


def _add(slot: AttemptSlot, sent: Sent, current: Response | None) -> Response | None:
    """Store the answer in place of the current one, or nothing when the attempt has changed since it was read."""
    row = _row(slot, sent, autosaved=sent.autosaved)
    if not sent.autosaved:
        score(row, slot)
    before = rows.Change(Response, "is_current", False, {"id": current.pk}) if current else None
    try:
        if not rows.store_after(row, _turn(slot.attempt), before):
            return None
    except IntegrityError:
        if not _is_taken(slot, sent, current):
            raise
        return None
    slot.attempt.sequence = row.sequence
    return row


def _is_taken(slot: AttemptSlot, sent: Sent, current: Response | None) -> bool:
    """Say whether a row that was not there before is why the database refused this one; then it is decided again."""
    in_the_way = _deciding(slot, sent)
    return (in_the_way.exclude(pk=current.pk) if current else in_the_way).exists()


def _add_late(slot: AttemptSlot, sent: Sent) -> bool:
    """Keep what came after the deadline, beside what counts; the same twice is kept once."""
    kept = slot.responses.filter(late=True).order_by("sequence").last()
    if kept and kept.given == sent.given:
        return True
    row = _row(slot, sent, autosaved=sent.autosaved, late=True, is_current=False)
    return rows.store_after(row, _turn(slot.attempt))


def _row(slot: AttemptSlot, sent: Sent, **fields: bool) -> Response:
    return Response(
        attempt_slot=slot,
        idempotency_key=sent.key,
        sequence=slot.attempt.sequence + 1,
        given=sent.given,
        created_at=sent.at,
        **fields,
    )


def _turn(attempt: Attempt) -> rows.Change:
    """Move the attempt's number on if it is still as it was read; the row is locked until the transaction ends."""
    seen = {"id": attempt.pk, "state": attempt.state, "sequence": attempt.sequence}
    return rows.Change(Attempt, "sequence", attempt.sequence + 1, seen)


def mark_slot(user: User, *, attempt: Attempt, position: int, marked: bool, now: datetime) -> None:
    """Set or clear the learner's own mark for review; saying it twice changes nothing."""
    slot = _read_slot(user, attempt, position)
    if end_if_over(slot.attempt, now=now).state == Attempt.State.FINISHED:
        raise AttemptError(_("This attempt is over, so nothing in it can change any more."))
    AttemptSlot.objects.filter(pk=slot.pk, attempt__state=Attempt.State.OPEN).update(marked=marked)
