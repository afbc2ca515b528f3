import re

from benchmarks.scale import long_text, main, measure, ratio, varied
from quizzes.engine.text import words


def test_a_text_is_as_long_as_was_asked():
    assert 9_000 <= words(long_text(9_000)) <= 11_000


def test_a_repeated_article_has_other_names_and_figures():
    text = "The mill of Imogen Prentice sold 40 boats in 1911."
    assert varied(text, 0) == text
    assert "Imogen Prentice" not in varied(text, 3)
    assert "43 boats in 1911" in varied(text, 3)
    assert varied(text, 3) == varied(text, 3)


def test_every_figure_is_a_line_with_name_and_value():
    lines = [*measure(300), "seconds_per_1000_words_600: 0.5"]
    assert all(re.fullmatch(r"[a-z_0-9]+: \d+(\.\d+)?", line) for line in [*lines, ratio(lines)])


def test_what_is_no_length_is_one_sentence_and_status_2(capsys):
    assert main(["many"]) == 2
    assert "in words" in capsys.readouterr().err
