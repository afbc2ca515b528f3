from collections import Counter
from random import Random

from quizzes.engine.assembly import order
from tests.engine.assembly.proposals import NAMES, choice, truth


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
