"""Grading again is the preview with the write; what was set by hand stays, and everything is logged."""

from datetime import timedelta
from decimal import Decimal

import pytest

from quizzes.models import Assignment, MarkChange, Response
from quizzes.queries.regrading import preview_of
from quizzes.queries.scores import score_of
from quizzes.services.regrading import RegradeError, mark_by_hand, regrade
from tests import factories
from tests.sittings import reworded, sit, typed_assignment

NOW = factories.NOW
LATER = NOW + timedelta(days=1)


@pytest.fixture
def source(instructor):
    return factories.article(instructor)


@pytest.fixture
def assignment(instructor, classroom, source):
    return typed_assignment(instructor, classroom, source)


@pytest.fixture
def slot(assignment):
    return assignment.quiz.slots.get()


def run(user, assignment, slot, wording, **fields):
    expected = preview_of(assignment, slot, wording).digest
    return regrade(
        user, assignment=assignment, slot=slot, wording=wording, **({"expected": expected, "now": LATER} | fields)
    )


def only_response() -> Response:
    return Response.objects.get(is_current=True)


def test_a_further_answer_is_accepted_and_logged(instructor, learner, assignment, slot):
    attempt = sit(learner, assignment, {"text": "the North Sea"})
    wording = reworded(slot, keys=["Vell Sea", "North Sea"])
    assert score_of(attempt).mark == 0
    run(instructor, assignment, slot, wording)
    row, change = only_response(), MarkChange.objects.get()
    assert (row.fraction, row.mark, row.accepted_by) == (1.0, Decimal(1), ["articles", "aliases"])
    assert (change.old_mark, change.new_mark, change.old_fraction, change.new_fraction) == (0, 1, 0.0, 1.0)
    assert (change.cause, change.actor, change.created_at) == ("regrade", instructor, LATER)
    assert change.note == "“the North Sea” is now accepted"
    assert score_of(attempt).mark == 1


def test_the_preview_is_the_run_without_the_write(instructor, classroom, learner, assignment, slot):
    sit(learner, assignment, {"text": "North Sea"})
    sit(factories.learner(classroom), assignment, {"text": "North Sea"})
    sit(factories.learner(classroom), assignment, {"text": "Vell Sea"})
    wording = reworded(slot, keys=["North Sea"])
    before = list(Response.objects.order_by("pk").values_list("mark", flat=True))
    preview = preview_of(assignment, slot, wording)
    assert list(Response.objects.order_by("pk").values_list("mark", flat=True)) == before
    assert [group.sentence for group in preview.groups] == [
        "2 learners gain because “North Sea” is now accepted.",
        "1 learner loses because “Vell Sea” is no longer accepted.",
    ]
    done = run(instructor, assignment, slot, wording)
    assert [(row.response.pk, row.mark) for row in done.changes] == [
        (row.response.pk, row.mark) for row in preview.changes
    ]
    assert MarkChange.objects.count() == 3


def test_the_second_run_changes_nothing(instructor, learner, assignment, slot):
    sit(learner, assignment, {"text": "North Sea"})
    wording = reworded(slot, keys=["North Sea"])
    expected = preview_of(assignment, slot, wording).digest
    for _again in range(2):
        run(instructor, assignment, slot, wording, expected=expected)
    assert MarkChange.objects.count() == 1


def test_going_back_to_the_first_wording_gives_the_first_marks(instructor, learner, assignment, slot):
    sit(learner, assignment, {"text": "Vell Sea"})
    run(instructor, assignment, slot, reworded(slot, keys=["North Sea"]))
    assert only_response().mark == 0
    run(instructor, assignment, slot, slot.item_revision)
    assert only_response().mark == 1


def test_a_rule_switched_off_takes_marks(instructor, learner, assignment, slot):
    sit(learner, assignment, {"text": "vell sea"})
    run(instructor, assignment, slot, reworded(slot, grading={"case": False}))
    assert only_response().mark == 0


def test_the_pinned_wording_stays(instructor, learner, assignment, slot):
    attempt = sit(learner, assignment, {"text": "North Sea"})
    run(instructor, assignment, slot, reworded(slot, keys=["North Sea"]))
    assert attempt.slots.get().item_revision_id == slot.item_revision_id
    assert only_response().given == {"text": "North Sea"}


def test_a_mark_set_by_hand_stays(instructor, learner, assignment, slot):
    sit(learner, assignment, {"text": "North Sea"})
    mark_by_hand(instructor, response=only_response(), mark=Decimal("0.5"), note="Nearly.", now=LATER)
    wording = reworded(slot, keys=["North Sea"])
    assert preview_of(assignment, slot, wording).by_hand == 1
    run(instructor, assignment, slot, wording)
    assert only_response().mark == Decimal("0.5")


