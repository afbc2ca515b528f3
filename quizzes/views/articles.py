"""Articles: bring a text in, see its numbered paragraphs and what is known about each."""

from typing import Any
from uuid import UUID

from django.contrib import messages
from django.core.paginator import Paginator
from django.http import HttpResponse
from django.shortcuts import redirect, render
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods, require_safe

from quizzes import access
from quizzes.forms.articles import ArticleForm, GenerationForm, TitleForm
from quizzes.models import Article
from quizzes.queries import articles as queries
from quizzes.queries.runs import latest_run, panel_of
from quizzes.services import articles as services
from quizzes.views.guards import instructor_required
from quizzes.views.requests import SignedInRequest

ARTICLES_A_PAGE = 30


@instructor_required
@require_safe
def listing(request: SignedInRequest) -> HttpResponse:
    page = Paginator(queries.article_list(access.articles_of(request.user)), ARTICLES_A_PAGE).get_page(
        request.GET.get("page")
    )
    return render(request, "quizzes/article/list.html", {"nav": "articles", "articles": page})


@instructor_required
@require_http_methods(["GET", "POST"])
def create(request: SignedInRequest) -> HttpResponse:
    """Show the form for a new text; on POST clean it and show its paragraphs."""
    form = ArticleForm(*((request.POST, request.FILES) if request.method == "POST" else ()))
    if request.method == "POST" and form.is_valid():
        try:
            article = services.create_article(
                request.user, title=form.cleaned_data["title"], raw_text=form.cleaned_data["raw_text"]
            )
        except services.ArticleError as refusal:
            form.add_error("text", str(refusal))
        else:
            messages.success(
                request, _("The text is in. Look through its paragraphs, then have questions written for it.")
            )
            return redirect("article-show", article.uuid)
    status = 422 if request.method == "POST" else 200
    return render(request, "quizzes/article/new.html", {"nav": "articles", "form": form}, status=status)


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
    """Show an article with its paragraphs, its latest run and the form that asks for questions."""
    revision = queries.latest_revision(article)
    run = latest_run(revision)
    noted = queries.noted_paragraphs(revision)
    context: dict[str, Any] = {
        "nav": "articles",
        "article": article,
        "revision": revision,
        "minutes": queries.minutes_to_read(revision.words),
        "noted": noted,
        "uncovered": queries.uncovered(noted),
        "counts": queries.item_counts(article),
        "panel": panel_of(run) if run else None,
        "form": form or GenerationForm(),
        "refusal": refusal,
    }
    return render(request, "quizzes/article/show.html", context, status=status)


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
