from django.conf import settings
from django.db import models
from django.utils.translation import gettext_lazy as _

from quizzes.models.article import Article
from quizzes.models.work import Work


class TextImport(Work):
    """One text on its way in: what was brought, how far reading it is, and the article that it became.

    `data` holds the bytes of an upload or of a long pasted text until the import is over, null for a web address.
    """

    requested_by = models.ForeignKey(settings.AUTH_USER_MODEL, on_delete=models.CASCADE, related_name="text_imports")
    source = models.CharField(_("source"), max_length=8, choices=Article.Source)
    source_name = models.CharField(_("name of the source"), max_length=2000, blank=True)
    title = models.CharField(_("title"), max_length=200, blank=True)
    data = models.BinaryField(_("what was brought"), null=True, blank=True)
    article = models.ForeignKey(Article, on_delete=models.SET_NULL, null=True, blank=True, related_name="text_imports")

    class Meta(Work.Meta):
        verbose_name = _("text import")
        verbose_name_plural = _("text imports")

    def __str__(self) -> str:
        return f"{self.get_state_display()}: {self.source_name or self.title or self.get_source_display()}"
