"""Servers and databases that last as long as a measurement."""

import os
import socket
import subprocess
import sys
import tempfile
import time
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from urllib.parse import urlsplit
from uuid import uuid4

import psycopg

ROOT = Path(__file__).resolve().parents[2]
POSTGRES = os.environ.get("TEST_POSTGRES_URL", "postgres:///postgres?host=/var/run/postgresql")
SECONDS_TO_START = 30


@contextmanager
def sqlite() -> Iterator[str]:
    """Give the address of an empty SQLite database."""
    with tempfile.TemporaryDirectory() as folder:
        yield f"sqlite:///{folder}/load.sqlite3"


@contextmanager
def postgres() -> Iterator[str]:
    """Give the address of an empty PostgreSQL database; raises OperationalError where there is no server."""
    name = f"load_{uuid4().hex[:12]}"
    with psycopg.connect(POSTGRES, autocommit=True, connect_timeout=3) as server:
        server.execute(f"create database {name}")
        try:
            yield urlsplit(POSTGRES)._replace(path=f"/{name}").geturl()
        finally:
            server.execute(f"drop database {name} with (force)")


@contextmanager
def serving(application: str, database: str, *options: str) -> Iterator[int]:
    """Run gunicorn and give its port."""
    with socket.socket() as free:
        free.bind(("127.0.0.1", 0))
        port = free.getsockname()[1]
    command = [sys.executable, "-m", "gunicorn", application, "--bind", f"127.0.0.1:{port}", "--log-level", "error"]
    environment = {**os.environ, "DATABASE_URL": database, "LOCAL": "1", "DEBUG": "0", "LOG_LEVEL": "ERROR"}
    server = subprocess.Popen([*command, *options], cwd=ROOT, env=environment)  # noqa: S603 - our own
    try:
        _wait_for(port, server)
        yield port
    finally:
        server.terminate()
        server.wait(timeout=30)


def _wait_for(port: int, server: subprocess.Popen[bytes]) -> None:
    end = time.monotonic() + SECONDS_TO_START
    while time.monotonic() < end and server.poll() is None:
        with socket.socket() as probe:
            if probe.connect_ex(("127.0.0.1", port)) == 0:
                return
        time.sleep(0.05)
    raise RuntimeError("the server did not start")
