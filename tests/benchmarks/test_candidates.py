import json

import pytest

from benchmarks.candidates import main, measure, trimmed

TEXT = "Norway bought the mill of Leith in 1911. The mayor sold it."


@pytest.fixture
def data(tmp_path):
    answers = ["the mill of Leith", "1911", "of Leith in"]
    asked = [{"answers": [{"text": text, "answer_start": TEXT.index(text)}]} for text in answers]
    (tmp_path / "xquad").mkdir()
    content = {"data": [{"paragraphs": [{"context": TEXT, "qas": asked}]}]}
    (tmp_path / "xquad" / "xquad.en.json").write_text(json.dumps(content))
    return tmp_path


@pytest.mark.parametrize(
    ("text", "bare"),
    [("the mill", "mill"), ("“A mill,”", "mill"), ("(an old mill)", "old mill"), ("mill", "mill"), ("...", "")],
)
def test_articles_and_marks_at_the_ends_are_folded(text, bare):
    start, end = trimmed(text, 0, len(text))
    assert text[start:end] == bare


def test_recall_counts_exact_spans(data):
    figures = measure(str(data))
    assert figures["candidate_questions"] == 3
    assert figures["candidate_recall_percent"] == pytest.approx(200 / 3)
    assert figures["candidates_per_sentence"] > 3


def test_absent_data_are_named(tmp_path, capsys):
    assert measure(str(tmp_path)) == {}
    assert main([str(tmp_path)]) == 2
    assert "xquad.en.json" in capsys.readouterr().err
