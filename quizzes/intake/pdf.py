"""PDF: read in a process of its own, with bounds on time and memory; its lines become text for the cleaner."""

import json
import subprocess
import sys
import threading
from pathlib import Path
from typing import Any

from django.utils.translation import gettext as _

from quizzes.engine.text import Block, ParagraphKind
from quizzes.intake.values import IntakeError, Progress, Source

SECONDS = 120.0
ROOT = Path(__file__).resolve().parents[2]  # the command finds its module there, wherever this process stands
COMMAND = (sys.executable, "-m", "quizzes.intake.pdf_process")


def read_pdf(data: bytes, progress: Progress, *, seconds: float = SECONDS) -> Source:
    """Read a PDF page by page; what stands outside the text (heads, feet, notes) comes along as notes."""
    outcome = _outcome(data, progress, seconds)
    if "error" in outcome:
        raise IntakeError(_reason(outcome))
    notes = tuple(Block(ParagraphKind.BODY, text, reason) for text, reason in outcome["left_out"])
    return Source("pdf", text=outcome["text"], notes=notes)


def _outcome(data: bytes, progress: Progress, seconds: float) -> dict[str, Any]:
    """Run the reader, pass its progress on, and give its last word."""
    pipe = subprocess.PIPE
    with subprocess.Popen(COMMAND, cwd=ROOT, stdin=pipe, stdout=pipe, stderr=subprocess.DEVNULL) as reader:  # noqa: S603 - our own
        too_long = threading.Timer(seconds, reader.kill)
        too_long.start()
        try:
            feeder = threading.Thread(target=_feed, args=(reader, data), daemon=True)
            feeder.start()
            last: dict[str, Any] = {}
            for line in reader.stdout or ():
                last = json.loads(line)
                if "done" in last:
                    progress(last["done"], last["total"])
            feeder.join()
        finally:  # also when progress raises because the import was stopped
            too_long.cancel()
            reader.kill()
    return last if {"text", "error"} & last.keys() else {"error": "too much"}


def _feed(reader: subprocess.Popen[bytes], data: bytes) -> None:
    if reader.stdin is None:
        return
    try:
        reader.stdin.write(data)
        reader.stdin.close()
    except BrokenPipeError:
        pass  # the reader has seen enough; its last word says why


def _reason(outcome: dict[str, Any]) -> str:
    return {
        "locked": _("This PDF is locked with a password. Save it without one and bring it again."),
        "damaged": _("This PDF is damaged: it cannot be read. Download or save it again and bring it once more."),
        "no text": _("The pages of this PDF are pictures without text. Run text recognition (OCR) over it first."),
        "too many pages": _("This PDF has %(pages)s pages. Bring at most 1,500, or split it into several articles.")
        % {"pages": f"{outcome.get('pages', 0):,}"},
        "too much": _("Reading this PDF takes too long. Bring a part of it, or copy its text and paste it."),
    }[outcome["error"]]
