"""The checks of pairs, orders and places, with sets that pass and that they refuse."""

from dataclasses import replace

import pytest

from quizzes.engine.items.draft import AnswerClass
from quizzes.engine.items.values import Interaction, Kind, Option, Prompt, Source
from quizzes.engine.vetting import Case, findings, refusal
from tests.engine.cases import case

TEXT = (
    "Clara Weiss drew a map of Norway in 1911.\n\nA storm off Fife sank nine boats in 1924."
    "\n\nOmar Haddad sold the Leith mill to a bank in 1937."
)
EVENTS = (
    "Clara Weiss drew a map of Norway",
    "A storm off Fife sank nine boats",
    "Omar Haddad sold the Leith mill to a bank",
)
PLACES = tuple(Source(number, 0, len(block)) for number, block in enumerate(TEXT.split("\n\n"), start=1))


def order(events=EVENTS, **fields):
    built = case("Put these events in order, the earliest first.", "1911", text=TEXT)
    draft = replace(
        built.draft,
        kind=Kind.ORDERING,
        interaction=Interaction.ORDER,
        answer_class=AnswerClass.ORDER,
        keys=(" → ".join(events),),
        options=tuple(Option(text, True, "why", place) for text, place in zip(events, PLACES, strict=False)),
        prompts=tuple(Prompt(str(at), text, None) for at, text in enumerate(events, start=1)),
        more_evidence=PLACES[1:],
        key_source=None,
    )
    return Case(replace(draft, **fields), built.paragraphs, built.analysis)


def match(pairs, **fields):
    built = order()
    draft = replace(
        built.draft,
        kind=Kind.MATCHING,
        interaction=Interaction.MATCH,
        answer_class=AnswerClass.PAIRS,
        stem="Match each event with its year.",
        keys=("pairs",),
        options=tuple(Option(year, True, "why", place) for (_, year), place in zip(pairs, PLACES, strict=True)),
        prompts=tuple(Prompt(text, year) for text, year in pairs),
    )
    return Case(replace(draft, **fields), built.paragraphs, built.analysis)


YEARS = tuple(zip(EVENTS, ("1911", "1924", "1937"), strict=True))


def gap(*wrong, **fields):
    """A missing sentence with the first event as its key."""
    built = order()
    draft = replace(
        built.draft,
        kind=Kind.INSERTION,
        interaction=Interaction.CHOICE,
        answer_class=AnswerClass.MISSING,
        stem="In paragraph 1, which sentence stands in the gap?",
        keys=(EVENTS[0],),
        key_source=PLACES[0],
        prompts=(),
        more_evidence=(),
        options=(Option(EVENTS[0], True, "why", PLACES[0]), *(Option(text, False, "why") for text in wrong)),
    )
    return Case(replace(draft, **fields), built.paragraphs, built.analysis)


def code(built):
    return refusal(findings(built))


def test_sound_pairs_and_orders_pass():
    assert findings(order()) == []
    assert findings(match(YEARS)) == []


@pytest.mark.parametrize(
    ("built", "expected"),
    [
        (order(EVENTS[:2]), "D1"),
        (order(more_evidence=PLACES[1:2]), "E1"),
        (order(more_evidence=(PLACES[1], Source(3, 0, 900))), "E1"),
        (order(("Clara Weiss drew the first map of Norway", *EVENTS[1:])), "F5"),
        (order((EVENTS[0], EVENTS[1], "He sold the Leith mill to a bank")), "F2"),
        (order((EVENTS[0], EVENTS[0], EVENTS[2])), "D1"),
        (match((*YEARS[:2], (EVENTS[2], "1924"))), "D1"),
        (match((("Clara Weiss drew a map in 1911 of Norway", "1911"), *YEARS[1:])), "F5"),
    ],
)
def test_each_fault_is_found(built, expected):
    assert code(built) == expected


@pytest.mark.parametrize(
    ("key", "count", "expected"), [("Sentence 2", 3, None), ("Sentence 2", 2, "D1"), ("Sentence 9", 3, "D1")]
)
def test_places_have_one_key(key, count, expected):
    built = order()
    options = tuple(Option(f"Sentence {at}", at == 2, "why", PLACES[0]) for at in range(1, count + 1))
    draft = replace(
        built.draft, kind=Kind.INSERTION, interaction=Interaction.CHOICE, options=options, prompts=(), keys=(key,)
    )
    assert code(Case(draft, built.paragraphs, built.analysis)) == expected


def test_three_other_sentences_stand_beside_a_missing_one():
    assert code(gap(*EVENTS[1:], "Bees slept in the roof of the mill")) is None
    assert code(gap(*EVENTS[1:])) == "D1"
    assert code(gap(*EVENTS[1:], EVENTS[1])) == "D1"


def test_a_missing_sentence_is_not_clearly_the_longest():
    found = findings(gap("Bees slept", "Snow fell", "A ferry sank"))
    assert [finding.code for finding in found if finding.minor] == ["M1"]
