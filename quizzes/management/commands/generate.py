"""Turn a file into items without a database: readable by default, the exchange object with --json."""

import json
import time
from argparse import ArgumentParser, ArgumentTypeError
from dataclasses import asdict
from typing import Any

from django.core.management.base import BaseCommand, CommandError

from quizzes.engine import VERSION
from quizzes.engine.items.json import to_dict
from quizzes.engine.items.values import ItemContent, Kind
from quizzes.engine.pipeline import Generation, generate
from quizzes.engine.text.chapters import chapters_of, only
from quizzes.engine.text.values import Paragraph, ParagraphKind
from quizzes.management.reading import read_cleaned
from quizzes.services.articles import language_refusal


def _whole_number(text: str) -> int:
    """Read a whole number that is not negative."""
    if not text.isdecimal():
        raise ArgumentTypeError(f"{text!r} is not a whole number from 0 up.")
    return int(text)


def _kinds(text: str | None) -> frozenset[Kind] | None:
    if text is None:
        return None
    known = [kind.value for kind in Kind]
    wanted = [name.strip() for name in text.split(",") if name.strip()]
    wrong = [name for name in wanted if name not in known]
    if wrong or not wanted:
        raise CommandError(
            f"--kinds has “{wrong[0] if wrong else text}”, which is no kind of item; use {', '.join(known)}.",
            returncode=2,
        )
    return frozenset(Kind(name) for name in wanted)


def _chosen(paragraphs: tuple[Paragraph, ...], text: str | None) -> tuple[Paragraph, ...]:
    """Blank what stands in none of the chapters named by their numbers, such as "2,3"."""
    if text is None:
        return paragraphs
    found = chapters_of(paragraphs)
    wanted = [number.strip() for number in text.split(",") if number.strip()]
    wrong = [number for number in wanted if not number.isdecimal() or not 1 <= int(number) <= len(found)]
    if wrong or not wanted:
        raise CommandError(
            f"--chapters has “{wrong[0] if wrong else text}”, and this text has chapters 1 to {len(found)}; "
            "`clean FILE --chapters` lists them.",
            returncode=2,
        )
    return only(paragraphs, [found[int(number) - 1].first for number in wanted])


def as_object(
    paragraphs: tuple[Paragraph, ...], generation: Generation, seed: int, seconds: float | None
) -> dict[str, Any]:
    """Return the exchange object; `seconds` stays None unless timing was asked for, so that equal runs are equal.

    Refused drafts stand in it when some were asked for.
    """
    refused = [
        {"code": draft.code, "reason": draft.reason, "item": to_dict(draft.item)} for draft in generation.refused
    ]
    title = next((paragraph.text for paragraph in paragraphs if paragraph.kind is ParagraphKind.TITLE), None)
    return {
        "engine": VERSION,
        "seed": seed,
        "article": {
            "title": title,
            "paragraphs": [
                {"id": block.id, "number": block.number, "kind": block.kind.value, "text": block.text}
                for block in paragraphs
            ],
        },
        "items": [to_dict(item) for item in generation.items],
        "report": {**asdict(generation.report), "seconds": seconds},
        **({"refused": refused} if refused else {}),
    }


def _readable(number: int, item: ItemContent) -> str:
    place = f"paragraph {item.evidence[0].paragraph}"
    mark = "recommended, " if item.recommended else ""
    lines = [f"{number}. {item.kind.value.replace('_', ' ')} ({mark}score {item.score:.2f}, {place}, {item.rule})"]
    if item.context:
        lines.append(f"   “{item.context}”")
    lines.append(f"   {item.stem}")
    for option in item.options or ():
        lines.append(f"   {'*' if option.key else '-'} {option.text}")
    if item.prompts is not None or item.options is None:
        lines.append(f"   = {' | '.join(item.keys)}")
    lines.append(f"   {item.explanation}")
    return "\n".join(lines)


def _summary(generation: Generation, seconds: float) -> str:
    report = generation.report
    refused = ", ".join(f"{code} {count}" for code, count in report.refused.items()) or "none"
    skipped = ", ".join(f"{reason} {count}" for reason, count in report.skipped.items())
    asked = f"asked for {report.requested}, " if report.requested is not None else ""
    return (
        f"{asked}{report.shown} items shown, {report.recommended} of them recommended; {report.words} words, "
        f"{report.drafts} drafts, refused: {refused}; "
        f"{f'too long to be read: {skipped}; ' if skipped else ''}{seconds:.1f} s"
    )


class Command(BaseCommand):
    """`generate FILE`: the engine on one file."""

    help = "Turn a file with a text into quiz items (no database needed)."
    requires_system_checks: list[str] = []

    def add_arguments(self, parser: ArgumentParser) -> None:
        parser.add_argument("file", help="a text, Markdown, HTML, PDF, Word or EPUB file, or - for standard input")
        parser.add_argument("--json", action="store_true", help="one JSON object instead of readable text")
        parser.add_argument("--seed", type=_whole_number, default=0, help="another number gives another selection (0)")
        parser.add_argument("--max", type=_whole_number, dest="maximum", help="at most so many items")
        parser.add_argument("--kinds", help=f"only these, comma between: {','.join(kind.value for kind in Kind)}")
        parser.add_argument("--chapters", help="only about these numbers, comma between; `clean --chapters` lists them")
        parser.add_argument(
            "--refused", type=_whole_number, default=0, help="with --json: give the best so many refused drafts too (0)"
        )
        parser.add_argument("--timing", action="store_true", help="with --json: give the seconds it took, else null")

    def handle(self, *args: Any, **options: Any) -> None:
        kinds = _kinds(options["kinds"])
        paragraphs = read_cleaned(options["file"]).paragraphs
        if not paragraphs:
            raise CommandError(f"“{options['file']}” has no text; give a file with an article in it.", returncode=2)
        if refusal := language_refusal(paragraphs):
            raise CommandError(f"“{options['file']}”: {refusal}", returncode=2)
        asked_about = _chosen(paragraphs, options["chapters"])
        started = time.perf_counter()
        generation = generate(
            asked_about,
            seed=options["seed"],
            maximum=options["maximum"],
            kinds=kinds,
            keep_refused=options["refused"],
        )
        seconds = round(time.perf_counter() - started, 2)
        if options["json"]:
            shown = as_object(paragraphs, generation, options["seed"], seconds if options["timing"] else None)
            self.stdout.write(json.dumps(shown, ensure_ascii=False, indent=1))
            return
        for number, item in enumerate(generation.items, start=1):
            self.stdout.write(_readable(number, item) + "\n\n", ending="")
        self.stdout.write(_summary(generation, seconds))
