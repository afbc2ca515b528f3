"""`make run` says what is in its way before it starts anything."""

import socket

import pytest

from scripts import prepare_data, run


def test_a_port_in_use_is_named_with_another_one(capsys):
    with socket.socket() as taken:
        taken.bind(("127.0.0.1", 0))
        taken.listen()
        port = taken.getsockname()[1]
        with pytest.raises(SystemExit) as ended:
            run.check_port(port)
    assert ended.value.code == 2
    assert capsys.readouterr().err == (
        f"Port {port} is in use; stop what uses it or choose another: make run PORT={port + 1}\n"
    )


def test_a_free_port_is_accepted():
    with socket.socket() as probe:
        probe.bind(("127.0.0.1", 0))
        port = probe.getsockname()[1]
    run.check_port(port)


def test_the_secret_is_made_once_and_kept_from_others(monkeypatch, tmp_path):
    monkeypatch.setattr(prepare_data, "ROOT", tmp_path)
    (tmp_path / "var").mkdir()
    first = prepare_data.secret_key()
    assert len(first) == 64
    assert prepare_data.secret_key() == first
    assert (tmp_path / "var" / "secret-key").stat().st_mode & 0o077 == 0


def test_the_language_model_is_here():
    prepare_data.check_model()
