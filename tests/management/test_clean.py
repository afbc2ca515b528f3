"""`manage.py clean`."""

import io
import json

import pytest
from django.core.management import CommandError, call_command

from tests.intake import files

RAW = (
    "The clock runs back-\nwards\n\nFor eleven years the clock has told\nthe wrong time, and no-\nbody has said why.\n"
)


@pytest.fixture
def raw_file(tmp_path):
    file = tmp_path / "raw.txt"
    file.write_text(RAW)
    return str(file)


def test_it_prints_one_block_a_paragraph(raw_file, capsys):
    call_command("clean", raw_file)
    assert capsys.readouterr().out == (
        "The clock runs backwards\n\nFor eleven years the clock has told the wrong time, and nobody has said why.\n"
    )


def test_json_adds_id_number_and_kind(raw_file, capsys):
    call_command("clean", raw_file, "--json")
    rows = json.loads(capsys.readouterr().out)
    assert [(row["number"], row["kind"]) for row in rows] == [(1, "title"), (2, "body")]
    assert all(row["id"] and row["text"] for row in rows)


def test_a_dash_reads_standard_input(monkeypatch, capsys):
    monkeypatch.setattr("sys.stdin", io.TextIOWrapper(io.BytesIO(b"It rains.")))
    call_command("clean", "-")
    assert capsys.readouterr().out == "It rains.\n"


def test_what_was_left_out_is_printed_with_its_reason(tmp_path, capsys):
    (tmp_path / "a.txt").write_text("The pier was closed after the\n\nPage 3 of 8\n\nstorm of 1974.")
    call_command("clean", str(tmp_path / "a.txt"), "--removed")
    assert capsys.readouterr().out == "page number: Page 3 of 8\n"


@pytest.mark.parametrize(
    ("name", "raw"),
    [
        ("a.md", "# The pier\n\nIt was *closed* in 1974.[^1]\n\n[^1]: A storm.\n"),
        ("a.html", "<html><body><h1>The pier</h1><p>It was <b>closed</b> in 1974.</p></body></html>"),
    ],
)
def test_marked_files_are_read_by_their_structure(name, raw, tmp_path, capsys):
    (tmp_path / name).write_text(raw)
    call_command("clean", str(tmp_path / name), "--json")
    rows = json.loads(capsys.readouterr().out)
    assert [(row["kind"], row["text"]) for row in rows] == [("title", "The pier"), ("body", "It was closed in 1974.")]


def test_a_missing_file_is_one_sentence_and_status_2(tmp_path):
    with pytest.raises(CommandError, match=r"missing\.txt” cannot be read \(no such file") as caught:
        call_command("clean", str(tmp_path / "missing.txt"))
    assert caught.value.returncode == 2


def test_a_file_that_is_no_text_is_refused(tmp_path):
    (tmp_path / "a.png").write_bytes(b"\x89PNG\r\n\x1a\n")
    with pytest.raises(CommandError, match="This is a picture") as caught:
        call_command("clean", str(tmp_path / "a.png"))
    assert caught.value.returncode == 2


def test_the_chapters_are_listed_with_their_numbers(tmp_path, capsys):
    file = tmp_path / "book.md"
    file.write_text("# Vell\n\n## Harbour\n\nIt rains.\n\n## Ferry\n\nIt snows.\n\nIt hails.\n")
    call_command("clean", str(file), "--chapters")
    assert capsys.readouterr().out == "1. Harbour (paragraphs 2 to 3)\n2. Ferry (paragraphs 4 to 6)\n"


def test_the_furniture_of_a_pdf_counts_as_left_out(tmp_path, capsys):
    file = tmp_path / "paper.pdf"
    file.write_bytes(files.pdf(files.gold("sea-otters"), head="THE HARBOUR JOURNAL", foot=True))
    call_command("clean", str(file), "--removed")
    assert "running head: THE HARBOUR JOURNAL" in capsys.readouterr().out
