"""The paragraph editor: a page of paragraphs, one address for every operation, saving and discarding.

Without a script each operation redirects to the page, at the paragraph. With htmx it swaps the one paragraph that it
changed, or all that are shown. A refusal keeps what was typed; a stale page gets the text as it is now.
"""

from collections.abc import Callable, Mapping
from dataclasses import dataclass, field, replace
from typing import Any
from urllib.parse import urlencode
from uuid import UUID

from django.contrib import messages
from django.http import HttpResponse
from django.shortcuts import redirect, render
from django.urls import reverse
from django.utils import timezone
from django.utils.translation import gettext as _
from django.views.decorators.cache import never_cache
from django.views.decorators.http import require_POST, require_safe
from django_htmx.http import HttpResponseClientRedirect, reswap, retarget

from quizzes import access
from quizzes.engine.text.editing import parts
from quizzes.forms.drafts import ChangeForm, PlaceForm, StateForm
from quizzes.models import Article, Paragraph
from quizzes.queries import drafts as queries
from quizzes.queries.draft_raw import raw_pieces, raw_text_of
from quizzes.queries.draft_rows import draft_of
from quizzes.services import drafts as services
from quizzes.services import drafts_history as history
from quizzes.services.drafts_change import Done, DraftError, EmptyParagraphError, StaleDraftError
from quizzes.views.guards import instructor_required
from quizzes.views.requests import SignedInRequest

BEGINNING = "start"
WHOLE, PARAGRAPH, NOTES = "quizzes/draft/_swap.html", "quizzes/draft/_swap_one.html", "quizzes/draft/_swap_notes.html"


@dataclass(frozen=True, slots=True)
class Told:
    """What the page says and where its focus goes; `typed` is a text that was refused, and stays with its paragraph."""

    key: str = ""
    said: str = ""
    refusal: str = ""
    typed: str | None = None
    offers_drop: bool = False
    focus: str = ""
    scroll: bool = False
    context: dict[str, Any] = field(default_factory=dict)


@instructor_required
@never_cache
@require_safe
def show(request: SignedInRequest, uuid: UUID) -> HttpResponse:
    article = access.fetch_article(request.user, uuid)
    first, add = PlaceForm.read(request.GET)
    told = Told(focus="new" if add else "head", context={"add": add})
    return _page(request, article, told, first=first, key="" if add in ("", BEGINNING) else add)


@instructor_required
@never_cache
@require_POST
def change(request: SignedInRequest, uuid: UUID) -> HttpResponse:
    """Do one operation; `do` names it."""
    article = access.fetch_article(request.user, uuid)
    form = ChangeForm(request.POST)
    first, _add = PlaceForm.read(request.POST)
    if not form.is_valid():
        told = Told(refusal=_("This change was not understood, so nothing was changed. Try it once more."))
        return _page(request, article, told, first=first, status=422)
    sent = form.cleaned_data
    try:
        done = _operate(request, article, sent)
    except StaleDraftError as refusal:
        return _page(request, article, Told(refusal=str(refusal), focus="head"), first=first, status=409)
    except DraftError as refusal:
        return _refused(request, article, sent, refusal, first)
    if not request.htmx:
        messages.success(request, done.said)
        return redirect(_address(article, first, done.key))
    return _swapped(request, article, sent, done, first)


def _operate(request: SignedInRequest, article: Article, sent: Mapping[str, Any]) -> Done:
    """Call the service that the operation names."""
    asked = {"article": article, "state": sent["state"], "now": timezone.now()}
    keyed = asked | {"key": sent["key"]}
    typed = keyed | {"text": sent["text"]}
    user, text = request.user, sent["text"] or ""
    after = "" if sent["key"] == BEGINNING else sent["key"]
    operations: dict[str, Callable[[], Done]] = {
        "edit": lambda: services.edit_paragraph(user, **keyed, text=text),
        "split": lambda: services.split_paragraph(user, **keyed, texts=parts(text)),
        "merge": lambda: services.merge_paragraph(user, **typed),
        "drop": lambda: services.drop_paragraph(user, **keyed),
        "kind": lambda: services.set_kind(user, **typed, kind=sent["kind"]),
        "up": lambda: services.move_paragraph(user, **typed, step=-1),
        "down": lambda: services.move_paragraph(user, **typed, step=1),
        "add": lambda: services.add_paragraph(user, **asked, after=after, text=text),
        "return": lambda: services.bring_back(user, **keyed),
        "join": lambda: services.bring_back(user, **keyed, joined=True),
        "return_all": lambda: services.bring_all_back(user, **asked),
        "undo": lambda: history.undo(user, **asked),
        "redo": lambda: history.redo(user, **asked),
    }
    return operations[sent["do"]]()


def _swapped(
    request: SignedInRequest, article: Article, sent: Mapping[str, Any], done: Done, first: int
) -> HttpResponse:
    """Show what an operation changed: notes only, one paragraph, or all; the focus stays where the hand is."""
    told = Told(done.key, done.said, focus=_focus_after(sent), scroll=sent["do"] in ("undo", "redo", "return_all"))
    if not done.alone:
        return _page(request, article, told, first=first, draft=done.draft)
    if not sent["auto"]:
        return _page(request, article, told, first=first, draft=done.draft, fragment=PARAGRAPH)
    kept = next(row["text"] for row in done.draft.paragraphs if row["key"] == done.key)
    fragment = NOTES if kept == sent["text"] else PARAGRAPH
    return _page(request, article, Told(done.key, done.said), first=first, draft=done.draft, fragment=fragment)


