from uuid import UUID

from django.http import HttpRequest, HttpResponse


def start(request: HttpRequest, uuid: UUID) -> HttpResponse:
    return HttpResponse(status=501)


def show(request: HttpRequest, uuid: UUID, position: int) -> HttpResponse:
    return HttpResponse(status=501)


def answer(request: HttpRequest, uuid: UUID, position: int) -> HttpResponse:
    return HttpResponse(status=501)


def hand_in(request: HttpRequest, uuid: UUID) -> HttpResponse:
    return HttpResponse(status=501)
