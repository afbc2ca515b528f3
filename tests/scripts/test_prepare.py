"""What a machine lacks is said in one sentence with what to do; what is there is not done again."""

import os
import sys

import pytest

from scripts import prepare


def test_another_python_is_refused(monkeypatch, capsys):
    monkeypatch.setattr(sys, "version_info", (3, 9, 2, "final", 0))
    with pytest.raises(SystemExit) as ended:
        prepare.check_python()
    assert ended.value.code == 2
    assert "needs Python 3.11 and this is 3.9.2" in capsys.readouterr().err


def test_a_folder_that_cannot_be_written_is_refused(monkeypatch, capsys):
    monkeypatch.setattr(os, "access", lambda path, mode: False)
    with pytest.raises(SystemExit) as ended:
        prepare.check_writable()
    assert ended.value.code == 2
    assert "cannot be written to" in capsys.readouterr().err


def test_a_command_that_fails_shows_its_last_lines(capsys):
    with pytest.raises(SystemExit):
        prepare.run([sys.executable, "-c", "raise SystemExit('no room left')"], "It could not be made.")
    assert capsys.readouterr().err == "It could not be made. The last lines were:\n  no room left\n"


def test_installing_again_does_nothing_while_the_pins_are_the_same(monkeypatch, tmp_path, capsys):
    monkeypatch.setattr(prepare, "VENV", tmp_path)
    monkeypatch.setattr(prepare, "PYTHON", tmp_path / "no-python-here")
    (tmp_path / "installed").write_text(prepare.fingerprint([prepare.ROOT / "requirements.txt"]))
    prepare.install(dev=False)
    assert capsys.readouterr().out == ""
