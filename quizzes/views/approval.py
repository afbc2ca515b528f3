"""Approval: one proposal at a time with its evidence; approve, edit in place, reject, undo.

The filters stand in the query of every address, so that a decision comes back to the same queue. Without htmx each
action redirects to the queue, and the session carries what was just decided, for the undo.
"""

from collections.abc import Callable, Sequence
from typing import Any
from urllib.parse import urlencode
from uuid import UUID

from django import forms
from django.contrib import messages
from django.http import Http404, HttpResponse, QueryDict
from django.shortcuts import redirect, render
from django.urls import reverse
from django.utils.translation import gettext as _
from django.utils.translation import ngettext
from django.views.decorators.cache import never_cache
from django.views.decorators.http import require_http_methods, require_POST, require_safe

from quizzes import access
from quizzes.forms.items import RejectForm, WordingForm
from quizzes.forms.pairs import PairsForm
from quizzes.models import Article, Decision, Item
from quizzes.queries.difficulty import CHOICES
from quizzes.queries.gaps import has_gaps
from quizzes.queries.items import Filters, Queue, Row, queue_of, shown_item
from quizzes.queries.refused import refused_of
from quizzes.services import items as services
from quizzes.services.trying import try_answer
from quizzes.views.guards import instructor_required
from quizzes.views.requests import SignedInRequest

JUST_DECIDED = "just_decided"
Decide = Callable[[], Decision | None]


@instructor_required
@never_cache
@require_safe
def queue(request: SignedInRequest, uuid: UUID) -> HttpResponse:
    article = access.fetch_article(request.user, uuid)
    said, undoable = request.session.pop(JUST_DECIDED, ("", []))
    return _page(request, article, wanted=_uuid(request.GET.get("item", "")), said=said, undoable=undoable)


@instructor_required
@never_cache
@require_POST
def approve(request: SignedInRequest, uuid: UUID) -> HttpResponse:
    item = access.fetch_item(request.user, uuid)
    return _decided(
        request, item, lambda: services.approve(request.user, item=item), _("Proposal %(number)d approved.")
    )


@instructor_required
@never_cache
@require_http_methods(["GET", "POST"])
def reject(request: SignedInRequest, uuid: UUID) -> HttpResponse:
    """Ask for the reason; refuse the item on POST."""
    item = access.fetch_item(request.user, uuid)
    form = RejectForm(_sent(request))
    if request.method == "GET" or not form.is_valid():
        return _form_page(request, item, "reject", form)
    why = form.cleaned_data
    return _decided(
        request,
        item,
        lambda: services.reject(request.user, item=item, reason=why["reason"], note=why["note"]),
        _("Proposal %(number)d rejected."),
    )


@instructor_required
@never_cache
@require_http_methods(["GET", "POST"])
def edit(request: SignedInRequest, uuid: UUID) -> HttpResponse:
    """Edit the wording in place; "Save and approve" does both in one decision."""
    item = access.fetch_item(request.user, uuid)
    if item.current is None:
        raise Http404
    form_class = PairsForm if item.current.prompts and not has_gaps(item.current) else WordingForm
    form = form_class(_sent(request), item=item, wording=item.current)
    if request.method == "GET" or not form.is_valid():
        return _form_page(request, item, "edit", form)
    if "try" in request.POST:
        tried = try_answer(form.wording(), request.POST.get("try_answer", ""))
        return _page(request, item.article, wanted=item.uuid, mode="edit", form=form, tried=tried)
    approved = "approve" in request.POST

    def save() -> Decision | None:
        if form.has_changed():
            return services.edit(request.user, item=item, wording=form.wording(), approved=approved)
        return services.approve(request.user, item=item) if approved else None

    said = _("Proposal %(number)d saved and approved.") if approved else _("Proposal %(number)d saved.")
    return _decided(request, item, save, said, stay=not approved)


@instructor_required
@never_cache
@require_POST
def undo(request: SignedInRequest, uuid: UUID) -> HttpResponse:
    item = access.fetch_item(request.user, uuid)
    try:
        services.undo(request.user, item=item)
    except services.DecisionError as refusal:
        return _refused(request, item.article, str(refusal), item.uuid)
    return _go_on(request, item.article, item.uuid, _("The decision is undone."), [])


@instructor_required
@never_cache
@require_POST
def approve_many(request: SignedInRequest, uuid: UUID) -> HttpResponse:
    """Approve every recommended proposal that the filters let through, or take such an approval back."""
    article = access.fetch_article(request.user, uuid)
    if "undo" in request.POST:
        return _undo_many(request, article)
    wanted = [row.pk for row in queue_of(request.user, article, Filters.read(request.GET)).recommended]
    done = services.approve_many(request.user, items=article.items.filter(pk__in=wanted))
    count = len(done)
    said = ngettext("One proposal approved.", "%(count)d proposals approved.", count) % {"count": count}
    return _go_on(request, article, None, said, [decision.item.uuid for decision in done])


