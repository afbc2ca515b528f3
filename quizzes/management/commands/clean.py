"""`manage.py clean FILE`: the cleaned paragraphs of a text, as the engine reads them."""

import json
import sys
from pathlib import Path
from typing import Any

from django.core.management.base import BaseCommand, CommandError, CommandParser

from quizzes.engine.text import Paragraph, clean
from quizzes.intake import IntakeError, decode


class Command(BaseCommand):
    help = "Print the cleaned paragraphs of a text, one block a paragraph."
    requires_system_checks: list[str] = []

    def add_arguments(self, parser: CommandParser) -> None:
        parser.add_argument("file", help="a text file, or - for standard input")
        parser.add_argument("--json", action="store_true", help="one JSON list with id, number, kind and text")

    def handle(self, *args: Any, **options: Any) -> None:
        paragraphs = clean(read_text(options["file"]))
        self.stdout.write(as_json(paragraphs) if options["json"] else "\n\n".join(each.text for each in paragraphs))


def read_text(name: str) -> str:
    """Read a text file or standard input; what cannot be read ends the command with one sentence and status 2."""
    try:
        data = sys.stdin.buffer.read() if name == "-" else Path(name).read_bytes()
    except OSError as error:
        raise CommandError(
            f"{name} cannot be read: {error.strerror}. Give the path of a text file.", returncode=2
        ) from error
    try:
        return decode(data)
    except IntakeError as error:
        raise CommandError(f"{name}: {error}", returncode=2) from error


def as_json(paragraphs: tuple[Paragraph, ...]) -> str:
    rows = [{"id": each.id, "number": each.number, "kind": each.kind, "text": each.text} for each in paragraphs]
    return json.dumps(rows, ensure_ascii=False, indent=1)
