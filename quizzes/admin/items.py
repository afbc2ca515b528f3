from django.contrib import admin

from quizzes.admin.scoping import ScopedAdmin, ShownInline
from quizzes.models import Decision, Evidence, Item, ItemRevision


class ItemRevisionInline(ShownInline):
    model = ItemRevision
    fk_name = "item"
    fields = ("number", "stem", "prompts", "keys", "author", "created_at")
    readonly_fields = fields
    related = ("author",)


class DecisionInline(ShownInline):
    model = Decision
    fields = ("action", "reason", "note", "actor", "undone", "created_at")
    readonly_fields = fields
    related = ("actor", "item_revision")


class EvidenceInline(ShownInline):
    model = Evidence
    fields = ("paragraph", "start", "end", "exact")
    readonly_fields = fields
    related = ("paragraph",)


@admin.register(Item)
class ItemAdmin(ScopedAdmin):
    """Items are decided about in the app, where every decision is recorded; here they are looked up."""

    owner = "article__owner"
    list_display = ("__str__", "kind", "state", "recommended", "score", "difficulty", "article", "created_at")
    list_filter = ("state", "kind", "recommended", ("article", admin.RelatedOnlyFieldListFilter))
    list_select_related = ("current", "article")
    search_fields = ("current__stem", "fingerprint")
    date_hierarchy = "created_at"
    inlines = (ItemRevisionInline, DecisionInline)


@admin.register(ItemRevision)
class ItemRevisionAdmin(ScopedAdmin):
    owner = "item__article__owner"
    list_display = ("stem", "number", "interaction", "rule", "engine_version", "author", "created_at")
    list_filter = ("interaction", "engine_version", "rule")
    list_select_related = ("author",)
    search_fields = ("stem", "explanation", "fact")
    date_hierarchy = "created_at"
    inlines = (EvidenceInline,)


@admin.register(Evidence)
class EvidenceAdmin(ScopedAdmin):
    owner = "item_revision__item__article__owner"
    list_display = ("exact", "paragraph", "start", "end", "item_revision")
    list_filter = (("paragraph__revision__article", admin.RelatedOnlyFieldListFilter),)
    list_select_related = ("paragraph", "item_revision")
    search_fields = ("exact", "item_revision__stem")


@admin.register(Decision)
class DecisionAdmin(ScopedAdmin):
    owner = "item__article__owner"
    list_display = ("item_revision", "action", "reason", "actor", "undone", "created_at")
    list_filter = ("action", "reason", "undone", ("actor", admin.RelatedOnlyFieldListFilter))
    list_select_related = ("item_revision", "actor")
    search_fields = ("note", "item_revision__stem")
    date_hierarchy = "created_at"
