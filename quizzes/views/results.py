"""How an attempt went: every question explained, and the text with the evidence of one of them."""

from dataclasses import replace
from uuid import UUID

from django.contrib.auth.decorators import login_required
from django.http import HttpResponse
from django.shortcuts import redirect, render
from django.utils import timezone
from django.views.decorators.cache import never_cache
from django.views.decorators.http import require_http_methods

from quizzes import access
from quizzes.models import Assignment, Attempt
from quizzes.queries import attempts as queries
from quizzes.queries.feedback import Outcome, feedback_on, marking_of, marks_of_all, read_again
from quizzes.queries.late import late_answers
from quizzes.queries.proofs import Found, proofs_of
from quizzes.queries.reading import reading
from quizzes.queries.regrading import as_graded, changes_of
from quizzes.queries.retries import is_retry
from quizzes.queries.scores import score_of
from quizzes.queries.withheld import NOTHING
from quizzes.services.attempts import end_if_over
from quizzes.views.requests import SignedInRequest


@login_required
@never_cache
@require_http_methods(["GET"])
def show(request: SignedInRequest, uuid: UUID) -> HttpResponse:
    """Show the score and every question; a learner sees it once the attempt is finished."""
    attempt = _fetch(request, uuid)
    if _is_under_way_for(request, attempt):
        return redirect("attempt-show", uuid, queries.progress_of(attempt).first_open)
    texts = dict(attempt.article_revision.paragraphs.values_list("number", "text"))
    changes, proofs = changes_of(attempt), proofs_of(attempt)
    items = [
        replace(
            feedback_on(as_graded(slot, changes.get(slot.position, ())), texts),
            marking=marking_of(slot, changes.get(slot.position, ())),
            proof=proofs.get(slot.position),
        )
        for slot in queries.slots_of(attempt)
    ]
    own = attempt.learner_id == request.user.pk
    context = {
        "attempt": attempt,
        "nav": "start" if own else "classrooms",
        "own": own,
        "teaches": not own and access.may_teach(request.user, attempt.assignment.classroom),
        "items": items,
        "score": score_of(attempt),
        "evidence": Found(sum(each.is_found for each in proofs.values()), len(proofs)),
        "is_retry": is_retry(attempt),
        "wrong": sum(item.outcome != Outcome.RIGHT for item in items) if _may_retry(attempt, own=own) else 0,
        "late": late_answers(attempt),
        "read_again": read_again(items, texts),
        "outlook": queries.outlook_after(attempt, now=timezone.now()) if own else None,
    }
    return render(request, "quizzes/attempt/result.html", context)


@login_required
@never_cache
@require_http_methods(["GET"])
def show_text(request: SignedInRequest, uuid: UUID) -> HttpResponse:
    """Show the pinned text with the evidence of one question (`?item=3`), or of all of them."""
    attempt = _fetch(request, uuid)
    if _is_under_way_for(request, attempt):
        return redirect("attempt-show", uuid, queries.progress_of(attempt).first_open)
    texts = dict(attempt.article_revision.paragraphs.values_list("number", "text"))
    changes = changes_of(attempt)
    items = {
        slot.position: feedback_on(as_graded(slot, changes.get(slot.position, ())), texts)
        for slot in queries.slots_of(attempt)
    }
    asked = request.GET.get("item", "")
    item = items.get(int(asked)) if asked.isdecimal() else None
    marks = item.marks if item else marks_of_all(items.values())
    turned = request.GET.get("from", "")
    shown = reading(attempt.article_revision, marks, NOTHING, wanted=turned, leads=item is not None and not turned)
    context = {
        "attempt": attempt,
        "nav": "start" if attempt.learner_id == request.user.pk else "classrooms",
        "item": item,
        "passage": shown.paragraphs,
        "window": shown.window,
        "chapters": shown.chapters,
    }
    return render(request, "quizzes/attempt/text.html", context)


def _may_retry(attempt: Attempt, *, own: bool) -> bool:
    return own and attempt.mode == Assignment.Mode.PRACTICE and attempt.state == Attempt.State.FINISHED


def _fetch(request: SignedInRequest, uuid: UUID) -> Attempt:
    return end_if_over(access.fetch_visible_attempt(request.user, uuid), now=timezone.now())


def _is_under_way_for(request: SignedInRequest, attempt: Attempt) -> bool:
    """Say whether the learner looks at their own open attempt, whose answers stay hidden until it is handed in."""
    return attempt.state == Attempt.State.OPEN and attempt.learner_id == request.user.pk
