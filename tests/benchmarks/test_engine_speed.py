import re

from benchmarks.engine_speed import main, report
from tests.engine.sample import TEXT


def test_every_figure_is_a_line_with_name_and_value():
    lines = report(TEXT, rounds=1)
    assert all(re.fullmatch(r"[a-z_0-9]+: \d+(\.\d+)?", line) for line in lines)
    assert [line.split(":")[0] for line in lines] == [
        "words",
        "clean_words_per_second",
        "parse_words_per_second",
        "analysis_words_per_second",
        "pipeline_words_per_second",
        "pipeline_seconds_per_1000_words",
        "pipeline_to_parse_ratio",
    ]


def test_a_missing_file_is_one_sentence_and_status_2(capsys):
    assert main(["no-such-file.txt"]) == 2
    assert "no-such-file.txt" in capsys.readouterr().err
