"""How long a book takes to come in, in every kind of file, and how long its pages take to be built.

`python -m benchmarks.imports [WORDS]` (100,000 by default) makes the book from the seed articles with other names and
figures, writes it as .txt, .epub, .docx and .pdf in memory, and prints one `name: value` a line. The rows go into a
database in memory.
"""

import io
import os
import re
import sys
import time
import zipfile
from collections.abc import Callable, Sequence
from functools import partial
from html import escape
from http import HTTPStatus
from random import Random
from textwrap import wrap
from typing import Any

import django
from docx import Document

from benchmarks.scale import long_text

LINES_A_PAGE, CHARACTERS_A_LINE = 45, 80
CHANGED = 0.25  # of the longer words


def book(length: int) -> list[str]:
    """Return the chapters; now and then a word is another one, since no line of a book stands in it thirty times."""
    random = Random(0)
    chapters = re.split(r"\n\n(?=Chapter \d+\n)", long_text(length))
    known = sorted(set(re.findall(r"\b[a-z]{4,}\b", " ".join(chapters))))

    def other(found: re.Match[str]) -> str:
        return random.choice(known) if random.random() < CHANGED else found.group()

    return [re.sub(r"\b[a-z]{4,}\b", other, chapter) for chapter in chapters]


def as_text(chapters: Sequence[str]) -> bytes:
    return "\n\n".join(chapters).encode()


def as_docx(chapters: Sequence[str]) -> bytes:
    document = Document()
    for chapter in chapters:
        heading, *paragraphs = chapter.split("\n\n")
        document.add_heading(heading, 1)
        for paragraph in paragraphs:
            document.add_paragraph(paragraph)
    held = io.BytesIO()
    document.save(held)
    return held.getvalue()


def as_epub(chapters: Sequence[str]) -> bytes:
    """Write an e-book with one page a chapter."""
    names = [f"c{number}.xhtml" for number in range(len(chapters))]
    listed = "".join(f'<item id="{name}" href="{name}" media-type="application/xhtml+xml"/>' for name in names)
    order = "".join(f'<itemref idref="{name}"/>' for name in names)
    held = io.BytesIO()
    with zipfile.ZipFile(held, "w", zipfile.ZIP_DEFLATED) as book:
        book.writestr("mimetype", "application/epub+zip", zipfile.ZIP_STORED)
        book.writestr(
            "META-INF/container.xml",
            '<container xmlns="urn:oasis:names:tc:opendocument:xmlns:container" version="1.0"><rootfiles><rootfile'
            ' full-path="book.opf" media-type="application/oebps-package+xml"/></rootfiles></container>',
        )
        book.writestr(
            "book.opf",
            '<package xmlns="http://www.idpf.org/2007/opf" version="3.0"><metadata'
            ' xmlns:dc="http://purl.org/dc/elements/1.1/"><dc:title>The book</dc:title><dc:language>en</dc:language>'
            f"</metadata><manifest>{listed}</manifest><spine>{order}</spine></package>",
        )
        for name, chapter in zip(names, chapters, strict=True):
            heading, *paragraphs = chapter.split("\n\n")
            body = "".join(f"<p>{escape(paragraph)}</p>" for paragraph in paragraphs)
            book.writestr(
                name,
                '<html xmlns="http://www.w3.org/1999/xhtml"><head><title>The book</title></head>'
                f"<body><h1>{escape(heading)}</h1>{body}</body></html>",
            )
    return held.getvalue()


