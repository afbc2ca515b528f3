from uuid import UUID

from django.http import HttpRequest, HttpResponse


def show(request: HttpRequest, uuid: UUID) -> HttpResponse:
    return HttpResponse(status=501)


def show_text(request: HttpRequest, uuid: UUID) -> HttpResponse:
    return HttpResponse(status=501)
