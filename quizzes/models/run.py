from django.conf import settings
from django.db import models
from django.utils.translation import gettext_lazy as _

from quizzes.models.article import ArticleRevision
from quizzes.models.work import Work


class Run(Work):
    """One generation in the background: what was asked, how far it is, what came of it.

    `chapters` holds the numbers of the paragraphs that head the chosen chapters; none means the whole text.
    """

    revision = models.ForeignKey(ArticleRevision, on_delete=models.CASCADE, related_name="runs")
    requested_by = models.ForeignKey(settings.AUTH_USER_MODEL, on_delete=models.PROTECT, related_name="runs")
    seed = models.PositiveIntegerField(_("seed"), default=0)
    maximum = models.PositiveIntegerField(_("at most"), null=True, blank=True)
    kinds = models.JSONField(_("kinds"), default=list, blank=True)
    chapters = models.JSONField(_("chapters"), default=list, blank=True)
    engine_version = models.CharField(_("engine version"), max_length=20, blank=True)
    report = models.JSONField(_("report"), default=dict, blank=True)

    class Meta(Work.Meta):
        constraints = [
            models.UniqueConstraint(
                fields=("revision",), condition=models.Q(state__in=("queued", "running")), name="one_open_run"
            )
        ]
        verbose_name = _("run")
        verbose_name_plural = _("runs")

    def __str__(self) -> str:
        return f"{self.get_state_display()}: {self.revision}"
