"""The addresses of the project: the classroom web app and the instructors' admin panel."""

from django.contrib import admin
from django.templatetags.static import static
from django.urls import include, path
from django.utils.functional import lazy
from django.views.generic import RedirectView

# Browsers ask for this address on pages that name no icon, such as those of the admin panel.
favicon = RedirectView.as_view(url=lazy(static, str)("quizzes/icon.svg"))

urlpatterns = [
    path("favicon.ico", favicon),
    path("admin/", admin.site.urls),
    path("", include("quizzes.urls")),
]

handler403 = "quizzes.views.errors.forbidden"
handler404 = "quizzes.views.errors.not_found"
handler500 = "quizzes.views.errors.failed"
