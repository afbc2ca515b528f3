"""The worker as a process: it performs queued runs, ends on SIGTERM, and takes over from one that was killed."""

import os
import signal
import sqlite3
import subprocess
import sys
import time
from datetime import timedelta
from pathlib import Path

import pytest
from django.utils import timezone

from quizzes.management.commands.worker import Reaper
from quizzes.models import Run
from quizzes.services.runs import request_run
from tests import factories

ROOT = Path(__file__).resolve().parents[2]
SECONDS = 60


def manage(database: Path, *arguments: str) -> subprocess.Popen:
    environment = {**os.environ, "DATABASE_URL": f"sqlite:///{database}", "LOCAL": "1", "DEBUG": "0"}
    return subprocess.Popen(  # noqa: S603 - our own command with our own arguments
        [sys.executable, "manage.py", *arguments], cwd=ROOT, env=environment, stderr=subprocess.PIPE, text=True
    )


def query(database: Path, sql: str) -> list[tuple]:
    with sqlite3.connect(database, timeout=20) as connection:
        return connection.execute(sql).fetchall()


def wait_for(database: Path, sql: str) -> None:
    until = time.monotonic() + SECONDS
    while not query(database, sql):
        assert time.monotonic() < until, f"still nothing from: {sql}"
        time.sleep(0.05)


ASK = """
from quizzes.models import User
from quizzes.services import articles, runs
user = User.objects.create_user("ines", is_instructor=True)
text = "\\n\\n".join(f"In {1900 + n} the town of Vell sold {n + 10} boats to Aren." for n in range(300))
runs.request_run(user, revision=articles.create_article(user, title="Vell", raw_text=text).revisions.get())
"""


@pytest.fixture
def database(tmp_path) -> Path:
    file = tmp_path / "worker.sqlite3"
    for arguments in (("migrate", "--verbosity=0"), ("shell", "--verbosity=0", "-c", ASK)):
        process = manage(file, *arguments)
        assert process.communicate(timeout=SECONDS)[1] == ""
        assert process.returncode == 0
    return file


def test_killed_worker_is_replaced_and_the_next_ends_politely(database):
    first = manage(database, "worker")
    wait_for(database, "select 1 from quizzes_run where state = 'running' and stage != ''")
    first.kill()
    first.communicate(timeout=SECONDS)
    assert query(database, "select state, tries from quizzes_run") == [("running", 1)]
    query(database, "update quizzes_run set leased_until = '2020-01-01 00:00:00'")

    second = manage(database, "worker")
    wait_for(database, "select 1 from quizzes_run where state = 'done'")
    second.send_signal(signal.SIGTERM)
    second.communicate(timeout=SECONDS)
    assert second.returncode == 0
    [(tries,)] = query(database, "select tries from quizzes_run")
    assert tries == 2
    assert query(database, "select count(*) from quizzes_item") == query(
        database, "select count(distinct fingerprint) from quizzes_item"
    )


def test_reaper_looks_for_lost_runs(instructor):
    run = request_run(instructor, revision=factories.article(instructor).revisions.get())
    Run.objects.update(state=Run.State.RUNNING, tries=3, leased_until=timezone.now() - timedelta(seconds=1))
    Reaper().look()
    run.refresh_from_db()
    assert run.state == Run.State.FAILED
