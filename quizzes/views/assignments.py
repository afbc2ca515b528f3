from uuid import UUID

from django.http import HttpRequest, HttpResponse


def create(request: HttpRequest, uuid: UUID) -> HttpResponse:
    return HttpResponse(status=501)


def show(request: HttpRequest, uuid: UUID) -> HttpResponse:
    return HttpResponse(status=501)
