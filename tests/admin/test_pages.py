"""Pages with rows below cost the same however many there are, and what is only shown cannot be changed."""

import pytest
from django.db import connection
from django.test import Client
from django.test.utils import CaptureQueriesContext
from django.urls import reverse

from quizzes.models import Decision, Evidence, Item, Paragraph, Response, Slot, User
from tests import factories


def signed_in(user: User) -> Client:
    client = Client()
    client.force_login(user, backend="quizzes.backends.PeopleBackend")
    return client


@pytest.fixture
def staff(db) -> User:
    return factories.instructor(is_staff=True)


@pytest.fixture
def attempt(staff):
    room = factories.classroom(staff)
    return factories.attempt(factories.assignment(room, factories.quiz(staff, items=1)), factories.learner(room))


def page_address(row) -> str:
    return reverse(f"admin:quizzes_{row._meta.model_name}_change", args=[row.pk])


def add_slots(quiz) -> None:
    for position in (2, 3):
        item = factories.item(quiz.article_revision.article, state=Item.State.APPROVED)
        Slot.objects.create(quiz=quiz, position=position, item=item, item_revision=item.current)


def add_slots_of_the_attempt(attempt) -> None:
    quiz = attempt.assignment.quiz
    add_slots(quiz)
    for slot in quiz.slots.exclude(position=1):
        attempt.slots.create(position=slot.position, slot=slot, item_revision=slot.item_revision)


def add_responses(slot) -> None:
    """Add two answers; the newest one is current."""
    slot.responses.update(is_current=False)
    first = slot.responses.count() + 1
    for sequence in (first, first + 1):
        Response.objects.create(
            attempt_slot=slot,
            idempotency_key=f"key {sequence}",
            sequence=sequence,
            given={"choice": 1},
            fraction=0,
            mark=0,
            is_current=sequence > first,
            created_at=factories.NOW,
        )


def add_learners(room) -> None:
    for _ in range(2):
        factories.learner(room)


def add_paragraphs(revision) -> None:
    for number in (4, 5):
        Paragraph.objects.create(revision=revision, number=number, stable_id=f"p{number}", text="More.")


def add_decisions(item) -> None:
    for _ in range(2):
        Decision.objects.create(
            item=item,
            item_revision=item.current,
            actor=item.article.owner,
            action=Decision.Action.APPROVE,
            state_before=Item.State.PROPOSED,
        )


def add_evidence(revision) -> None:
    for paragraph in revision.article_revision.paragraphs.all():
        Evidence.objects.create(item_revision=revision, paragraph=paragraph, start=0, end=3, exact=paragraph.text[:3])


@pytest.mark.parametrize(
    ("row_of", "add"),
    [
        (lambda attempt: attempt.assignment.quiz, add_slots),
        (lambda attempt: attempt, add_slots_of_the_attempt),
        (lambda attempt: attempt.slots.get(), add_responses),
        (lambda attempt: attempt.assignment.classroom, add_learners),
        (lambda attempt: attempt.article_revision, add_paragraphs),
        (lambda attempt: Item.objects.get(), add_decisions),
        (lambda attempt: Item.objects.get().current, add_evidence),
    ],
    ids=["quiz", "attempt", "slot of an attempt", "classroom", "article revision", "item", "item revision"],
)
def test_a_page_costs_the_same_with_more_rows_below(staff, attempt, row_of, add):
    client = signed_in(staff)
    row = row_of(attempt)

    def queries() -> int:
        with CaptureQueriesContext(connection) as captured:
            assert client.get(page_address(row)).status_code == 200
        return len(captured)

    queries()  # the first request of a process also reads the content types
    before = queries()
    add(row)

    assert queries() == before


def test_a_response_is_never_changed(staff, attempt):
    slot = attempt.slots.get()
    add_responses(slot)
    response = slot.responses.get(is_current=True)
    answer = signed_in(staff).post(page_address(response), {"fraction": "1", "mark": "1"})

    assert answer.status_code == 403
    response.refresh_from_db()
    assert response.fraction == 0


def test_a_learner_cannot_enter(attempt):
    assert signed_in(attempt.learner).get(reverse("admin:index")).status_code == 302


@pytest.mark.parametrize("row_of", [lambda item: item, lambda item: item.current], ids=["item", "item revision"])
def test_prompts_are_shown_and_not_changed(instructor, row_of):
    instructor.is_staff = True
    instructor.save()
    item = factories.match_item(factories.long_article(instructor))
    page = signed_in(instructor).get(page_address(row_of(item))).content.decode()

    assert "Bo Ek" in page
    assert 'name="prompts"' not in page
