from datetime import datetime
from typing import Any, cast

from django import forms
from django.db.models import QuerySet
from django.utils import timezone
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from quizzes.models import Assignment, Classroom, Enrolment, User

LOCAL_TIME = "%Y-%m-%dT%H:%M"


class ClassroomForm(forms.ModelForm[Classroom]):
    class Meta:
        model = Classroom
        fields = ("name",)


class ChangeClassroomForm(forms.ModelForm[Classroom]):
    class Meta:
        model = Classroom
        fields = ("name", "open_to_join")


class TimeField(forms.DateTimeField):
    """A time as the browser's own picker sends it."""

    def __init__(self, **options: Any) -> None:
        widget = forms.DateTimeInput(attrs={"type": "datetime-local", "class": "input"}, format=LOCAL_TIME)
        super().__init__(widget=widget, required=False, **options)


class _HowItRuns(forms.Form):
    """When a quiz is open, for how long and how often."""

    opens_at = TimeField(label=gettext_lazy("Opens"))
    closes_at = TimeField(label=gettext_lazy("Closes"))
    time_limit = forms.IntegerField(
        label=gettext_lazy("Time limit in minutes"), min_value=1, max_value=600, required=False
    )
    attempts_allowed = forms.IntegerField(
        label=gettext_lazy("Attempts allowed"), min_value=1, max_value=100, required=False
    )

    def clean_opens_at(self) -> Any:
        return self.cleaned_data["opens_at"] or timezone.now()

    def clean(self) -> dict[str, Any]:
        cleaned = super().clean() or {}
        opens, closes = cleaned.get("opens_at"), cleaned.get("closes_at")
        if opens and closes and closes <= opens:
            self.add_error("closes_at", _("It must close after it opens. Choose a later time, or leave it empty."))
        if cleaned.get("time_limit") and cleaned.get("mode", self.initial.get("mode")) == Assignment.Mode.PRACTICE:
            self.add_error("time_limit", _("Practice has no time limit. Leave it empty, or choose graded."))
        return cleaned


class AssignmentForm(_HowItRuns):
    """To which classroom a quiz goes, and how it runs."""

    classroom = forms.ModelChoiceField(
        label=gettext_lazy("Classroom"), queryset=Classroom.objects.none(), empty_label=None
    )
    mode = forms.ChoiceField(label=gettext_lazy("Mode"), choices=Assignment.Mode.choices)

    def __init__(self, data: Any = None, *, classrooms: QuerySet[Classroom]) -> None:
        super().__init__(data, initial={"mode": Assignment.Mode.PRACTICE})
        cast("forms.ModelChoiceField[Classroom]", self.fields["classroom"]).queryset = classrooms


class TimesForm(_HowItRuns):
    """The same for a quiz that a classroom has already; an empty opening time stays what it was."""

    def __init__(self, data: Any = None, *, assignment: Assignment) -> None:
        held = {name: getattr(assignment, name) for name in ("mode", "time_limit", "attempts_allowed")}
        times = {name: _as_typed(getattr(assignment, name)) for name in ("opens_at", "closes_at")}
        super().__init__(data, initial=held | times)
        self._opened = assignment.opens_at
        if assignment.mode == Assignment.Mode.PRACTICE:
            del self.fields["time_limit"]

    def clean_opens_at(self) -> Any:
        return self.cleaned_data["opens_at"] or self._opened


def _as_typed(value: datetime | None) -> str:
    """Write a time as the browser's own picker does."""
    return timezone.localtime(value).strftime(LOCAL_TIME) if value else ""


class _LearnerForm(forms.Form):
    """Something for one learner of a classroom."""

    learner = forms.ModelChoiceField(label=gettext_lazy("Learner"), queryset=User.objects.none(), empty_label=None)

    def __init__(self, data: Any = None, *, classroom: Classroom) -> None:
        super().__init__(data)
        learners = User.objects.filter(enrolments__classroom=classroom, enrolments__role=Enrolment.Role.LEARNER)
        cast("forms.ModelChoiceField[User]", self.fields["learner"]).queryset = learners


class ExtraTimeForm(_LearnerForm):
    minutes = forms.IntegerField(label=gettext_lazy("Minutes more"), min_value=0, max_value=600)


class StandingTimeForm(_LearnerForm):
    percent = forms.IntegerField(label=gettext_lazy("Per cent more"), min_value=0, max_value=300)
