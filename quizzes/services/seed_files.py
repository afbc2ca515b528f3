"""Read the files of `seeds/`: which articles and which classrooms the demo has."""

import csv
from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path


class SeedError(Exception):
    """The demo content cannot be loaded; the text says what is wrong, where, and what to do."""


@dataclass(frozen=True, slots=True)
class ArticleRow:
    """An article of the demo; the first `approved` recommended items are approved, the others wait."""

    title: str
    raw_text: str
    approved: int


@dataclass(frozen=True, slots=True)
class ClassroomRow:
    """A classroom of the demo with its learners' names, the surest reader first."""

    name: str
    code: str
    instructor: str
    learners: tuple[str, ...]


def read_articles(folder: Path) -> list[ArticleRow]:
    """Read articles.csv and the texts that it names, in `articles/` beside it."""
    file = folder / "articles.csv"
    rows = []
    for line, row in _rows(file, ("file", "title", "approved")):
        text = folder / "articles" / row["file"]
        if not text.is_file():
            raise SeedError(f"{file}, line {line}: there is no file {text}; correct the name.")
        if not row["approved"].isdecimal():
            raise SeedError(f"{file}, line {line}: approved is {row['approved']!r}; write a whole number.")
        rows.append(ArticleRow(row["title"], text.read_text(encoding="utf-8"), int(row["approved"])))
    return rows


def read_classrooms(folder: Path) -> list[ClassroomRow]:
    """Read classrooms.csv; the learners' names are separated by semicolons."""
    return [
        ClassroomRow(row["name"], row["code"], row["instructor"], tuple(map(str.strip, row["learners"].split(";"))))
        for _, row in _rows(folder / "classrooms.csv", ("name", "code", "instructor", "learners"))
    ]


def _rows(file: Path, columns: Sequence[str]) -> list[tuple[int, dict[str, str]]]:
    """Return the rows of a CSV file with their line numbers; every named column must hold something."""
    if not file.is_file():
        raise SeedError(f"There is no file {file}; name the folder that holds the demo content.")
    with file.open(newline="", encoding="utf-8") as source:
        reader = csv.DictReader(source)
        for column in columns:
            if column not in (reader.fieldnames or ()):
                raise SeedError(f"{file}, line 1: the column {column} is missing; add it.")
        rows = [(reader.line_num, row) for row in reader]
    for line, row in rows:
        for column in columns:
            if not row[column]:
                raise SeedError(f"{file}, line {line}: {column} is empty; fill it in.")
    return rows
