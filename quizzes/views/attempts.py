"""A learner's sitting: begin, one question at a time beside the text, hand in."""

from dataclasses import replace
from typing import Any
from urllib.parse import urlencode
from uuid import UUID, uuid4

from django.contrib import messages
from django.contrib.auth.decorators import login_required
from django.http import Http404, HttpResponse, HttpResponseRedirect
from django.shortcuts import redirect, render
from django.urls import reverse
from django.utils import timezone
from django.utils.translation import gettext as _
from django.views.decorators.cache import never_cache
from django.views.decorators.http import require_http_methods
from django_htmx.http import HttpResponseClientRedirect

from quizzes import access
from quizzes.forms.accounts import ReadingForm
from quizzes.forms.attempts import AnswerForm
from quizzes.models import Assignment, Attempt, AttemptSlot, Response
from quizzes.queries import attempts as queries
from quizzes.queries.feedback import feedback_on, given_text
from quizzes.queries.gaps import gap_rows
from quizzes.queries.numbered import numbered, paragraph_in_question
from quizzes.queries.pairs import inputs_of, select_rows
from quizzes.queries.proofs import asks_for_proof, proof_of
from quizzes.queries.reading import reading, texts_about
from quizzes.queries.times import times_for, times_of
from quizzes.queries.withheld import withheld
from quizzes.services import attempts as services
from quizzes.services.accounts import change_reading
from quizzes.views.requests import SignedInRequest, about_a_slot


@login_required
@never_cache
@require_http_methods(["GET", "POST"])
def start(request: SignedInRequest, uuid: UUID) -> HttpResponse:
    """Say what is coming; begin or go on with it on POST."""
    assignment = access.fetch_assignment_to_take(request.user, uuid)
    if request.method == "GET":
        return _outlook(request, assignment)
    try:
        attempt = services.start_attempt(request.user, assignment=assignment, now=timezone.now())
    except services.AttemptError as refusal:
        return _refused(request, str(refusal), reverse("start"), _("Go to my quizzes"))
    return redirect("attempt-show", attempt.uuid, queries.progress_of(attempt).first_open)


@login_required
@never_cache
@require_http_methods(["GET"])
def show(request: SignedInRequest, uuid: UUID, position: int) -> HttpResponse:
    attempt = _fetch_open(request, uuid)
    if attempt.state == Attempt.State.FINISHED:
        return _go(request, reverse("attempt-result", args=[uuid]))
    return _page(request, attempt, position)


@about_a_slot
@login_required
@never_cache
@require_http_methods(["GET", "POST"])
def answer(request: SignedInRequest, uuid: UUID, position: int) -> HttpResponse:
    """Store what was sent, then go to where its outcome or the next question is."""
    if request.method == "GET":  # the address is left in the bar when a page is shown in reply to a POST
        return redirect("attempt-show", uuid, position)
    slot = access.fetch_own_slot(request.user, uuid, position)
    form = AnswerForm(request.POST, slot=slot)
    try:
        return _answered(request, slot, form)
    except services.AttemptError as refusal:
        return _refused(request, str(refusal), reverse("attempt-result", args=[uuid]), _("See your result"))
    except services.SettledError:
        notice = _("You had answered this question before. That answer stands.")
        return _page(request, slot.attempt, position, status=409, notice=notice)
    except services.NewerAnswerError as newer:
        return _choose(request, slot, form, newer.current)


def _answered(request: SignedInRequest, slot: AttemptSlot, form: AnswerForm) -> HttpResponse:
    """Do what the pressed button says: mark, turn or set the text, check (practice), or save and go on."""
    attempt, position, marking = slot.attempt, slot.position, request.POST.get("mark")
    practice = attempt.mode == Assignment.Mode.PRACTICE
    checks = practice and not any(request.POST.get(name) for name in ("mark", "from", "reading", "proof"))
    if form.is_valid() and checks and not form.given:
        form.add_error(None, _("There is nothing to check yet. Give an answer first."))
    if form.is_valid() and checks and form.is_broken_order:
        form.add_error(None, _("An order is checked as a whole. Give every line its place first."))
    if not form.is_valid():
        return _page(request, attempt, position, form=form, status=422)
    if checks or not practice:
        services.store_response(
            request.user,
            attempt=attempt,
            position=position,
            given=form.given,
            idempotency_key=form.cleaned_data["idempotency_key"],
            sequence=form.cleaned_data["sequence"],
            now=timezone.now(),
            slot=slot,
        )
    if marking:
        marked = marking == "1"
        services.mark_slot(request.user, attempt=attempt, position=position, marked=marked, now=timezone.now())
    if request.POST.get("reading"):
        _change_reading(request)
    if request.POST.get("proof"):
        return redirect(_proof_address(slot, form))
    if practice and not checks:  # the choice is not an answer yet, so it lives in the page only
        return _page(request, attempt, position, form=form, focus="mark" if marking else "")
    return HttpResponseRedirect(_next_address(request, slot))  # `redirect` would first take the address for a name


