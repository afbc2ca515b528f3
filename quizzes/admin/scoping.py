"""Who sees what in the admin panel: operators all, an instructor who is staff only what is theirs."""

from typing import Any

from django.contrib import admin
from django.db.models import Model, Q, QuerySet
from django.http import HttpRequest
from django.utils.translation import gettext_lazy as _

from quizzes.access import classrooms_taught_by
from quizzes.models import User


def is_operator(request: HttpRequest) -> bool:
    """Say whether everything is open to the person."""
    return request.user.is_active and request.user.is_superuser


def may_enter(request: HttpRequest) -> bool:
    """Say whether the panel is open at all: to operators and to instructors who are staff."""
    user = request.user
    return is_operator(request) or (user.is_active and user.is_staff and getattr(user, "is_instructor", False))


class ScopedAdmin(admin.ModelAdmin[Any]):
    """A list of which an instructor sees the rows reached by `owner` (a person) or `classroom` (one they teach).

    Permissions come from here rather than from groups, so that no installation can hand out too much. A model is
    changed through the fields that `changeable` names; every other field is shown. Rows are made in the web app.
    """

    owner = ""
    classroom = ""
    changeable: tuple[str, ...] = ()
    list_per_page = 50
    show_full_result_count = False

    def scope(self, user: User) -> Q:
        """Return what limits the rows to those of an instructor."""
        if self.owner:
            return Q(**{self.owner: user})
        return Q(**{f"{self.classroom}__in": classrooms_taught_by(user).values("pk")})

    def get_queryset(self, request: HttpRequest) -> QuerySet[Any]:
        rows = super().get_queryset(request)
        user = request.user
        if is_operator(request):
            return rows
        return rows.filter(self.scope(user)) if isinstance(user, User) else rows.none()

    def covers(self, request: HttpRequest, row: Model | None) -> bool:
        """Say whether the row (or, without one, the list) is open to the person."""
        if not may_enter(request):
            return False
        return row is None or is_operator(request) or self.get_queryset(request).filter(pk=row.pk).exists()

    def has_module_permission(self, request: HttpRequest) -> bool:
        return may_enter(request)

    def has_view_permission(self, request: HttpRequest, obj: Model | None = None) -> bool:
        return self.covers(request, obj)

    def has_change_permission(self, request: HttpRequest, obj: Model | None = None) -> bool:
        return bool(self.changeable) and self.covers(request, obj)

    def has_add_permission(self, request: HttpRequest) -> bool:
        return False

    def has_delete_permission(self, request: HttpRequest, obj: Model | None = None) -> bool:
        return False

    def get_readonly_fields(self, request: HttpRequest, obj: Model | None = None) -> list[str]:
        shown = [field.name for field in self.opts.fields if field.name not in ("id", *self.changeable)]
        return [*self.readonly_fields, *shown]

    def formfield_for_foreignkey(self, db_field: Any, request: HttpRequest, **kwargs: Any) -> Any:
        """Offer only rows that the person may see."""
        other = self.admin_site._registry.get(db_field.related_model)
        if other is not None:
            kwargs["queryset"] = other.get_queryset(request)
        return super().formfield_for_foreignkey(db_field, request, **kwargs)


class ModeColumn:
    """A column with the mode in one word; its full label would make every row tall."""

    @admin.display(description=_("mode"), ordering="mode")
    def mode_word(self, row: Any) -> str:
        return str(row.get_mode_display()).partition(":")[0]


class ShownInline(admin.TabularInline[Any, Any]):
    """Rows shown below the row they belong to; whoever sees that one sees them, and nobody changes them here."""

    extra = 0
    can_delete = False
    show_change_link = True
    related: tuple[str, ...] = ()

    def get_queryset(self, request: HttpRequest) -> QuerySet[Any]:
        return super().get_queryset(request).select_related(*self.related)

    def has_view_permission(self, request: HttpRequest, obj: Model | None = None) -> bool:
        return may_enter(request)

    def has_add_permission(self, request: HttpRequest, obj: Model | None = None) -> bool:
        return False

    def has_change_permission(self, request: HttpRequest, obj: Model | None = None) -> bool:
        return False

    def has_delete_permission(self, request: HttpRequest, obj: Model | None = None) -> bool:
        return False
