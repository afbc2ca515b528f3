import uuid

from django.conf import settings
from django.db import models
from django.utils.translation import gettext_lazy as _

from quizzes.models.article import Article, ArticleRevision


class ArticleDraft(models.Model):
    """The paragraphs of an article while they are being edited; saved, they become its next revision.

    `paragraphs` holds objects with key (stands for the paragraph while it is edited), kind, text, segments, origin (the
    stable ids of the paragraphs of `based_on` that it came from), was (the print of the one whose place it has), out
    (why it is left out; noise and what was dropped stay in their place) and moved (by how many places). `undo` and
    `redo` are stacks of changes: objects with what, key and splices (at, removed and inserted: lists of such
    paragraphs). `version` counts the changes, so that a page that shows an older state changes nothing unseen.
    """

    uuid = models.UUIDField(default=uuid.uuid4, unique=True, editable=False)
    article = models.OneToOneField(Article, on_delete=models.CASCADE, related_name="draft")
    based_on = models.ForeignKey(ArticleRevision, on_delete=models.CASCADE, related_name="drafts")
    author = models.ForeignKey(settings.AUTH_USER_MODEL, on_delete=models.PROTECT, related_name="article_drafts")
    paragraphs = models.JSONField(_("paragraphs"), default=list)
    undo = models.JSONField(_("changes to take back"), default=list, blank=True)
    redo = models.JSONField(_("changes taken back"), default=list, blank=True)
    version = models.PositiveIntegerField(_("version"), default=0)
    changed_at = models.DateTimeField(_("changed"))

    class Meta:
        ordering = ("-changed_at", "-id")
        verbose_name = _("text being edited")
        verbose_name_plural = _("texts being edited")

    def __str__(self) -> str:
        return f"{self.article}, based on revision {self.based_on.number}"
