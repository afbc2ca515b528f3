"""Quizzes: made of approved items, put in order, given to classrooms."""

from collections.abc import Sequence
from typing import Any
from uuid import UUID

from django.contrib import messages
from django.http import HttpResponse
from django.shortcuts import redirect, render
from django.utils.translation import gettext as _
from django.views.decorators.http import require_GET, require_http_methods, require_POST

from quizzes import access
from quizzes.forms.classrooms import AssignmentForm
from quizzes.forms.quizzes import BlueprintForm, QuizTitleForm, SlotsForm
from quizzes.models import Article, Item, Quiz, User
from quizzes.queries import quizzes as queries
from quizzes.services import quizzes as services
from quizzes.services.blueprints import Blueprint
from quizzes.views.guards import instructor_required
from quizzes.views.requests import SignedInRequest


@require_GET
@instructor_required
def listing(request: SignedInRequest) -> HttpResponse:
    quizzes = queries.with_counts(access.quizzes_of(request.user))
    return render(request, "quizzes/quiz/list.html", {"quizzes": quizzes, "nav": "quizzes"})


@require_http_methods(["GET", "POST"])
@instructor_required
def create(request: SignedInRequest, uuid: UUID) -> HttpResponse:
    """Ask what the quiz should hold; a POST without wishes makes the usual quiz at once."""
    article = access.fetch_article(request.user, uuid)
    if request.method == "GET":
        return _blueprint_page(request, article, BlueprintForm())
    form = BlueprintForm(request.POST) if "count" in request.POST else None
    if form and not form.is_valid():
        return _blueprint_page(request, article, form)
    try:
        made = services.assemble(request.user, article=article, blueprint=_blueprint(form))
    except services.QuizError as refusal:
        messages.warning(request, str(refusal))
        return redirect("quiz-create" if form else "article-show", article.uuid)
    messages.success(request, _("The quiz is made. Put it in order, then give it to a classroom."))
    if form:
        _tell(request, made.unmet)
    return redirect("quiz-show", made.quiz.uuid)


def _blueprint(form: BlueprintForm | None) -> Blueprint:
    if form is None:
        return Blueprint()
    return Blueprint(form.cleaned_data["count"], frozenset(form.cleaned_data["kinds"]), form.bands)


def _blueprint_page(request: SignedInRequest, article: Article, form: BlueprintForm) -> HttpResponse:
    stock = queries.stock_of(request.user, article)
    context = {"nav": "quizzes", "article": article, "form": form, "stock": stock}
    return render(request, "quizzes/quiz/new.html", context, status=422 if form.is_bound else 200)


def _tell(request: SignedInRequest, unmet: Sequence[str]) -> None:
    """Say what of a blueprint could not be met."""
    if unmet:
        messages.warning(request, " ".join(unmet))


@require_GET
@instructor_required
def show(request: SignedInRequest, uuid: UUID) -> HttpResponse:
    quiz = access.fetch_quiz(request.user, uuid)
    form = AssignmentForm(classrooms=access.classrooms_taught_by(request.user))
    return render(request, "quizzes/quiz/show.html", page_of(request.user, quiz) | {"form": form})


def page_of(user: User, quiz: Quiz) -> dict[str, Any]:
    """What the quiz page and its fragments show."""
    slots = queries.shown_slots(user, quiz)
    return {
        "nav": "quizzes",
        "quiz": quiz,
        "article": quiz.article_revision.article,
        "slots": slots,
        "strip": queries.strip(quiz, slots),
        "bank": queries.bank(user, quiz),
        "started": services.has_started(quiz),
        "kinds": Item.Kind.choices,
        "blueprint": BlueprintForm(),
        "assignments": quiz.assignments.select_related("classroom"),
    }


@require_POST
@instructor_required
def change_slots(request: SignedInRequest, uuid: UUID) -> HttpResponse:
    """Move, take out or add one question, and show the order as it is now."""
    quiz = access.fetch_quiz(request.user, uuid)
    form = SlotsForm(request.POST)
    focus: tuple[int, str] = (0, "")
    note = ""
    try:
        if form.is_valid():
            focus = _change(request, quiz, form.cleaned_data)
    except services.QuizError as refusal:
        note = str(refusal)
    if not request.htmx:
        if note:
            messages.warning(request, note)
        return redirect("quiz-show", uuid)
    page = page_of(request.user, quiz)
    position, button = focus[0], _live_button(*focus, last=len(page["slots"]))
    context = page | {"swapped": True, "focus_position": position, "focus_button": button, "note": note}
    return render(request, "quizzes/quiz/_swap.html", context)


def _live_button(position: int, button: str, *, last: int) -> str:
    """Replace a button that is switched off at an end of the order: it cannot take the focus."""
    if last == 1:
        return "remove"
    if button == "up" and position == 1:
        return "down"
    return "up" if button == "down" and position == last else button


def _change(request: SignedInRequest, quiz: Quiz, change: dict[str, Any]) -> tuple[int, str]:
    """Do what the pressed button says and return the slot and button that keep the focus."""
    if position := change["up"]:
        return services.move_slot(request.user, quiz=quiz, position=position, step=-1), "up"
    if position := change["down"]:
        return services.move_slot(request.user, quiz=quiz, position=position, step=1), "down"
    if position := change["remove"]:
        services.remove_slot(request.user, quiz=quiz, position=position)
        return max(1, min(position, quiz.slots.count())), "remove"
    if change["add"]:
        services.add_item(request.user, quiz=quiz, item=change["add"])
        return quiz.slots.count(), "up"
    return 0, ""


@require_POST
@instructor_required
def assemble(request: SignedInRequest, uuid: UUID) -> HttpResponse:
    """Choose the questions afresh, or give the quiz another title; which one is told by the fields."""
    quiz = access.fetch_quiz(request.user, uuid)
    if "title" in request.POST:
        return _rename(request, quiz)
    form = BlueprintForm(request.POST)
    if not form.is_valid():
        why = " ".join(str(error) for errors in form.errors.values() for error in errors)
        messages.error(request, _("Nothing was changed: ask for 1 to 100 questions.") + " " + why)
        return redirect("quiz-show", uuid)
    try:
        _tell(request, services.assemble_again(request.user, quiz=quiz, blueprint=_blueprint(form)))
    except services.QuizError as refusal:
        messages.warning(request, str(refusal))
    return redirect("quiz-show", uuid)


def _rename(request: SignedInRequest, quiz: Quiz) -> HttpResponse:
    form = QuizTitleForm(request.POST)
    if form.is_valid():
        services.rename_quiz(request.user, quiz=quiz, title=form.cleaned_data["title"])
    else:
        messages.error(request, _("The title was not changed: write 1 to 200 characters."))
    return redirect("quiz-show", quiz.uuid)
