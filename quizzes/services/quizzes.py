"""Quizzes: choose approved items, put them in order; closed to changes once someone has started."""

from collections.abc import Sequence
from uuid import UUID

from django.db import transaction
from django.db.models import Max
from django.utils.translation import gettext as _

from quizzes.models import Article, Attempt, Evidence, Item, Quiz, Slot, User
from quizzes.queries.numbered import paragraph_in_question

PARKED = -1_000_000  # positions below this are on their way to another place


class QuizError(ValueError):
    """The quiz cannot be changed like that; the message says why and what to do."""


def has_started(quiz: Quiz) -> bool:
    """Say whether a learner has begun an attempt; from then on the quiz stays as it is."""
    return Attempt.objects.filter(assignment__quiz=quiz).exists()


def create_quiz(user: User, *, article: Article, title: str = "", count: int = 12) -> Quiz:
    """Make a quiz of the article's best approved items, spread over its paragraphs."""
    chosen = _choose_some(article, count)
    with transaction.atomic():
        revision = article.revisions.latest("number")
        quiz = Quiz.objects.create(owner=user, article_revision=revision, title=(title.strip() or article.title)[:200])
        _fill(quiz, chosen)
    return quiz


def _choose_some(article: Article, count: int) -> list[Item]:
    chosen = choose_items(article, count)
    if not chosen:
        raise QuizError(_("No question of this article is approved yet. Approve some first."))
    return chosen


def choose_items(article: Article, count: int) -> list[Item]:
    """Take the best item of each paragraph in turn, round after round, and return them in the order of the text."""
    items = list(article.items.filter(state=Item.State.APPROVED, current__isnull=False).select_related("current"))
    places: dict[int | None, int] = dict(
        Evidence.objects.filter(item_revision__in=[item.current_id for item in items])
        .order_by("-paragraph__number", "-start")
        .values_list("item_revision", "paragraph__number")
    )
    rounds: dict[int, int] = {}
    ranked = []
    for item in items:
        paragraph = places.get(item.current_id, 0)
        rounds[paragraph] = rounds.get(paragraph, 0) + 1
        ranked.append((rounds[paragraph], -item.score, item.pk, paragraph, item))
    best = _without_giveaways([row[4] for row in sorted(ranked, key=lambda row: row[:3])])[:count]
    return [row[4] for row in sorted(ranked, key=lambda row: (row[3], row[2])) if row[4] in best]


def _without_giveaways(items: Sequence[Item]) -> list[Item]:
    """Leave out each item that shows the whole paragraph in which an earlier one asks for a place, or the reverse."""
    kept: list[Item] = []
    for item in items:
        if not any(_give_away(item, other) for other in kept):
            kept.append(item)
    return kept


def _give_away(item: Item, other: Item) -> bool:
    """Say whether one is locate and the other insertion, both in the same paragraph."""
    if {item.kind, other.kind} != {Item.Kind.LOCATE, Item.Kind.INSERTION} or not (item.current and other.current):
        return False
    return paragraph_in_question(item.current, item.kind) == paragraph_in_question(other.current, other.kind)


def _fill(quiz: Quiz, items: Sequence[Item], start: int = 1) -> None:
    Slot.objects.bulk_create(
        Slot(quiz=quiz, position=position, item=item, item_revision=item.current)
        for position, item in enumerate(items, start=start)
    )


def _changeable(quiz: Quiz) -> Quiz:
    """Lock the quiz and refuse if someone has started it."""
    locked = Quiz.objects.select_for_update().get(pk=quiz.pk)
    if has_started(locked):
        raise QuizError(_("Someone has started this quiz, so it stays as it is. Make another quiz of the article."))
    return locked


def assemble_again(user: User, *, quiz: Quiz, count: int) -> None:
    """Replace all slots by a fresh choice of the best approved items."""
    with transaction.atomic():
        locked = _changeable(quiz)
        chosen = _choose_some(locked.article_revision.article, count)
        locked.slots.all().delete()
        _fill(locked, chosen)


def rename_quiz(user: User, *, quiz: Quiz, title: str) -> None:
    """Give the quiz another title."""
    quiz.title = title.strip()[:200]
    quiz.save(update_fields=["title"])


def move_slot(user: User, *, quiz: Quiz, position: int, step: int) -> int:
    """Move a slot one place up (-1) or down (1) and return its new position; at the end it stays."""
    with transaction.atomic():
        slots = {slot.position: slot for slot in _changeable(quiz).slots.all()}
        if position not in slots or position + step not in slots:
            return position
        _place(slots[position], PARKED)
        _place(slots[position + step], position)
        _place(slots[position], position + step)
    return position + step


def _place(slot: Slot, position: int) -> None:
    slot.position = position
    slot.save(update_fields=["position"])


def remove_slot(user: User, *, quiz: Quiz, position: int) -> None:
    """Take a question out and close the gap; the item stays approved."""
    with transaction.atomic():
        slots = list(_changeable(quiz).slots.all())
        if len(slots) == 1:
            raise QuizError(_("A quiz needs a question. Add another one before you take this out."))
        gone = next((slot for slot in slots if slot.position == position), None)
        if gone is None:
            return
        gone.delete()
        for slot in slots:
            if slot.position > position:
                _place(slot, slot.position - 1)


def add_item(user: User, *, quiz: Quiz, item: UUID) -> None:
    """Add an approved item of the same article at the end; adding it twice changes nothing."""
    with transaction.atomic():
        locked = _changeable(quiz)
        article = locked.article_revision.article
        approved = article.items.filter(uuid=item, state=Item.State.APPROVED, current__isnull=False)
        found = approved.select_related("current").first()
        if found is None:
            raise QuizError(_("This question is not approved. Approve it first."))
        if locked.slots.filter(item=found).exists():
            return
        there = Item.objects.filter(slots__quiz=locked).select_related("current")
        if any(_give_away(found, other) for other in there):
            raise QuizError(
                _("A question of this quiz and this one give each other away. Take the other one out first.")
            )
        last = locked.slots.aggregate(last=Max("position"))["last"] or 0
        _fill(locked, [found], start=last + 1)
