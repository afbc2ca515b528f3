from collections import Counter
from random import Random

from quizzes.engine.assembly import order
from quizzes.engine.items.draft import AnswerClass
from quizzes.engine.items.values import Interaction, Kind, Option, Prompt
from tests.engine.assembly.proposals import NAMES, choice, proposal, truth


def place(proposal):
    return next(index for index, option in enumerate(proposal.draft.options) if option.key)


def test_keys_take_every_place_equally_often():
    ordered = order([choice(n, name) for n, name in enumerate(NAMES)], Random(1))
    assert Counter(map(place, ordered)) == {0: 2, 1: 2, 2: 2, 3: 2}


def test_options_stay_the_same_set():
    before = choice(1, "Norway")
    (after,) = order([before], Random(5))
    assert sorted(option.text for option in after.draft.options) == sorted(o.text for o in before.draft.options)


def test_true_false_stays():
    before = truth(1, "True")
    assert order([before], Random(5)) == [before]


def test_events_are_mixed_and_places_stay():
    events = ("A mill burned", "A bridge opened", "A ferry sank")
    unordered = proposal(
        "Put these events in order.",
        " → ".join(events),
        kind=Kind.ORDERING,
        interaction=Interaction.ORDER,
        options=tuple(Option(event, True, "why") for event in events),
        prompts=tuple(Prompt(str(at), event) for at, event in enumerate(events, start=1)),
    )
    sentences = tuple(Option(f"Sentence {at}", at == 6, "why") for at in range(1, 7))
    located = proposal(
        "Which sentence?", "Sentence 6", kind=Kind.LOCATE, interaction=Interaction.CHOICE, options=sentences
    )
    for seed in range(20):
        mixed, kept = order([unordered, located], Random(seed))
        shown = tuple(option.text for option in mixed.draft.options)
        assert sorted(shown) == sorted(events)
        assert shown not in {events, events[::-1]}
        assert kept.draft.options == sentences


def test_sentences_offered_for_a_gap_are_mixed():
    texts = ("A mill burned.", "A bridge opened.", "A ferry sank.", "Bees slept.")
    gap = proposal(
        "In paragraph 1, which sentence stands in the gap?",
        texts[0],
        kind=Kind.INSERTION,
        interaction=Interaction.CHOICE,
        answer_class=AnswerClass.MISSING,
        options=tuple(Option(text, text == texts[0], "why") for text in texts),
    )
    assert {place(order([gap], Random(seed))[0]) for seed in range(40)} == {0, 1, 2, 3}
