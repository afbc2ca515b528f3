import uuid

from django.db import models
from django.utils.translation import gettext_lazy as _

from quizzes.models.item import Item
from quizzes.models.run import Run


class RefusedDraft(models.Model):
    """A draft that a check of a run refused: the item that it would have been, with the check's code and reason.

    `item` is the proposal that it became when an instructor rescued it.
    """

    uuid = models.UUIDField(default=uuid.uuid4, unique=True, editable=False)
    run = models.ForeignKey(Run, on_delete=models.CASCADE, related_name="refused_drafts")
    item = models.OneToOneField(Item, on_delete=models.SET_NULL, null=True, blank=True, related_name="refused_draft")
    fingerprint = models.CharField(_("engine's id"), max_length=40)
    kind = models.CharField(_("kind"), max_length=16, choices=Item.Kind)
    code = models.CharField(_("check"), max_length=4)
    reason = models.CharField(_("reason"), max_length=300, blank=True)
    score = models.FloatField(_("score"), default=0)
    content = models.JSONField(_("item as the engine wrote it"))

    class Meta:
        ordering = ("run", "-score", "id")
        constraints = [models.UniqueConstraint(fields=("run", "fingerprint"), name="refused_draft_once_per_run")]
        indexes = [models.Index(fields=("run", "code"), name="refused_draft_by_code")]
        verbose_name = _("refused draft")
        verbose_name_plural = _("refused drafts")

    def __str__(self) -> str:
        return f"{self.code}: {self.content.get('stem', '')[:80]}"
