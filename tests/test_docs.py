"""The documents name every table, environment variable and command, and their links lead somewhere."""

import ast
import re
from pathlib import Path

import pytest
from django.apps import apps

from quizzes.engine.vetting.registry import CHECKS
from quizzes.engine.writing.registry import RULES

ROOT = Path(__file__).resolve().parents[1]
DOCS = ROOT / "docs"
DOCUMENTS = sorted([*DOCS.rglob("*.md"), *ROOT.glob("*.md")])
DECISIONS = sorted((DOCS / "adr").glob("*.md"))
LINK = re.compile(r"\[[^\]]*\]\(([^)\s]+)[^)]*\)")


def environment_variables() -> set[str]:
    """Return the name of every variable that the settings read through `env`."""
    tree = ast.parse((ROOT / "studyapp" / "settings.py").read_text())
    calls = [node for node in ast.walk(tree) if isinstance(node, ast.Call) and isinstance(node.func, ast.Attribute)]
    return {
        call.args[0].value
        for call in calls
        if isinstance(call.func.value, ast.Name)
        and call.func.value.id == "env"
        and isinstance(call.args[0], ast.Constant)
    }


def commands() -> list[str]:
    folder = ROOT / "quizzes" / "management" / "commands"
    return sorted(file.stem for file in folder.glob("*.py") if not file.stem.startswith("_"))


def name_of(file: Path) -> str:
    return file.relative_to(ROOT).as_posix()


@pytest.mark.parametrize("model", [model.__name__ for model in apps.get_app_config("quizzes").get_models()])
def test_glossary_names_every_table(model):
    assert f"(`{model}`)" in (DOCS / "glossary.md").read_text()


def test_settings_read_some_variables():
    assert {"SECRET_KEY", "DATABASE_URL"} <= environment_variables()


@pytest.mark.parametrize("variable", sorted(environment_variables()))
def test_operations_has_a_row_for_every_environment_variable(variable):
    assert re.search(rf"^\| `{variable}` \|", (DOCS / "operations.md").read_text(), re.MULTILINE)


@pytest.mark.parametrize("command", commands())
def test_operations_has_a_row_for_every_command(command):
    assert re.search(rf"^\| `{command}( [A-Z]+)?` \|", (DOCS / "operations.md").read_text(), re.MULTILINE)


@pytest.mark.parametrize("rule", RULES, ids=lambda rule: rule.name)
def test_engine_page_says_what_every_writing_rule_asks(rule):
    assert f"| `{rule.name}` | {rule.summary} |" in (DOCS / "engine.md").read_text()


@pytest.mark.parametrize("check", CHECKS, ids=lambda check: check.code)
def test_engine_page_says_what_every_check_holds(check):
    assert f"| {check.code} | {check.summary} |" in (DOCS / "engine.md").read_text()


@pytest.mark.parametrize("file", DOCUMENTS, ids=name_of)
def test_links_lead_somewhere(file):
    targets = [target.partition("#")[0] for target in LINK.findall(file.read_text())]
    local = [target for target in targets if target and "://" not in target and not target.startswith("mailto:")]

    assert [target for target in local if not (file.parent / target).exists()] == []


@pytest.mark.parametrize("file", DECISIONS, ids=name_of)
def test_decision_has_every_part_and_admits_its_cost(file):
    text = file.read_text()

    assert re.match(rf"# {int(file.name[:4])}\. ", text)
    assert "\nStatus: " in text
    assert re.findall(r"^## (.+)$", text, re.MULTILINE) == ["Context", "Decision", "Consequences"]
    assert "Cost: " in text.partition("## Consequences")[2]


@pytest.mark.parametrize("file", DOCUMENTS, ids=name_of)
def test_paths_in_documents_exist(file):
    named = re.findall(r"`((?:quizzes|studyapp|tests|seeds|docs|scripts)/[\w./-]+)`", file.read_text())

    assert [path for path in named if not (ROOT / path).exists()] == []
