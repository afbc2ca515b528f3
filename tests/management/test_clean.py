"""`manage.py clean`."""

import io
import json

import pytest
from django.core.management import CommandError, call_command

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


def test_a_missing_file_is_one_sentence_and_status_2(tmp_path):
    with pytest.raises(CommandError, match=r"missing\.txt cannot be read: No such file") as caught:
        call_command("clean", str(tmp_path / "missing.txt"))
    assert caught.value.returncode == 2


def test_a_file_that_is_no_text_is_refused(tmp_path):
    (tmp_path / "a.pdf").write_bytes(b"%PDF-1.7")
    with pytest.raises(CommandError, match="This is a PDF") as caught:
        call_command("clean", str(tmp_path / "a.pdf"))
    assert caught.value.returncode == 2
