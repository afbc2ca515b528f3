import uuid

from django.conf import settings
from django.db import models
from django.utils.translation import gettext_lazy as _

from quizzes.models.article import ArticleRevision
from quizzes.models.classroom import Assignment
from quizzes.models.item import ItemRevision
from quizzes.models.quiz import Slot


class Attempt(models.Model):
    """One sitting of one learner. It pins the article revision, item revisions, order, seed and settings."""

    class State(models.TextChoices):
        OPEN = "open", _("Under way")
        FINISHED = "finished", _("Handed in")

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
    finished_at = models.DateTimeField(_("handed in"), null=True, blank=True)

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
    """What was given for one slot. Rows are only added; the newest is current, one a slot."""

    attempt_slot = models.ForeignKey(AttemptSlot, on_delete=models.CASCADE, related_name="responses")
    idempotency_key = models.CharField(_("idempotency key"), max_length=64)
    sequence = models.PositiveIntegerField(_("sequence number"))
    given = models.JSONField(_("given"))
    fraction = models.FloatField(_("fraction"))
    mark = models.DecimalField(_("mark"), max_digits=6, decimal_places=3)
    accepted_as = models.CharField(_("accepted as"), max_length=200, blank=True)
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
