"""PDFs that are drawn in ways of their own: by the row, with a dropped capital, with bullets, without an end."""

import io

import pytest
from reportlab.pdfgen import canvas

from quizzes.engine.text import ParagraphKind, clean_text
from quizzes.intake import IntakeError, read
from quizzes.intake.pdf import read_pdf
from tests.intake import files

TITLE, BODY, ITEM = ParagraphKind.TITLE, ParagraphKind.BODY, ParagraphKind.LIST_ITEM
LEFT = """\
The old harbour of Vell was closed
in the winter of 1974, when a great
storm broke the wall and the muni-
cipal council found no money for it.
   Four hundred boats lay there on
the last day, and most of them were
sold before the spring. The fisher-
men went to the next town instead.
   A pier came later. It stands on
legs of steel and was built by the"""
RIGHT = """\
state in two years. Nobody in the
town had asked for a pier, and so a
well-known painter wrote that he
would never set foot on it at all.
   He did in the end. His picture of
it hangs in the town hall, and many
people come every summer to see it
there. The harbour is a car park."""


def drawn(*lines):
    """Draw each line, given as left, foot, size and words, in the order given."""
    target = io.BytesIO()
    page = canvas.Canvas(target)
    for left, foot, size, words in lines:
        page.setFont("Times-Roman", size)
        page.drawString(left, foot, words)
    page.showPage()
    page.save()
    return target.getvalue()


def stack(left, top, text):
    """Set the lines of a text one under the other; three spaces are an indent."""
    return [
        (left + (14 if line.startswith("   ") else 0), top - 13 * row, 11, line.strip())
        for row, line in enumerate(text.splitlines())
    ]


def cleaned(data):
    return [(paragraph.kind, paragraph.text) for paragraph in clean_text(read(data).text).paragraphs]


def test_columns_that_are_drawn_row_by_row():
    rows = sorted(stack(72, 700, LEFT) + stack(320, 700, RIGHT), key=lambda line: -line[1])
    assert [text for _, text in cleaned(drawn(*rows))] == [
        "The old harbour of Vell was closed in the winter of 1974, when a great storm broke the wall and the municipal "
        "council found no money for it.",
        "Four hundred boats lay there on the last day, and most of them were sold before the spring. The fishermen "
        "went to the next town instead.",
        "A pier came later. It stands on legs of steel and was built by the state in two years. Nobody in the town had "
        "asked for a pier, and so a well-known painter wrote that he would never set foot on it at all.",
        "He did in the end. His picture of it hangs in the town hall, and many people come every summer to see it "
        "there. The harbour is a car park.",
    ]


def test_heading_dropped_capital_and_bullets():
    page = drawn(
        (72, 760, 18, "A harbour without boats"),
        (72, 700, 36, "T"),
        *stack(
            96,
            715,
            "he old harbour of Vell was closed in the winter of 1974, when a great storm\n"
            "broke the wall and the council found no money for it at all.",
        ),
        *stack(
            72,
            683,
            "Four hundred boats lay there on the last day, and most of them were sold before\n"
            "the spring. These were kept:",
        ),
        *stack(84, 650, "• the Mary Ann, which was the oldest of them all\n• the Good Hope\n• the Lark"),
        *stack(72, 597, "A pier came later. It stands on legs of steel."),
    )
    assert cleaned(page) == [
        (TITLE, "A harbour without boats"),
        (
            BODY,
            "The old harbour of Vell was closed in the winter of 1974, when a great storm broke the wall and the "
            "council found no money for it at all.",
        ),
        (
            BODY,
            "Four hundred boats lay there on the last day, and most of them were sold before the spring. "
            "These were kept:",
        ),
        (ITEM, "the Mary Ann, which was the oldest of them all"),
        (ITEM, "the Good Hope"),
        (ITEM, "the Lark"),
        (BODY, "A pier came later. It stands on legs of steel."),
    ]


def test_heading_over_two_lines_is_one():
    text = files.gold("hill-railway")
    assert cleaned(files.pdf(text, columns=2))[0][1] == text.texts[0]


def test_a_picture_of_text_is_refused():
    with pytest.raises(IntakeError, match="pictures without text"):
        read(drawn((72, 700, 11, " ")))


def test_a_pdf_that_takes_too_long_is_refused():
    with pytest.raises(IntakeError, match="takes too long"):
        read_pdf(files.pdf(files.gold("hill-railway")), lambda done, total: None, seconds=0.01)


def test_a_page_that_draws_itself_comes_to_an_end():
    page = b"""%PDF-1.4
1 0 obj << /Type /Catalog /Pages 2 0 R >> endobj
2 0 obj << /Type /Pages /Kids [3 0 R] /Count 1 >> endobj
3 0 obj << /Type /Page /Parent 2 0 R /MediaBox [0 0 99 99] /Contents 4 0 R
 /Resources << /XObject << /X 4 0 R >> >> >> endobj
4 0 obj << /Type /XObject /Subtype /Form /BBox [0 0 9 9] /Resources << /XObject << /X 4 0 R >> >> /Length 5 >>
stream
/X Do
endstream endobj
trailer << /Root 1 0 R >>
%%EOF"""
    with pytest.raises(IntakeError, match="PDF"):
        read(page)


def test_it_does_not_matter_where_the_process_stands(tmp_path, monkeypatch):
    monkeypatch.chdir(tmp_path)
    assert read(drawn((72, 700, 11, "The harbour was closed in 1974."))).text.strip()
