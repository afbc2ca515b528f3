"""An attempt keeps the text and the wording that it was taken on, whatever the instructor edits afterwards."""

import pytest
from django.urls import reverse

from quizzes.models import Item
from quizzes.services.attempts import hand_in, start_attempt, store_response
from quizzes.services.carrying import carry_over
from quizzes.services.quizzes import create_quiz
from quizzes.services.revisions import NewParagraph, create_revision
from tests import factories

CLOSED, BOATS, PIER = factories.TEXT
SHUT = "The harbour at Vell was shut in 1974 after a great storm."


def take(learner, assignment):
    """Answer the only question rightly and hand in."""
    attempt = start_attempt(learner, assignment=assignment, now=factories.NOW)
    store_response(
        learner,
        attempt=attempt,
        position=1,
        given={"choice": 0},
        idempotency_key=f"k{attempt.pk}",
        sequence=attempt.sequence,
        now=factories.NOW,
    )
    attempt.refresh_from_db()
    return hand_in(learner, attempt=attempt, now=factories.NOW)


@pytest.fixture
def attempts(instructor, classroom, learner):
    """One attempt on the first text and, after an edit, one in a new quiz on the second."""
    source = factories.article(instructor)
    item = factories.item(source, state=Item.State.APPROVED)
    first = take(learner, factories.assignment(classroom, create_quiz(instructor, article=source)))
    edited = [NewParagraph("body", text) for text in ("A new beginning.", SHUT, BOATS, PIER)]
    create_revision(instructor, article=source, paragraphs=edited, now=factories.NOW)
    carry_over(instructor, article=source, revision=2, item=item.uuid)
    second = take(learner, factories.assignment(classroom, create_quiz(instructor, article=source)))
    return first, second


def test_each_attempt_pins_its_own_text_and_wording(attempts):
    pinned = [
        (attempt.article_revision.number, attempt.slots.get().item_revision.article_revision.number)
        for attempt in attempts
    ]
    assert pinned == [(1, 1), (2, 2)]


@pytest.mark.parametrize("page", ["attempt-result", "attempt-text"])
def test_the_feedback_of_each_shows_the_text_that_it_was_taken_on(learner_client, attempts, page):
    before, after = (learner_client.get(reverse(page, args=[attempt.uuid])).content.decode() for attempt in attempts)
    assert CLOSED in before
    assert SHUT not in before
    assert SHUT in after
    assert CLOSED not in after
