"""Refused drafts of a run: looked through by what refused them, rescued, and put back."""

from typing import Any
from urllib.parse import urlencode
from uuid import UUID

from django.contrib import messages
from django.http import HttpResponse
from django.shortcuts import redirect, render
from django.urls import reverse
from django.utils.translation import gettext as _
from django.views.decorators.cache import never_cache
from django.views.decorators.http import require_POST, require_safe

from quizzes import access
from quizzes.models import RefusedDraft, Run
from quizzes.queries import refused as queries
from quizzes.services import refused as services
from quizzes.views.guards import instructor_required
from quizzes.views.requests import SignedInRequest


@instructor_required
@never_cache
@require_safe
def listing(request: SignedInRequest, uuid: UUID) -> HttpResponse:
    """Show the kept drafts of a run, all or those that one check refused."""
    run = access.fetch_run(request.user, uuid)
    groups = queries.groups_of(run)
    code = request.GET.get("code", "")
    page, drafts = queries.page_of_drafts(run, code, request.GET.get("page"), _("Evidence"))
    context = _context(request, run) | {
        "groups": groups,
        "kept": sum(group.count for group in groups),
        "refused": sum(run.report.get("refused", {}).values()),
        "code": code,
        "page": page,
        "drafts": drafts,
    }
    return render(request, "quizzes/refused/list.html", context)


@instructor_required
@never_cache
@require_POST
def rescue(request: SignedInRequest, uuid: UUID) -> HttpResponse:
    """Make a draft a proposal; pressing twice makes one."""
    draft = access.fetch_refused_draft(request.user, uuid)
    try:
        services.rescue(request.user, draft=draft)
    except services.RescueError as refusal:
        return _answer(request, draft, refusal=str(refusal))
    return _answer(request, draft, said=_("Rescued. It waits among the proposals."))


@instructor_required
@never_cache
@require_POST
def undo(request: SignedInRequest, uuid: UUID) -> HttpResponse:
    """Take a rescued draft out of the proposals again."""
    draft = access.fetch_refused_draft(request.user, uuid)
    try:
        services.undo_rescue(request.user, draft=draft)
    except services.RescueError as refusal:
        return _answer(request, draft, refusal=str(refusal))
    return _answer(request, draft, said=_("Undone. The draft is refused again."))


def _answer(request: SignedInRequest, draft: RefusedDraft, said: str = "", refusal: str = "") -> HttpResponse:
    """Show the draft as it is now: alone for htmx, else in its list."""
    if not request.htmx:
        (messages.warning if refusal else messages.success)(request, refusal or said)
        query = _query(request)
        return redirect(reverse("run-refused", args=[draft.run.uuid]) + query + f"#d-{draft.uuid}")
    now = access.fetch_refused_draft(request.user, draft.uuid)
    shown = queries.show_drafts(now.run, [now], _("Evidence"))[0]
    context = _context(request, now.run) | {"shown": shown, "swapped": True, "said": said, "refusal": refusal}
    return render(request, "quizzes/refused/_swap.html", context, status=422 if refusal else 200)


def _context(request: SignedInRequest, run: Run) -> dict[str, Any]:
    return {"nav": "articles", "run": run, "article": run.revision.article, "query": _query(request)}


def _query(request: SignedInRequest) -> str:
    """Return the place in the list as it stands in an address."""
    kept = {name: request.GET[name] for name in ("code", "page") if request.GET.get(name)}
    return f"?{urlencode(kept)}" if kept else ""
