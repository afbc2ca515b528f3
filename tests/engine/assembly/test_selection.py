from collections import Counter
from dataclasses import replace
from random import Random

import pytest

from quizzes.engine.assembly import choose
from quizzes.engine.items.draft import AnswerClass
from quizzes.engine.items.values import Kind, Option
from tests.engine.assembly.proposals import NAMES, proposal, truth


def pick(proposals, seed=0, maximum=None, kinds=None):
    return choose(proposals, random=Random(seed), maximum=maximum, kinds=kinds)


def spread(count, **fields):
    return [
        proposal(f"Who grows crop{n} on hill{n} near river{n}?", f"Key{n}", paragraph=n, **fields) for n in range(count)
    ]


def test_best_first():
    chosen = pick([proposal(f"Who is number{n}, of city{n}?", f"K{n}", paragraph=n, score=n / 10) for n in range(9)])
    assert [one.score for one in chosen] == sorted((one.score for one in chosen), reverse=True)


def test_one_item_a_fact_and_one_a_key():
    assert len(pick([proposal("Who sank it?", key) for key in NAMES])) == 1
    assert len(pick([proposal(f"Who has crop{n} and hill{n}?", "Norway", paragraph=n) for n in range(5)])) == 1


def test_maximum_and_kinds_are_kept():
    assert len(pick(spread(9), maximum=4)) == 4
    assert pick(spread(9), kinds=[Kind.CLOZE]) == []


@pytest.mark.parametrize("trues", [0, 1, 2, 5, 9])
@pytest.mark.parametrize("falses", [1, 2, 4])
def test_true_and_false_stand_in_balance(trues, falses):
    chosen = pick([truth(n, "True") for n in range(trues)] + [truth(20 + n, "False") for n in range(falses)])
    keys = [one.draft.keys[0] for one in chosen]
    if len(keys) > 1:
        assert 0.4 <= keys.count("True") / len(keys) <= 0.6


def test_another_seed_chooses_other_near_equals():
    picks = {tuple(one.draft.stem for one in pick(spread(12), seed, maximum=5)) for seed in range(6)}
    assert len(picks) > 1
    assert pick(spread(12), 3, maximum=5) == pick(spread(12), 3, maximum=5)


def test_at_most_two_items_of_pairs():
    pairs = [
        proposal(f"Match river{n} with bridge{n} and lake{n}.", f"pair{n}", paragraph=n, kind=Kind.MATCHING)
        for n in range(1, 5)
    ]
    assert len(pick(pairs)) == 2


def test_pairs_and_orders_come_before_items_of_their_sentences():
    order = proposal("Put river, bridge and lake in order.", "a → b", paragraph=1, kind=Kind.ORDERING, score=0.6)
    single = proposal("Who crossed the river?", "Norway", paragraph=1, score=0.7)
    assert pick([single, order]) == [order]


@pytest.mark.parametrize(("kind", "most"), [(Kind.LOCATE, 4), (Kind.INSERTION, 3), (Kind.CLOZE, 6)])
def test_no_kind_takes_more_than_its_part_of_a_set(kind, most):
    others = [proposal(f"Who grows corn{n} in vale{n}?", f"Name{n}", paragraph=20 + n) for n in range(6)]
    chosen = pick([*spread(6, kind=kind, score=0.9), *others])
    assert len([one for one in chosen if one.draft.kind is kind]) == most


def test_a_kind_that_alone_was_asked_for_takes_the_whole_set():
    assert len(pick(spread(6, kind=Kind.INSERTION), kinds=[Kind.INSERTION])) == 6


def test_of_a_kind_that_takes_too_much_the_lowest_go():
    found = [proposal(f"Row{n} of hill{n}?", f"Key{n}", paragraph=n, kind=Kind.LOCATE, score=n / 10) for n in range(9)]
    assert [one.score for one in pick(found)] == [0.8, 0.7, 0.6]


def test_what_is_too_much_of_a_kind_makes_room_for_others_of_its_sentence():
    insertions = spread(6, kind=Kind.INSERTION, score=0.9)
    beside = [proposal(f"Who grows crop{n} on hill{n}?", f"Grower{n}", paragraph=n, score=0.5) for n in range(6)]
    found = [
        replace(one, draft=replace(one.draft, fact=other.draft.fact))
        for one, other in zip(beside, insertions, strict=True)
    ]
    others = [proposal(f"Who grows corn{n} in vale{n}?", f"Name{n}", paragraph=20 + n) for n in range(6)]
    chosen = pick([*insertions, *found, *others])
    assert Counter(one.draft.kind for one in chosen) == {Kind.INSERTION: 3, Kind.SHORT_ANSWER: 9}


