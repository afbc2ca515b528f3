from django.contrib import admin
from django.db.models import QuerySet
from django.http import HttpRequest
from django.utils.translation import gettext_lazy as _

from quizzes.admin.scoping import ScopedAdmin
from quizzes.models import RefusedDraft, Run, TextImport


@admin.register(Run)
class RunAdmin(ScopedAdmin):
    owner = "revision__article__owner"
    list_display = ("revision", "state", "stage", "progress", "tries", "seed", "engine_version", "created_at")
    list_filter = ("state", "engine_version")
    list_select_related = ("revision__article",)
    search_fields = ("revision__article__title", "error")
    date_hierarchy = "created_at"

    @admin.display(description=_("done"))
    def progress(self, run: Run) -> str:
        return f"{run.done} / {run.total}"


@admin.register(TextImport)
class TextImportAdmin(ScopedAdmin):
    owner = "requested_by"
    exclude = ("data",)
    list_display = ("__str__", "source", "state", "stage", "progress", "tries", "requested_by", "created_at")
    list_filter = ("state", "source")
    list_select_related = ("requested_by",)
    search_fields = ("source_name", "title", "error")
    date_hierarchy = "created_at"

    def get_queryset(self, request: HttpRequest) -> QuerySet[TextImport]:
        return super().get_queryset(request).defer("data")

    @admin.display(description=_("done"))
    def progress(self, work: TextImport) -> str:
        return f"{work.done} / {work.total}"


@admin.register(RefusedDraft)
class RefusedDraftAdmin(ScopedAdmin):
    owner = "run__revision__article__owner"
    list_display = ("__str__", "kind", "reason", "score", "item", "run")
    list_filter = ("code", "kind", ("run__revision__article", admin.RelatedOnlyFieldListFilter))
    list_select_related = ("run__revision__article", "item__current")
    search_fields = ("reason", "fingerprint", "run__revision__article__title")
