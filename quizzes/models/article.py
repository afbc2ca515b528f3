import uuid

from django.conf import settings
from django.db import models
from django.utils.translation import gettext_lazy as _


class Article(models.Model):
    """A text that an instructor brought. Its words live in revisions.

    `source_name` is the file's name or the address it came from; a pasted text has none.
    """

    class Source(models.TextChoices):
        PASTED = "pasted", _("Pasted text")
        TEXT = "text", _("Text file")
        MARKDOWN = "markdown", _("Markdown file")
        HTML = "html", _("Web page (file)")
        PDF = "pdf", _("PDF")
        DOCX = "docx", _("Word document")
        EPUB = "epub", _("E-book")
        ADDRESS = "address", _("Web address")

    uuid = models.UUIDField(default=uuid.uuid4, unique=True, editable=False)
    owner = models.ForeignKey(settings.AUTH_USER_MODEL, on_delete=models.PROTECT, related_name="articles")
    title = models.CharField(_("title"), max_length=200)
    source = models.CharField(_("source"), max_length=8, choices=Source, default=Source.PASTED)
    source_name = models.CharField(_("name of the source"), max_length=2000, blank=True)
    created_at = models.DateTimeField(_("brought in"), auto_now_add=True)

    class Meta:
        ordering = ("-created_at", "-id")
        verbose_name = _("article")
        verbose_name_plural = _("articles")

    def __str__(self) -> str:
        return self.title


class ArticleRevision(models.Model):
    """The frozen text of an article. An edit makes the next number.

    `removed` lists what was left out as noise: objects with start, end (in the raw text), text and reason.
    `grade` is the Flesch-Kincaid grade, `rare_share` the share of rare words, 0 to 1; both null where not measured.
    """

    article = models.ForeignKey(Article, on_delete=models.CASCADE, related_name="revisions")
    number = models.PositiveIntegerField(_("number"), default=1)
    raw_text = models.TextField(_("text as it was brought"))
    words = models.PositiveIntegerField(_("words"), default=0)
    removed = models.JSONField(_("left out as noise"), default=list, blank=True)
    grade = models.FloatField(_("reading grade"), null=True, blank=True)
    rare_share = models.FloatField(_("share of rare words"), null=True, blank=True)
    author = models.ForeignKey(
        settings.AUTH_USER_MODEL, on_delete=models.PROTECT, null=True, blank=True, related_name="article_revisions"
    )
    created_at = models.DateTimeField(_("made"), auto_now_add=True)

    class Meta:
        ordering = ("article", "number")
        constraints = [models.UniqueConstraint(fields=("article", "number"), name="revision_number_once")]
        verbose_name = _("article revision")
        verbose_name_plural = _("article revisions")

    def __str__(self) -> str:
        return f"{self.article}, revision {self.number}"


class Paragraph(models.Model):
    """One cleaned paragraph of a revision; `segments` maps it back to the raw text ([clean, raw, length] each)."""

    class Kind(models.TextChoices):
        TITLE = "title", _("Title")
        BYLINE = "byline", _("Byline")
        HEADING = "heading", _("Heading")
        BODY = "body", _("Body text")
        LIST_ITEM = "list_item", _("List item")
        CAPTION = "caption", _("Caption")
        QUOTE = "quote", _("Quotation")

    revision = models.ForeignKey(ArticleRevision, on_delete=models.CASCADE, related_name="paragraphs")
    number = models.PositiveIntegerField(_("number"))
    stable_id = models.CharField(_("stable id"), max_length=40)
    kind = models.CharField(_("kind"), max_length=10, choices=Kind, default=Kind.BODY)
    text = models.TextField(_("text"))
    segments = models.JSONField(_("map to the raw text"), default=list, blank=True)

    class Meta:
        ordering = ("revision", "number")
        constraints = [
            models.UniqueConstraint(fields=("revision", "number"), name="paragraph_number_once"),
            models.UniqueConstraint(fields=("revision", "stable_id"), name="paragraph_id_once"),
        ]
        verbose_name = _("paragraph")
        verbose_name_plural = _("paragraphs")

    def __str__(self) -> str:
        return f"{self.number}. {self.text[:60]}"
