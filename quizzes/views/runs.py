"""Runs: ask for questions, see how far they are, stop."""

from uuid import UUID

from django.http import HttpResponse
from django.shortcuts import redirect, render
from django.urls import reverse
from django.utils import timezone
from django.views.decorators.cache import never_cache
from django.views.decorators.http import require_POST, require_safe
from django_htmx.http import HttpResponseStopPolling

from quizzes import access
from quizzes.forms.articles import GenerationForm
from quizzes.models import Run
from quizzes.queries.articles import chapter_choices, latest_revision, outline_of
from quizzes.queries.runs import panel_of
from quizzes.services import runs as services
from quizzes.views.articles import article_page, paragraphs_of
from quizzes.views.guards import instructor_required
from quizzes.views.requests import SignedInRequest


@instructor_required
@require_POST
def start(request: SignedInRequest, uuid: UUID) -> HttpResponse:
    """Ask for the questions of an article; a refusal comes back on the article's page."""
    article = access.fetch_article(request.user, uuid)
    revision = latest_revision(article)
    form = GenerationForm(request.POST, chapters=chapter_choices(outline_of(revision), revision.words))
    if not form.is_valid():
        return article_page(request, article, form=form, status=422)
    try:
        services.request_run(
            request.user,
            revision=revision,
            seed=form.cleaned_data["seed"],
            maximum=form.cleaned_data["maximum"],
            kinds=form.cleaned_data["kinds"],
            chapters=form.cleaned_data["chapters"],
        )
    except services.RunError as refusal:
        return article_page(request, article, form=form, refusal=str(refusal), status=409)
    return redirect(reverse("article-show", args=[uuid]) + "#run")


@instructor_required
@never_cache
@require_safe
def show(request: SignedInRequest, uuid: UUID) -> HttpResponse:
    """Show how far a run is, inside the page of its article; a finished run ends the polling."""
    run = access.fetch_run(request.user, uuid)
    if not request.htmx:
        return redirect(reverse("article-show", args=[run.revision.article.uuid]) + "#run")
    return _panel(request, run)


@instructor_required
@require_POST
def cancel(request: SignedInRequest, uuid: UUID) -> HttpResponse:
    run = services.cancel_run(request.user, run=access.fetch_run(request.user, uuid), now=timezone.now())
    if not request.htmx:
        return redirect(reverse("article-show", args=[run.revision.article.uuid]) + "#run")
    return _panel(request, run)


def _panel(request: SignedInRequest, run: Run) -> HttpResponse:
    article = run.revision.article
    context = {"article": article, "panel": panel_of(run), "swapped": True, "shown_from": _shown_from(request)}
    if run.is_open:
        return render(request, "quizzes/article/_run.html", context)
    context |= paragraphs_of(request, run.revision)
    response = render(request, "quizzes/article/_run_over.html", context)
    return HttpResponseStopPolling(response.content) if request.method == "GET" else response


def _shown_from(request: SignedInRequest) -> int | None:
    """Return which paragraph of a long text stands on top of the page that polls."""
    wanted = request.GET.get("from", "")
    return int(wanted) if wanted.isdecimal() and len(wanted) < 10 else None  # digits enough for any text
