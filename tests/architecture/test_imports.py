"""The import order of docs/architecture.md holds; import-linter reads it from pyproject.toml."""

from importlinter.cli import lint_imports


def test_every_import_contract_holds(capsys):
    status = lint_imports(no_cache=True)

    assert status == 0, capsys.readouterr().out
