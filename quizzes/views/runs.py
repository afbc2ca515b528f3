from uuid import UUID

from django.http import HttpRequest, HttpResponse


def start(request: HttpRequest, uuid: UUID) -> HttpResponse:
    return HttpResponse(status=501)


def show(request: HttpRequest, uuid: UUID) -> HttpResponse:
    return HttpResponse(status=501)


def cancel(request: HttpRequest, uuid: UUID) -> HttpResponse:
    return HttpResponse(status=501)
