"""Modules, functions and templates stay small. An exception carries its reason, and the list may only shrink."""

import ast
from pathlib import Path

import pytest

ROOT = Path(__file__).resolve().parents[2]
MODULE_LINES = 400
FUNCTION_LINES = 60
TEMPLATE_LINES = 130
SOURCES = sorted(
    file for folder in ("quizzes", "studyapp", "scripts", "benchmarks") for file in (ROOT / folder).rglob("*.py")
)
SOURCES = [file for file in SOURCES if "migrations" not in file.parts]
TEMPLATES = sorted((ROOT / "quizzes" / "templates").rglob("*.html"))
# file (or file:function): why it may be longer
EXCEPTIONS: dict[str, str] = {}


def name_of(file: Path) -> str:
    return file.relative_to(ROOT).as_posix()


def functions_of(file: Path):
    for node in ast.walk(ast.parse(file.read_text())):
        if isinstance(node, ast.FunctionDef | ast.AsyncFunctionDef):
            yield node.name, node.end_lineno - node.lineno + 1


@pytest.mark.parametrize("file", SOURCES, ids=name_of)
def test_module_and_its_functions_are_short(file):
    assert len(file.read_text().splitlines()) <= MODULE_LINES or name_of(file) in EXCEPTIONS
    long = [name for name, lines in functions_of(file) if lines > FUNCTION_LINES]
    assert [name for name in long if f"{name_of(file)}:{name}" not in EXCEPTIONS] == []


@pytest.mark.parametrize("file", TEMPLATES, ids=name_of)
def test_template_is_short(file):
    assert len(file.read_text().splitlines()) <= TEMPLATE_LINES or name_of(file) in EXCEPTIONS


def test_every_exception_is_still_needed():
    names = {name_of(file) for file in SOURCES + TEMPLATES}
    assert {entry.split(":")[0] for entry in EXCEPTIONS} <= names
