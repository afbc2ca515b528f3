from uuid import UUID

from django.http import HttpRequest, HttpResponse


def sign_in(request: HttpRequest) -> HttpResponse:
    return HttpResponse(status=501)


def sign_out(request: HttpRequest) -> HttpResponse:
    return HttpResponse(status=501)


def join(request: HttpRequest) -> HttpResponse:
    return HttpResponse(status=501)


def change_settings(request: HttpRequest) -> HttpResponse:
    return HttpResponse(status=501)
