"""The benchmark of cleaning, on an article of our own."""

import json

from benchmarks.cleaning import main, measure

CLEAN = "The pier\n\nIt was closed in “1974” after a storm that broke the outer wall.\n\nNobody has built it again."
RAW = (
    'The pier\n\nIt was closed in\n"1974" after a\nstorm that bro-\nke the outer wall.\n\n'
    "2 of 3\n\nNobody has built it again.\n"
)


def article(folder, raw=RAW):
    folder.mkdir()
    (folder / "clean.txt").write_text(CLEAN)
    (folder / "raw.txt").write_text(raw)
    manifest = {"raw": "raw.txt", "block_kinds": ["title", "para", "para"], "noise": ["2 of 3"]}
    manifest |= {"soft_hyphen_line_ends": ["bro-ke"], "real_hyphen_line_ends": []}
    (folder / "manifest.json").write_text(json.dumps(manifest))
    return folder


def test_a_text_like_gold_is_perfect(tmp_path):
    figures = measure(article(tmp_path / "pier"))
    assert figures.pop("words_per_second") > 0
    assert figures.pop("noise_left") == 0
    assert set(figures.values()) == {1.0}


def test_what_is_missing_counts(tmp_path):
    figures = measure(article(tmp_path / "pier", RAW.split("\n\n2 of")[0] + " 2 of 3 are left."))
    assert figures["characters"] < 1
    assert figures["boundaries"] < 1
    assert figures["noise_left"] == 1


def test_figures_are_lines_and_no_folder_is_one_sentence(tmp_path, capsys):
    article(tmp_path / "pier")
    assert main([str(tmp_path)]) == 0
    assert "pier_characters: 1\n" in capsys.readouterr().out
    assert main([str(tmp_path / "none")]) == 2
    assert "name a folder" in capsys.readouterr().err
