import json

import pytest

from benchmarks.rating.values import FOLDER, Rating, RatingError, Verdict, read, read_all, verdict_of, write

GOOD = Verdict(True)
BAD = Verdict(False, ("F2", "F4"), ("M7",), "which bridge?")
RATING = Rating(
    engine="1.0.0",
    rated="2026-01-31",
    article="mill",
    id="abc",
    kind="cloze",
    rule="gap-name",
    score=0.7,
    recommended=True,
    verdicts={"first": GOOD, "second": BAD},
    features={"salience": 0.5},
)


def test_usable_means_to_every_rater():
    assert not RATING.usable


@pytest.mark.parametrize(
    ("verdict", "code"),
    [
        (GOOD, None),
        (BAD, "F2"),
        (Verdict(False, (), ("M1", "M7")), "minor"),
        (Verdict(False, (), (), "which?"), "unnamed"),
    ],
)
def test_first_failed_gate(verdict, code):
    assert verdict.first_fail == code


def test_what_is_written_is_read(tmp_path):
    write(tmp_path / "round.jsonl", [RATING, RATING])
    assert read(tmp_path / "round.jsonl") == [RATING, RATING]


def test_a_verdict_says_whether_the_item_is_usable():
    with pytest.raises(RatingError, match="usable"):
        verdict_of({"usable": "yes"})


@pytest.mark.parametrize("line", ["{", "[]", '{"id": "a"}', json.dumps({"verdicts": {}, "stranger": 1})])
def test_a_bad_line_is_named(tmp_path, line):
    write(tmp_path / "round.jsonl", [RATING])
    with (tmp_path / "round.jsonl").open("a") as file:
        file.write(line + "\n")
    with pytest.raises(RatingError, match="line 2"):
        read(tmp_path / "round.jsonl")


def test_a_missing_file_is_named(tmp_path):
    with pytest.raises(RatingError, match=r"none\.jsonl"):
        read(tmp_path / "none.jsonl")


def test_ratings_that_the_project_keeps_can_be_read():
    for file in FOLDER.glob("*.jsonl"):
        kept = read(file)
        assert all(rating.verdicts for rating in kept)
        assert len({(rating.article, rating.id, rating.source) for rating in kept}) == len(kept)


def test_kept_words_are_of_own_texts_only():
    own = {
        file.stem
        for folder in ("seeds/articles", "tests/corpus/texts", "tests/corpus/ratings/texts")
        for file in _texts(folder)
    }
    assert {rating.article for rating in read_all() if rating.stem or rating.key} <= own


def _texts(folder):
    return (FOLDER.parents[2] / folder).glob("*.txt")
