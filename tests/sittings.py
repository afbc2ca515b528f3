"""Attempts at a quiz of one question, and the question reworded afterwards."""

from quizzes.models import Article, Assignment, Attempt, Classroom, ItemRevision, Slot, User
from quizzes.services import attempts
from tests import factories

NOW = factories.NOW


def typed_assignment(owner: User, room: Classroom, source: Article) -> Assignment:
    """A graded quiz that asks for "Vell Sea"."""
    one = factories.item(source, kind="short_answer", state="approved", stem="Which sea?", keys=["Vell Sea"])
    return factories.assignment(room, factories.quiz_of(owner, one), mode=Assignment.Mode.GRADED)


def reworded(slot: Slot, **changes) -> ItemRevision:
    """The next wording of the slot's item, current from now on."""
    old = slot.item_revision
    same = {name: getattr(old, name) for name in ("stem", "interaction", "options", "prompts", "keys", "grading")}
    made = ItemRevision.objects.create(
        item=slot.item, number=old.number + 1, article_revision=old.article_revision, **(same | changes)
    )
    slot.item.current = made
    slot.item.save()
    return made


def sit(learner: User, assignment: Assignment, given: dict, *, finish: bool = True) -> Attempt:
    """One answer, handed in."""
    attempt = factories.attempt(assignment, learner)
    attempts.store_response(learner, attempt=attempt, position=1, given=given, idempotency_key="k", sequence=0, now=NOW)
    return attempts.hand_in(learner, attempt=attempt, now=NOW) if finish else attempt