def _focus_after(sent: Mapping[str, Any]) -> str:
    if sent["do"] in ("undo", "redo") or (sent["do"] in ("up", "down") and not sent["by_key"]):
        return str(sent["do"])
    return "" if sent["auto"] else "text"


def _refused(
    request: SignedInRequest, article: Article, sent: Mapping[str, Any], refusal: DraftError, first: int
) -> HttpResponse:
    """Say why nothing was changed, beside the paragraph that it is about; what was typed there stays."""
    adding = sent["do"] == "add"
    told = Told(
        key="" if adding else sent["key"],
        refusal=str(refusal),
        typed=sent["text"],
        offers_drop=isinstance(refusal, EmptyParagraphError) and not adding,
        focus="" if sent["auto"] else "new" if adding else "text",
        context={"add": sent["key"] if adding else ""},
    )
    fragment = PARAGRAPH if sent["key"] and not adding else WHOLE
    return _page(request, article, told, first=first, fragment=fragment, status=422)


def _page(
    request: SignedInRequest,
    article: Article,
    told: Told,
    *,
    first: int,
    key: str = "",
    draft: Any = None,
    fragment: str = WHOLE,
    status: int = 200,
) -> HttpResponse:
    """Show the editor, or with htmx the fragment of it that changed."""
    draft = draft or draft_of(article)
    page = queries.editor_page(article, draft=draft, first=first, key=key or told.key)
    shown = next((one for one in page.paragraphs if one.key == told.key), None)
    if shown:
        told = replace(told, focus=_live_button(told.focus, shown))
    elif fragment != WHOLE:
        fragment = WHOLE
    context = {
        "nav": "articles",
        "article": article,
        "page": page,
        "told": told,
        "shown": shown,
        "kinds": [(value, str(label)) for value, label in Paragraph.Kind.choices],
        "show_url": reverse("draft-show", args=[article.uuid]),
        "change_url": reverse("draft-change", args=[article.uuid]),
        "undo_words": history.UNDOABLE.get(page.undo, ""),
        "redo_words": history.UNDOABLE.get(page.redo, ""),
        "swapped": bool(request.htmx),
        **told.context,
    }
    if not request.htmx or fragment == WHOLE:
        context["raw"] = raw_pieces(page, draft, raw_text_of(draft))
    if not request.htmx:
        return render(request, "quizzes/draft/show.html", context, status=status)
    response = render(request, fragment, context, status=status)
    if fragment == WHOLE:
        return retarget(response, "#sheet")
    return reswap(response, "none") if fragment == NOTES else retarget(response, f"#k-{told.key}")


def _live_button(focus: str, shown: queries.Shown) -> str:
    """Replace a button that is switched off at an end of the text: it cannot take the focus."""
    if focus == "up" and shown.is_first:
        return "down"
    return "up" if focus == "down" and shown.is_last else focus


def _address(article: Article, first: int, key: str) -> str:
    anchor = f"#k-{key}" if key else ""
    return f"{reverse('draft-show', args=[article.uuid])}?{urlencode({'from': first})}{anchor}"


@instructor_required
@never_cache
@require_POST
def save(request: SignedInRequest, uuid: UUID) -> HttpResponse:
    """Make the next revision; with items, go on to what it does to them."""
    article = access.fetch_article(request.user, uuid)
    form = StateForm(request.POST)
    state = form.cleaned_data["state"] if form.is_valid() else ""
    first, _add = PlaceForm.read(request.POST)
    try:
        revision = history.save(request.user, article=article, state=state, now=timezone.now())
    except StaleDraftError as refusal:
        return _page(request, article, Told(refusal=str(refusal), focus="head"), first=first, status=409)
    except DraftError as refusal:
        return _page(request, article, Told(refusal=str(refusal), focus="head"), first=first, status=422)
    if revision is None:
        said = _("Nothing was changed, so there is no new revision.")
        return _go(request, reverse("draft-show", args=[uuid]), said, messages.INFO)
    said = _("The text is saved as revision %(number)d.") % {"number": revision.number}
    name = "article-impact" if article.items.exists() else "article-show"
    return _go(request, reverse(name, args=[uuid]), said, messages.SUCCESS)


@instructor_required
@never_cache
@require_POST
def discard(request: SignedInRequest, uuid: UUID) -> HttpResponse:
    article = access.fetch_article(request.user, uuid)
    form = StateForm(request.POST)
    state = form.cleaned_data["state"] if form.is_valid() else ""
    try:
        history.discard(request.user, article=article, state=state, now=timezone.now())
    except DraftError as refusal:
        return _page(request, article, Told(refusal=str(refusal), focus="head"), first=1, status=409)
    said = _("The changes are discarded. The article is as it was.")
    return _go(request, reverse("article-show", args=[uuid]), said, messages.SUCCESS)


def _go(request: SignedInRequest, address: str, said: str, level: int) -> HttpResponse:
    messages.add_message(request, level, said)
    return HttpResponseClientRedirect(address) if request.htmx else redirect(address)
