"""What the engine makes of the starter articles, held against floors that only rise (floors.json).

A floor counts items after every check; a change that loses some must win others back, or say why in its commit and
raise another floor instead.
"""

import json
from functools import cache
from pathlib import Path

import pytest

from quizzes.engine.items.values import ItemContent, Kind
from quizzes.engine.pipeline import Generation, generate
from quizzes.engine.text import clean

SEEDS = Path(__file__).resolve().parents[2] / "seeds" / "articles"
FLOORS = json.loads((Path(__file__).parent / "floors.json").read_text())
NAMES = sorted(file.stem for file in SEEDS.glob("*.txt") if not file.name.endswith(".clean.txt"))


@cache
def generation(name: str) -> Generation:
    return generate(clean((SEEDS / f"{name}.txt").read_text()))


def all_items() -> list[ItemContent]:
    return [item for name in NAMES for item in generation(name).items]


def test_every_starter_article_has_floors():
    assert sorted(FLOORS) == NAMES


@pytest.mark.parametrize("name", NAMES)
def test_yield_stays_above_its_floor(name):
    made, floor = generation(name), FLOORS[name]
    covered = {quotation.paragraph for item in made.items for quotation in item.evidence}
    assert len(made.items) >= floor["shown"]
    assert made.report.recommended >= floor["recommended"]
    assert len(covered) >= floor["paragraphs"]


@pytest.mark.parametrize("name", NAMES)
def test_every_quotation_is_in_its_paragraph(name):
    texts = {paragraph.number: paragraph.text for paragraph in clean((SEEDS / f"{name}.txt").read_text())}
    for item in generation(name).items:
        for quotation in item.evidence:
            assert texts[quotation.paragraph][quotation.start : quotation.end] == quotation.exact


def test_all_kinds_are_written():
    assert {item.kind for item in all_items()} == set(Kind)


def test_true_and_false_stay_in_balance():
    keys = [item.keys[0] for item in all_items() if item.kind == Kind.TRUE_FALSE]
    assert 0.4 <= keys.count("True") / len(keys) <= 0.6


def choices() -> list[list[tuple[str, bool]]]:
    items = [item for item in all_items() if item.options and item.kind != Kind.TRUE_FALSE]
    return [[(option.text, option.key) for option in item.options or ()] for item in items]


def test_the_key_is_seldom_the_longest_option():
    longest = 0
    for options in choices():
        key = next(len(text) for text, right in options if right)
        longest += all(len(text) < key for text, right in options if not right)
    assert longest / len(choices()) <= 0.25


def test_the_key_stands_everywhere():
    positions = [[right for _, right in options].index(True) for options in choices()]
    for place in range(4):
        assert 0.10 <= positions.count(place) / len(positions) <= 0.40


def test_no_item_is_asked_twice():
    for name in NAMES:
        stems = [item.stem for item in generation(name).items]
        assert len(stems) == len(set(stems))
