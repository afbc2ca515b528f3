"""The question “Where did I read that?”: choose the sentence that proves an answer."""

from urllib.parse import urlencode
from uuid import UUID, uuid4

from django.contrib.auth.decorators import login_required
from django.http import Http404, HttpResponse, QueryDict
from django.shortcuts import redirect, render
from django.urls import reverse
from django.utils import timezone
from django.utils.translation import gettext as _
from django.views.decorators.cache import never_cache
from django.views.decorators.http import require_http_methods
from django_htmx.http import HttpResponseClientRedirect

from quizzes import access
from quizzes.forms.proofs import ProofForm
from quizzes.models import Attempt, AttemptSlot
from quizzes.queries.attempts import slot_at
from quizzes.queries.proofs import choosable, proof_of
from quizzes.queries.reading import reading
from quizzes.queries.withheld import withheld
from quizzes.services.attempts import AttemptError, end_if_over
from quizzes.services.proofs import ProofError, mark_proof, refusal_to_mark
from quizzes.views.requests import SignedInRequest


@login_required
@never_cache
@require_http_methods(["GET", "POST"])
def mark(request: SignedInRequest, uuid: UUID, position: int) -> HttpResponse:
    """Show the text as sentences to choose from; store the chosen one on POST and go back to the question."""
    if request.htmx:  # a swap cannot hold a whole page
        return HttpResponseClientRedirect(request.get_full_path())
    attempt = end_if_over(access.fetch_own_attempt(request.user, uuid), now=timezone.now())
    slot = slot_at(attempt, position)
    if slot is None:
        raise Http404
    if refusal := refusal_to_mark(attempt, slot):
        return _refused(request, attempt, position, refusal)
    form = ProofForm(request.POST or None)
    if not form.is_valid():
        return _page(request, attempt, slot, form)
    try:
        mark_proof(
            request.user,
            attempt=attempt,
            position=position,
            at=form.cleaned_data["sentence"],
            idempotency_key=form.cleaned_data["idempotency_key"],
            now=timezone.now(),
        )
    except AttemptError as refusal:
        return _refused(request, attempt, position, str(refusal))
    except ProofError as fault:
        form.add_error("sentence", str(fault))
        return _page(request, attempt, slot, form)
    return redirect(_back(request, attempt, position))


def _page(request: SignedInRequest, attempt: Attempt, slot: AttemptSlot, form: ProofForm) -> HttpResponse:
    chosen = proof_of(slot)
    wanted = request.GET.get("from", "") or (str(chosen.paragraph) if chosen else "")
    beside = reading(attempt.article_revision, (), withheld(attempt).whole(), wanted=wanted)
    context = {
        "attempt": attempt,
        "slot": slot,
        "form": form,
        "chosen": chosen,
        "paragraphs": choosable(beside.paragraphs, chosen),
        "window": beside.window,
        "chapters": beside.chapters,
        "idempotency_key": uuid4(),
        "back": _back(request, attempt, slot.position),
    }
    return render(request, "quizzes/proof/mark.html", context, status=422 if form.errors else 200)


def _back(request: SignedInRequest, attempt: Attempt, position: int) -> str:
    """The question's page, with the answer that was chosen there and is not checked yet."""
    carried = QueryDict(request.META["QUERY_STRING"]).dict()
    carried.pop("from", None)
    here = reverse("attempt-show", args=[attempt.uuid, position])
    return f"{here}?{urlencode(carried | {'focus': 'proof'})}"


def _refused(request: SignedInRequest, attempt: Attempt, position: int, reason: str) -> HttpResponse:
    here = reverse("attempt-show", args=[attempt.uuid, position])
    context = {"reason": reason, "url": here, "link": _("Go on")}
    return render(request, "quizzes/attempt/refused.html", context, status=403)
