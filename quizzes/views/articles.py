from uuid import UUID

from django.http import HttpRequest, HttpResponse


def listing(request: HttpRequest) -> HttpResponse:
    return HttpResponse(status=501)


def create(request: HttpRequest) -> HttpResponse:
    return HttpResponse(status=501)


def show(request: HttpRequest, uuid: UUID) -> HttpResponse:
    return HttpResponse(status=501)


def show_raw(request: HttpRequest, uuid: UUID) -> HttpResponse:
    return HttpResponse(status=501)


def rename(request: HttpRequest, uuid: UUID) -> HttpResponse:
    return HttpResponse(status=501)
