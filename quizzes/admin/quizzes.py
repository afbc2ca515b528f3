from typing import Any

from django.contrib import admin
from django.db.models import Count, QuerySet
from django.http import HttpRequest
from django.utils.translation import gettext_lazy as _

from quizzes.admin.scoping import ScopedAdmin, ShownInline
from quizzes.models import Quiz, Slot


class SlotInline(ShownInline):
    model = Slot
    fields = ("position", "item_revision", "maximum_mark")
    readonly_fields = fields
    related = ("item_revision",)


@admin.register(Quiz)
class QuizAdmin(ScopedAdmin):
    owner = "owner"
    changeable = ("title",)
    list_display = ("title", "owner", "article_revision", "slot_count", "created_at")
    list_filter = (("owner", admin.RelatedOnlyFieldListFilter),)
    list_select_related = ("owner", "article_revision__article")
    search_fields = ("title", "article_revision__article__title")
    date_hierarchy = "created_at"
    inlines = (SlotInline,)

    def get_queryset(self, request: HttpRequest) -> QuerySet[Any]:
        rows: QuerySet[Any] = super().get_queryset(request).annotate(slot_count=Count("slots"))
        return rows

    @admin.display(description=_("slots"), ordering="slot_count")
    def slot_count(self, quiz: Any) -> int:
        return int(quiz.slot_count)


@admin.register(Slot)
class SlotAdmin(ScopedAdmin):
    owner = "quiz__owner"
    list_display = ("quiz", "position", "item_revision", "maximum_mark")
    list_filter = (("quiz", admin.RelatedOnlyFieldListFilter),)
    list_select_related = ("quiz", "item_revision")
    search_fields = ("quiz__title", "item_revision__stem")
