import uuid

from django.conf import settings
from django.db import models
from django.utils.translation import gettext_lazy as _

from quizzes.models.article import ArticleRevision
from quizzes.models.item import Item, ItemRevision


class Quiz(models.Model):
    """Approved items of one article revision in an order. It can change until someone has started it."""

    uuid = models.UUIDField(default=uuid.uuid4, unique=True, editable=False)
    owner = models.ForeignKey(settings.AUTH_USER_MODEL, on_delete=models.PROTECT, related_name="quizzes")
    article_revision = models.ForeignKey(ArticleRevision, on_delete=models.PROTECT, related_name="quizzes")
    title = models.CharField(_("title"), max_length=200)
    created_at = models.DateTimeField(_("made"), auto_now_add=True)

    class Meta:
        ordering = ("-created_at", "-id")
        verbose_name = _("quiz")
        verbose_name_plural = _("quizzes")

    def __str__(self) -> str:
        return self.title


class Slot(models.Model):
    """A place in a quiz; it pins one item revision and its maximum mark."""

    quiz = models.ForeignKey(Quiz, on_delete=models.CASCADE, related_name="slots")
    position = models.IntegerField(_("position"))
    item = models.ForeignKey(Item, on_delete=models.PROTECT, related_name="slots")
    item_revision = models.ForeignKey(ItemRevision, on_delete=models.PROTECT, related_name="slots")
    maximum_mark = models.DecimalField(_("marks"), max_digits=5, decimal_places=2, default=1)

    class Meta:
        ordering = ("quiz", "position")
        constraints = [
            models.UniqueConstraint(fields=("quiz", "position"), name="slot_position_once"),
            models.UniqueConstraint(fields=("quiz", "item"), name="slot_item_once"),
        ]
        verbose_name = _("slot")
        verbose_name_plural = _("slots")

    def __str__(self) -> str:
        return f"{self.position}. {self.item_revision}"
