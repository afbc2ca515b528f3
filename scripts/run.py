"""Start web server and worker together and say where to go."""

import argparse
import os
import socket
import sys
import threading
import time
from pathlib import Path

from honcho.manager import Manager

from scripts.prepare_data import secret_key

ROOT = Path(__file__).resolve().parent.parent
BANNER = """
studyapp is running: http://127.0.0.1:{port}/

  sign in as    user name     password
  instructor    instructor    {password}
  admin         admin         {password}      (admin panel: http://127.0.0.1:{port}/admin/)
  learner       {learner:<13} {password}      (leave the classroom code empty)

  New learners join with the code {code}.

Stop with Ctrl+C.
"""


def check_port(port: int) -> None:
    with socket.socket() as probe:
        probe.setsockopt(socket.SOL_SOCKET, socket.SO_REUSEADDR, 1)
        try:
            probe.bind(("127.0.0.1", port))
        except OSError:
            sys.stderr.write(f"Port {port} is in use; stop what uses it or choose another: make run PORT={port + 1}\n")
            raise SystemExit(2) from None


def announce(port: int, banner: str) -> None:
    """Print the banner as soon as the server answers."""
    for _ in range(300):
        with socket.socket() as probe:
            if probe.connect_ex(("127.0.0.1", port)) == 0:
                sys.stdout.write(banner)
                sys.stdout.flush()
                return
        time.sleep(0.1)


def sign_ins() -> dict[str, str]:
    """Return the demo sign-ins as the seed command made them."""
    import django  # noqa: PLC0415 - settings need the environment first

    django.setup()
    from quizzes.services import seeding  # noqa: PLC0415 - models need django.setup()

    return {"password": seeding.DEMO_PASSWORD, "learner": seeding.DEMO_LEARNER, "code": seeding.DEMO_CODE}


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--port", type=int, default=8000)
    port = parser.parse_args().port
    check_port(port)
    os.environ.setdefault("SECRET_KEY", secret_key())
    os.environ.setdefault("DJANGO_SETTINGS_MODULE", "studyapp.settings")
    banner = BANNER.format(port=port, **sign_ins())
    threading.Thread(target=announce, args=(port, banner), daemon=True).start()
    manager = Manager()
    gunicorn = f"{sys.executable} -m gunicorn studyapp.wsgi --bind 127.0.0.1:{port} --workers 1"
    environment = {**os.environ, "PYTHONUNBUFFERED": "1"}
    manager.add_process("web", f"{gunicorn} --log-level warning", env=environment, cwd=str(ROOT))
    manager.add_process("worker", f"{sys.executable} manage.py worker", env=environment, cwd=str(ROOT))
    manager.loop()
    sys.exit(manager.returncode)


if __name__ == "__main__":
    main()
