"""Assignments: give a quiz to a classroom, and read what came of it."""

from uuid import UUID

from django.contrib import messages
from django.contrib.auth.decorators import login_required
from django.http import HttpResponse
from django.shortcuts import redirect, render
from django.utils.translation import gettext as _
from django.views.decorators.http import require_GET, require_POST

from quizzes import access
from quizzes.forms.classrooms import AssignmentForm
from quizzes.queries.reports import report_on
from quizzes.services import assignments as services
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
    context = {
        "nav": "classrooms",
        "assignment": assignment,
        "report": report_on(assignment),
        "owns_quiz": access.may_change_quiz(request.user, assignment.quiz),
    }
    return render(request, "quizzes/assignment/show.html", context)
