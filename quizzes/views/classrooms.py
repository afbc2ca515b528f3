"""Classrooms: who is in them, and what they were given."""

from uuid import UUID

from django.contrib import messages
from django.contrib.auth.decorators import login_required
from django.core.exceptions import PermissionDenied
from django.http import HttpResponse
from django.shortcuts import redirect, render
from django.urls import reverse
from django.utils import timezone
from django.utils.translation import gettext as _
from django.views.decorators.http import require_GET, require_http_methods, require_POST

from quizzes import access
from quizzes.forms.classrooms import ChangeClassroomForm, ClassroomForm, StandingTimeForm
from quizzes.models import Attempt
from quizzes.queries import classrooms as queries
from quizzes.services import classrooms as services
from quizzes.services.attempts import end_all_over
from quizzes.services.extra_time import give_standing_time
from quizzes.views.guards import instructor_required
from quizzes.views.requests import SignedInRequest


@require_GET
@login_required
def listing(request: SignedInRequest) -> HttpResponse:
    """Instructors and assistants see their classrooms; a learner's way is the first page."""
    classrooms = queries.with_counts(access.classrooms_followed_by(request.user))
    if not request.user.is_instructor and not classrooms:
        raise PermissionDenied
    return render(request, "quizzes/classroom/list.html", {"classrooms": classrooms, "nav": "classrooms"})


@require_http_methods(["GET", "POST"])
@instructor_required
def create(request: SignedInRequest) -> HttpResponse:
    form = ClassroomForm(request.POST or None)
    if request.method == "POST" and form.is_valid():
        classroom = services.create_classroom(request.user, name=form.cleaned_data["name"])
        return redirect("classroom-show", classroom.uuid)
    status = 422 if request.method == "POST" else 200
    return render(request, "quizzes/classroom/new.html", {"form": form, "nav": "classrooms"}, status=status)


@require_GET
@login_required
def show(request: SignedInRequest, uuid: UUID) -> HttpResponse:
    classroom = access.fetch_followed_classroom(request.user, uuid)
    end_all_over(Attempt.objects.filter(assignment__classroom=classroom), now=timezone.now())
    assignments = queries.assignments_of(classroom)
    standings = queries.standings(classroom, assignments)
    context = {
        "nav": "classrooms",
        "classroom": classroom,
        "assignments": assignments,
        "standings": standings,
        "learners": sum(standing.is_learner for standing in standings),
        "teaches": access.may_teach(request.user, classroom),
        "join_address": request.build_absolute_uri(f"{reverse('join')}?code={classroom.code}"),
    }
    return render(request, "quizzes/classroom/show.html", context)


@require_POST
@login_required
def change(request: SignedInRequest, uuid: UUID) -> HttpResponse:
    """Rename, open or close, or give a new code; which one is told by the button."""
    classroom = access.fetch_taught_classroom(request.user, uuid)
    if "new_code" in request.POST:
        services.renew_code(request.user, classroom=classroom)
        messages.success(request, _("The classroom has a new code. The old one no longer works."))
        return redirect("classroom-show", uuid)
    form = ChangeClassroomForm(request.POST)
    if form.is_valid():
        services.change_classroom(request.user, classroom=classroom, **form.cleaned_data)
        messages.success(request, _("Saved."))
    else:
        messages.error(request, _("Nothing was changed: the name needs 1 to 100 characters."))
    return redirect("classroom-show", uuid)


@require_POST
@login_required
def extra_time(request: SignedInRequest, uuid: UUID) -> HttpResponse:
    """Give one learner a standing share of every time limit in the classroom, or take it back with 0."""
    classroom = access.fetch_taught_classroom(request.user, uuid)
    form = StandingTimeForm(request.POST, classroom=classroom)
    if form.is_valid():
        give_standing_time(request.user, classroom=classroom, **form.cleaned_data)
        messages.success(request, _("Saved. It holds at once, also for attempts that are under way."))
    else:
        messages.error(request, _("Nothing was changed: choose a learner and write 0 to 300 per cent."))
    return redirect("classroom-show", uuid)
