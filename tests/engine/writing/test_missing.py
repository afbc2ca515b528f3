"""Missing sentence: held by its neighbours, among sentences that would not stand in its gap."""

import pytest

from quizzes.engine.items.draft import AnswerClass, Draft
from quizzes.engine.items.values import GAP, Kind
from tests.engine.articles import drafts

BRIDGE = (
    "The town of Leith had no bridge. In the end the council hired an engineer from Oslo for the harbour. "
    "The engineer asked for two years and a house by the river. Snow fell early in that year."
)
MILL = (
    "Ada Holm kept a mill on the hill. In the autumn she sold the mill to a baker of the harbour. "
    "The baker baked for all the ships in the harbour. Bees slept in the roof."
)
SCHOOL = (
    "The school stood beside the church. A teacher from Vell brought the harbour a globe of painted tin. "
    "The globe fell from the window of the church in May. Rain spoiled the paint."
)
CHART = (
    "Fishermen left at dawn for the islands. The pilot of the harbour lost his chart in a storm. "
    "The chart was never found again by the men of the harbour. Nobody sailed in winter."
)
TEXT = (BRIDGE, MILL, SCHOOL, CHART)


def missing(*texts: str) -> dict[int, Draft]:
    """Return the first draft of each paragraph by its number."""
    found: dict[int, Draft] = {}
    for draft in drafts(*texts):
        if draft.rule == "missing-sentence":
            found.setdefault(draft.fact.paragraph, draft)
    return found


@pytest.mark.parametrize(
    ("paragraph", "sentence", "why"),
    [
        (
            1,
            "In the end the council hired an engineer from Oslo for the harbour.",
            "“The engineer” in the sentence after takes up “an engineer” (paragraph 1).",
        ),
        (
            2,
            "In the autumn she sold the mill to a baker of the harbour.",
            "“She” takes up “Ada Holm” in the sentence before; “The baker” in the sentence after takes up “a baker”",
        ),
        (
            3,
            "A teacher from Vell brought the harbour a globe of painted tin.",
            "“The globe” in the sentence after takes up “a globe” (paragraph 3).",
        ),
    ],
)
def test_the_sentence_that_its_neighbours_hold(paragraph, sentence, why):
    draft = missing(*TEXT)[paragraph]
    assert draft.keys == (sentence,)
    assert draft.explanation.lower().startswith(why.lower())
    assert (draft.kind, draft.answer_class) == (Kind.INSERTION, AnswerClass.MISSING)


def test_the_neighbours_stand_above_the_question_with_the_gap_between_them():
    draft = missing(*TEXT)[1]
    assert draft.context is not None
    assert f"{draft.context.replace(GAP, draft.keys[0])} Snow fell early in that year." == BRIDGE
    assert draft.stem == "In paragraph 1, which sentence stands in the gap?"


def test_wrong_sentences_are_of_other_paragraphs_and_say_what_does_not_fit():
    draft = missing(*TEXT)[1]
    wrong = [option for option in draft.options if not option.key]
    assert len(wrong) == 3
    assert all(option.source is not None and option.source.paragraph != 1 for option in wrong)
    told = next(option.rationale for option in wrong if option.text.startswith("The pilot"))
    assert told == (
        "It stands in paragraph 4; “the pilot” does not come up in paragraph 1. "
        "“The engineer” after the gap would take up nothing."
    )


def test_a_wrong_sentence_is_told_apart_by_a_name_first():
    told = {option.text[:9]: option.rationale for option in missing(*TEXT)[1].options}
    assert "“Vell” does not come up in paragraph 1" in told["A teacher"]


def test_a_wrong_sentence_opens_no_paragraph_and_shares_a_word_round_the_gap():
    texts = [option.text for option in missing(*TEXT)[1].options if not option.key]
    assert all("harbour" in text for text in texts)
    apart = SCHOOL.replace("brought the harbour a globe", "brought them a globe")
    assert 1 not in missing(BRIDGE, MILL.replace("harbour", "bay"), apart, CHART.replace("harbour", "bay"))


def test_no_wrong_sentence_brings_in_what_the_next_one_takes_up():
    other = MILL.replace("to a baker of the harbour", "to the engineer of the harbour")
    assert not any("engineer" in option.text for option in missing(BRIDGE, other, SCHOOL, CHART)[1].options[1:])


@pytest.mark.parametrize(
    "texts",
    [
        pytest.param((BRIDGE,), id="no other paragraph"),
        pytest.param((BRIDGE, "Rain fell. Snow fell. Hail fell. Nobody came."), id="too few sentences of its length"),
        pytest.param(
            (
                "Rain fell on the roofs of Leith all spring. Snow lay there in the cold of winter. Bees slept.",
                *TEXT[1:],
            ),
            id="nothing ties its sentences",
        ),
        pytest.param(
            (BRIDGE.replace("by the river.", f"{'by the river and ' * 40}by the sea."), *TEXT[1:]),
            id="too long to be shown",
        ),
        pytest.param(
            (
                "Rain fell all spring in Leith. Nine men of the harbour sold boats and nets to bakers in Vell. "
                "On this scale nobody had ever bought anything before. Snow fell in May.",
                *TEXT[1:],
            ),
            id="the sentence before says nothing of this scale",
        ),
    ],
)
def test_no_gap_in_the_first_paragraph(texts):
    assert 1 not in missing(*texts)


def test_the_authors_own_voice_is_not_taken_out():
    draft = missing(BRIDGE.replace("In the end the council", "In the end we"), *TEXT[1:])[1]
    assert draft.keys[0].startswith("The engineer asked")


def test_a_wrong_sentence_leans_on_nothing_before_it():
    leaning = SCHOOL.replace("A teacher from Vell", "Their teacher from Vell")
    wrong = [o.text for d in missing(BRIDGE, MILL, leaning, CHART).values() for o in d.options if not o.key]
    assert wrong
    assert not any(text.startswith("Their") for text in wrong)
