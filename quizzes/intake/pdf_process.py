"""The process that reads a PDF: `python -m quizzes.intake.pdf_process` with the file on standard input.

It writes one JSON object a line: {"done", "total"} after each page, and at the end {"text", "left_out"} or {"error"}.
It has its own limits of memory and processor time, since a PDF is a program of sorts and some never end.
"""

import io
import json
import logging
import resource
import sys
from collections.abc import Iterator
from typing import Any

from pdfminer.converter import PDFPageAggregator
from pdfminer.layout import LAParams, LTChar, LTPage, LTTextBox, LTTextLine
from pdfminer.pdfdocument import PDFDocument, PDFPasswordIncorrect
from pdfminer.pdfinterp import PDFPageInterpreter, PDFResourceManager
from pdfminer.pdfpage import PDFPage
from pdfminer.pdfparser import PDFParser

from quizzes.intake.pdf_columns import PageLine
from quizzes.intake.pdf_layout import CAPITAL, Page, text_of

MEMORY = 1_500_000_000
SECONDS = 110
MOST_PAGES = 1_500
MOST_CHARACTERS = 2_500_000
_RAISED = 0.8  # of the size of its line and less is the size of a note's mark


def main() -> None:
    resource.setrlimit(resource.RLIMIT_AS, (MEMORY, MEMORY))
    resource.setrlimit(resource.RLIMIT_CPU, (SECONDS, SECONDS))
    logging.disable(logging.CRITICAL)
    try:
        outcome = _read(sys.stdin.buffer.read())
    except PDFPasswordIncorrect:
        outcome = {"error": "locked"}
    except MemoryError:
        outcome = {"error": "too much"}
    except Exception:  # noqa: BLE001 - a damaged file can raise anything from the library, and this process ends here
        outcome = {"error": "damaged"}
    _say(outcome)


def _say(what: dict[str, Any]) -> None:
    sys.stdout.write(json.dumps(what) + "\n")
    sys.stdout.flush()


def _read(data: bytes) -> dict[str, Any]:
    document = PDFDocument(PDFParser(io.BytesIO(data)))
    found = list(PDFPage.create_pages(document))
    if len(found) > MOST_PAGES:
        return {"error": "too many pages", "pages": len(found)}
    if not found:
        return {"error": "damaged"}
    resources = PDFResourceManager()
    device = PDFPageAggregator(resources, laparams=LAParams())
    interpreter = PDFPageInterpreter(resources, device)
    pages: list[Page] = []
    characters = 0
    for number, page in enumerate(found, start=1):
        interpreter.process_page(page)
        pages.append(_page(device.get_result()))
        characters += sum(len(line.text) for line in pages[-1].lines)
        if characters > MOST_CHARACTERS:
            return {"error": "too much"}
        _say({"done": number, "total": len(found)})
    text, left_out = text_of(pages)
    return {"text": text, "left_out": left_out} if any(map(str.isalnum, text)) else {"error": "no text"}


def _page(layout: LTPage) -> Page:
    lines = (line for box in layout if isinstance(box, LTTextBox) for line in _lines(box))
    return Page(layout.height, tuple(lines))


def _lines(box: LTTextBox) -> Iterator[PageLine]:
    for line in box:
        if not isinstance(line, LTTextLine):
            continue
        letters = [each for each in line if isinstance(each, LTChar) and each.get_text().strip()]
        if not letters:
            continue
        sizes = [letter.size for letter in letters]
        size = max(set(sizes), key=sizes.count)
        first, rest = letters[0], letters[1:]
        if rest and first.size >= CAPITAL * size:  # it drops into the lines beside it, and lies lower than they do
            yield PageLine(first.get_text(), first.x0, first.x1, first.y0, first.size)
            foot = min(letter.y0 for letter in rest)
            yield PageLine(_words(line, size)[1:].lstrip(), rest[0].x0, line.x1, foot, size)
        else:
            yield PageLine(_words(line, size), line.x0, line.x1, line.y0, size)


def _words(line: LTTextLine, size: float) -> str:
    """Give the words of a line without the raised figures that lead to notes."""
    kept: list[str] = []
    for character in line:
        text = character.get_text()
        if text.startswith("(cid:"):  # a letter whose meaning the file does not give: a bullet where a line begins
            text = "" if kept else "•"
        raised = isinstance(character, LTChar) and character.size <= _RAISED * size and text.isdigit()
        if not (raised and kept and not kept[-1].isdigit()):
            kept.append(text)
    return "".join(kept).rstrip("\n")


if __name__ == "__main__":
    main()
