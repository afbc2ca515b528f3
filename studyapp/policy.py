"""The content security policy of every page."""

from collections.abc import Callable

from csp.constants import HEADER
from csp.utils import build_policy
from django.conf import settings
from django.http import HttpRequest, HttpResponse

ERRORS = (404, 500)


def content_security_policy(
    get_response: Callable[[HttpRequest], HttpResponse],
) -> Callable[[HttpRequest], HttpResponse]:
    """Name the policy of the settings in each reply (Django middleware).

    django-csp's own composes it anew, twice for each reply, in case a page asks for another one; none of ours does.
    While developing, Django's pages about errors are left to their own styles, as there.
    """
    policy = build_policy()

    def middleware(request: HttpRequest) -> HttpResponse:
        response = get_response(request)
        if not (settings.DEBUG and response.status_code in ERRORS):
            response.headers.setdefault(HEADER, policy)
        return response

    return middleware
