from typing import Any

from django.contrib import admin
from django.db.models import Count, Model, QuerySet
from django.http import HttpRequest
from django.utils.translation import gettext_lazy as _

from quizzes.admin.scoping import ScopedAdmin, ShownInline
from quizzes.models import Article, ArticleDraft, ArticleRevision, Paragraph


class RevisionInline(ShownInline):
    model = ArticleRevision
    fields = ("number", "words", "created_at")
    readonly_fields = fields


class ParagraphInline(ShownInline):
    model = Paragraph
    fields = ("number", "kind", "text")
    readonly_fields = fields


@admin.register(Article)
class ArticleAdmin(ScopedAdmin):
    owner = "owner"
    changeable = ("title",)
    list_display = ("title", "owner", "item_count", "created_at")
    list_filter = (("owner", admin.RelatedOnlyFieldListFilter),)
    list_select_related = ("owner",)
    search_fields = ("title",)
    date_hierarchy = "created_at"
    inlines = (RevisionInline,)

    def get_queryset(self, request: HttpRequest) -> QuerySet[Any]:
        rows: QuerySet[Any] = super().get_queryset(request).annotate(item_count=Count("items"))
        return rows

    @admin.display(description=_("items"), ordering="item_count")
    def item_count(self, article: Any) -> int:
        return int(article.item_count)


@admin.register(ArticleRevision)
class ArticleRevisionAdmin(ScopedAdmin):
    owner = "article__owner"
    list_display = ("article", "number", "words", "created_at")
    list_filter = (("article", admin.RelatedOnlyFieldListFilter),)
    list_select_related = ("article",)
    search_fields = ("article__title",)
    date_hierarchy = "created_at"
    inlines = (ParagraphInline,)


@admin.register(Paragraph)
class ParagraphAdmin(ScopedAdmin):
    owner = "revision__article__owner"
    list_display = ("number", "kind", "beginning", "revision")
    list_filter = ("kind", ("revision__article", admin.RelatedOnlyFieldListFilter))
    list_select_related = ("revision__article",)
    search_fields = ("text", "stable_id")

    @admin.display(description=_("text"), ordering="text")
    def beginning(self, paragraph: Paragraph) -> str:
        return paragraph.text[:100]


@admin.register(ArticleDraft)
class ArticleDraftAdmin(ScopedAdmin):
    owner = "article__owner"
    list_display = ("article", "based_on", "author", "version", "changed_at")
    list_filter = (("author", admin.RelatedOnlyFieldListFilter),)
    list_select_related = ("article", "based_on__article", "author")
    search_fields = ("article__title",)
    date_hierarchy = "changed_at"
    exclude = ("paragraphs", "undo", "redo")

    def get_queryset(self, request: HttpRequest) -> QuerySet[Any]:
        rows: QuerySet[Any] = super().get_queryset(request).defer(*self.exclude, "based_on__raw_text")
        return rows

    def get_readonly_fields(self, request: HttpRequest, obj: Model | None = None) -> list[str]:
        return [name for name in super().get_readonly_fields(request, obj) if name not in self.exclude]
