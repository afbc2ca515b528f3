"""Mark the sentence that proves an answer, before its evidence is shown."""

from datetime import datetime

from django.db import transaction
from django.utils.translation import gettext as _

from quizzes.engine.grading import evidence_share
from quizzes.models import Assignment, Attempt, AttemptSlot, Proof, User
from quizzes.queries.attempts import scored_response_of, slot_at
from quizzes.queries.proofs import Sentence, asks_for_proof, sentences_of
from quizzes.queries.withheld import withheld
from quizzes.services.attempts import AttemptError, end_if_over


class ProofError(Exception):
    """What was sent names no sentence of the text."""


def mark_proof(
    user: User, *, attempt: Attempt, position: int, at: tuple[int, int], idempotency_key: str, now: datetime
) -> Proof:
    """Add the sentence that holds `at` (paragraph number, offset) as proof; the newest counts, and no mark changes.

    The same key again returns the row that it made. Refused once the evidence has been shown (AttemptError).
    """
    end_if_over(attempt, now=now)
    with transaction.atomic():
        # The lock keeps handing in, and checking the answer, from coming in between.
        locked = (
            Attempt.objects.select_for_update(of=("self",))
            .select_related("assignment")
            .get(pk=attempt.pk, learner=user)
        )
        slot = slot_at(locked, position)
        if slot is None:
            raise ProofError(_("This question does not exist."))
        if stored := slot.proofs.filter(idempotency_key=idempotency_key).first():
            return stored
        if refusal := refusal_to_mark(locked, slot):
            raise AttemptError(refusal)
        return _add(locked, slot, at, idempotency_key, now)


def refusal_to_mark(attempt: Attempt, slot: AttemptSlot) -> str:
    """Say why no sentence may be marked for a slot read by `slots_of`; "" when one may."""
    if attempt.state == Attempt.State.FINISHED:
        return _("This attempt is over, so nothing in it can change any more.")
    if attempt.mode == Assignment.Mode.PRACTICE and scored_response_of(slot) is not None:
        return _("The answer to this question has been shown, so its sentence can no longer be marked.")
    if not asks_for_proof(slot.item_revision):
        return _("No single sentence is asked for beside this question.")
    return ""


def _add(attempt: Attempt, slot: AttemptSlot, at: tuple[int, int], key: str, now: datetime) -> Proof:
    number, offset = at
    paragraph = attempt.article_revision.paragraphs.filter(number=number).first()
    if paragraph is None or number in withheld(attempt).whole().paragraphs:
        raise ProofError(_("This paragraph cannot be chosen. Choose a sentence of those shown."))
    sentence = _sentence_at(sentences_of(number, paragraph.text), offset)
    evidence = [(row.paragraph.number, row.start, row.end) for row in slot.item_revision.evidence.all()]
    return Proof.objects.create(
        attempt_slot=slot,
        paragraph=paragraph,
        start=sentence.start,
        end=sentence.end,
        fraction=evidence_share((number, sentence.start, sentence.end), evidence),
        idempotency_key=key,
        created_at=now,
    )


def _sentence_at(sentences: tuple[Sentence, ...], offset: int) -> Sentence:
    """Return the sentence that holds an offset; white space after a sentence belongs to it."""
    if not sentences or offset >= sentences[-1].end:
        raise ProofError(_("This sentence does not exist. Choose one of those shown."))
    return next(each for each in reversed(sentences) if each.start <= offset or each is sentences[0])
