"""`manage.py clean FILE`: the cleaned paragraphs of a text, as the engine reads them."""

import json
from typing import Any

from django.core.management.base import BaseCommand, CommandParser

from quizzes.engine.text import Cleaned
from quizzes.engine.text.chapters import chapters_of
from quizzes.management.reading import read_cleaned


class Command(BaseCommand):
    help = "Print the cleaned paragraphs of a text, one block a paragraph."
    requires_system_checks: list[str] = []

    def add_arguments(self, parser: CommandParser) -> None:
        parser.add_argument("file", help="a text, Markdown, HTML, PDF, Word or EPUB file, or - for standard input")
        parser.add_argument("--json", action="store_true", help="one JSON list with id, number, kind and text")
        instead = parser.add_mutually_exclusive_group()
        instead.add_argument("--removed", action="store_true", help="what was left out, and why, instead")
        instead.add_argument("--chapters", action="store_true", help="the chapters with their numbers instead")

    def handle(self, *args: Any, **options: Any) -> None:
        cleaned = read_cleaned(options["file"])
        rows = paragraph_rows(cleaned)
        if options["removed"]:
            rows = removed_rows(cleaned)
        elif options["chapters"]:
            rows = chapter_rows(cleaned)
        if options["json"]:
            self.stdout.write(json.dumps(rows, ensure_ascii=False, indent=1))
        elif options["chapters"]:
            for row in rows:
                self.stdout.write(f"{row['number']}. {row['title']} (paragraphs {row['first']} to {row['last']})")
        elif options["removed"]:
            self.stdout.write("\n".join(f"{row['reason']}: {row['text']}" for row in rows))
        else:
            self.stdout.write("\n\n".join(str(row["text"]) for row in rows))


def paragraph_rows(cleaned: Cleaned) -> list[dict[str, object]]:
    return [{"id": each.id, "number": each.number, "kind": each.kind, "text": each.text} for each in cleaned.paragraphs]


def removed_rows(cleaned: Cleaned) -> list[dict[str, object]]:
    return [
        {"start": each.start, "end": each.end, "reason": each.reason, "text": each.text} for each in cleaned.removed
    ]


def chapter_rows(cleaned: Cleaned) -> list[dict[str, object]]:
    return [
        {"number": number, "title": each.title or "Without a title", "first": each.first, "last": each.last}
        for number, each in enumerate(chapters_of(cleaned.paragraphs), start=1)
    ]
