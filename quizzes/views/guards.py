"""Who may open a page at all; which objects they reach is a matter of access.py."""

from collections.abc import Callable
from functools import wraps

from django.contrib.auth.decorators import login_required
from django.core.exceptions import PermissionDenied
from django.http import HttpResponse

from quizzes.views.requests import SignedInRequest

View = Callable[..., HttpResponse]


def instructor_required(view: View) -> View:
    """Ask strangers to sign in, and refuse learners."""

    @login_required
    @wraps(view)
    def guarded(request: SignedInRequest, *args: object, **kwargs: object) -> HttpResponse:
        if not request.user.is_instructor:
            raise PermissionDenied
        return view(request, *args, **kwargs)

    return guarded
