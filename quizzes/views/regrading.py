"""Grading a question again with the list of who changes first, and a mark set by hand."""

from uuid import UUID

from django.contrib import messages
from django.http import Http404, HttpResponse
from django.shortcuts import redirect, render
from django.urls import reverse
from django.utils import timezone
from django.utils.translation import gettext as _
from django.utils.translation import ngettext
from django.views.decorators.cache import never_cache
from django.views.decorators.http import require_http_methods, require_POST

from quizzes import access
from quizzes.forms.grading import MarkForm, RegradeForm
from quizzes.models import ItemRevision, Slot
from quizzes.queries.grading_rules import switched_off
from quizzes.queries.regrading import preview_of
from quizzes.services import regrading as services
from quizzes.views.guards import instructor_required
from quizzes.views.requests import SignedInRequest


@instructor_required
@never_cache
@require_http_methods(["GET", "POST"])
def show(request: SignedInRequest, uuid: UUID, position: int) -> HttpResponse:
    """List whose marks another wording would change (`?revision=2`); change them on POST."""
    assignment = access.fetch_taught_assignment(request.user, uuid)
    slot = assignment.quiz.slots.select_related("item_revision", "item__article").filter(position=position).first()
    if slot is None:
        raise Http404
    revisions = list(slot.item.revisions.select_related("author").order_by("-number"))
    form = RegradeForm(request.POST) if request.method == "POST" else None
    if form and not form.is_valid():
        raise Http404
    asked = str(form.cleaned_data["revision"]) if form else request.GET.get("revision", "")
    wording = _chosen(slot, revisions, asked)
    refusal = ""
    if form:
        try:
            done = services.regrade(
                request.user,
                assignment=assignment,
                slot=slot,
                wording=wording,
                expected=form.cleaned_data["expected"],
                now=timezone.now(),
            )
        except services.RegradeError as why:
            refusal = str(why)
        else:
            messages.success(request, _said(len(done.changes)))
            return redirect(reverse("assignment-show", args=[uuid]) + f"#q{position}")
    context = {
        "nav": "classrooms",
        "assignment": assignment,
        "slot": slot,
        "revisions": revisions,
        "wording": wording,
        "preview": preview_of(assignment, slot, wording),
        "off_before": switched_off(slot.item_revision),
        "off_now": switched_off(wording),
        "refusal": refusal,
        "owns_item": access.may_change_article(request.user, slot.item.article),
    }
    return render(request, "quizzes/regrade/show.html", context, status=409 if refusal else 200)


def _chosen(slot: Slot, revisions: list[ItemRevision], asked: str) -> ItemRevision:
    """Return the wording that was asked for, or else the item's newest."""
    if not asked:
        return next((row for row in revisions if row.pk == slot.item.current_id), revisions[0])
    found = next((row for row in revisions if str(row.number) == asked), None)
    if found is None:
        raise Http404
    return found


def _said(count: int) -> str:
    if not count:
        return _("No mark has changed: every answer has the mark that this wording gives.")
    return ngettext("One mark has changed.", "%(count)d marks have changed.", count) % {"count": count}


@instructor_required
@require_POST
def mark(request: SignedInRequest, uuid: UUID, position: int) -> HttpResponse:
    """Set the mark of one finished answer."""
    response = access.fetch_taught_response(request.user, uuid, position)
    form = MarkForm(request.POST, response=response)
    if form.is_valid():
        try:
            services.mark_by_hand(request.user, response=response, now=timezone.now(), **form.cleaned_data)
        except services.RegradeError as why:
            messages.warning(request, str(why))
        else:
            messages.success(request, _("The mark of question %(number)d is set.") % {"number": position})
    else:
        messages.warning(request, next(str(error) for errors in form.errors.values() for error in errors))
    return redirect(reverse("attempt-result", args=[uuid]) + f"#q{position}")
