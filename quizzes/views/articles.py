"""Articles: bring a text in, see its numbered paragraphs and what is known about each."""

from typing import Any
from uuid import UUID

from django.conf import settings
from django.contrib import messages
from django.core.paginator import Paginator
from django.http import HttpResponse
from django.shortcuts import redirect, render
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods, require_safe

from quizzes import access
from quizzes.forms.articles import ArticleForm, GenerationForm, TitleForm
from quizzes.intake import IntakeError, read
from quizzes.models import Article, ArticleRevision
from quizzes.queries import articles as queries
from quizzes.queries.drafts import has_changes
from quizzes.queries.impact import waiting
from quizzes.queries.imports import unfinished
from quizzes.queries.runs import latest_run, panel_of
from quizzes.services import articles as services
from quizzes.services import imports
from quizzes.views.guards import instructor_required
from quizzes.views.requests import SignedInRequest

ARTICLES_A_PAGE = 30
UNCOVERED_SHOWN = 60
HUNDRED = 100


@instructor_required
@require_safe
def listing(request: SignedInRequest) -> HttpResponse:
    page = Paginator(queries.article_list(access.articles_of(request.user)), ARTICLES_A_PAGE).get_page(
        request.GET.get("page")
    )
    context = {
        "nav": "articles",
        "articles": page,
        "imports": unfinished(request.user),
        "fetches": settings.FETCH_ADDRESSES,
    }
    return render(request, "quizzes/article/list.html", context)


@instructor_required
@require_http_methods(["GET", "POST"])
def create(request: SignedInRequest) -> HttpResponse:
    """Show the form for a new text; on POST take it in, at once or, when that takes a while, in the background."""
    form = ArticleForm(*((request.POST, request.FILES) if request.method == "POST" else ()))
    if request.method == "POST" and form.is_valid():
        try:
            return _take_in(request, form)
        except (services.ArticleError, imports.ImportRefused, IntakeError) as refusal:
            form.add_error(form.given, str(refusal))
    status = 422 if request.method == "POST" else 200
    return render(request, "quizzes/article/new.html", {"nav": "articles", "form": form}, status=status)


def _take_in(request: SignedInRequest, form: ArticleForm) -> HttpResponse:
    sent = form.cleaned_data
    if not form.is_quick:
        work = imports.request_import(
            request.user,
            source=sent["brought"],
            data=form.brought_data,
            source_name=sent["source_name"],
            title=sent["title"],
        )
        return redirect("import-show", work.uuid)
    source = read(sent["file"], name=sent["source_name"]) if form.given == "file" else None
    article = services.create_article(
        request.user, source=source, raw_text=sent["text"], title=sent["title"], source_name=sent["source_name"]
    )
    messages.success(request, _("The text is in. Look through its paragraphs, then have questions written for it."))
    return redirect("article-show", article.uuid)


@instructor_required
@require_safe
def show(request: SignedInRequest, uuid: UUID) -> HttpResponse:
    return article_page(request, access.fetch_article(request.user, uuid))


def article_page(
    request: SignedInRequest,
    article: Article,
    *,
    form: GenerationForm | None = None,
    refusal: str = "",
    status: int = 200,
) -> HttpResponse:
    """Show an article with its paragraphs, its latest run and the form that asks for questions.

    Of a long text only some paragraphs are shown, from `?from=201` on.
    """
    revision = queries.latest_revision(article)
    run = latest_run(revision)
    context: dict[str, Any] = {
        "nav": "articles",
        "article": article,
        "revision": revision,
        "minutes": queries.minutes_to_read(revision.words),
        "hours": queries.hours_to_read(revision.words),
        "rare": None if revision.rare_share is None else round(HUNDRED * revision.rare_share),
        "behind": waiting(article, revision),
        "being_edited": has_changes(article),
        "panel": panel_of(run) if run else None,
        "refusal": refusal,
        **paragraphs_of(request, revision, form),
    }
    return render(request, "quizzes/article/show.html", context, status=status)


def paragraphs_of(
    request: SignedInRequest, revision: ArticleRevision, form: GenerationForm | None = None
) -> dict[str, Any]:
    """Return what the page and the end of a run both show: a part of the text, its coverage, and what can be asked."""
    outline, covered = queries.outline_of(revision), queries.coverage_of(revision)
    window = queries.window_of(outline, request.GET.get("from", ""))
    missing = queries.uncovered(outline, covered)
    choices = queries.chapter_choices(outline, revision.words)
    return {
        "window": window,
        "shown_from": window.first if window.first > 1 else None,
        "chapters": [(chapter, queries.chapter_label(chapter)) for chapter in outline.chapters],
        "noted": queries.noted_paragraphs(revision, window, covered),
        "uncovered": missing[:UNCOVERED_SHOWN],
        "uncovered_more": max(0, len(missing) - UNCOVERED_SHOWN),
        "counts": queries.item_counts(revision.article),
        "form": form or GenerationForm(chapters=choices),
        "chapter_choices": choices,
    }


@instructor_required
@require_safe
def show_raw(request: SignedInRequest, uuid: UUID) -> HttpResponse:
    article = access.fetch_article(request.user, uuid)
    context = {"nav": "articles", "article": article, "revision": queries.latest_revision(article)}
    return render(request, "quizzes/article/raw.html", context)


@instructor_required
@require_http_methods(["GET", "POST"])
def rename(request: SignedInRequest, uuid: UUID) -> HttpResponse:
    article = access.fetch_article(request.user, uuid)
    form = TitleForm(request.POST if request.method == "POST" else None, initial={"title": article.title})
    if request.method == "POST" and form.is_valid():
        services.rename_article(request.user, article=article, title=form.cleaned_data["title"])
        return redirect("article-show", uuid)
    status = 422 if request.method == "POST" else 200
    return render(
        request, "quizzes/article/rename.html", {"nav": "articles", "article": article, "form": form}, status=status
    )
