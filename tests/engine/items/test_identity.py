from dataclasses import replace

from quizzes.engine.items.identity import ID_LENGTH, item_id, same_item
from quizzes.engine.items.values import Kind, Prompt
from tests.engine.sample import generation


def test_id_is_short_and_follows_what_is_asked():
    one = item_id(Kind.CLOZE, None, "The mill shut in _____.", ("1951",), "p1")
    assert len(one) == ID_LENGTH
    assert one == item_id(Kind.CLOZE, None, "The mill shut in _____.", ("1951", "nineteen fifty-one"), "p1")
    assert one != item_id(Kind.CLOZE, None, "The mill shut in _____.", ("1952",), "p1")
    assert one != item_id(Kind.CLOZE, None, "The mill shut in _____.", ("1951",), "p2")
    assert one != item_id(Kind.CLOZE, "Before.", "The mill shut in _____.", ("1951",), "p1")


def test_same_words_in_another_order_are_the_same_item():
    item = generation().items[0]
    other = replace(item, id="other", stem=" ".join(reversed(item.stem.split())))
    assert same_item(item, other)
    assert not same_item(item, replace(other, keys=("something else",)))


def test_pairs_count_and_their_order_of_display_does_not():
    def of(*prompts):
        return item_id(Kind.MATCHING, None, "Match each year with its event.", ("...",), "p1", prompts)

    one, other = Prompt("1911", "a storm"), Prompt("1924", "a fire")
    assert of(one, other) == of(other, one)
    assert of(one, other) != of(one, Prompt("1924", "a flood"))
