from dataclasses import replace

import pytest

from quizzes.engine.assembly import Refusal, Refusals
from quizzes.engine.assembly.refused import is_whole
from quizzes.engine.items.values import Interaction, Kind, Option, Prompt
from quizzes.engine.pipeline import generate
from tests.engine.assembly.proposals import proposal
from tests.engine.sample import generation, paragraphs

WHO = "Who sank the boat?"


def kept(limit=300, **options):
    return generate(paragraphs(), keep_refused=limit, **options)


def option(text, *, key=False):
    return Option(text, key, "")


def test_refused_drafts_come_as_items_with_code_and_reason():
    found = kept().refused
    assert found
    assert all(draft.code and draft.reason and draft.item.evidence for draft in found)
    assert all(not draft.item.recommended for draft in found)
    for quotation in [quotation for draft in found for quotation in draft.item.evidence]:
        assert paragraphs()[quotation.paragraph - 1].text[quotation.start : quotation.end] == quotation.exact


def test_keeping_them_changes_no_item():
    assert kept().items == generation(0).items
    assert generation(0).refused == ()


def test_each_once_and_none_that_is_shown():
    made = kept()
    ids = [draft.item.id for draft in made.refused]
    assert len(set(ids)) == len(ids)
    assert not set(ids) & {item.id for item in made.items}


def test_best_first_and_at_most_as_many_as_asked_for():
    few = kept(3).refused
    assert list(few) == list(kept().refused[:3])
    scores = [draft.item.score for draft in kept().refused]
    assert scores == sorted(scores, reverse=True)


def test_only_kinds_that_were_asked_for():
    assert {draft.item.kind for draft in kept(kinds=[Kind.TRUE_FALSE]).refused} <= {Kind.TRUE_FALSE}


def test_a_long_text_keeps_no_more_than_the_limit():
    refusals = Refusals(2)
    for n in range(50):
        refusals.add(Refusal("F2", "", proposal(WHO, f"Key{n}", score=n / 50)))
    assert [refusal.proposal.score for refusal in refusals.best()] == [0.98, 0.96]
    assert len(refusals._kept) <= 4


@pytest.mark.parametrize(
    ("change", "whole"),
    [
        ({}, True),
        ({"keys": ()}, False),
        ({"options": ()}, False),
        ({"options": (option("Norway", key=True),)}, False),
        ({"options": (option("Norway", key=True), option("Norway"))}, False),
        ({"options": (option("Norway"), option("Sweden"))}, False),
        ({"options": (), "interaction": Interaction.TEXT_ENTRY}, True),
        ({"interaction": Interaction.MATCH, "prompts": (Prompt("a", "Norway"), Prompt("b", "Atlantis"))}, False),
        ({"interaction": Interaction.ORDER, "prompts": (Prompt("1", "Norway"),)}, False),
    ],
)
def test_only_what_can_be_answered_is_kept(change, whole):
    options = (option("Norway", key=True), option("Sweden"))
    draft = proposal(WHO, "Norway", interaction=Interaction.CHOICE, options=options).draft
    assert is_whole(replace(draft, **change)) is whole


def test_the_same_seed_gives_the_same_refused_drafts():
    assert kept(seed=3).refused == kept(seed=3).refused
