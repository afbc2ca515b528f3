from typing import Any

from django.contrib import admin
from django.contrib.auth.admin import UserAdmin
from django.db.models import Model, Q
from django.http import HttpRequest
from django.utils.translation import gettext_lazy as _

from quizzes.access import classrooms_taught_by
from quizzes.admin.scoping import ScopedAdmin, is_operator
from quizzes.models import Enrolment, User

SEEN_BY_INSTRUCTORS = ("username", "display_name", "is_instructor", "last_login", "date_joined")


@admin.register(User)
class PersonAdmin(ScopedAdmin, UserAdmin[User]):
    """Operators make and change accounts; an instructor sees themselves and the members of their classrooms."""

    list_display = ("username", "display_name", "is_instructor", "is_staff", "last_login", "date_joined")
    list_filter = ("is_instructor", "is_staff", "is_active")
    search_fields = ("username", "display_name")
    date_hierarchy = "date_joined"
    ordering = ("-date_joined",)
    fieldsets = (
        *(UserAdmin.fieldsets or ()),
        (_("studyapp"), {"fields": ("display_name", "is_instructor", "theme", "single_keys")}),
    )
    add_fieldsets = (
        *UserAdmin.add_fieldsets,
        (_("studyapp"), {"fields": ("display_name", "is_instructor", "is_staff")}),
    )

    def scope(self, user: User) -> Q:
        members = Enrolment.objects.filter(classroom__in=classrooms_taught_by(user).values("pk")).values("user")
        return Q(pk=user.pk) | Q(pk__in=members)

    def has_add_permission(self, request: HttpRequest) -> bool:
        return is_operator(request)

    def has_change_permission(self, request: HttpRequest, obj: Model | None = None) -> bool:
        return is_operator(request)

    def get_readonly_fields(self, request: HttpRequest, obj: Model | None = None) -> list[str]:
        return ["last_login", "date_joined"]

    def get_fieldsets(self, request: HttpRequest, obj: Model | None = None) -> Any:
        if is_operator(request):
            return super().get_fieldsets(request, obj)
        return ((None, {"fields": SEEN_BY_INSTRUCTORS}),)