def as_pdf(chapters: Sequence[str]) -> bytes:
    """Write the lines of the book, a page at a time, in the plainest PDF there is."""
    lines: list[str] = []
    for paragraph in "\n\n".join(chapters).split("\n\n"):
        lines += [*wrap(paragraph, CHARACTERS_A_LINE), ""]
    pages = [lines[start : start + LINES_A_PAGE] for start in range(0, len(lines), LINES_A_PAGE)]
    kids = " ".join(f"{4 + 2 * number} 0 R" for number in range(len(pages)))
    objects = [
        b"<< /Type /Catalog /Pages 2 0 R >>",
        f"<< /Type /Pages /Kids [{kids}] /Count {len(pages)} >>".encode(),
        b"<< /Type /Font /Subtype /Type1 /BaseFont /Times-Roman /Encoding /WinAnsiEncoding >>",
    ]
    for number, page in enumerate(pages):
        shown = "".join(f"({_escaped(line)}) Tj T*\n" for line in page)
        stream = f"BT /F1 11 Tf 14 TL 72 740 Td\n{shown}ET".encode("cp1252", errors="replace")
        objects.append(
            f"<< /Type /Page /Parent 2 0 R /MediaBox [0 0 595 842] /Contents {5 + 2 * number} 0 R"
            " /Resources << /Font << /F1 3 0 R >> >> >>".encode()
        )
        objects.append(f"<< /Length {len(stream)} >>\nstream\n".encode() + stream + b"\nendstream")
    held = bytearray(b"%PDF-1.4\n")
    places = []
    for number, content in enumerate(objects, start=1):
        places.append(len(held))
        held += f"{number} 0 obj\n".encode() + content + b"\nendobj\n"
    table = "".join(f"{place:010d} 00000 n \n" for place in places)
    held += (
        f"xref\n0 {len(objects) + 1}\n0000000000 65535 f \n{table}"
        f"trailer\n<< /Size {len(objects) + 1} /Root 1 0 R >>\nstartxref\n{len(held)}\n%%EOF"
    ).encode()
    return bytes(held)


def _escaped(line: str) -> str:
    return line.replace("\\", "\\\\").replace("(", "\\(").replace(")", "\\)")


KINDS: dict[str, Callable[[Sequence[str]], bytes]] = {"txt": as_text, "epub": as_epub, "docx": as_docx, "pdf": as_pdf}


def timed(do: Callable[[], Any]) -> tuple[float, Any]:
    began = time.perf_counter()
    made = do()
    return time.perf_counter() - began, made


def measure(length: int) -> list[str]:
    """Bring the book in as each kind of file, then open its pages; return the lines."""
    # All of this needs Django's tables, which are set up only now, in memory.
    from django.core.management import call_command  # noqa: PLC0415
    from django.test import Client  # noqa: PLC0415
    from django.urls import reverse  # noqa: PLC0415
    from django.utils import timezone  # noqa: PLC0415

    from quizzes.models import TextImport, User  # noqa: PLC0415
    from quizzes.services.imports import perform_import  # noqa: PLC0415

    call_command("migrate", verbosity=0)
    user = User.objects.create_user("bench", is_instructor=True)
    chapters = book(length)
    lines = []
    for kind, write in KINDS.items():
        data = write(chapters)
        source = "text" if kind == "txt" else kind
        work = TextImport.objects.create(requested_by=user, source=source, source_name=f"book.{kind}", data=data)
        heard = TextImport.objects.filter(pk=work.pk)
        seconds, _ = timed(partial(perform_import, work.pk, now=timezone.now()))
        work = heard.get()
        if work.article is None:
            raise SystemExit(f"The book as .{kind} was not taken in: {work.error}")
        revision = work.article.revisions.get()
        lines += [
            f"words_{kind}: {revision.words}",
            f"paragraphs_{kind}: {revision.paragraphs.count()}",
            f"seconds_{kind}: {seconds:.1f}",
        ]
        client = Client(HTTP_HOST="127.0.0.1")
        client.force_login(user, backend="quizzes.backends.PeopleBackend")
        address = reverse("article-show", args=[work.article.uuid])
        pages = [timed(partial(client.get, address)) for _ in range(3)]
        if any(answer.status_code != HTTPStatus.OK for _, answer in pages):
            raise SystemExit(f"The page of the book as .{kind} could not be shown.")
        page = min(seconds for seconds, _ in pages)
        lines.append(f"seconds_article_page_{kind}: {page:.2f}")
    return lines


def main(arguments: list[str]) -> int:
    if len(arguments) > 1 or not all(argument.isdigit() and int(argument) for argument in arguments):
        sys.stderr.write("Give one length in words, such as 100000.\n")
        return 2
    os.environ.update(
        DATABASE_URL="sqlite://:memory:", DJANGO_SETTINGS_MODULE="studyapp.settings", LOCAL="1", DEBUG="1"
    )
    django.setup()
    sys.stdout.write("\n".join(measure(int(arguments[0]) if arguments else 100_000)) + "\n")
    return 0


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
