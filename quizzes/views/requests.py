"""What a request carries behind a sign-in."""

from collections.abc import Callable
from functools import wraps
from typing import Any
from uuid import UUID

from django.http import HttpRequest, HttpResponse
from django_htmx.middleware import HtmxDetails

from quizzes.models import User
from quizzes.queries.current import expecting

NEVER_KEPT = "max-age=0, no-cache, no-store, must-revalidate, private"


class SignedInRequest(HttpRequest):
    """A request of somebody who has signed in, with what the htmx middleware knows about it."""

    user: User
    htmx: HtmxDetails


def never_kept(view: Callable[..., HttpResponse]) -> Callable[..., HttpResponse]:
    """Let no browser keep the reply: Django's `never_cache` for views that a class calls at once.

    Django's says the same in five steps, and adds the date that only browsers from before HTTP/1.1 look at.
    """

    @wraps(view)
    def viewed(*args: Any, **kwargs: Any) -> HttpResponse:
        response = view(*args, **kwargs)
        response.headers["Cache-Control"] = NEVER_KEPT
        return response

    return viewed


def about_a_slot(view: Callable[..., HttpResponse]) -> Callable[..., HttpResponse]:
    """Let the learner's own slot be read with the learner, in one query; before anything asks who signed in."""

    @wraps(view)
    def viewed(request: HttpRequest, uuid: UUID, position: int) -> HttpResponse:
        with expecting(uuid, position):
            return view(request, uuid, position)

    return viewed
