"""The starter articles: complete, long enough to ask about, and cleaned exactly."""

import csv
import re
from pathlib import Path

import pytest

from quizzes.engine import text

SEEDS = Path(__file__).resolve().parents[2] / "seeds"
ARTICLES = sorted(path for path in (SEEDS / "articles").glob("*.txt") if not path.name.endswith(".clean.txt"))
MESSY = SEEDS / "articles" / "state-lost-movement-left.txt"


def blocks(file: Path) -> list[str]:
    return file.read_text().rstrip("\n").split("\n\n")


def test_messy_copy_is_cleaned_to_the_gold_text():
    cleaned = [paragraph.text for paragraph in text.clean(MESSY.read_text())]

    assert cleaned == blocks(MESSY.with_suffix(".clean.txt"))


def test_messy_copy_is_as_messy_as_a_copied_pdf():
    lines = MESSY.read_text().splitlines()

    assert max(map(len, lines)) <= 34
    assert sum(line.endswith("- ") for line in lines) > 30
    assert any(line.endswith("US- ") for line in lines), "a hyphen that has to stay"
    assert all(line.endswith(" ") for line in lines if line)
    assert re.search(r"[a-z,] \n\n+[a-z]", MESSY.read_text()), "a page break in the middle of a sentence"


@pytest.mark.parametrize("file", [path for path in ARTICLES if path != MESSY], ids=lambda path: path.stem)
def test_tidy_article_keeps_every_block(file):
    assert [paragraph.text for paragraph in text.clean(file.read_text())] == blocks(file)


@pytest.mark.parametrize("file", [path for path in ARTICLES if path != MESSY], ids=lambda path: path.stem)
def test_first_line_is_the_title(file):
    first = text.clean(file.read_text())[0]

    assert first.kind == "title"


@pytest.mark.parametrize("file", ARTICLES, ids=lambda path: path.stem)
def test_article_has_the_length_of_a_lesson(file):
    assert 700 <= text.words(file.read_text()) <= 1500


def test_every_article_is_listed_once_with_its_title():
    with (SEEDS / "articles.csv").open(newline="") as source:
        listed = {row["file"]: row["title"] for row in csv.DictReader(source)}

    assert sorted(listed) == [path.name for path in ARTICLES]
    for path in ARTICLES:
        if path != MESSY:
            assert listed[path.name] == blocks(path)[0]
