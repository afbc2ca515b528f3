"""Run every test on SQLite, then the database tests on PostgreSQL; name at the end what could not run here."""

import os
import shutil
import subprocess
import sys
from pathlib import Path

import psycopg

ROOT = Path(__file__).resolve().parent.parent
POSTGRES = os.environ.get("TEST_POSTGRES_URL", "postgres:///postgres?host=/var/run/postgresql")
HOSTS = "--allow-hosts=127.0.0.1,localhost,::1"
DATABASE_TESTS = [
    *(
        "tests/studyapp",
        "tests/services",
        "tests/queries",
        "tests/views",
        "tests/management",
        "tests/contract",
        "tests/faults",
    ),
    "tests/test_access.py",
]


def pytest(arguments: list[str], workers: int = 2, **environment: str) -> bool:
    command = [sys.executable, "-m", "pytest", "-q", "-n", str(workers), "--allow-unix-socket", HOSTS]
    command += ["--dist", "loadfile"] if workers else []
    done = subprocess.run([*command, *arguments], cwd=ROOT, env={**os.environ, **environment})  # noqa: S603 - our own
    return done.returncode == 0


def has_postgres() -> bool:
    try:
        psycopg.connect(POSTGRES, connect_timeout=3).close()
    except psycopg.OperationalError:
        return False
    return True


def has_browser() -> bool:
    return any(shutil.which(name) for name in ("chromium", "chromium-browser", "google-chrome"))


def main() -> None:
    passed = pytest(["tests", "--ignore=tests/e2e"])
    missing = []
    if has_browser():
        sys.stdout.write("\nThe browser journeys, one at a time, as a person would:\n")
        sys.stdout.flush()
        passed = pytest(["tests/e2e"], workers=0) and passed
    else:
        missing.append("the browser journeys: install Chromium (Debian package chromium)")
    if has_postgres():
        sys.stdout.write("\nThe same on PostgreSQL:\n")
        sys.stdout.flush()
        passed = pytest([*DATABASE_TESTS], DATABASE_URL=POSTGRES) and passed
    else:
        missing.append("the database tests on PostgreSQL: start one and set TEST_POSTGRES_URL")
    for what in missing:
        sys.stdout.write(f"Could not run {what}.\n")
    if not passed or (missing and os.environ.get("CI") == "true"):
        sys.exit(1)


if __name__ == "__main__":
    main()
