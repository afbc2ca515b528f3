import uuid

from django.conf import settings
from django.db import models
from django.utils.translation import gettext_lazy as _

from quizzes.models.article import ArticleRevision, Paragraph
from quizzes.models.classroom import Assignment
from quizzes.models.item import ItemRevision
from quizzes.models.quiz import Slot


class Attempt(models.Model):
    """One sitting of one learner. It pins the article revision, item revisions, order, seed and settings.

    `settings` is the snapshot of what the deadline and the rules are computed from; `due_at` the deadline that follows
    from it (null: none), kept beside it so that a sweep finds the attempts that are over.
    """

    class State(models.TextChoices):
        OPEN = "open", _("Under way")
        FINISHED = "finished", _("Handed in")

    class EndedBy(models.TextChoices):
        LEARNER = "learner", _("Handed in by the learner")
        DEADLINE = "deadline", _("Time was over")

    uuid = models.UUIDField(default=uuid.uuid4, unique=True, editable=False)
    assignment = models.ForeignKey(Assignment, on_delete=models.PROTECT, related_name="attempts")
    learner = models.ForeignKey(settings.AUTH_USER_MODEL, on_delete=models.PROTECT, related_name="attempts")
    number = models.PositiveIntegerField(_("number"))
    state = models.CharField(_("state"), max_length=8, choices=State, default=State.OPEN)
    article_revision = models.ForeignKey(ArticleRevision, on_delete=models.PROTECT, related_name="attempts")
    mode = models.CharField(_("mode"), max_length=8, choices=Assignment.Mode)
    seed = models.PositiveIntegerField(_("seed"), default=0)
    sequence = models.PositiveIntegerField(_("sequence number of the last save"), default=0)
    started_at = models.DateTimeField(_("started"))
    settings = models.JSONField(_("settings when it began"), default=dict, blank=True)
    due_at = models.DateTimeField(_("due"), null=True, blank=True, db_index=True)
    finished_at = models.DateTimeField(_("handed in"), null=True, blank=True)
    ended_by = models.CharField(_("ended by"), max_length=8, choices=EndedBy, blank=True)

    class Meta:
        ordering = ("-started_at", "-id")
        constraints = [
            models.UniqueConstraint(fields=("assignment", "learner", "number"), name="attempt_number_once"),
            models.UniqueConstraint(
                fields=("assignment", "learner"), condition=models.Q(state="open"), name="one_open_attempt"
            ),
        ]
        verbose_name = _("attempt")
        verbose_name_plural = _("attempts")

    def __str__(self) -> str:
        return f"{self.learner}, {self.assignment}, {self.number}"


class AttemptSlot(models.Model):
    """A slot as this attempt shows it: the pinned item revision and the order of its options."""

    attempt = models.ForeignKey(Attempt, on_delete=models.CASCADE, related_name="slots")
    position = models.PositiveIntegerField(_("position"))
    slot = models.ForeignKey(Slot, on_delete=models.PROTECT, related_name="attempt_slots")
    item_revision = models.ForeignKey(ItemRevision, on_delete=models.PROTECT, related_name="attempt_slots")
    option_order = models.JSONField(_("order of the options"), default=list, blank=True)
    maximum_mark = models.DecimalField(_("marks"), max_digits=5, decimal_places=2, default=1)
    marked = models.BooleanField(_("marked for review"), default=False)

    class Meta:
        ordering = ("attempt", "position")
        constraints = [models.UniqueConstraint(fields=("attempt", "position"), name="attempt_position_once")]
        verbose_name = _("slot of an attempt")
        verbose_name_plural = _("slots of an attempt")

    def __str__(self) -> str:
        return f"{self.attempt}: {self.position}"


