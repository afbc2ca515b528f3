from dataclasses import replace

import pytest

from benchmarks import sets
from quizzes.engine.items.values import Evidence, Interaction, ItemContent, Kind, Option
from tests.engine.sample import generation

QUOTED = (Evidence(1, 0, 30, "The storm sank the boat in 1963.", "", ""),)
BASE = ItemContent(
    id="a",
    kind=Kind.SHORT_ANSWER,
    interaction=Interaction.TEXT_ENTRY,
    context=None,
    stem="In what year did the storm sink the night ferry?",
    options=None,
    prompts=None,
    keys=("1963",),
    evidence=QUOTED,
    explanation="",
    fact="",
    rule="when",
    difficulty=0.5,
    score=0.5,
    recommended=True,
)
OTHER = replace(
    BASE,
    stem="Who built fourteen ferries before retiring?",
    keys=("Clara Weiss",),
    evidence=(replace(QUOTED[0], paragraph=2),),
)


def truth(key):
    return replace(BASE, kind=Kind.TRUE_FALSE, stem=f"Statement {key}.", keys=(key,), evidence=())


def choice(place, *texts):
    options = tuple(Option(text, index == place, "") for index, text in enumerate(texts))
    return replace(BASE, kind=Kind.MULTIPLE_CHOICE, options=options, keys=(texts[place],))


def test_a_sound_set_has_no_faults():
    assert list(sets.faults([BASE, OTHER, truth("True"), truth("False")])) == []


@pytest.mark.parametrize(
    "stem",
    [
        "The storm came in _____.",  # the same key from the same sentence
        "In what year did a storm sink the ferry at night?",  # nearly the same words
    ],
)
def test_one_fact_is_asked_once(stem):
    assert sets.twice(BASE, replace(BASE, stem=stem))


def test_two_facts_of_one_sentence_may_stand_together():
    assert not sets.twice(BASE, replace(OTHER, evidence=QUOTED))


def test_a_key_beside_the_words_that_ask_for_it_is_given_away():
    telling = replace(OTHER, stem="Who saw the storm that did sink the ferry in 1963?")
    assert sets.gives_away(telling, BASE)
    assert any("gives away" in fault for fault in sets.faults([BASE, telling]))


def test_a_context_line_gives_away_too():
    assert sets.gives_away(replace(OTHER, context="The storm sank the ferry in 1963."), BASE)


def test_a_key_elsewhere_is_not():
    assert not sets.gives_away(replace(OTHER, stem="Who retired in 1963?"), BASE)


@pytest.mark.parametrize(
    ("keys", "share"),
    [(["True"], None), (["True", "True"], 1.0), (["True", "False"], 0.5), ([], None)],
)
def test_true_share(keys, share):
    assert sets.true_share([truth(key) for key in keys]) == share


def test_too_many_true_ones_are_a_fault():
    assert list(sets.faults([truth("True"), replace(truth("True"), stem="Else.")])) == ["100 % of true/false are true"]


def test_longest_share_counts_keys_longer_than_all_others():
    items = [choice(0, "longest", "one", "two", "six"), choice(1, "longest", "one", "two", "sixty")]
    assert sets.longest_share(items) == 0.5
    assert sets.longest_share([]) == 0


def test_positions_are_shares():
    items = [choice(place, "one", "two", "six", "ten") for place in (0, 0, 3, 1)]
    assert sets.positions(items) == [0.5, 0.25, 0.0, 0.25]


def test_the_engine_makes_a_sound_set():
    assert list(sets.faults(generation().items)) == []
