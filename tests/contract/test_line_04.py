"""Line 4: an attempt pins the text, the questions, their order, the seed, the settings and the times."""

from datetime import timedelta

from django.urls import reverse

from quizzes.models import ArticleRevision, Assignment, Attempt, Item, Slot
from tests import factories
from tests.views.pages import words_of

PINNED = ("article_revision_id", "mode", "seed", "settings", "started_at", "due_at")


def pins(attempt):
    slots = attempt.slots.order_by("position")
    fields = ("position", "slot_id", "item_revision_id", "option_order", "maximum_mark")
    return [getattr(Attempt.objects.get(), name) for name in PINNED], list(slots.values_list(*fields))


def test_no_change_elsewhere_reaches_a_begun_attempt(learner_client, attempt, graded):
    before = pins(attempt)
    source = graded.quiz.article_revision.article
    newer = factories.item(source, state=Item.State.APPROVED, stem="Another question?").current
    Slot.objects.filter(position=1).update(item_revision=newer, maximum_mark=5)
    Assignment.objects.update(mode="practice", time_limit=1, attempts_allowed=1)
    ArticleRevision.objects.create(article=source, number=2, raw_text="Another text.", words=2)
    assert pins(attempt) == before
    page = words_of(learner_client.get(reverse("attempt-show", args=[attempt.uuid, 1])))
    assert "In what year was the harbour at Vell closed?" in page
    assert "Another question?" not in page


def test_the_times_are_pinned_with_the_attempt(attempt):
    assert attempt.settings["time_limit"] == 30
    assert set(attempt.settings) >= {"time_limit", "closes_at", "extra_percent", "extra_minutes"}
    assert attempt.due_at == attempt.started_at + timedelta(minutes=30)
