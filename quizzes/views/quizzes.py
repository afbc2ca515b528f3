from uuid import UUID

from django.http import HttpRequest, HttpResponse


def listing(request: HttpRequest) -> HttpResponse:
    return HttpResponse(status=501)


def create(request: HttpRequest, uuid: UUID) -> HttpResponse:
    return HttpResponse(status=501)


def show(request: HttpRequest, uuid: UUID) -> HttpResponse:
    return HttpResponse(status=501)


def change_slots(request: HttpRequest, uuid: UUID) -> HttpResponse:
    return HttpResponse(status=501)


def assemble(request: HttpRequest, uuid: UUID) -> HttpResponse:
    return HttpResponse(status=501)
