from django.contrib import admin

from quizzes.admin.scoping import ModeColumn, ScopedAdmin, ShownInline
from quizzes.models import Attempt, AttemptSlot, MarkChange, Proof, Response


class AttemptSlotInline(ShownInline):
    model = AttemptSlot
    fields = ("position", "item_revision", "maximum_mark", "marked")
    readonly_fields = fields
    related = ("item_revision", "attempt__learner", "attempt__assignment__quiz", "attempt__assignment__classroom")


class ResponseInline(ShownInline):
    model = Response
    fields = ("sequence", "given", "fraction", "mark", "accepted_as", "accepted_by", "late", "is_current", "created_at")
    readonly_fields = fields
    related = (
        "attempt_slot__attempt__learner",
        "attempt_slot__attempt__assignment__quiz",
        "attempt_slot__attempt__assignment__classroom",
    )


@admin.register(Attempt)
class AttemptAdmin(ModeColumn, ScopedAdmin):
    """What learners sent is never changed; it is shown as it was stored."""

    classroom = "assignment__classroom"
    list_display = ("learner", "assignment", "number", "state", "mode_word", "started_at", "finished_at")
    list_filter = ("state", "mode", ("assignment__classroom", admin.RelatedOnlyFieldListFilter))
    list_select_related = ("learner", "assignment__quiz", "assignment__classroom")
    search_fields = ("learner__display_name", "learner__username", "assignment__quiz__title")
    date_hierarchy = "started_at"
    inlines = (AttemptSlotInline,)


@admin.register(AttemptSlot)
class AttemptSlotAdmin(ScopedAdmin):
    classroom = "attempt__assignment__classroom"
    list_display = ("attempt", "position", "item_revision", "maximum_mark", "marked")
    list_filter = ("marked", ("attempt__assignment__classroom", admin.RelatedOnlyFieldListFilter))
    list_select_related = (
        "attempt__learner",
        "attempt__assignment__quiz",
        "attempt__assignment__classroom",
        "item_revision",
    )
    search_fields = ("attempt__learner__display_name", "item_revision__stem")
    inlines = (ResponseInline,)


class MarkChangeInline(ShownInline):
    model = MarkChange
    fields = ("cause", "old_mark", "new_mark", "note", "actor", "created_at")
    readonly_fields = fields
    related = ("actor",)


@admin.register(Response)
class ResponseAdmin(ScopedAdmin):
    classroom = "attempt_slot__attempt__assignment__classroom"
    list_display = (
        "attempt_slot",
        "given",
        "fraction",
        "mark",
        "accepted_as",
        "accepted_by",
        "late",
        "is_current",
        "created_at",
    )
    list_filter = (
        "is_current",
        "late",
        "accepted_as",
        ("attempt_slot__attempt__assignment__classroom", admin.RelatedOnlyFieldListFilter),
    )
    list_select_related = (
        "attempt_slot__attempt__learner",
        "attempt_slot__attempt__assignment__quiz",
        "attempt_slot__attempt__assignment__classroom",
    )
    search_fields = ("attempt_slot__attempt__learner__display_name",)
    date_hierarchy = "created_at"
    inlines = (MarkChangeInline,)


@admin.register(MarkChange)
class MarkChangeAdmin(ScopedAdmin):
    """Marks are changed in the app, where the preview is; here the log is looked up."""

    classroom = "response__attempt_slot__attempt__assignment__classroom"
    list_display = ("response", "cause", "old_mark", "new_mark", "note", "actor", "created_at")
    list_filter = ("cause", ("actor", admin.RelatedOnlyFieldListFilter))
    list_select_related = (
        "actor",
        "response__attempt_slot__attempt__learner",
        "response__attempt_slot__attempt__assignment__quiz",
        "response__attempt_slot__attempt__assignment__classroom",
    )
    search_fields = ("note", "response__attempt_slot__attempt__learner__display_name")
    date_hierarchy = "created_at"


@admin.register(Proof)
class ProofAdmin(ScopedAdmin):
    """The sentences that learners marked as what proves their answers."""

    classroom = "attempt_slot__attempt__assignment__classroom"
    list_display = ("attempt_slot", "paragraph", "start", "end", "fraction", "created_at")
    list_filter = (("attempt_slot__attempt__assignment__classroom", admin.RelatedOnlyFieldListFilter),)
    list_select_related = (
        "attempt_slot__attempt__learner",
        "attempt_slot__attempt__assignment__quiz",
        "attempt_slot__attempt__assignment__classroom",
        "paragraph__revision__article",
    )
    search_fields = ("attempt_slot__attempt__learner__display_name",)
    date_hierarchy = "created_at"
