"""What the engine makes of the project's own texts, held against floors that only rise (floors.json).

A floor counts items after every check; `python -m benchmarks.floors` raises all that can rise. A change that loses some
must win others back, or say why in its commit and raise another floor instead.
"""

from functools import cache

import pytest

from benchmarks import floors, sets
from benchmarks.quality import Measured, figures, measured, own_texts
from quizzes.engine.items.values import ItemContent, Kind

FILES = {file.stem: file for file in own_texts()}
NAMES = sorted(FILES)
FLOORS = floors.read()
# over all texts together; shares
LEAST = {"paragraph_coverage": 0.6, "key_position_1_share": 0.1, "key_position_4_share": 0.1, "true_share": 0.4}
MOST = {"key_longest_share": 0.25, "true_share": 0.6} | {f"key_position_{place}_share": 0.45 for place in range(1, 5)}


@cache
def article(name: str) -> Measured:
    return measured(FILES[name])


@cache
def overall() -> dict[str, float]:
    return dict(figures([article(name) for name in NAMES]))


def all_items() -> list[ItemContent]:
    return [item for name in NAMES for item in article(name).made.items]


def test_every_text_has_floors():
    assert sorted(FLOORS) == NAMES


@pytest.mark.parametrize("name", NAMES)
def test_yield_stays_above_its_floor(name):
    reached = floors.reached(article(name))
    assert {figure: min(reached[figure], floor) for figure, floor in FLOORS[name].items()} == FLOORS[name]


@pytest.mark.parametrize("name", NAMES)
def test_no_set_has_a_fault(name):
    assert list(sets.faults(article(name).made.items)) == []


@pytest.mark.parametrize("name", NAMES)
def test_every_quotation_is_in_its_paragraph(name):
    texts = {paragraph.number: paragraph.text for paragraph in article(name).paragraphs}
    for item in article(name).made.items:
        for quotation in item.evidence:
            assert texts[quotation.paragraph][quotation.start : quotation.end] == quotation.exact


@pytest.mark.parametrize("name", NAMES)
def test_no_item_is_asked_twice(name):
    stems = [item.stem for item in article(name).made.items]
    assert len(stems) == len(set(stems))


@pytest.mark.parametrize(("figure", "least"), LEAST.items())
def test_share_is_high_enough(figure, least):
    assert overall()[figure] >= least


@pytest.mark.parametrize(("figure", "most"), MOST.items())
def test_share_is_low_enough(figure, most):
    assert overall()[figure] <= most


@pytest.mark.parametrize("kind", [Kind.MULTIPLE_CHOICE, Kind.CLOZE, Kind.SHORT_ANSWER, Kind.TRUE_FALSE])
def test_common_kinds_are_written(kind):
    assert kind in {item.kind for item in all_items()}


def test_the_best_come_first():
    for name in NAMES:
        scores = [item.score for item in article(name).made.items]
        assert scores == sorted(scores, reverse=True)