class Response(models.Model):
    """What was given for one slot. Rows are only added; the newest is current, one a slot.

    An autosaved row has no fraction until the attempt ends; a late one is kept and never current. `accepted_by` names
    the rules of grading that let a typed answer pass.
    """

    attempt_slot = models.ForeignKey(AttemptSlot, on_delete=models.CASCADE, related_name="responses")
    idempotency_key = models.CharField(_("idempotency key"), max_length=64)
    sequence = models.PositiveIntegerField(_("sequence number"))
    given = models.JSONField(_("given"))
    autosaved = models.BooleanField(_("autosaved"), default=False)
    late = models.BooleanField(_("late"), default=False)
    fraction = models.FloatField(_("fraction"), null=True, blank=True)
    mark = models.DecimalField(_("mark"), max_digits=6, decimal_places=3, null=True, blank=True)
    accepted_as = models.CharField(_("accepted as"), max_length=200, blank=True)
    accepted_by = models.JSONField(_("accepted by"), default=list, blank=True)
    is_current = models.BooleanField(_("current"), default=True)
    created_at = models.DateTimeField(_("given at"))

    class Meta:
        ordering = ("attempt_slot", "sequence")
        constraints = [
            models.UniqueConstraint(
                fields=("attempt_slot",), condition=models.Q(is_current=True), name="one_current_response"
            ),
            models.UniqueConstraint(fields=("attempt_slot", "idempotency_key"), name="response_stored_once"),
        ]
        verbose_name = _("response")
        verbose_name_plural = _("responses")

    def __str__(self) -> str:
        return f"{self.attempt_slot}: {self.given}"


class MarkChange(models.Model):
    """A change of a mark after the answer was given: what it was, what it became, who made it and why.

    `wording` is what an answer was graded again by; none where the mark was set by hand.
    """

    class Cause(models.TextChoices):
        REGRADE = "regrade", _("Graded again")
        MANUAL = "manual", _("Marked by hand")

    response = models.ForeignKey(Response, on_delete=models.CASCADE, related_name="mark_changes")
    actor = models.ForeignKey(settings.AUTH_USER_MODEL, on_delete=models.PROTECT, related_name="mark_changes")
    cause = models.CharField(_("cause"), max_length=7, choices=Cause)
    old_fraction = models.FloatField(_("fraction before"), null=True, blank=True)
    new_fraction = models.FloatField(_("fraction after"))
    old_mark = models.DecimalField(_("mark before"), max_digits=6, decimal_places=3, null=True, blank=True)
    new_mark = models.DecimalField(_("mark after"), max_digits=6, decimal_places=3)
    note = models.CharField(_("note"), max_length=300, blank=True)
    wording = models.ForeignKey(ItemRevision, on_delete=models.SET_NULL, related_name="+", null=True, blank=True)
    created_at = models.DateTimeField(_("changed"))

    class Meta:
        ordering = ("response", "id")
        verbose_name = _("change of a mark")
        verbose_name_plural = _("changes of marks")

    def __str__(self) -> str:
        return f"{self.old_mark} → {self.new_mark} ({self.get_cause_display()})"


class Proof(models.Model):
    """The sentence that a learner marked as the one that proves the answer to a slot; the newest counts."""

    attempt_slot = models.ForeignKey(AttemptSlot, on_delete=models.CASCADE, related_name="proofs")
    paragraph = models.ForeignKey(Paragraph, on_delete=models.PROTECT, related_name="proofs")
    start = models.PositiveIntegerField(_("start"))
    end = models.PositiveIntegerField(_("end"))
    fraction = models.FloatField(_("fraction"))
    idempotency_key = models.CharField(_("idempotency key"), max_length=64)
    created_at = models.DateTimeField(_("marked"))

    class Meta:
        ordering = ("attempt_slot", "id")
        constraints = [
            models.UniqueConstraint(fields=("attempt_slot", "idempotency_key"), name="proof_stored_once"),
            models.CheckConstraint(condition=models.Q(end__gt=models.F("start")), name="proof_is_not_empty"),
        ]
        verbose_name = _("marked sentence")
        verbose_name_plural = _("marked sentences")

    def __str__(self) -> str:
        return f"{self.attempt_slot}: {self.paragraph.number}, {self.start} to {self.end}"
