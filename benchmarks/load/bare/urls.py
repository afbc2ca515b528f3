"""The one view of the bare application."""

from django.http import HttpRequest, HttpResponse
from django.urls import path

from benchmarks.load.bare.models import Row


def store(request: HttpRequest, position: int) -> HttpResponse:
    """Store one row."""
    Row(slot=position, given=request.POST["choice"]).save()
    return HttpResponse("Saved")


urlpatterns = [path("<int:position>/", store)]
