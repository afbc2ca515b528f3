"""Assignments: give a quiz to a classroom, and read what came of it."""

from uuid import UUID

from django.contrib import messages
from django.contrib.auth.decorators import login_required
from django.http import HttpResponse
from django.shortcuts import redirect, render
from django.urls import reverse
from django.utils import timezone
from django.utils.translation import gettext as _
from django.views.decorators.http import require_GET, require_POST

from quizzes import access
from quizzes.forms.classrooms import AssignmentForm, ExtraTimeForm, TimesForm
from quizzes.models import Assignment
from quizzes.queries.reports import report_on
from quizzes.queries.times import extended
from quizzes.services import assignments as services
from quizzes.services.attempts import end_all_over
from quizzes.services.extra_time import ExtraTimeError, give_extra_time
from quizzes.views.guards import instructor_required
from quizzes.views.quizzes import page_of
from quizzes.views.requests import SignedInRequest


@require_POST
@instructor_required
def create(request: SignedInRequest, uuid: UUID) -> HttpResponse:
    quiz = access.fetch_quiz(request.user, uuid)
    form = AssignmentForm(request.POST, classrooms=access.classrooms_taught_by(request.user))
    if form.is_valid():
        try:
            assignment = services.give_quiz(request.user, quiz=quiz, **form.cleaned_data)
        except services.AssignmentError as refusal:
            form.add_error("classroom", str(refusal))
        else:
            text = _("%(classroom)s has the quiz now.") % {"classroom": assignment.classroom}
            messages.success(request, text)
            return redirect("assignment-show", assignment.uuid)
    return render(request, "quizzes/quiz/show.html", page_of(request.user, quiz) | {"form": form}, status=422)


@require_GET
@login_required
def show(request: SignedInRequest, uuid: UUID) -> HttpResponse:
    assignment = access.fetch_followed_assignment(request.user, uuid)
    return _report(request, assignment)


def _report(
    request: SignedInRequest,
    assignment: Assignment,
    form: ExtraTimeForm | None = None,
    times_form: TimesForm | None = None,
) -> HttpResponse:
    now = timezone.now()
    end_all_over(assignment.attempts.all(), now=now)
    report = report_on(assignment)
    context = {
        "nav": "classrooms",
        "assignment": assignment,
        "report": report,
        "read_at": now,
        "owns_quiz": access.may_change_quiz(request.user, assignment.quiz),
        "teaches": access.may_teach(request.user, assignment.classroom),
        "extended": extended(assignment, [row.enrolment for row in report.learners]),
        "form": form,
        "times_form": times_form or TimesForm(assignment=assignment),
    }
    return render(request, "quizzes/assignment/show.html", context, status=422 if form or times_form else 200)


@require_POST
@login_required
def change_times(request: SignedInRequest, uuid: UUID) -> HttpResponse:
    """Change when the quiz is open, for how long and how often."""
    assignment = access.fetch_followed_assignment(request.user, uuid)
    form = TimesForm(request.POST, assignment=assignment)
    if form.is_valid():
        try:
            services.change_times(request.user, assignment=assignment, **form.cleaned_data)
        except services.AssignmentError as refusal:
            form.add_error(None, str(refusal))
        else:
            messages.success(request, _("Saved. It holds at once, also for attempts that are under way."))
            return redirect(f"{reverse('assignment-show', args=[uuid])}#time-h")
    return _report(request, assignment, times_form=form)


@require_POST
@login_required
def extra_time(request: SignedInRequest, uuid: UUID) -> HttpResponse:
    """Give one learner more minutes for this assignment, or take them back with 0."""
    assignment = access.fetch_followed_assignment(request.user, uuid)
    form = ExtraTimeForm(request.POST, classroom=assignment.classroom)
    if form.is_valid():
        try:
            give_extra_time(request.user, assignment=assignment, now=timezone.now(), **form.cleaned_data)
        except ExtraTimeError as refusal:
            form.add_error(None, str(refusal))
        else:
            messages.success(request, _("Saved. It holds at once, also for an attempt that is under way."))
            return redirect(f"{reverse('assignment-show', args=[uuid])}#time-h")
    return _report(request, assignment, form)
