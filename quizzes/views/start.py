"""The first page: an instructor's running work, a learner's quizzes, or the two ways in."""

from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.utils import timezone
from django.views.decorators.http import require_GET

from quizzes import access
from quizzes.queries import start as queries
from quizzes.services.attempts import end_all_over


@require_GET
def show(request: HttpRequest) -> HttpResponse:
    if not request.user.is_authenticated:
        return render(request, "quizzes/start/stranger.html")
    now = timezone.now()
    end_all_over(access.attempts_visible_to(request.user), now=now)
    followed = access.classrooms_followed_by(request.user)
    if request.user.is_instructor or followed.exists():
        waiting = list(queries.waiting(request.user))
        context = {
            "nav": "start",
            "running": queries.running(request.user, now),
            "waiting": waiting,
            "mixed": queries.are_mixed(waiting),
            "has_articles": access.articles_of(request.user).exists(),
            "has_classrooms": followed.exists(),
            "quizzes": queries.quizzes_to_take(request.user, now),
        }
        return render(request, "quizzes/start/instructor.html", context)
    quizzes = queries.quizzes_to_take(request.user, now)
    return render(request, "quizzes/start/learner.html", {"nav": "start", "quizzes": quizzes})
