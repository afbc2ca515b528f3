"""The web server as processes on a database of its own, to be killed and started again on the same port."""

import json
import os
import signal
import socket
import subprocess
import sys
import time
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import Any
from urllib.parse import urlsplit
from uuid import uuid4

import psycopg

ROOT = Path(__file__).resolve().parents[2]
SECONDS_TO_START = 60


@contextmanager
def own_database(folder: Path) -> Iterator[str]:
    """Give the address of an empty database of the kind that the tests run on."""
    postgres = os.environ.get("DATABASE_URL", "")
    if not postgres.startswith("postgres"):
        yield f"sqlite:///{folder}/faults.sqlite3"
        return
    name = f"faults_{uuid4().hex[:12]}"
    administration = urlsplit(postgres)._replace(path="/postgres").geturl()
    with psycopg.connect(administration, autocommit=True) as server:
        server.execute(f"create database {name}")
        try:
            yield urlsplit(postgres)._replace(path=f"/{name}").geturl()
        finally:
            server.execute(f"drop database {name} with (force)")


def environment(database: str) -> dict[str, str]:
    return {**os.environ, "DATABASE_URL": database, "LOCAL": "1", "DEBUG": "0", "LOG_LEVEL": "ERROR"}


def manage(database: str, *arguments: str) -> str:
    command = [sys.executable, "-W", "ignore", "manage.py", *arguments]
    done = subprocess.run(  # noqa: S603 - our own command
        command, cwd=ROOT, env=environment(database), capture_output=True, text=True, check=False
    )
    assert done.returncode == 0, done.stderr
    return done.stdout


def ask(database: str, code: str) -> Any:
    """Run code in the project's shell and read what it prints as JSON."""
    return json.loads(manage(database, "shell", "--verbosity=0", "-c", code))


class Server:
    """gunicorn as it runs in production, on a port that stays the same."""

    def __init__(self, database: str) -> None:
        self._database = database
        with socket.socket() as free:
            free.bind(("127.0.0.1", 0))
            self.port = int(free.getsockname()[1])

    def start(self) -> None:
        command = [sys.executable, "-m", "gunicorn", "studyapp.wsgi", "--bind", f"127.0.0.1:{self.port}"]
        self._process = subprocess.Popen(  # noqa: S603 - our own command
            [*command, "--log-level", "critical"],
            cwd=ROOT,
            env=environment(self._database),
            start_new_session=True,
            stderr=subprocess.DEVNULL,
        )
        until = time.monotonic() + SECONDS_TO_START
        while time.monotonic() < until:
            with socket.socket() as probe:
                if probe.connect_ex(("127.0.0.1", self.port)) == 0:
                    return
            time.sleep(0.02)
        raise AssertionError("the server does not start")

    def kill(self) -> None:
        """End all its processes at once, in the middle of what they do."""
        os.killpg(self._process.pid, signal.SIGKILL)
        self._process.wait()
