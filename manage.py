#!/usr/bin/env python
"""Run a management command of studyapp."""

import os
import sys


def main() -> None:
    os.environ.setdefault("DJANGO_SETTINGS_MODULE", "studyapp.settings")
    if not os.environ.get("SECRET_KEY"):
        os.environ.setdefault(
            "LOCAL", "1"
        )  # a command typed by hand; a web server started by wsgi.py insists on a secret
    from django.core.management import execute_from_command_line  # noqa: PLC0415 - settings are named first

    execute_from_command_line(sys.argv)


if __name__ == "__main__":
    main()
