import json

import pytest

from benchmarks.rating import rounds
from benchmarks.rating.pool import pooled, rooms
from benchmarks.rating.values import read
from tests.benchmarks.rating.test_pool import EXPERT
from tests.engine.sample import TEXT


@pytest.mark.parametrize(
    ("counts", "size", "shares"),
    [((9, 9), 6, [3, 3]), ((1, 9), 6, [1, 5]), ((2, 2), 9, [2, 2]), ((3, 3), 5, [3, 2]), ((3,), -2, [0])],
)
def test_places_are_shared_among_texts(counts, size, shares):
    assert rooms(counts, size) == shares


def test_other_makers_items_count_in_the_size_of_a_pool():
    items, _ = pooled([("sample", TEXT)], [EXPERT], size=3)
    assert sorted(item["source"] for item in items) == ["engine", "engine", "expert"]


def test_an_item_of_another_maker_may_accept_several_answers():
    items, reading = pooled([("sample", TEXT)], [{**EXPERT, "options": None, "key": ["Two", "2"]}], size=1)
    assert items[0]["keys"] == ["Two", "2"]
    assert "key: Two | 2" in reading


def test_texts_are_divided_among_pools():
    texts = [(name, "") for name in "abcde"]
    parts = rounds.divided(texts, 4, 0)
    assert sorted(map(len, parts)) == [1, 1, 1, 2]
    assert sorted(text for part in parts for text in part) == texts


def judge(folder, name, rater, bad=()):
    items = json.loads((folder / f"{name}.json").read_text())
    lines = [{"id": item["pid"], "usable": item["pid"] not in bad} for item in items]
    (folder / f"{name}.{rater}.jsonl").write_text("\n".join(map(json.dumps, lines)))
    return [item["pid"] for item in items]


def test_a_round_from_texts_to_ratings(tmp_path, capsys):
    folder, out = tmp_path / "round", tmp_path / "ratings"
    out.mkdir()
    for name in ("one", "two"):
        (tmp_path / f"{name}.txt").write_text(TEXT)
    (tmp_path / "expert.json").write_text(json.dumps([{**EXPERT, "article": "one"}]))
    texts = [str(tmp_path / "one.txt"), str(tmp_path / "two.txt")]
    assert rounds.main(["make", str(folder), *texts, "--pools", "2", "--beside", str(tmp_path / "expert.json")]) == 0
    assert capsys.readouterr().out.count("1 of other makers") == 1
    first = judge(folder, "p1", "a")[0]
    judge(folder, "p1", "b", bad=[first])
    judge(folder, "p2", "a")
    assert rounds.main(["collect", str(folder), "--rated", "2026-01-31", "--out", str(out)]) == 0
    assert "kappa" in capsys.readouterr().out
    assert [rating.usable for rating in read(out / "2026-01-31-p1.jsonl")].count(False) == 1
    assert all(len(rating.verdicts) == 1 for rating in read(out / "2026-01-31-p2.jsonl"))


def test_a_round_that_nobody_judged_is_one_sentence_and_status_2(tmp_path, capsys):
    assert rounds.main(["collect", str(tmp_path), "--rated", "2026-01-31", "--out", str(tmp_path)]) == 2
    assert capsys.readouterr().err.count("\n") == 1


def test_a_missing_text_is_one_sentence_and_status_2(tmp_path, capsys):
    assert rounds.main(["make", str(tmp_path), str(tmp_path / "none.txt")]) == 2
    assert capsys.readouterr().err.count("\n") == 1