def _change_reading(request: SignedInRequest) -> None:
    form = ReadingForm(request.POST)
    if form.is_valid():
        change_reading(request.user, **form.cleaned_data)


def _proof_address(slot: AttemptSlot, form: AnswerForm) -> str:
    """Where the sentence is marked; in practice with the answer, which is stored nowhere before it is checked."""
    here = reverse("attempt-proof", args=[slot.attempt.uuid, slot.position])
    carried = inputs_of(slot.item_revision, form.given) if slot.attempt.mode == Assignment.Mode.PRACTICE else {}
    return f"{here}?{urlencode(carried)}" if carried else here


def _next_address(request: SignedInRequest, slot: AttemptSlot) -> str:
    attempt, position, sent = slot.attempt, slot.position, request.POST
    wanted, query = sent.get("to", ""), ""
    if sent.get("mark"):
        query = "?focus=mark"
    elif sent.get("from"):
        query = f"?{urlencode({'from': sent['from']})}"
    elif attempt.mode == Assignment.Mode.PRACTICE or sent.get("stay") or sent.get("reading"):
        pass
    elif sent.get("to", sent.get("next")) == "hand-in":
        return reverse("attempt-hand-in", args=[attempt.uuid])
    else:
        position = int(wanted) if wanted.isdecimal() else position + 1
    return reverse("attempt-show", args=[attempt.uuid, position]) + query


@login_required
@never_cache
@require_http_methods(["GET", "POST"])
def hand_in(request: SignedInRequest, uuid: UUID) -> HttpResponse:
    """List what is open and ask once; finish on POST."""
    attempt = _fetch_open(request, uuid)
    result = reverse("attempt-result", args=[uuid])
    if request.method == "POST":
        services.hand_in(request.user, attempt=attempt, now=timezone.now())
    if request.method == "POST" or attempt.state == Attempt.State.FINISHED:
        return _go(request, result)
    if request.htmx:
        return _go(request, request.path)
    context = {
        "attempt": attempt,
        "progress": queries.progress_of(attempt),
        "times": times_of(attempt),
        "outlook": queries.outlook_after(attempt, now=timezone.now()),
    }
    return render(request, "quizzes/attempt/hand_in.html", context)


def _fetch_open(request: SignedInRequest, uuid: UUID) -> Attempt:
    return services.end_if_over(access.fetch_own_attempt(request.user, uuid), now=timezone.now())


def _outlook(request: SignedInRequest, assignment: Assignment) -> HttpResponse:
    """Say what the quiz is and whether it can begin; nothing starts by following a link."""
    taken, under_way = queries.attempts_taken(request.user.pk, assignment)
    times = times_for(assignment, request.user.pk)
    context = {
        "assignment": assignment,
        "nav": "start",
        "questions": assignment.quiz.slots.count(),
        "article": assignment.quiz.article_revision.article.title,
        "taken": taken,
        "under_way": under_way,
        "times": times,
        "refusal": "" if under_way else services.refusal_to_start(assignment, times, taken, timezone.now()),
    }
    return render(request, "quizzes/attempt/start.html", context)


