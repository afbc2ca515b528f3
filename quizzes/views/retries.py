"""Practise again what was wrong."""

from uuid import UUID

from django.contrib.auth.decorators import login_required
from django.http import HttpResponse
from django.shortcuts import redirect, render
from django.urls import reverse
from django.utils import timezone
from django.utils.translation import gettext as _
from django.views.decorators.http import require_POST

from quizzes import access
from quizzes.services.attempts import AttemptError, end_if_over
from quizzes.services.retries import start_retry
from quizzes.views.requests import SignedInRequest


@login_required
@require_POST
def start(request: SignedInRequest, uuid: UUID) -> HttpResponse:
    """Begin an attempt with what was wrong in a finished practice attempt, or go on with it."""
    now = timezone.now()
    attempt = end_if_over(access.fetch_own_attempt(request.user, uuid), now=now)
    try:
        retry = start_retry(request.user, attempt=attempt, now=now)
    except AttemptError as refusal:
        context = {
            "reason": str(refusal),
            "url": reverse("attempt-result", args=[uuid]),
            "link": _("Go to the result"),
        }
        return render(request, "quizzes/attempt/refused.html", context, status=403)
    return redirect("attempt-show", retry.uuid, 1)
