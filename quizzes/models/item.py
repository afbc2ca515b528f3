import uuid

from django.conf import settings
from django.db import models
from django.utils.translation import gettext_lazy as _

from quizzes.models.article import Article, ArticleRevision, Paragraph
from quizzes.models.run import Run


class Item(models.Model):
    """One assessable question in an article's bank. Its wording lives in revisions."""

    class Kind(models.TextChoices):
        MULTIPLE_CHOICE = "multiple_choice", _("Multiple choice")
        CLOZE = "cloze", _("Cloze")
        SHORT_ANSWER = "short_answer", _("Short answer")
        TRUE_FALSE = "true_false", _("True or false")
        MATCHING = "matching", _("Matching")
        ORDERING = "ordering", _("Ordering")
        LOCATE = "locate", _("Find the sentence")
        INSERTION = "insertion", _("Where it belongs")

    class State(models.TextChoices):
        PROPOSED = "proposed", _("Proposed")
        APPROVED = "approved", _("Approved")
        REJECTED = "rejected", _("Rejected")
        PARKED = "parked", _("Evidence lost")

    uuid = models.UUIDField(default=uuid.uuid4, unique=True, editable=False)
    article = models.ForeignKey(Article, on_delete=models.CASCADE, related_name="items")
    run = models.ForeignKey(Run, on_delete=models.SET_NULL, null=True, blank=True, related_name="items")
    fingerprint = models.CharField(_("engine's id"), max_length=40)
    kind = models.CharField(_("kind"), max_length=16, choices=Kind)
    state = models.CharField(_("state"), max_length=8, choices=State, default=State.PROPOSED)
    score = models.FloatField(_("score"), default=0)
    difficulty = models.FloatField(_("difficulty"), default=0.5)
    recommended = models.BooleanField(_("recommended"), default=False)
    current = models.ForeignKey("ItemRevision", on_delete=models.SET_NULL, null=True, blank=True, related_name="+")
    created_at = models.DateTimeField(_("proposed"), auto_now_add=True)

    class Meta:
        ordering = ("-recommended", "-score", "id")
        constraints = [models.UniqueConstraint(fields=("article", "fingerprint"), name="item_once_per_article")]
        indexes = [models.Index(fields=("article", "state"), name="item_by_state")]
        verbose_name = _("item")
        verbose_name_plural = _("items")

    def __str__(self) -> str:
        return self.current.stem[:80] if self.current else self.fingerprint


class ItemRevision(models.Model):
    """The frozen wording of an item.

    `options` holds objects with text, key, rationale and source, or is null; `prompts` objects with text, match (the
    text of the right option) and source, or is null for every interaction but match, order and several gaps.
    `grading` says which rules a typed answer is graded with; what it does not name is as the engine has it.
    """

    class Interaction(models.TextChoices):
        CHOICE = "choice", _("Choice")
        TEXT_ENTRY = "text_entry", _("Typed")
        MATCH = "match", _("Match")
        ORDER = "order", _("Order")

    item = models.ForeignKey(Item, on_delete=models.CASCADE, related_name="revisions")
    number = models.PositiveIntegerField(_("number"), default=1)
    article_revision = models.ForeignKey(ArticleRevision, on_delete=models.PROTECT, related_name="item_revisions")
    interaction = models.CharField(_("interaction"), max_length=10, choices=Interaction)
    context = models.TextField(_("context"), blank=True)
    stem = models.TextField(_("stem"))
    options = models.JSONField(_("options"), null=True, blank=True)
    prompts = models.JSONField(_("prompts"), null=True, blank=True)
    keys = models.JSONField(_("keys"), default=list)
    grading = models.JSONField(_("rules of grading"), default=dict, blank=True)
    explanation = models.TextField(_("explanation"), blank=True)
    fact = models.TextField(_("fact"), blank=True)
    rule = models.CharField(_("rule"), max_length=80, blank=True)
    engine_version = models.CharField(_("engine version"), max_length=20, blank=True)
    seed = models.PositiveIntegerField(_("seed"), default=0)
    author = models.ForeignKey(
        settings.AUTH_USER_MODEL, on_delete=models.PROTECT, null=True, blank=True, related_name="item_revisions"
    )
    created_at = models.DateTimeField(_("written"), auto_now_add=True)

    class Meta:
        ordering = ("item", "number")
        constraints = [models.UniqueConstraint(fields=("item", "number"), name="item_revision_number_once")]
        verbose_name = _("item revision")
        verbose_name_plural = _("item revisions")

    def __str__(self) -> str:
        return f"{self.stem[:80]} ({self.number})"


class Evidence(models.Model):
    """An exact quotation that supports an item's key: code point offsets in one paragraph, verified when stored."""

    item_revision = models.ForeignKey(ItemRevision, on_delete=models.CASCADE, related_name="evidence")
    paragraph = models.ForeignKey(Paragraph, on_delete=models.PROTECT, related_name="evidence")
    start = models.PositiveIntegerField(_("start"))
    end = models.PositiveIntegerField(_("end"))
    exact = models.TextField(_("exact quotation"))
    prefix = models.TextField(_("text before"), blank=True)
    suffix = models.TextField(_("text after"), blank=True)

    class Meta:
        ordering = ("item_revision", "id")
        constraints = [
            models.CheckConstraint(condition=models.Q(end__gt=models.F("start")), name="evidence_is_not_empty")
        ]
        verbose_name = _("evidence")
        verbose_name_plural = _("evidence")

    def __str__(self) -> str:
        return self.exact[:80]


class Decision(models.Model):
    """What an instructor decided about an item, kept for ever; an undo is a decision too."""

    class Action(models.TextChoices):
        APPROVE = "approve", _("Approved")
        EDIT = "edit", _("Edited")
        REJECT = "reject", _("Rejected")
        UNDO = "undo", _("Undone")
        CARRY = "carry", _("Carried over to a new text")
        PARK = "park", _("Parked: its evidence is lost")

    class Reason(models.TextChoices):
        NONE = "", _("No reason given")
        AMBIGUOUS = "ambiguous", _("More than one right answer")
        WRONG = "wrong", _("The key is wrong")
        TRIVIAL = "trivial", _("Not worth asking")
        UNCLEAR = "unclear", _("Hard to understand")
        GIVEN_AWAY = "given_away", _("The answer is given away")
        OTHER = "other", _("Another reason")

    item = models.ForeignKey(Item, on_delete=models.CASCADE, related_name="decisions")
    item_revision = models.ForeignKey(ItemRevision, on_delete=models.CASCADE, related_name="decisions")
    actor = models.ForeignKey(settings.AUTH_USER_MODEL, on_delete=models.PROTECT, related_name="decisions")
    action = models.CharField(_("decision"), max_length=7, choices=Action)
    reason = models.CharField(_("reason"), max_length=12, choices=Reason, blank=True)
    note = models.CharField(_("note"), max_length=300, blank=True)
    state_before = models.CharField(_("state before"), max_length=8, choices=Item.State)
    revision_before = models.ForeignKey(ItemRevision, on_delete=models.CASCADE, null=True, related_name="+")
    undone = models.BooleanField(_("undone"), default=False)
    created_at = models.DateTimeField(_("decided"), auto_now_add=True)

    class Meta:
        ordering = ("-created_at", "-id")
        verbose_name = _("decision")
        verbose_name_plural = _("decisions")

    def __str__(self) -> str:
        return f"{self.get_action_display()}: {self.item_revision}"
