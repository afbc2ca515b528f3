from uuid import UUID

from django.http import HttpRequest, HttpResponse


def queue(request: HttpRequest, uuid: UUID) -> HttpResponse:
    return HttpResponse(status=501)


def approve_many(request: HttpRequest, uuid: UUID) -> HttpResponse:
    return HttpResponse(status=501)


def approve(request: HttpRequest, uuid: UUID) -> HttpResponse:
    return HttpResponse(status=501)


def reject(request: HttpRequest, uuid: UUID) -> HttpResponse:
    return HttpResponse(status=501)


def edit(request: HttpRequest, uuid: UUID) -> HttpResponse:
    return HttpResponse(status=501)


def undo(request: HttpRequest, uuid: UUID) -> HttpResponse:
    return HttpResponse(status=501)
