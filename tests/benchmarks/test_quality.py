import json
import re

import pytest

from benchmarks.coverage import KeyFact, content_paragraphs, covered_paragraphs, place, read_facts, uncovered
from benchmarks.quality import details, figures, gold_texts, line, main, measured, own_texts
from quizzes.engine.text import clean
from tests.engine.sample import TEXT, generation

PARAGRAPHS = clean(TEXT)
ASKED, QUOTED = next((item, item.evidence[0]) for item in generation().items if item.evidence)
COVERED = KeyFact("covered", QUOTED.exact[:40].upper(), 3)
MISSED = KeyFact("missed", "The night ferry of Lake Ammer", 3)
FACTS = [{"fact": "f", "paragraph": 1, "evidence": QUOTED.exact, "answers": [], "importance": 3}]


@pytest.fixture
def article(tmp_path):
    (tmp_path / "clean.txt").write_text(TEXT)
    (tmp_path / "facts.json").write_text(json.dumps(FACTS))
    return measured(tmp_path / "clean.txt")


def test_evidence_is_found_whatever_its_marks_case_and_spaces():
    paragraphs = clean("The mill’s wheel – a “wonder” – turned\u00a0slowly for ninety years.")
    assert place('the MILL\'S wheel -\n a "wonder"', paragraphs) == (1, 0, 29)
    assert place("a windmill", paragraphs) is None


def test_a_fact_is_covered_when_an_item_quotes_a_part_of_it():
    assert uncovered([COVERED, MISSED], [ASKED], PARAGRAPHS) == [MISSED]
    assert uncovered([COVERED, MISSED], [], PARAGRAPHS) == [COVERED, MISSED]


def test_paragraphs_with_content_are_body_text_of_some_length():
    assert 1 not in content_paragraphs(PARAGRAPHS)
    assert covered_paragraphs(generation().items) <= {paragraph.number for paragraph in PARAGRAPHS}


def test_facts_are_read(tmp_path):
    (tmp_path / "facts.json").write_text(json.dumps(FACTS))
    assert read_facts(tmp_path / "facts.json") == [KeyFact("f", QUOTED.exact, 3)]


def test_figures_are_shares_and_counts(article):
    found = dict(figures([article]))
    assert found["articles"] == 1
    assert found["key_facts"] == 1
    assert found["key_fact_coverage"] == 1
    assert all(0 <= value <= 1 for name, value in found.items() if name.endswith(("_share", "_coverage")))
    assert sum(value for name, value in found.items() if name.startswith("kind_")) == pytest.approx(1)
    assert sum(value for name, value in found.items() if name.startswith("rule_")) == len(article.made.items)


def test_details_name_what_was_missed(article):
    assert list(details([article])) == [next(iter(details([article])))]
    without = type(article)(article.name, article.paragraphs, article.made, [MISSED])
    assert list(details([without]))[1:] == ["  missed: missed"]


@pytest.mark.parametrize(("value", "text"), [(3, "n: 3"), (3.0, "n: 3"), (0.25, "n: 0.250")])
def test_a_figure_is_a_line(value, text):
    assert line("n", value) == text


def test_own_texts_are_read_as_they_came():
    assert own_texts()
    assert not any(file.name.endswith(".clean.txt") for file in own_texts())


def test_gold_texts_stand_beside_the_data(tmp_path, monkeypatch):
    (tmp_path / "articles" / "mill").mkdir(parents=True)
    (tmp_path / "articles" / "mill" / "clean.txt").write_text(TEXT)
    monkeypatch.setenv("BENCHMARK_DATA", str(tmp_path / "data"))
    assert gold_texts() == [tmp_path / "articles" / "mill" / "clean.txt"]


def test_command_prints_a_line_a_figure(tmp_path, capsys):
    (tmp_path / "mill.txt").write_text(TEXT)
    assert main([str(tmp_path / "mill.txt")]) == 0
    assert all(re.fullmatch(r"\w+: \d+(\.\d+)?", shown) for shown in capsys.readouterr().out.splitlines())
    assert main([str(tmp_path / "mill.txt"), "--verbose"]) == 0
    assert "mill: 2" in capsys.readouterr().out


def test_a_missing_file_is_one_sentence_and_status_2(capsys):
    assert main(["none.txt"]) == 2
    assert capsys.readouterr().err.count("\n") == 1
