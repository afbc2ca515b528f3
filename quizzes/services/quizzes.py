"""Quizzes: choose approved items, put them in order; closed to changes once someone has started."""

from collections.abc import Sequence
from dataclasses import dataclass
from uuid import UUID

from django.db import transaction
from django.db.models import Max
from django.utils.translation import gettext as _

from quizzes.access import articles_of
from quizzes.models import Article, ArticleRevision, Attempt, Item, Quiz, Slot, User
from quizzes.queries.impact import quizzes_behind
from quizzes.queries.quizzes import usable
from quizzes.services.blueprints import USUAL, Blueprint, Choice, choose, give_away

PARKED = -1_000_000  # positions below this are on their way to another place


class QuizError(ValueError):
    """The quiz cannot be changed like that; the message says why and what to do."""


def has_started(quiz: Quiz) -> bool:
    """Say whether a learner has begun an attempt; from then on the quiz stays as it is."""
    return Attempt.objects.filter(assignment__quiz=quiz).exists()


@dataclass(frozen=True, slots=True)
class Made:
    """A quiz with a sentence for each wish of its blueprint that could not be met."""

    quiz: Quiz
    unmet: tuple[str, ...]


def create_quiz(user: User, *, article: Article, title: str = "", count: int = USUAL) -> Quiz:
    """Make a quiz of the article's best approved items, spread over its paragraphs."""
    return assemble(user, article=article, title=title, blueprint=Blueprint(count)).quiz


def assemble(user: User, *, article: Article, title: str = "", blueprint: Blueprint) -> Made:
    """Make a quiz by a blueprint, as nearly as the approved items allow."""
    with transaction.atomic():
        revision = article.revisions.latest("number")
        choice = _choose_some(user, revision, blueprint)
        quiz = Quiz.objects.create(owner=user, article_revision=revision, title=(title.strip() or article.title)[:200])
        _fill(quiz, choice.items)
    return Made(quiz, choice.unmet)


def _choose_some(user: User, revision: ArticleRevision, blueprint: Blueprint) -> Choice:
    choice = choose(user, revision, blueprint)
    if choice.items:
        return choice
    if revision.article.items.filter(state=Item.State.APPROVED).exists() and not usable(revision).exists():
        raise QuizError(
            _("The approved questions belong to an earlier text. See what has changed, and carry them over.")
        )
    if blueprint.kinds:
        raise QuizError(_("No question of these kinds is approved yet. Approve some, or choose other kinds."))
    raise QuizError(_("No question of this article is approved yet. Approve some first."))


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


def assemble_again(user: User, *, quiz: Quiz, blueprint: Blueprint) -> tuple[str, ...]:
    """Replace all slots by a fresh choice on the newest text, and return what could not be met."""
    with transaction.atomic():
        locked = _changeable(quiz)
        revision = locked.article_revision.article.revisions.latest("number")
        choice = _choose_some(user, revision, blueprint)
        locked.slots.all().delete()
        _pin(locked, revision)
        _fill(locked, choice.items)
    return choice.unmet


def _pin(quiz: Quiz, revision: ArticleRevision) -> None:
    quiz.article_revision = revision
    quiz.save(update_fields=["article_revision"])


@dataclass(frozen=True, slots=True)
class Moved:
    """How many quizzes went over to the newest text, and how many questions had to be left out."""

    quizzes: int
    left_out: int


def move_quizzes(user: User, *, article: Article) -> Moved:
    """Pin the user's quizzes that nobody has started to the newest text, with the questions that were carried over.

    A quiz of which no question was carried over stays as it is, and so does a started one.
    """
    with transaction.atomic():
        locked = articles_of(user).select_for_update().get(pk=article.pk)
        revision = locked.revisions.latest("number")
        behind = [one.quiz.pk for one in quizzes_behind(user, revision) if one.can_move]
        locked_quizzes = Quiz.objects.filter(pk__in=behind).select_for_update().order_by("pk")
        chosen = [quiz for quiz in locked_quizzes if not has_started(quiz)]
        left_out = sum(_move(quiz, revision) for quiz in chosen)
    return Moved(len(chosen), left_out)


def _move(quiz: Quiz, revision: ArticleRevision) -> int:
    """Move one quiz and return how many of its questions were left out."""
    slots = list(quiz.slots.all())
    ready = {item.pk: item.current for item in usable(revision) if item.current}
    gone = [slot.pk for slot in slots if slot.item_id not in ready]
    Slot.objects.filter(pk__in=gone).delete()
    kept = [slot for slot in slots if slot.item_id in ready]
    for position, slot in enumerate(kept, start=1):
        slot.position, slot.item_revision = position, ready[slot.item_id]
        slot.save(update_fields=["position", "item_revision"])
    _pin(quiz, revision)
    return len(gone)


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
        found = usable(locked.article_revision).filter(uuid=item).first()
        if found is None:
            raise QuizError(_("This question is not approved on the text of this quiz. Approve it first."))
        if locked.slots.filter(item=found).exists():
            return
        there = Item.objects.filter(slots__quiz=locked).select_related("current")
        if any(give_away(found, other) for other in there):
            raise QuizError(
                _("A question of this quiz and this one give each other away. Take the other one out first.")
            )
        last = locked.slots.aggregate(last=Max("position"))["last"] or 0
        _fill(locked, [found], start=last + 1)
