"""`python -m benchmarks.load [sqlite] [postgres]`: studyapp under load; one `name: value` a line for each database.

The bare view and the app run one after the other on the same database server, with the same gunicorn settings and the
same learners.
"""

import json
import os
import subprocess
import sys
import threading
from collections.abc import Iterator
from typing import Any

import psycopg

from benchmarks.load import servers
from benchmarks.load.learners import Learner, Sender, Tally, back_to_back, paced, sign_in_together

APP, BARE = "studyapp.wsgi:application", "benchmarks.load.bare.wsgi:application"
DATABASES = {"sqlite": servers.sqlite, "postgres": servers.postgres}
CLASS, SCHOOL = 60, 300
SECONDS = float(os.environ.get("LOAD_SECONDS", "10"))
EVERY = 2.0
Known = dict[str, Any]


def main() -> None:
    for name in sys.argv[1:] or DATABASES:
        try:
            with DATABASES[name]() as address:
                for line in measure(address):
                    sys.stdout.write(f"{name}_{line}\n")
                    sys.stdout.flush()
        except psycopg.OperationalError:
            sys.stdout.write(f"Could not measure {name}: no server answers; start one and set TEST_POSTGRES_URL.\n")


def measure(database: str) -> Iterator[str]:
    """Yield the lines of one database."""
    environment = {**os.environ, "DATABASE_URL": database, "LOCAL": "1"}
    command = [sys.executable, "-m", "benchmarks.load.fill", str(SCHOOL)]
    filled = subprocess.run(command, cwd=servers.ROOT, env=environment, check=True, capture_output=True)  # noqa: S603 - our own
    known = json.loads(filled.stdout)
    code = "from benchmarks.load.bare.wsgi import prepare; prepare()"
    subprocess.run([sys.executable, "-c", code], cwd=servers.ROOT, env=environment, check=True)  # noqa: S603 - our own
    with servers.serving(BARE, database) as port:
        bare = back_to_back([Sender(port) for _ in range(CLASS)], SECONDS)
    yield f"bare_answers_a_second: {bare.rate:.0f}"
    with servers.serving(APP, database) as port:
        yield from _answers(port, known, bare)
        yield from _sign_ins(port, known)


def _answers(port: int, known: Known, bare: Tally) -> Iterator[str]:
    """Measure learners who have signed in: a class back to back, a class and a school at their pace."""
    school = _sitting(port, known, SCHOOL, autosaves=False)
    answers = back_to_back(school[:CLASS], SECONDS)
    yield from _named("back_to_back", answers)
    yield f"answer_ratio: {answers.rate / bare.rate:.2f}"
    saves = back_to_back(_sitting(port, known, CLASS, autosaves=True), SECONDS)
    yield f"autosave_ratio: {saves.rate / bare.rate:.2f}"
    yield from _named("class", paced(school[:CLASS], SECONDS, EVERY))
    yield from _named("school", paced(school, SECONDS, EVERY))


def _sign_ins(port: int, known: Known) -> Iterator[str]:
    """Measure a class that signs in at one moment while another one answers."""
    sitting = _sitting(port, known, CLASS, autosaves=False)
    answered: list[Tally] = []
    under_way = threading.Thread(target=lambda: answered.append(paced(sitting, SECONDS, EVERY)))
    under_way.start()
    signed_in = sign_in_together(port, known["to_sign_in"], known["code"], known["password"])
    under_way.join()
    yield f"sign_in_all_in_seconds: {max(signed_in.seconds):.2f}"
    yield f"sign_in_errors: {signed_in.errors}"
    yield from _named("beside_sign_in", answered[0])


def _sitting(port: int, known: Known, count: int, *, autosaves: bool) -> list[Learner]:
    """Return so many learners with an open attempt."""
    people = [Learner(port, {"sessionid": session}, autosaves=autosaves) for session in known["sessions"][:count]]
    for person in people:
        person.begin(known["assignment"])
    return people


def _named(name: str, tally: Tally) -> Iterator[str]:
    yield f"{name}_answers_a_second: {tally.rate:.0f}"
    yield f"{name}_p95_ms: {1000 * tally.quantile(0.95):.0f}"
    yield f"{name}_maximum_ms: {1000 * max(tally.seconds):.0f}"
    yield f"{name}_errors: {tally.errors}"


if __name__ == "__main__":
    main()
