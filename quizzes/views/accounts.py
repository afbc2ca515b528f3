"""Joining, signing in and out, and a person's own settings."""

from django.contrib import messages
from django.contrib.auth import login, logout, update_session_auth_hash
from django.contrib.auth.decorators import login_required
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render, resolve_url
from django.utils.http import url_has_allowed_host_and_scheme
from django.utils.translation import gettext as _
from django.views.decorators.debug import sensitive_post_parameters
from django.views.decorators.http import require_http_methods, require_POST

from quizzes.forms.accounts import JoinAsForm, JoinForm, PasswordForm, ReadingForm, SettingsForm, SignInForm
from quizzes.models import User
from quizzes.services import accounts as services
from quizzes.views.requests import SignedInRequest

BACKEND = "quizzes.backends.PeopleBackend"


@sensitive_post_parameters("password")
@require_http_methods(["GET", "POST"])
def sign_in(request: HttpRequest) -> HttpResponse:
    form = SignInForm(request.POST or None, initial={"code": request.GET.get("code", "")})
    if request.method == "POST" and form.is_valid():
        user = services.check_sign_in(request, **form.cleaned_data)
        if user is not None:
            login(request, user, backend=BACKEND)
            return redirect(_next_page(request))
        form.add_error("password", _("Name and password do not belong together. Learners add the classroom code."))
    status = 422 if request.method == "POST" else 200
    context = {"form": form, "next": request.GET.get("next", request.POST.get("next", ""))}
    return render(request, "quizzes/account/sign_in.html", context, status=status)


def _next_page(request: HttpRequest, otherwise: str = "start") -> str:
    """Return where the person wanted to go, if it is a page of this site."""
    wanted = request.POST.get("next", "")
    safe = url_has_allowed_host_and_scheme(wanted, {request.get_host()}, require_https=request.is_secure())
    return wanted if safe else resolve_url(otherwise)


@require_POST
def sign_out(request: HttpRequest) -> HttpResponse:
    logout(request)
    messages.success(request, _("You are signed out. What you had saved is safe."))
    return redirect("sign-in")


@sensitive_post_parameters("password")
@require_http_methods(["GET", "POST"])
def join(request: HttpRequest) -> HttpResponse:
    """Join a classroom: strangers choose a name and a password, others need the code alone."""
    if request.user.is_authenticated:
        return _join_as(request, request.user)
    form = JoinForm(request.POST or None, initial={"code": request.GET.get("code", "")})
    if request.method == "POST" and form.is_valid():
        try:
            user = services.join_classroom(**form.cleaned_data)
        except services.JoinError as refusal:
            form.add_error(refusal.field, str(refusal))
        else:
            login(request, user, backend=BACKEND)
            text = _("Welcome. To come back, sign in with your name, your password and the code %(code)s.")
            messages.success(request, text % {"code": form.cleaned_data["code"].upper()})
            return redirect("start")
    status = 422 if request.method == "POST" else 200
    return render(request, "quizzes/account/join.html", {"form": form, "nav": "join"}, status=status)


def _join_as(request: HttpRequest, user: User) -> HttpResponse:
    form = JoinAsForm(request.POST or None, initial={"code": request.GET.get("code", "")})
    if request.method == "POST" and form.is_valid():
        try:
            classroom = services.join_as(user, code=form.cleaned_data["code"])
        except services.JoinError as refusal:
            form.add_error(refusal.field, str(refusal))
        else:
            messages.success(request, _("You are in %(classroom)s.") % {"classroom": classroom})
            return redirect("start")
    status = 422 if request.method == "POST" else 200
    return render(request, "quizzes/account/join.html", {"form": form, "nav": "join"}, status=status)


@sensitive_post_parameters("old", "new")
@login_required
@require_http_methods(["GET", "POST"])
def change_settings(request: SignedInRequest) -> HttpResponse:
    """Name, theme and password; which of the two forms was sent is told by its button."""
    posted = request.POST if request.method == "POST" else None
    about_password = posted is not None and "change_password" in posted
    form = SettingsForm(posted if not about_password else None, instance=request.user)
    password_form = PasswordForm(posted if about_password else None, user=request.user)
    if about_password and password_form.is_valid():
        services.change_password(request.user, password=password_form.cleaned_data["new"])
        update_session_auth_hash(request, request.user)
        messages.success(request, _("Your password is changed."))
        return redirect("settings")
    if posted is not None and not about_password and form.is_valid():
        services.change_settings(request.user, **form.cleaned_data)
        messages.success(request, _("Saved."))
        return redirect("settings")
    if posted is not None:
        request.user.refresh_from_db()
    context = {"form": form, "password_form": password_form, "nav": "settings"}
    return render(request, "quizzes/account/settings.html", context, status=422 if posted is not None else 200)


@login_required
@require_POST
def change_reading(request: SignedInRequest) -> HttpResponse:
    """How text is shown, on every page; the form stands in the settings and beside the questions."""
    form = ReadingForm(request.POST)
    if form.is_valid():
        services.change_reading(request.user, **form.cleaned_data)
    else:
        messages.error(request, _("Nothing was changed: choose one of the steps that the form shows."))
    if request.htmx:
        return HttpResponse(status=204 if form.is_valid() else 422)
    return redirect(_next_page(request, otherwise="settings"))
