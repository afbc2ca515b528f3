from typing import Any

from django import forms
from django.contrib import admin
from django.db.models import Count, Model, Q, QuerySet
from django.http import HttpRequest
from django.utils.translation import gettext
from django.utils.translation import gettext_lazy as _

from quizzes.admin.scoping import ModeColumn, ScopedAdmin, ShownInline, may_enter
from quizzes.models import Assignment, Classroom, Enrolment, ExtraTime
from quizzes.services.accounts import fold_name
from quizzes.services.extra_time import plan_anew


class EnrolmentInline(ShownInline):
    model = Enrolment
    fields = ("name", "role", "joined_at")
    readonly_fields = fields


class AssignmentInline(ShownInline):
    model = Assignment
    fields = ("quiz", "mode", "opens_at", "closes_at")
    readonly_fields = fields
    related = ("quiz", "classroom")


@admin.register(Classroom)
class ClassroomAdmin(ScopedAdmin):
    classroom = "pk"
    changeable = ("name", "open_to_join")
    list_display = ("name", "code", "open_to_join", "learner_count", "created_at")
    list_filter = ("open_to_join",)
    search_fields = ("name", "code")
    date_hierarchy = "created_at"
    inlines = (AssignmentInline, EnrolmentInline)

    def get_queryset(self, request: HttpRequest) -> QuerySet[Any]:
        learners = Count("enrolments", filter=Q(enrolments__role=Enrolment.Role.LEARNER))
        rows: QuerySet[Any] = super().get_queryset(request).annotate(learner_count=learners)
        return rows

    @admin.display(description=_("learners"), ordering="learner_count")
    def learner_count(self, classroom: Any) -> int:
        return int(classroom.learner_count)


class EnrolmentForm(forms.ModelForm[Enrolment]):
    """Keep the folded name in step with the name; refuse a name that is taken, and to leave nobody who teaches."""

    def clean(self) -> dict[str, Any]:
        cleaned = super().clean() or {}
        if self.instance.pk and cleaned.get("role") != Enrolment.Role.INSTRUCTOR and self._is_last_instructor():
            self.add_error("role", gettext("A classroom needs an instructor. Make someone else one first."))
        name, room = cleaned.get("name"), cleaned.get("classroom")
        if name and room:
            self.instance.name_key = fold_name(name)
            if Enrolment.objects.filter(classroom=room, name_key=self.instance.name_key).exists():
                self.add_error("name", gettext("Someone in this classroom has this name. Choose another."))
        return cleaned

    def _is_last_instructor(self) -> bool:
        instructors = Enrolment.objects.filter(classroom=self.instance.classroom_id, role=Enrolment.Role.INSTRUCTOR)
        return set(instructors.values_list("pk", flat=True)) == {self.instance.pk}


@admin.register(Enrolment)
class EnrolmentAdmin(ScopedAdmin):
    """Here a member becomes an assistant or another instructor of the classroom."""

    classroom = "classroom"
    changeable = ("role",)
    form = EnrolmentForm
    list_display = ("name", "role", "classroom", "joined_at")
    list_filter = ("role", ("classroom", admin.RelatedOnlyFieldListFilter))
    list_select_related = ("classroom",)
    search_fields = ("name",)
    date_hierarchy = "joined_at"

    def has_add_permission(self, request: HttpRequest) -> bool:
        return may_enter(request)

    def get_fields(self, request: HttpRequest, obj: Model | None = None) -> tuple[str, ...]:
        chosen = ("classroom", "user", "name", "role")
        return (*chosen, "joined_at") if obj else chosen

    def get_readonly_fields(self, request: HttpRequest, obj: Model | None = None) -> list[str]:
        return ["classroom", "user", "name", "joined_at"] if obj else []


@admin.register(Assignment)
class AssignmentAdmin(ModeColumn, ScopedAdmin):
    classroom = "classroom"
    changeable = ("opens_at", "closes_at", "attempts_allowed")
    list_display = ("quiz", "classroom", "mode_word", "opens_at", "closes_at", "time_limit", "attempts_allowed")
    list_filter = ("mode", ("classroom", admin.RelatedOnlyFieldListFilter))
    list_select_related = ("quiz", "classroom")
    search_fields = ("quiz__title", "classroom__name")
    date_hierarchy = "opens_at"

    def save_model(self, request: HttpRequest, obj: Assignment, form: Any, change: bool) -> None:
        """Let another closing time reach the attempts that are open."""
        super().save_model(request, obj, form, change)
        plan_anew(obj.attempts.all())


@admin.register(ExtraTime)
class ExtraTimeAdmin(ScopedAdmin):
    classroom = "assignment__classroom"
    list_display = ("learner", "assignment", "minutes", "given_by", "given_at")
    list_filter = (("assignment__classroom", admin.RelatedOnlyFieldListFilter),)
    list_select_related = ("learner", "assignment__quiz", "assignment__classroom", "given_by")
    search_fields = ("learner__display_name", "learner__username", "assignment__quiz__title")
    date_hierarchy = "given_at"