def test_an_open_attempt_is_left_alone(instructor, learner, assignment, slot):
    sit(learner, assignment, {"text": "North Sea"}, finish=False)
    wording = reworded(slot, keys=["North Sea"])
    preview = preview_of(assignment, slot, wording)
    assert (preview.changes, preview.graded, preview.under_way) == ((), 0, 1)


def test_another_classroom_is_left_alone(instructor, learner, assignment, slot):
    room = factories.classroom(instructor, name="9A")
    elsewhere = factories.assignment(room, assignment.quiz, mode=Assignment.Mode.GRADED)
    sit(factories.learner(room), elsewhere, {"text": "North Sea"})
    assert preview_of(assignment, slot, reworded(slot, keys=["North Sea"])).graded == 0


@pytest.fixture
def choice(instructor, classroom, source):
    one = factories.item(source, state="approved")
    return factories.assignment(classroom, factories.quiz_of(instructor, one), mode=Assignment.Mode.GRADED)


def test_an_option_is_known_by_its_text(instructor, learner, choice):
    slot = choice.quiz.slots.get()
    sit(learner, choice, {"choice": 1})
    turned = [{**option, "key": option["text"] == "1979"} for option in reversed(slot.item_revision.options)]
    run(instructor, choice, slot, reworded(slot, options=turned, keys=["1979"]))
    assert only_response().mark == 1
    assert only_response().given == {"choice": 1}


def test_another_number_of_options_is_refused(instructor, learner, choice):
    slot = choice.quiz.slots.get()
    sit(learner, choice, {"choice": 1})
    wording = reworded(slot, options=slot.item_revision.options[:2])
    with pytest.raises(RegradeError, match="another number of options"):
        run(instructor, choice, slot, wording)


def test_another_interaction_is_refused(instructor, learner, choice):
    slot = choice.quiz.slots.get()
    wording = reworded(slot, options=None, interaction="text_entry")
    with pytest.raises(RegradeError, match="answered in another way"):
        run(instructor, choice, slot, wording)


def test_another_number_of_gaps_is_refused(instructor, learner, assignment, slot):
    wording = reworded(slot, prompts=[{"text": "1", "match": "a", "source": None}] * 2)
    with pytest.raises(RegradeError, match="lines or gaps"):
        run(instructor, assignment, slot, wording)


def test_answers_that_came_in_since_are_looked_at_first(instructor, classroom, learner, assignment, slot):
    sit(learner, assignment, {"text": "North Sea"})
    wording = reworded(slot, keys=["North Sea"])
    expected = preview_of(assignment, slot, wording).digest
    sit(factories.learner(classroom), assignment, {"text": "North Sea"})
    with pytest.raises(RegradeError, match="have changed since"):
        run(instructor, assignment, slot, wording, expected=expected)
    assert not MarkChange.objects.exists()


@pytest.mark.parametrize("persona", ["assistant", "learner", "outsider"])
def test_only_an_instructor_of_the_classroom_may(request, persona, learner, assignment, slot):
    sit(learner, assignment, {"text": "North Sea"})
    user, wording = request.getfixturevalue(persona), reworded(slot, keys=["North Sea"])
    with pytest.raises(RegradeError, match="Only instructors"):
        run(user, assignment, slot, wording)
    with pytest.raises(RegradeError, match="Only instructors"):
        mark_by_hand(user, response=only_response(), mark=Decimal(1), now=LATER)


def test_a_mark_by_hand_is_logged_once(instructor, learner, assignment):
    sit(learner, assignment, {"text": "North Sea"})
    for _again in range(2):
        mark_by_hand(instructor, response=only_response(), mark=Decimal("0.25"), note="Half.", now=LATER)
    change = MarkChange.objects.get()
    assert (change.cause, change.old_mark, change.new_mark, change.note) == ("manual", 0, Decimal("0.25"), "Half.")
    assert (only_response().mark, only_response().fraction) == (Decimal("0.25"), 0.25)


@pytest.mark.parametrize("mark", ["-0.1", "1.001", "7"])
def test_a_mark_beyond_the_maximum_is_refused(instructor, learner, assignment, mark):
    sit(learner, assignment, {"text": "North Sea"})
    with pytest.raises(RegradeError, match="between 0 and 1"):
        mark_by_hand(instructor, response=only_response(), mark=Decimal(mark), now=LATER)


def test_an_open_attempt_gets_no_mark_by_hand(instructor, learner, assignment):
    sit(learner, assignment, {"text": "North Sea"}, finish=False)
    with pytest.raises(RegradeError, match="still under way"):
        mark_by_hand(instructor, response=only_response(), mark=Decimal(1), now=LATER)
