"""Make the virtual environment and install the pinned dependencies; quick when nothing changed.

Runs on a bare Python with the standard library alone, so it imports nothing of the project.
"""

import argparse
import hashlib
import os
import subprocess
import sys
from pathlib import Path

ROOT = Path(__file__).resolve().parent.parent
VENV = ROOT / ".venv"
PYTHON = VENV / "bin" / "python"
WANTED = (3, 11)


def stop(sentence: str) -> None:
    """End with one clear sentence and exit status 2."""
    print(sentence, file=sys.stderr)  # noqa: T201 - this script talks to a person in a terminal
    raise SystemExit(2)


def say(sentence: str) -> None:
    print(sentence, flush=True)  # noqa: T201 - this script talks to a person in a terminal


def check_python() -> None:
    if sys.version_info[:2] != WANTED:
        have = ".".join(str(part) for part in sys.version_info[:3])
        stop(f"studyapp needs Python 3.11 and this is {have}; install it, or name one: make PYTHON=/path/to/python3.11")


def check_writable() -> None:
    if not os.access(ROOT, os.W_OK):
        stop(f"The folder {ROOT} cannot be written to; make it yours or copy the project to a folder of yours.")


def run(command: list[str], failure: str) -> None:
    done = subprocess.run(command, cwd=ROOT, capture_output=True, text=True)  # noqa: S603 - commands are our own
    if done.returncode:
        last = [line for line in (done.stderr or done.stdout).splitlines() if line.strip()][-3:]
        stop(failure + " The last lines were:\n  " + "\n  ".join(last))


def make_environment() -> None:
    if not PYTHON.exists():
        say("Making the virtual environment in .venv ...")
        run(
            [sys.executable, "-m", "venv", str(VENV)],
            "The virtual environment could not be made; on Debian and Ubuntu install the package python3.11-venv.",
        )


def fingerprint(files: list[Path]) -> str:
    return hashlib.sha256(b"".join(file.read_bytes() for file in files)).hexdigest()


def install(dev: bool) -> None:
    """Install what is pinned, unless the same pins are installed already."""
    files = [ROOT / "requirements.txt"] + ([ROOT / "requirements-dev.txt"] if dev else [])
    stamp = VENV / ("installed-dev" if dev else "installed")
    wanted = fingerprint(files)
    if stamp.exists() and stamp.read_text() == wanted:
        return
    say("Installing the pinned dependencies (about a minute the first time) ...")
    run(
        [str(PYTHON), "-m", "pip", "install", "--quiet", "--disable-pip-version-check", "-r", str(files[-1])],
        "The dependencies could not be installed; check that this machine reaches a Python package index, then repeat.",
    )
    stamp.write_text(wanted)
    if dev:
        (VENV / "installed").write_text(fingerprint(files[:1]))


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--dev", action="store_true", help="install what the tests need, too")
    options = parser.parse_args()
    check_python()
    check_writable()
    make_environment()
    install(options.dev)


if __name__ == "__main__":
    main()
