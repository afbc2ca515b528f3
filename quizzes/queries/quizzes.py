"""What the quiz pages read: slots with their paragraphs, coverage, and the bank of approved items."""

from collections import Counter
from collections.abc import Iterable
from dataclasses import dataclass

from django.db.models import Count, Prefetch, QuerySet

from quizzes.models import Evidence, Item, Paragraph, Quiz, Slot

SKIPPED = (Paragraph.Kind.TITLE, Paragraph.Kind.BYLINE, Paragraph.Kind.HEADING, Paragraph.Kind.CAPTION)
EVIDENCE = Prefetch("item_revision__evidence", queryset=Evidence.objects.select_related("paragraph"))


def with_counts(quizzes: QuerySet[Quiz]) -> QuerySet[Quiz]:
    """Add how many questions a quiz has and how many classrooms it was given to."""
    counted = quizzes.annotate(questions=Count("slots", distinct=True), given=Count("assignments", distinct=True))
    # Counting drops the order of the model.
    return counted.select_related("article_revision__article").order_by("-created_at", "-pk")


@dataclass(frozen=True, slots=True)
class ShownSlot:
    """A slot with the paragraphs that prove its key."""

    slot: Slot
    paragraphs: tuple[int, ...]


def shown_slots(quiz: Quiz) -> list[ShownSlot]:
    """The slots in order with kind and paragraphs, in three queries."""
    slots = quiz.slots.select_related("item_revision", "item").prefetch_related(EVIDENCE)
    return [ShownSlot(slot, paragraphs_of(slot.item_revision.evidence.all())) for slot in slots]


def paragraphs_of(evidence: Iterable[Evidence]) -> tuple[int, ...]:
    return tuple(sorted({row.paragraph.number for row in evidence}))


@dataclass(frozen=True, slots=True)
class Cell:
    """One paragraph of the coverage strip."""

    number: int
    count: int
    skipped: bool

    @property
    def level(self) -> str:
        if self.count:
            return "c2" if self.count > 1 else "c1"
        return "skip-cell" if self.skipped else "none"

    @property
    def dots(self) -> range:
        return range(min(self.count, 3))


def strip(quiz: Quiz, slots: list[ShownSlot]) -> list[Cell]:
    """How many questions lean on each paragraph of the article."""
    counts = Counter(number for shown in slots for number in shown.paragraphs)
    rows = quiz.article_revision.paragraphs.values_list("number", "kind")
    return [Cell(number, counts[number], kind in SKIPPED) for number, kind in rows]


def bank(quiz: Quiz) -> QuerySet[Item]:
    """The approved items of the article that are not in the quiz, best first."""
    article = quiz.article_revision.article_id
    taken = quiz.slots.values("item")
    return (
        Item.objects.filter(article=article, state=Item.State.APPROVED, current__isnull=False)
        .exclude(pk__in=taken)
        .select_related("current")
    )
