"""Environment variables are read strictly."""

import pytest
from django.core.exceptions import ImproperlyConfigured

from studyapp import env


@pytest.mark.parametrize(("raw", "value"), [("1", True), ("yes", True), ("off", False), ("", False)])
def test_boolean_reads_yes_and_no(monkeypatch, raw, value):
    monkeypatch.setenv("SAMPLE", raw)
    assert env.boolean("SAMPLE", not value) is value


def test_boolean_refuses_other_words(monkeypatch):
    monkeypatch.setenv("SAMPLE", "maybe")
    with pytest.raises(ImproperlyConfigured, match="SAMPLE is 'maybe'"):
        env.boolean("SAMPLE", True)


@pytest.mark.parametrize("raw", ["", "seven", "0", "70000", "1.5"])
def test_integer_refuses_what_is_out_of_bounds(monkeypatch, raw):
    monkeypatch.setenv("SAMPLE", raw)
    with pytest.raises(ImproperlyConfigured, match="SAMPLE"):
        env.integer("SAMPLE", 8000, low=1, high=65535)


def test_words_drops_blanks(monkeypatch):
    monkeypatch.setenv("SAMPLE", "a.example, ,b.example")
    assert env.words("SAMPLE", []) == ["a.example", "b.example"]
