"""The report of an assignment, counted by hand from a few answers."""

from decimal import Decimal

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext

from quizzes.engine.item_analysis import OptionCount
from quizzes.models import Assignment, Attempt, Response
from quizzes.queries.reports import report_on
from tests import factories

OPEN, FINISHED = Attempt.State.OPEN, Attempt.State.FINISHED
RIGHT, WRONG = ({"choice": 0}, 1.0), ({"choice": 2}, 0.0)


@pytest.fixture
def assignment(instructor, classroom) -> Assignment:
    """Two questions: the first has options, the second is typed."""
    return factories.assignment(classroom, factories.quiz(instructor, items=2))


def sit(assignment, member, *given, state=FINISHED, number=1) -> Attempt:
    """Make an attempt whose slots got these (given, fraction) pairs; None is no answer."""
    attempt = factories.attempt(assignment, member, number=number, state=state)
    for slot, answer in zip(attempt.slots.order_by("position"), given, strict=False):
        if answer is not None:
            respond(slot, *answer)
    return attempt


def respond(slot, given, fraction, *, current=True, sequence=1) -> None:
    Response.objects.create(
        attempt_slot=slot,
        idempotency_key=f"key {sequence}",
        sequence=sequence,
        given=given,
        fraction=fraction,
        mark=Decimal(str(fraction)),
        is_current=current,
        created_at=factories.NOW,
    )


def outcomes(row) -> list[str]:
    return [cell.outcome for cell in row.cells]


def test_options_are_counted_over_the_finished_attempts(assignment, classroom):
    for answer in (RIGHT, RIGHT, WRONG, None):
        sit(assignment, factories.learner(classroom), answer)
    item = report_on(assignment).items[0]

    assert item.counts == (OptionCount("1974", True, 2), OptionCount("1979", False, 0), OptionCount("2031", False, 1))
    assert (item.answered, item.unanswered, item.attempts) == (3, 1, 4)
    assert item.facility == 0.5  # 2 of 4; no answer counts as nothing
    assert item.percent == 50


def test_typed_texts_are_counted(assignment, classroom):
    for text, fraction in (("1974", 1.0), ("1974", 1.0), ("1947", 0.0)):
        sit(assignment, factories.learner(classroom), None, ({"text": text}, fraction))
    item = report_on(assignment).items[1]

    assert item.counts == (OptionCount("1974", True, 2), OptionCount("1947", False, 1))
    assert item.percent == 67


def test_a_question_names_the_paragraphs_that_prove_it(assignment):
    assert [item.paragraphs for item in report_on(assignment).items] == [(1,), (1,)]


def test_learners_come_by_name_with_score_and_cells(assignment, classroom):
    sit(assignment, factories.learner(classroom, "mo"), WRONG, ({"text": "1974 or so"}, 0.5))
    sit(assignment, factories.learner(classroom, "ada"), RIGHT)
    ada, mo = report_on(assignment).learners

    assert (ada.enrolment.name, outcomes(ada), ada.score.mark) == ("ada", ["right", "none"], 1)
    assert (mo.enrolment.name, outcomes(mo), mo.score.mark) == ("mo", ["wrong", "part"], Decimal("0.5"))


def test_a_learner_who_has_not_begun_is_listed(assignment, learner):
    report = report_on(assignment)

    assert (report.not_started, report.under_way, report.finished) == (1, 0, 0)
    assert report.learners[0].attempt is None
    assert outcomes(report.learners[0]) == ["none", "none"]
    assert report.items[0].facility is None
    assert report.items[0].percent is None
    assert report.mean is None


def test_staff_are_not_listed(assignment, assistant):
    assert report_on(assignment).learners == ()


def test_the_mean_is_over_finished_attempts(assignment, classroom):
    typed = ({"text": "1974"}, 1.0)
    sit(assignment, factories.learner(classroom), RIGHT, typed)
    sit(assignment, factories.learner(classroom), RIGHT)
    sit(assignment, factories.learner(classroom), WRONG, state=OPEN)

    assert report_on(assignment).mean == 1.5


def test_open_attempts_do_not_count_for_the_questions(assignment, learner):
    sit(assignment, learner, RIGHT, state=OPEN)
    report = report_on(assignment)

    assert (report.under_way, report.finished) == (1, 0)
    assert report.items[0].answered == 0


def test_practice_under_way_shows_its_outcomes(assignment, learner):
    sit(assignment, learner, RIGHT, state=OPEN)

    assert outcomes(report_on(assignment).learners[0]) == ["right", "none"]


def test_graded_work_under_way_hides_its_outcomes(instructor, classroom, learner):
    assignment = factories.assignment(classroom, factories.quiz(instructor), mode=Assignment.Mode.GRADED)
    sit(assignment, learner, RIGHT, state=OPEN)

    assert outcomes(report_on(assignment).learners[0]) == ["hidden", "none"]


def test_the_newest_finished_attempt_counts(assignment, learner):
    sit(assignment, learner, WRONG)
    newest = sit(assignment, learner, RIGHT, number=2)
    sit(assignment, learner, WRONG, number=3, state=OPEN)
    row = report_on(assignment).learners[0]

    assert row.attempt == newest
    assert outcomes(row) == ["right", "none"]


def test_only_the_current_response_counts(assignment, learner):
    slot = sit(assignment, learner).slots.get(position=1)
    respond(slot, {"choice": 1}, 0.0, current=False)
    respond(slot, {"choice": 0}, 1.0, sequence=2)

    assert [row.count for row in report_on(assignment).items[0].counts] == [1, 0, 0]


def test_an_answer_taken_back_is_no_answer(assignment, learner):
    sit(assignment, learner, ({}, 0.0))
    report = report_on(assignment)

    assert report.items[0].answered == 0
    assert outcomes(report.learners[0]) == ["none", "none"]


def test_another_classroom_s_answers_stay_out(assignment, instructor, learner):
    room = factories.classroom(instructor, "Geography 8C")
    elsewhere = factories.assignment(room, assignment.quiz)
    sit(elsewhere, factories.learner(room), RIGHT)

    assert report_on(assignment).items[0].attempts == 0


def test_the_number_of_queries_does_not_grow(assignment, classroom):
    def queries() -> int:
        with CaptureQueriesContext(connection) as captured:
            report_on(assignment)
        return len(captured)

    sit(assignment, factories.learner(classroom), RIGHT)
    with_one = queries()
    sit(assignment, factories.learner(classroom), RIGHT, ({"text": "1974"}, 1.0))
    sit(assignment, factories.learner(classroom), WRONG, state=OPEN)

    assert queries() == with_one
