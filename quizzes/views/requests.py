"""What a request carries behind a sign-in."""

from django.http import HttpRequest
from django_htmx.middleware import HtmxDetails

from quizzes.models import User


class SignedInRequest(HttpRequest):
    """A request of somebody who has signed in, with what the htmx middleware knows about it."""

    user: User
    htmx: HtmxDetails
