"""The impact of a new revision: what still holds, what has moved, what is reworded and what is lost, and what to do."""

from collections.abc import Callable, Sequence
from typing import Any
from uuid import UUID

from django.contrib import messages
from django.http import HttpResponse
from django.shortcuts import redirect, render
from django.utils.translation import gettext as _
from django.utils.translation import ngettext
from django.views.decorators.cache import never_cache
from django.views.decorators.http import require_POST, require_safe

from quizzes import access
from quizzes.forms.impact import GroupForm, UndoForm
from quizzes.models import Article, Item
from quizzes.queries import impact as queries
from quizzes.services import carrying
from quizzes.services.quizzes import move_quizzes
from quizzes.views.guards import instructor_required
from quizzes.views.requests import SignedInRequest

JUST_DONE = "just_carried"
SHOWN = 50  # questions of a group that are shown at once; its one press reaches them all


@instructor_required
@never_cache
@require_safe
def show(request: SignedInRequest, uuid: UUID) -> HttpResponse:
    article = access.fetch_article(request.user, uuid)
    said, undoable = request.session.pop(JUST_DONE, ("", []))
    return _page(request, article, said=said, undoable=undoable)


@instructor_required
@never_cache
@require_POST
def carry(request: SignedInRequest, uuid: UUID) -> HttpResponse:
    """Carry a group or one question over to the newest text."""
    article, form = access.fetch_article(request.user, uuid), GroupForm(request.POST)

    def do() -> list[Item]:
        wanted = form.cleaned_data
        return carrying.carry_over(
            request.user,
            article=article,
            revision=wanted["revision"],
            standings=form.standings,
            item=wanted["item"],
        )

    return _done(request, article, form, do, _carried)


@instructor_required
@never_cache
@require_POST
def park(request: SignedInRequest, uuid: UUID) -> HttpResponse:
    """Set aside the questions whose evidence is lost, or one of them."""
    article, form = access.fetch_article(request.user, uuid), GroupForm(request.POST)

    def do() -> list[Item]:
        wanted = form.cleaned_data
        return carrying.park(request.user, article=article, revision=wanted["revision"], item=wanted["item"])

    return _done(request, article, form, do, _parked)


@instructor_required
@never_cache
@require_POST
def undo(request: SignedInRequest, uuid: UUID) -> HttpResponse:
    """Take back what the last press did."""
    article, form = access.fetch_article(request.user, uuid), UndoForm(request.POST)

    def do() -> list[Item]:
        return carrying.undo(request.user, article=article, items=form.cleaned_data["item"])

    return _done(request, article, form, do, _undone, can_undo=False)


@instructor_required
@never_cache
@require_POST
def move(request: SignedInRequest, uuid: UUID) -> HttpResponse:
    """Pin the quizzes that nobody has started to the newest text."""
    article = access.fetch_article(request.user, uuid)
    moved = move_quizzes(request.user, article=article)
    said = ngettext("One quiz is on the new text now.", "%(count)d quizzes are on the new text now.", moved.quizzes) % {
        "count": moved.quizzes
    }
    if moved.left_out:
        said += " " + ngettext(
            "One question was left out, since it was not carried over.",
            "%(count)d questions were left out, since they were not carried over.",
            moved.left_out,
        ) % {"count": moved.left_out}
    return _answer(request, article, said, [])


def _carried(count: int) -> str:
    return ngettext("One question carried over.", "%(count)d questions carried over.", count) % {"count": count}


def _parked(count: int) -> str:
    return ngettext("One question parked.", "%(count)d questions parked.", count) % {"count": count}


def _undone(count: int) -> str:
    return ngettext("Undone for one question.", "Undone for %(count)d questions.", count) % {"count": count}


def _done(
    request: SignedInRequest,
    article: Article,
    form: GroupForm | UndoForm,
    do: Callable[[], list[Item]],
    told: Callable[[int], str],
    *,
    can_undo: bool = True,
) -> HttpResponse:
    """Do what was pressed and show the groups as they are now, with an undo at hand."""
    if not form.is_valid():
        return _refused(request, article, _("Nothing was changed: press one of the buttons of this page."))
    try:
        items = do()
    except carrying.CarryError as refusal:
        return _refused(request, article, str(refusal))
    return _answer(request, article, told(len(items)), [str(item.uuid) for item in items] if can_undo else [])


def _answer(request: SignedInRequest, article: Article, said: str, undoable: Sequence[str]) -> HttpResponse:
    if request.htmx:
        return _page(request, article, said=said, undoable=undoable)
    request.session[JUST_DONE] = (said, list(undoable))
    return redirect("article-impact", article.uuid)


def _refused(request: SignedInRequest, article: Article, refusal: str) -> HttpResponse:
    if request.htmx:
        return _page(request, article, refusal=refusal, status=422)
    messages.warning(request, refusal)
    return redirect("article-impact", article.uuid)


def _page(request: SignedInRequest, article: Article, *, status: int = 200, **extra: Any) -> HttpResponse:
    """Render the groups: the whole page, or what htmx swaps."""
    impact = queries.impact_of(article)
    behind = queries.quizzes_behind(request.user, impact.revision)
    context = {
        "nav": "articles",
        "article": article,
        "impact": impact,
        "shown": f":{SHOWN}",
        "most": SHOWN,
        "behind": [one for one in behind if not one.started],
        "movable": sum(one.can_move for one in behind),
        "started": sum(one.started for one in behind),
        **extra,
    }
    if not request.htmx or request.htmx.history_restore_request:
        return render(request, "quizzes/impact/show.html", context, status=status)
    return render(request, "quizzes/impact/_swap.html", context | {"swapped": True}, status=status)