def test_few_insertions_belong_before_the_first_sentence():
    places = (Option("Before sentence 1", True, ""), Option("After sentence 1", False, ""))
    others = [proposal(f"Who grows corn{n} in vale{n}?", f"Name{n}", paragraph=20 + n) for n in range(14)]
    chosen = pick([*spread(4, kind=Kind.INSERTION, score=0.9, options=places), *others])
    assert len([one for one in chosen if one.draft.kind is Kind.INSERTION]) == 2


def test_few_questions_offer_sentences_for_a_gap():
    sentences = [
        proposal(
            "Which one?",
            f"Crop{n} grew on hill{n}.",
            paragraph=n,
            kind=Kind.INSERTION,
            answer_class=AnswerClass.MISSING,
            score=0.9,
            options=(Option(f"Crop{n} grew on hill{n}.", True, ""),),
        )
        for n in range(6)
    ]
    others = [proposal(f"Who grows corn{n} in vale{n}?", f"Name{n}", paragraph=20 + n) for n in range(6)]
    chosen = pick([*sentences, *others])
    assert len([one for one in chosen if one.draft.answer_class is AnswerClass.MISSING]) == 3


def test_few_questions_ask_what_a_pronoun_means():
    pronouns = spread(6, kind=Kind.MULTIPLE_CHOICE, answer_class=AnswerClass.REFERENT, score=0.9)
    others = [proposal(f"Who grows corn{n} in vale{n}?", f"Name{n}", paragraph=20 + n) for n in range(6)]
    chosen = pick([*pronouns, *others])
    assert len([one for one in chosen if one.draft.answer_class is AnswerClass.REFERENT]) == 3


def test_one_of_several_of_a_kind_gives_way_to_the_first_of_another():
    others = [replace(one, recommended=False) for one in spread(4, score=0.9)]
    located = proposal("Which sentence shows that it rained?", "Sentence 2", paragraph=2, kind=Kind.LOCATE, score=0.3)
    located = replace(located, draft=replace(located.draft, fact=others[2].draft.fact))
    chosen = pick([*others, located])
    assert len(chosen) == 4
    assert located in chosen


def test_a_recommended_item_does_not_give_way_to_another_kind():
    others = [replace(one, recommended=True) for one in spread(4, score=0.9)]
    located = proposal("Which sentence shows that it rained?", "Sentence 2", paragraph=2, kind=Kind.LOCATE, score=0.5)
    located = replace(located, draft=replace(located.draft, fact=others[2].draft.fact), recommended=False)
    assert located not in pick([*others, located])


@pytest.mark.parametrize("seed", range(5))
def test_what_clashes_with_nothing_does_not_change_the_choice_of_the_others(seed):
    rivals = [
        proposal(f"Who grows crop{n} on hill{n}?", f"Key{n}-{m}", paragraph=n, score=0.5)
        for n in range(6)
        for m in range(3)
    ]
    more = proposal("Who rows to vale9?", "Otto Lund", paragraph=9, score=0.4)
    assert {one.draft.keys for one in pick([more, *rivals], seed)} == {
        ("Otto Lund",),
        *(one.draft.keys for one in pick(rivals, seed)),
    }


def test_an_item_gives_way_to_another_about_its_fact_where_that_makes_room_for_one_more():
    first = proposal("Who built the mill of Leith by the river?", "Ada Holm", paragraph=1, score=0.9)
    beside = proposal("Of what did the builder make a mill?", "stone", paragraph=1, score=0.88)
    beside = replace(beside, draft=replace(beside.draft, fact=first.draft.fact))
    other = proposal("Who built the mill of Leith by the river in May?", "Otto Lund", paragraph=2, score=0.8)
    assert {one.draft.stem for one in pick([first, beside, other])} == {beside.draft.stem, other.draft.stem}


def test_a_kind_that_is_recommended_and_not_there_yet_comes_before_more_of_another():
    short = [proposal(f"Who grows corn{n} in vale{n}?", f"Name{n}", paragraph=n, score=0.8) for n in range(4)]
    locate = proposal("Which sentence tells of rivers?", "Sentence 2", paragraph=9, kind=Kind.LOCATE, score=0.75)
    assert locate in pick([*short, locate], maximum=3)
