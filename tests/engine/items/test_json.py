import json

from quizzes.engine.items.json import from_dict, to_dict
from tests.engine.sample import generation


def test_every_item_survives_the_way_there_and_back():
    for item in generation().items:
        assert from_dict(json.loads(json.dumps(to_dict(item)))) == item


def test_fields_stand_in_the_order_of_the_contract():
    shown = to_dict(generation().items[0])
    assert list(shown) == [
        *("id", "kind", "interaction", "context", "stem", "options", "prompts", "keys", "evidence", "explanation"),
        *("fact", "rule", "difficulty", "score", "recommended"),
    ]
