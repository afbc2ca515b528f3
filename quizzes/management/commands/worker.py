"""The background worker: it performs queued tasks and takes over from workers that died."""

import logging
import threading
from typing import Any

from django.db import DatabaseError, close_old_connections, connection
from django.utils import timezone
from django_tasks_db.management.commands import db_worker

from quizzes.models import Attempt
from quizzes.services.attempts import end_all_over
from quizzes.services.imports import reap_imports
from quizzes.services.runs import reap_runs

log = logging.getLogger(__name__)

SECONDS_BETWEEN_ROUNDS = 10.0


class Reaper(threading.Thread):
    """Looks for lost work now and then, beside the task that the worker performs. It ends with the process."""

    def __init__(self, seconds: float = SECONDS_BETWEEN_ROUNDS) -> None:
        super().__init__(name="reaper", daemon=True)
        self._seconds = seconds
        self._stopping = threading.Event()

    def run(self) -> None:
        while True:
            close_old_connections()  # one that the database has dropped meanwhile would fail every round
            self.look()
            if self._stopping.wait(self._seconds):
                break
        connection.close()

    def look(self) -> None:
        try:
            for what, reap in (("run", reap_runs), ("import", reap_imports)):
                if found := reap(timezone.now()):
                    log.warning("Took %d lost %s(s) back.", found, what)
            end_all_over(Attempt.objects.all(), now=timezone.now())
        except DatabaseError:  # the database is away or busy; the next round asks again
            log.exception("Could not look for lost work.")

    def stop(self) -> None:
        self._stopping.set()
        self.join(timeout=5)


class Command(db_worker.Command):
    """`worker`: as django-tasks' own worker, with the reaper beside it. SIGTERM ends it after the current task."""

    help = "Perform background tasks, and take over those whose worker has died."

    def handle(self, **options: Any) -> None:
        reaper = Reaper()
        reaper.start()
        try:
            super().handle(**{**options, "reload": False})
        finally:
            reaper.stop()
