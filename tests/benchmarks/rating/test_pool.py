import json

import pytest

from benchmarks.rating.collect import collected, judgements
from benchmarks.rating.collect import main as collect
from benchmarks.rating.pool import main as pool
from benchmarks.rating.pool import pooled
from benchmarks.rating.values import RatingError, Verdict, read
from tests.engine.sample import TEXT

EXPERT = {
    "source": "expert",
    "article": "sample",
    "kind": "multiple_choice",
    "stem": "Which word opens the second paragraph?",
    "options": ["One", "Two"],
    "key": "Two",
}


@pytest.fixture(scope="module")
def mixed():
    return pooled([("sample", TEXT)], [EXPERT, {**EXPERT, "article": "another"}], seed=3)


def test_pool_keeps_where_an_item_came_from_and_its_features(mixed):
    items, _ = mixed
    assert [item["source"] for item in items].count("expert") == 1
    assert all(item["features"]["matters"] >= 0 for item in items if item["source"] == "engine")


def test_raters_read_articles_and_items_but_not_what_made_them(mixed):
    items, reading = mixed
    assert all(item["stem"] in reading and item["pid"] in reading for item in items)
    assert "expert" not in reading
    assert not any(str(item["score"]) in reading for item in items if "score" in item)


def test_the_key_is_marked(mixed):
    assert "- One\n     * Two\n" in mixed[1]


def test_the_same_seed_gives_the_same_pool(mixed):
    assert pooled([("sample", TEXT)], [EXPERT, {**EXPERT, "article": "another"}], seed=3) == mixed


def test_most_takes_the_first_items():
    assert len(pooled([("sample", TEXT)], most=2)[0]) == 2


def test_from_texts_to_ratings(tmp_path):
    (tmp_path / "sample.txt").write_text(TEXT)
    assert pool([str(tmp_path / "pool.json"), str(tmp_path / "sample.txt")]) == 0
    items = json.loads((tmp_path / "pool.json").read_text())
    judged = [{"id": item["pid"], "usable": number > 0} for number, item in enumerate(items)]
    (tmp_path / "judged.jsonl").write_text("\n".join(map(json.dumps, judged)))
    out = tmp_path / "out.jsonl"
    given = [str(tmp_path / "pool.json"), str(out), "--rated", "2026-01-31", f"first={tmp_path / 'judged.jsonl'}"]
    assert collect(given) == 0
    ratings = read(out)
    assert [rating.usable for rating in ratings] == [number > 0 for number in range(len(items))]
    assert not any(rating.stem or rating.key for rating in ratings)
    assert collect([*given, "--own", "sample"]) == 0
    assert [rating.stem for rating in read(out)] == [item["stem"] for item in items]


def test_an_item_counts_when_every_rater_judged_it(mixed):
    items, _ = mixed
    first = {item["pid"]: Verdict(True) for item in items}
    second = {items[0]["pid"]: Verdict(False)}
    assert len(collected(items, {"first": first, "second": second}, "2026-01-31")) == 1


def test_a_judgement_of_no_item_is_refused(mixed):
    with pytest.raises(RatingError, match=r"sample\.99"):
        collected(mixed[0], {"first": {"sample.99": Verdict(True)}}, "2026-01-31")


def test_a_judgement_without_id_is_refused(tmp_path):
    (tmp_path / "judged.jsonl").write_text('{"usable": true}')
    with pytest.raises(RatingError, match="line 1"):
        judgements(tmp_path / "judged.jsonl")


@pytest.mark.parametrize("command", [pool, lambda given: collect([*given, "first=none.jsonl", "--rated", "today"])])
def test_a_missing_file_is_one_sentence_and_status_2(tmp_path, capsys, command):
    assert command([str(tmp_path / "out.json"), str(tmp_path / "none.txt")]) == 2
    assert capsys.readouterr().err.count("\n") == 1
