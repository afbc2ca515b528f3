"""What a request carries behind a sign-in."""

from collections.abc import Callable
from functools import wraps
from uuid import UUID

from django.http import HttpRequest, HttpResponse
from django_htmx.middleware import HtmxDetails

from quizzes.models import User
from quizzes.queries.current import expecting


class SignedInRequest(HttpRequest):
    """A request of somebody who has signed in, with what the htmx middleware knows about it."""

    user: User
    htmx: HtmxDetails


def about_a_slot(view: Callable[..., HttpResponse]) -> Callable[..., HttpResponse]:
    """Let the learner's own slot be read with the learner, in one query; before anything asks who signed in."""

    @wraps(view)
    def viewed(request: HttpRequest, uuid: UUID, position: int) -> HttpResponse:
        with expecting(uuid, position):
            return view(request, uuid, position)

    return viewed
