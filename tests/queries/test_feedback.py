"""Feedback quotes each sentence once and marks where it stands."""

import pytest

from quizzes.models import Assignment, AttemptSlot
from quizzes.queries.attempts import slots_of
from quizzes.queries.feedback import Outcome, feedback_on
from quizzes.services import attempts as services
from tests import factories

JOBS = "The town lost 90 jobs."


def option(text, *, key=False, rationale="", source=None):
    return {"text": text, "key": key, "rationale": rationale, "source": source}


@pytest.fixture
def feedback(instructor, classroom, learner):
    """A function that answers one item of the given wording and returns the feedback."""

    def make(given, **wording):
        article = factories.article(instructor)
        item = factories.item(article, state="approved", **wording)
        quiz = factories.quiz(instructor, items=0, source=article)
        quiz.slots.create(position=1, item=item, item_revision=item.current)
        assignment = factories.assignment(classroom, quiz, mode=Assignment.Mode.GRADED)
        attempt = services.start_attempt(learner, assignment=assignment, now=factories.NOW)
        services.store_response(
            learner, attempt=attempt, position=1, given=given, idempotency_key="k", sequence=0, now=factories.NOW
        )
        texts = {each.number: each.text for each in attempt.article_revision.paragraphs.all()}
        return feedback_on(slots_of(attempt).get(), texts)

    return make


def test_an_answer_not_given_has_its_own_word(feedback):
    shown = feedback({})
    assert (shown.outcome, shown.outcome.word, shown.given) == (Outcome.NONE, "No answer", "")


def test_the_announcement_names_the_paragraph(feedback):
    assert feedback({"choice": 1}).announcement == "Not right. Evidence shown in paragraph 1."


def test_an_explanation_that_only_quotes_the_evidence_is_not_repeated(feedback):
    shown = feedback({"choice": 0}, explanation=f"Paragraph 1 says: “{factories.TEXT[0]}”")
    assert (shown.why, shown.evidence[0].text) == ("", factories.TEXT[0])


def test_what_an_explanation_says_before_the_quotation_stays(feedback):
    said = "False: the statement has “1979” where paragraph 1 has “1974”"
    assert feedback({"choice": 0}, explanation=f"{said}: “{factories.TEXT[0]}”").why == f"{said}."


def test_another_quotation_stays(feedback):
    explanation = "Paragraph 1 says: “Something else.”"
    assert feedback({"choice": 0}, explanation=explanation).why == explanation


def test_a_wrong_option_shows_its_own_sentence(feedback):
    options = [
        option("1974", key=True),
        option(
            "90", rationale=f"“90” stands in paragraph 2: “{JOBS}”", source={"paragraph": 2, "start": 54, "end": 56}
        ),
    ]
    chosen = feedback({"choice": 1}, options=options).chosen
    assert (chosen.why, chosen.quotation.text, chosen.quotation.anchor) == (
        "“90” stands in paragraph 2.",
        JOBS,
        "e-chosen",
    )


def test_inside_the_evidence_only_the_option_itself_is_marked(feedback):
    start = factories.TEXT[0].index("Vell")
    options = [option("1974", key=True), option("Vell", source={"paragraph": 1, "start": start, "end": start + 4})]
    marks = feedback({"choice": 1}, options=options).marks
    assert [(mark.kind, mark.start, mark.end) for mark in marks] == [
        ("evidence", 0, len(factories.TEXT[0])),
        ("other", start, start + 4),
    ]


@pytest.mark.parametrize(
    "source", [None, {"paragraph": 9, "start": 0, "end": 4}, {"paragraph": 2, "start": 0, "end": 999}]
)
def test_a_source_that_is_not_in_the_text_is_not_shown(feedback, source):
    shown = feedback({"choice": 1}, options=[option("1974", key=True), option("1979", source=source)])
    assert shown.chosen.quotation is None
    assert [mark.kind for mark in shown.marks] == ["evidence"]


def test_feedback_follows_the_stored_fraction(feedback):
    shown = feedback({"text": "1974"}, kind="short_answer")
    assert shown.outcome == Outcome.RIGHT
    slot = slots_of(AttemptSlot.objects.get().attempt).get()
    slot.newest_responses[0].fraction = 0.5
    assert feedback_on(slot, {}).outcome == Outcome.NEAR
