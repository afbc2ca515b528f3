"""The admin panel: every table with a list, a search and filters; most rows are shown, few are changed."""

from django.contrib import admin
from django.utils.translation import gettext_lazy as _

from quizzes.admin import accounts, articles, attempts, classrooms, items, quizzes, runs

__all__ = ["accounts", "articles", "attempts", "classrooms", "items", "quizzes", "runs"]

admin.site.site_header = _("studyapp, admin panel")
admin.site.site_title = _("studyapp")
admin.site.index_title = _("What is stored")
