"""Imports: see how far a text on its way in is, stop it, ask for it again."""

from uuid import UUID

from django.contrib import messages
from django.http import HttpResponse
from django.shortcuts import redirect, render
from django.urls import reverse
from django.utils import timezone
from django.utils.translation import gettext as _
from django.views.decorators.cache import never_cache
from django.views.decorators.http import require_POST, require_safe
from django_htmx.http import HttpResponseClientRedirect, HttpResponseStopPolling

from quizzes import access
from quizzes.models import TextImport
from quizzes.queries.imports import panel_of
from quizzes.services import imports as services
from quizzes.views.guards import instructor_required
from quizzes.views.requests import SignedInRequest


@instructor_required
@never_cache
@require_safe
def show(request: SignedInRequest, uuid: UUID) -> HttpResponse:
    """Show how far an import is; once it is done, its article."""
    work = access.fetch_import(request.user, uuid)
    if work.article:
        messages.success(request, _("The text is in. Look through its paragraphs, then have questions written for it."))
        address = reverse("article-show", args=[work.article.uuid])
        return HttpResponseClientRedirect(address) if request.htmx else redirect(address)
    return _panel(request, work)


@instructor_required
@require_POST
def cancel(request: SignedInRequest, uuid: UUID) -> HttpResponse:
    work = access.fetch_import(request.user, uuid)
    return _panel(request, services.cancel_import(request.user, work=work, now=timezone.now()), posted=True)


@instructor_required
@require_POST
def retry(request: SignedInRequest, uuid: UUID) -> HttpResponse:
    """Ask for a web address again."""
    try:
        again = services.retry_import(request.user, work=access.fetch_import(request.user, uuid))
    except services.ImportRefused as refusal:
        messages.warning(request, str(refusal))
        return redirect("import-show", uuid)
    return redirect("import-show", again.uuid)


@instructor_required
@require_POST
def discard(request: SignedInRequest, uuid: UUID) -> HttpResponse:
    services.discard_import(request.user, work=access.fetch_import(request.user, uuid))
    return redirect("article-list")


def _panel(request: SignedInRequest, work: TextImport, *, posted: bool = False) -> HttpResponse:
    """Show the page, or the panel alone where htmx asks for it; an import that is over ends the polling."""
    context = {"nav": "articles", "panel": panel_of(work)}
    if not request.htmx:
        return redirect("import-show", work.uuid) if posted else render(request, "quizzes/import/show.html", context)
    response = render(request, "quizzes/import/_panel.html", context | {"swapped": True})
    return response if work.is_open or posted else HttpResponseStopPolling(response.content)