def _undo_many(request: SignedInRequest, article: Article) -> HttpResponse:
    wanted = [key for text in request.POST.getlist("item") if (key := _uuid(text))]
    try:
        undone = services.undo_many(request.user, items=article.items.filter(uuid__in=wanted))
    except services.DecisionError as refusal:
        return _refused(request, article, str(refusal), None)
    said = ngettext("One approval is undone.", "%(count)d approvals are undone.", len(undone)) % {"count": len(undone)}
    return _go_on(request, article, None, said, [])


def _decided(request: SignedInRequest, item: Item, decide: Decide, said: str, *, stay: bool = False) -> HttpResponse:
    """Carry out a decision and go on to the next proposal, with its undo at hand."""
    before = queue_of(request.user, item.article, Filters.read(request.GET))
    row = before.find(item.uuid)
    following = before.following(row) if row else None
    try:
        decision = decide()
    except services.DecisionError as refusal:
        return _refused(request, item.article, str(refusal), item.uuid)
    wanted = item.uuid if stay or not following else following.uuid
    number = row.number if row else 1
    return _go_on(request, item.article, wanted, said % {"number": number}, [item.uuid] if decision else [])


def _go_on(
    request: SignedInRequest, article: Article, wanted: UUID | None, said: str, undoable: Sequence[UUID]
) -> HttpResponse:
    keys = [str(key) for key in undoable]
    if request.htmx:
        return _page(request, article, wanted=wanted, said=said, undoable=keys)
    request.session[JUST_DECIDED] = (said, keys)
    return redirect(_address(article, Filters.read(request.GET), wanted) + "#item-h")


def _refused(request: SignedInRequest, article: Article, refusal: str, wanted: UUID | None) -> HttpResponse:
    if request.htmx:
        return _page(request, article, wanted=wanted, refusal=refusal, status=422)
    messages.warning(request, refusal)
    return redirect(_address(article, Filters.read(request.GET), wanted))


def _sent(request: SignedInRequest) -> QueryDict | None:
    """Return what was sent, also when that is nothing; None when the form is only asked for."""
    return request.POST if request.method == "POST" else None


def _form_page(request: SignedInRequest, item: Item, mode: str, form: forms.Form) -> HttpResponse:
    status = 422 if form.is_bound else 200
    return _page(request, item.article, wanted=item.uuid, mode=mode, form=form, status=status)


def _page(
    request: SignedInRequest, article: Article, *, wanted: UUID | None, status: int = 200, **extra: Any
) -> HttpResponse:
    """Render the queue at one item: the whole page, or what htmx swaps."""
    filters = Filters.read(request.GET)
    found = queue_of(request.user, article, filters)
    row = _row_to_show(found, wanted, extra)
    context = {
        "nav": "articles",
        "article": article,
        "queue": found,
        "row": row,
        "shown": shown_item(row, _("Evidence")) if row else None,
        "next": found.after(row) if row else None,
        "previous": found.before(row) if row else None,
        "up_next": found.up_next(row) if row else [],
        "filters": filters,
        "refused": refused_of(article),
        "query": urlencode(filters.as_query()),
        "kinds": Item.Kind.choices,
        "difficulties": CHOICES,
        "states": Item.State.choices,
        "mode": "show",
        **extra,
    }
    if not request.htmx or request.htmx.history_restore_request:
        return render(request, "quizzes/approval/queue.html", context, status=status)
    response = render(request, "quizzes/approval/_swap.html", context | {"swapped": True}, status=status)
    if context["mode"] == "show":
        response["HX-Push-Url"] = _address(article, filters, row.uuid if row else None)
    return response


def _row_to_show(found: Queue, wanted: UUID | None, extra: dict[str, Any]) -> Row | None:
    """Show the wanted item; but when the last proposal has just been decided, say that all are."""
    row = found.find(wanted)
    finished = not found.shown and extra.get("undoable") and row is not None and row.state != found.filters.state
    return None if finished else row


def _address(article: Article, filters: Filters, wanted: UUID | None) -> str:
    query = filters.as_query() | ({"item": str(wanted)} if wanted else {})
    return reverse("approval-queue", args=[article.uuid]) + (f"?{urlencode(query)}" if query else "")


def _uuid(text: str) -> UUID | None:
    try:
        return UUID(text)
    except ValueError:
        return None
