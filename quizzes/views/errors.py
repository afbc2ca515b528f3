"""Pages for what cannot be shown."""

from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.utils.translation import gettext as _


def not_found(request: HttpRequest, exception: Exception) -> HttpResponse:
    context = {
        "heading": _("There is nothing here for you"),
        "body": _(
            "The address is wrong, or it belongs to someone else. Sign in with another name, or go to the start."
        ),
    }
    return render(request, "quizzes/error.html", context, status=404)


def forbidden(request: HttpRequest, exception: Exception) -> HttpResponse:
    context = {
        "heading": _("You may not do that"),
        "body": _("This action is not open to you. Ask the instructor of the classroom, or go to the start."),
    }
    return render(request, "quizzes/error.html", context, status=403)


def failed(request: HttpRequest) -> HttpResponse:
    context = {
        "heading": _("Something went wrong on our side"),
        "body": _("What you had saved is safe. Go back, reload the page and try once more."),
    }
    return render(request, "quizzes/error.html", context, status=500)


def stale_form(request: HttpRequest, reason: str = "") -> HttpResponse:
    """Refuse a form whose secret is missing or old, as after signing in or out in another tab."""
    context = {
        "heading": _("This form is no longer good"),
        "body": _("Nothing was stored. Go back, reload the page and send it once more; cookies must be allowed."),
    }
    return render(request, "quizzes/error.html", context, status=403)
