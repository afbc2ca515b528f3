"""A classroom for the load: `python -m benchmarks.load.fill LEARNERS` fills the database of DATABASE_URL.

It prints one JSON object: the assignment's id, the join code, the names and password of those who will sign in, and a
session for each of the others.
"""

import json
import os
import sys

import django
from django.core.management import call_command


def main() -> None:
    os.environ.setdefault("DJANGO_SETTINGS_MODULE", "studyapp.settings")
    django.setup()
    from benchmarks.load.content import fill  # noqa: PLC0415 - models need django.setup()

    call_command("collectstatic", interactive=False, verbosity=0)
    call_command("migrate", verbosity=0)
    sys.stdout.write(json.dumps(fill(int(sys.argv[1]))))


if __name__ == "__main__":
    main()
