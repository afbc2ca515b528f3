"""Articles as they are listed and shown: counts, coverage, and paragraphs for the engine."""

from collections import defaultdict
from dataclasses import dataclass

from django.db.models import Count, F, OuterRef, Q, QuerySet, Subquery

from quizzes.engine.text.values import Paragraph as EngineParagraph
from quizzes.engine.text.values import ParagraphKind
from quizzes.models import Article, ArticleRevision, Evidence, Item, Paragraph
from quizzes.queries.passages import PassageParagraph, passage

WORDS_A_MINUTE = 200
DOTS = 5
ASKED_ABOUT = (Paragraph.Kind.BODY, Paragraph.Kind.LIST_ITEM, Paragraph.Kind.QUOTE)


def article_list(articles: QuerySet[Article]) -> QuerySet[Article]:
    """The articles, newest first, each with its words and how many items are approved and waiting."""
    latest = ArticleRevision.objects.filter(article=OuterRef("pk")).order_by("-number")
    return articles.annotate(
        words=Subquery(latest.values("words")[:1]),
        waiting=Count("items", filter=Q(items__state=Item.State.PROPOSED)),
        approved=Count("items", filter=Q(items__state=Item.State.APPROVED)),
    ).order_by("-created_at", "-id")


def latest_revision(article: Article) -> ArticleRevision:
    return article.revisions.latest("number")


def engine_paragraphs(revision: ArticleRevision) -> tuple[EngineParagraph, ...]:
    """The paragraphs of a revision as the engine takes them."""
    return tuple(
        EngineParagraph(row.stable_id, row.number, ParagraphKind(row.kind), row.text)
        for row in revision.paragraphs.order_by("number")
    )


@dataclass(frozen=True, slots=True)
class Counts:
    """How many items of an article are in each state."""

    proposed: int = 0
    approved: int = 0
    rejected: int = 0

    @property
    def total(self) -> int:
        return self.proposed + self.approved + self.rejected

    @property
    def decided(self) -> int:
        return self.approved + self.rejected


def item_counts(article: Article) -> Counts:
    rows = Item.objects.filter(article=article).order_by().values_list("state").annotate(n=Count("pk"))
    return Counts(**dict(rows))


@dataclass(frozen=True, slots=True)
class NotedParagraph:
    """A paragraph with what stands in its margin."""

    shown: PassageParagraph
    kind_label: str
    approved: int
    waiting: int

    @property
    def is_asked_about(self) -> bool:
        return self.shown.kind in ASKED_ABOUT

    @property
    def dots(self) -> range:
        return range(min(self.approved, DOTS))


def noted_paragraphs(revision: ArticleRevision) -> list[NotedParagraph]:
    """The numbered paragraphs of a revision, each with its coverage."""
    rows = list(revision.paragraphs.order_by("number"))
    counts = _coverage(revision)
    return [
        NotedParagraph(
            shown,
            str(row.get_kind_display()),
            counts[row.number].get(Item.State.APPROVED, 0),
            counts[row.number].get(Item.State.PROPOSED, 0),
        )
        for row, shown in zip(rows, passage(rows), strict=True)
    ]


def _coverage(revision: ArticleRevision) -> dict[int, dict[str, int]]:
    found = (
        Evidence.objects.filter(paragraph__revision=revision, item_revision=F("item_revision__item__current"))
        .values_list("paragraph__number", "item_revision__item__state")
        .annotate(n=Count("item_revision__item", distinct=True))
        .order_by()
    )
    counts: dict[int, dict[str, int]] = defaultdict(dict)
    for number, state, n in found:
        counts[number][state] = n
    return counts


def uncovered(paragraphs: list[NotedParagraph]) -> list[int]:
    """The numbers of the paragraphs that could be asked about and have no item, approved or waiting."""
    return [noted.shown.number for noted in paragraphs if noted.is_asked_about and not noted.approved + noted.waiting]


def minutes_to_read(words: int) -> int:
    return max(1, round(words / WORDS_A_MINUTE))
