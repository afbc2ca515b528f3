"""What the quiz pages read: slots with their paragraphs, coverage, and the bank of approved items."""

from collections import Counter
from collections.abc import Iterable
from dataclasses import dataclass

from django.db.models import Count, Prefetch, QuerySet

from quizzes.models import Article, ArticleRevision, Evidence, Item, Paragraph, Quiz, Slot, User
from quizzes.queries.articles import PAGE
from quizzes.queries.difficulty import BANDS, Difficulty, difficulties

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
    difficulty: Difficulty


def shown_slots(user: User, quiz: Quiz) -> list[ShownSlot]:
    """The slots in order with kind, paragraphs and difficulty, in three queries."""
    slots = list(quiz.slots.select_related("item_revision", "item").prefetch_related(EVIDENCE))
    known = difficulties(user, {slot.item_id: slot.item.difficulty for slot in slots})
    return [ShownSlot(slot, paragraphs_of(slot.item_revision.evidence.all()), known[slot.item_id]) for slot in slots]


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
    """How many questions lean on each paragraph of the article; of a long one, on those that have any."""
    counts = Counter(number for shown in slots for number in shown.paragraphs)
    rows = quiz.article_revision.paragraphs.values_list("number", "kind")
    cells = [Cell(number, counts[number], kind in SKIPPED) for number, kind in rows]
    return cells if len(cells) <= PAGE else [cell for cell in cells if cell.count]


def usable(revision: ArticleRevision) -> QuerySet[Item]:
    """The approved items whose current wording is on this text; only these may stand in a quiz of it."""
    approved = Item.objects.filter(state=Item.State.APPROVED, current__article_revision=revision)
    return approved.select_related("current")


def bank(user: User, quiz: Quiz) -> list[tuple[Item, Difficulty]]:
    """The approved items of the quiz's text that are not in the quiz, best first, each with its difficulty."""
    taken = quiz.slots.values("item")
    items = list(usable(quiz.article_revision).exclude(pk__in=taken))
    known = difficulties(user, {item.pk: item.difficulty for item in items})
    return [(item, known[item.pk]) for item in items]


@dataclass(frozen=True, slots=True)
class Stock:
    """How many approved items an article has: in all, by kind (value, name, count), and by difficulty."""

    total: int
    kinds: tuple[tuple[str, str, int], ...]
    bands: dict[str, int]


def stock_of(user: User, article: Article) -> Stock:
    """Count what a quiz can be made of, in three queries."""
    items = list(usable(article.revisions.latest("number")))
    kinds = Counter(item.kind for item in items)
    known = difficulties(user, {item.pk: item.difficulty for item in items})
    named = tuple((value, str(name), kinds[value]) for value, name in Item.Kind.choices if kinds[value])
    bands = Counter(difficulty.band for difficulty in known.values())
    return Stock(len(items), named, {band: bands[band] for band in BANDS})
