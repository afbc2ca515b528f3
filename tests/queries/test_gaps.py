"""Several gaps: inputs, what was typed, and what is shown of it."""

import pytest

from quizzes.models import ItemRevision, Response
from quizzes.queries.feedback import Outcome, feedback_on, given_text, outcome_of
from quizzes.queries.gaps import filled_gaps, gap_count, gap_rows
from quizzes.queries.pairs import count_pairs, inputs_of, is_partial, pairs_of, select_rows
from tests import factories

WORDING = ItemRevision(
    interaction="text_entry",
    stem="The harbour at _____ was closed in _____.",
    keys=["Vell; 1974"],
    prompts=[{"text": "1", "match": "Vell|Port Vell", "source": None}, {"text": "2", "match": "1974", "source": None}],
)
PLAIN = ItemRevision(interaction="text_entry", keys=["1974"])


def test_inputs_hold_what_is_stored_or_was_just_sent():
    assert [row.name for row in gap_rows(WORDING, {})] == ["gap_0", "gap_1"]
    assert [row.value for row in gap_rows(WORDING, {"gaps": ["Vell", ""]})] == ["Vell", ""]
    assert [row.value for row in gap_rows(WORDING, {"gap_1": "1974"})] == ["", "1974"]
    assert inputs_of(WORDING, {"gaps": ["Vell", ""]}) == {"gap_0": "Vell"}


@pytest.mark.parametrize("wording", [PLAIN, ItemRevision(interaction="match", prompts=[{"text": "a", "match": "b"}])])
def test_other_items_have_no_gaps(wording):
    assert (gap_count(wording), gap_rows(wording, {}), filled_gaps(wording, {})) == (0, [], ())


def test_each_gap_has_its_verdict_and_its_letters():
    town, year = filled_gaps(WORDING, {"gaps": ["port vell", "1975"]})
    assert (town.is_right, town.key, town.spelling) == (True, "Vell", ())
    assert (year.is_right, year.given) == (False, "1975")
    assert ("insert", "4") in year.spelling


def test_gaps_are_no_pairs():
    assert pairs_of(WORDING, {"gaps": ["a", "b"]}, (), ()) == ()
    assert select_rows(WORDING, [], {}) == []


def test_an_empty_gap_makes_an_answer_partial():
    assert is_partial({"gaps": ["Vell", ""]})
    assert not is_partial({"gaps": ["Vell", "1974"]})


def test_slips_are_counted_gap_by_gap():
    rows = count_pairs(WORDING, [{"gaps": ["Vell", "1947"]}, {"gaps": ["Port Vell", "1947"]}, {"gaps": ["", "1974"]}])
    assert [(row.right, row.count, row.slip, row.slips) for row in rows] == [("Vell", 2, "", 0), ("1974", 1, "1947", 2)]


def test_half_the_gaps_are_part_of_the_mark():
    response = Response(given={"gaps": ["Vell", ""]}, fraction=0.5)
    assert outcome_of(response, WORDING) == Outcome.PART
    assert given_text(WORDING, response) == "Vell; –"


def test_feedback_shows_every_gap(instructor, classroom, learner):
    source = factories.article(instructor)
    one = factories.item(
        source,
        kind="cloze",
        interaction="text_entry",
        options=None,
        stem=WORDING.stem,
        keys=WORDING.keys,
        prompts=WORDING.prompts,
        state="approved",
    )
    given = factories.assignment(classroom, factories.quiz_of(instructor, one))
    slot = factories.attempt(given, learner).slots.get()
    slot.newest_responses = [Response(given={"gaps": ["Vell", "1947"]}, fraction=0.5)]
    feedback = feedback_on(slot, {1: factories.TEXT[0]})
    assert [gap.is_right for gap in feedback.gaps] == [True, False]
    assert feedback.share == ": 1 of 2"
