import io
import json
import sys

import pytest
from django.core.management import CommandError, call_command

from tests.engine.sample import TEXT


@pytest.fixture
def article(tmp_path):
    file = tmp_path / "ferry.txt"
    file.write_text(TEXT)
    return str(file)


def run(*arguments):
    out = io.StringIO()
    call_command("generate", *arguments, stdout=out)
    return out.getvalue()


def test_readable_by_default(article):
    shown = run(article, "--max", "3")
    assert shown.startswith("1. ")
    assert "paragraph" in shown
    assert "asked for 3, 3 items shown" in shown


def test_json_has_the_fields_of_the_contract(article):
    shown = json.loads(run(article, "--json", "--seed", "4"))
    assert list(shown) == ["engine", "seed", "article", "items", "report"]
    assert shown["seed"] == 4
    assert list(shown["article"]) == ["title", "paragraphs"]
    assert list(shown["article"]["paragraphs"][0]) == ["id", "number", "kind", "text"]
    known = ["requested", "words", "drafts", "refused", "shown", "recommended", "skipped", "unchosen", "seconds"]
    assert list(shown["report"]) == known
    assert shown["report"]["seconds"] is None


def test_refused_drafts_are_given_when_asked_for(article):
    shown = json.loads(run(article, "--json", "--refused", "2"))
    assert [set(draft) for draft in shown["refused"]] == [{"code", "reason", "item"}] * 2


def test_the_same_seed_gives_the_same_bytes(article):
    assert run(article, "--json") == run(article, "--json")


def test_timing_is_given_when_asked_for(article):
    assert json.loads(run(article, "--json", "--timing"))["report"]["seconds"] > 0


def test_kinds_are_kept(article):
    shown = json.loads(run(article, "--json", "--kinds", "cloze,true_false"))
    assert {item["kind"] for item in shown["items"]} <= {"cloze", "true_false"}


BOOK = "# Harbour\n\n{0}\n\n# Ferry\n\n{0}\n\n# Lighthouse\n\n{0}\n".format(TEXT.split("\n\n")[1])


@pytest.fixture
def book(tmp_path):
    file = tmp_path / "book.md"
    file.write_text(BOOK)
    return str(file)


def test_only_the_chosen_chapters_are_asked_about(book):
    shown = json.loads(run(book, "--json", "--chapters", "2"))
    assert len(shown["article"]["paragraphs"]) == 6
    assert {quotation["paragraph"] for item in shown["items"] for quotation in item["evidence"]} == {4}


@pytest.mark.parametrize("asked", ["4", "0", "ferry", ","])
def test_a_chapter_that_is_not_there_is_one_sentence_and_status_2(book, asked):
    with pytest.raises(CommandError, match="chapters 1 to 3") as caught:
        run(book, "--chapters", asked)
    assert caught.value.returncode == 2


def test_a_text_in_another_language_is_one_sentence_and_status_2(tmp_path):
    file = tmp_path / "pont.txt"
    file.write_text("Le pont est fermé et la ville attend le bac qui est dans le port avec ses passagers. " * 3)
    with pytest.raises(CommandError, match="This text is in French") as caught:
        run(str(file))
    assert caught.value.returncode == 2


def test_standard_input(monkeypatch):
    monkeypatch.setattr(sys, "stdin", io.TextIOWrapper(io.BytesIO(TEXT.encode())))
    assert run("-", "--max", "1").startswith("1. ")


@pytest.mark.parametrize(
    ("content", "arguments", "says"),
    [
        (None, [], "cannot be read"),
        (b"", [], "text"),
        (b"   \n ", [], "text"),
        (b"\x00\x01\x02\xff\xfe", [], "text"),
        (b"Some words.", ["--kinds", "essay"], "“essay”"),
        (b"Some words.", ["--kinds", ","], "no kind"),
    ],
)
def test_bad_input_is_one_sentence_and_status_2(tmp_path, content, arguments, says):
    file = tmp_path / "bad.txt"
    if content is not None:
        file.write_bytes(content)
    with pytest.raises(CommandError, match=says) as caught:
        run(str(file), *arguments)
    assert caught.value.returncode == 2
    assert "\n" not in str(caught.value)


def test_a_negative_seed_is_refused(article):
    with pytest.raises(CommandError, match="--seed"):
        run(article, "--seed", "-1")