def _page(
    request: SignedInRequest,
    attempt: Attempt,
    position: int,
    *,
    form: AnswerForm | None = None,
    status: int = 200,
    notice: str = "",
    focus: str = "",
) -> HttpResponse:
    """Show one question beside the text, or only what htmx swaps; with feedback once practice has settled it."""
    slot = queries.slot_at(attempt, position)
    if slot is None:
        raise Http404
    response = queries.response_of(slot)
    settled = queries.scored_response_of(slot) is not None and attempt.mode == Assignment.Mode.PRACTICE
    wording, options, given = slot.item_revision, queries.shown_options(slot), _held(request, slot, form, response)
    shows_text = settled or paragraph_in_question(wording, wording.item.kind) is not None
    texts = texts_about(attempt.article_revision, wording) if shows_text else {}
    proof = proof_of(slot)
    feedback = replace(feedback_on(slot, texts), proof=proof) if settled else None
    progress = queries.progress_of(attempt)
    fragment = request.htmx and not request.htmx.history_restore_request
    beside = reading(
        attempt.article_revision,
        feedback.marks if feedback else (),
        withheld(attempt),
        wanted=_turned_to(request, attempt),
        leads=not request.GET.get("from"),
        held=request.headers.get("Passage", "") if fragment else "",
    )
    context: dict[str, Any] = {
        "attempt": attempt,
        "slot": slot,
        "wording": wording,
        "options": options,
        "rows": select_rows(wording, [(each.index, each.letter, each.text) for each in options], given),
        "gaps": gap_rows(wording, given),
        "parts": () if settled else numbered(wording, wording.item.kind, texts),
        "given": given,
        "form": form,
        "feedback": feedback,
        "proof": proof,
        "asks_for_proof": asks_for_proof(wording),
        "progress": progress,
        "response": response,
        "times": times_of(attempt),
        "next": slot.position + 1 if slot.position < progress.total else None,
        "previous": slot.position - 1,
        "reading": beside,
        "passage": beside.paragraphs,
        "idempotency_key": uuid4(),
        "notice": notice,
        "focus": focus or request.GET.get("focus", ""),
    }
    turns = fragment and request.htmx.target == "passage-text"
    template = "_passage_text" if turns else "_swap" if fragment else "show"
    reply = render(request, f"quizzes/attempt/{template}.html", context | {"turned": turns}, status=status)
    return _with_address(request, slot, reply) if fragment and not turns else reply


def _with_address(request: SignedInRequest, slot: AttemptSlot, reply: HttpResponse) -> HttpResponse:
    """Tell htmx the question's address: one step back is one question back."""
    here = reverse("attempt-show", args=[slot.attempt.uuid, slot.position])
    shown = (request.htmx.current_url_abs_path or "").partition("?")[0]
    reply["HX-Push-Url"] = "false" if shown == here else here
    return reply


def _turned_to(request: SignedInRequest, attempt: Attempt) -> str:
    """Return the paragraph to which the reader has turned a long text; it is remembered for the sitting."""
    turned, key = request.session.get("turned", {}), str(attempt.uuid)
    asked = request.GET.get("from", "") or request.POST.get("from", "")
    if asked.isdecimal() and turned.get(key) != asked[:9]:
        turned[key] = asked[:9]
        request.session["turned"] = turned
    return str(turned.get(key, ""))


def _given(slot: AttemptSlot, form: AnswerForm | None, response: Response | None) -> dict[str, Any]:
    """What the inputs hold: what was just sent, or what is stored."""
    if form is not None:
        sent = {name: form.data.get(name, "") for name in ("text", *form.selects, *form.gaps)}
        return {"choice": form.cleaned_data.get("choice"), **sent}
    if response is None:
        return {}
    return {**inputs_of(slot.item_revision, response.given), **response.given}


def _held(
    request: SignedInRequest, slot: AttemptSlot, form: AnswerForm | None, response: Response | None
) -> dict[str, Any]:
    """What the inputs hold, or held before the learner went to mark a sentence."""
    if given := _given(slot, form, response):
        return given
    form = AnswerForm({**request.GET.dict(), "idempotency_key": "carried", "sequence": "0"}, slot=slot)
    return _given(slot, form, None) if form.is_valid() and form.given else {}


def _choose(request: SignedInRequest, slot: AttemptSlot, form: AnswerForm, current: Response) -> HttpResponse:
    """Show the newer answer beside the one just sent and let the learner choose."""
    context = {
        "attempt": slot.attempt,
        "slot": slot,
        "wording": slot.item_revision,
        "newer": given_text(slot.item_revision, current),
        "newer_at": current.created_at,
        "sent": inputs_of(slot.item_revision, form.given),
        "sent_text": given_text(slot.item_revision, Response(given=form.given)),
        "sequence": current.sequence,
        "idempotency_key": uuid4(),
    }
    template = "quizzes/attempt/_choose.html" if request.htmx else "quizzes/attempt/choose.html"
    return render(request, template, context, status=409)


def _refused(request: SignedInRequest, reason: str, url: str, link: str) -> HttpResponse:
    """Say why an action is not open any more; htmx, which cannot swap a page in, is sent on with the reason."""
    context = {"reason": reason, "url": url, "link": link}
    reply = render(request, "quizzes/attempt/refused.html", context, status=403)
    if request.htmx:
        messages.warning(request, reason)
        reply["HX-Redirect"] = url
    return reply


def _go(request: SignedInRequest, url: str) -> HttpResponse:
    """Redirect; a swap cannot hold a whole page, so htmx is told to load it."""
    return HttpResponseClientRedirect(url) if request.htmx else redirect(url)
