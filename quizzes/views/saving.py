"""Autosave: what a question page sends by itself a moment after a change."""

from datetime import datetime
from uuid import UUID

from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.utils import timezone
from django.utils.translation import gettext as _
from django.views.decorators.cache import never_cache
from django.views.decorators.http import require_POST

from quizzes import access
from quizzes.forms.attempts import AnswerForm
from quizzes.models import AttemptSlot
from quizzes.services import attempts as services
from quizzes.views.requests import about_a_slot

OUTCOMES = {200: "saved", 401: "signed-out", 403: "over", 409: "newer", 422: "refused"}


@about_a_slot
@never_cache
@require_POST
def save(request: HttpRequest, uuid: UUID, position: int) -> HttpResponse:
    """Keep what the page holds; the status says what became of it, and the fragment what the page needs to know next.

    200 stored, or stored before; 401 signed out, nothing is lost by sending it again after signing in; 403 the attempt
    is over; 409 another page has answered since, or practice has settled it; 422 not an answer. The key is that of the
    page's form with a number that grows with each change: "KEY.1".
    """
    if not request.user.is_authenticated:
        return _reply(request, 401, _("You are signed out. Sign in again in another tab; what you wrote stays here."))
    now = timezone.now()
    slot = access.fetch_own_slot(request.user, uuid, position)
    form = AnswerForm(request.POST, slot=slot)
    if not form.is_valid():
        return _reply(request, 422, str(next(iter(form.errors.values()))[0]), slot=slot)
    try:
        response = services.autosave(
            request.user,
            attempt=slot.attempt,
            position=position,
            given=form.given,
            idempotency_key=form.cleaned_data["idempotency_key"],
            sequence=form.cleaned_data["sequence"],
            now=now,
            slot=slot,
        )
    except services.AttemptError as refusal:
        return _reply(request, 403, str(refusal), slot=slot)
    except services.SettledError:
        return _reply(request, 409, _("You had answered this question before. That answer stands."), slot=slot)
    except services.NewerAnswerError as newer:
        return _reply(request, 409, str(newer), slot=slot)
    return _reply(request, 200, slot=slot, saved_at=response.created_at if response else None)


def _reply(
    request: HttpRequest,
    status: int,
    reason: str = "",
    *,
    slot: AttemptSlot | None = None,
    saved_at: datetime | None = None,
) -> HttpResponse:
    context = {
        "outcome": OUTCOMES[status],
        "reason": reason,
        "slot": slot,
        "attempt": slot.attempt if slot else None,
        "saved_at": saved_at,
    }
    return render(request, "quizzes/attempt/_saved.html", context, status=status)
