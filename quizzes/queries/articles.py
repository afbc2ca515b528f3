"""Articles as they are listed and shown: counts, coverage, and paragraphs for the engine."""

from collections import defaultdict
from dataclasses import dataclass

from django.db.models import Case, Count, F, OuterRef, Q, QuerySet, Subquery, TextField, Value, When
from django.utils.translation import gettext as _

from quizzes.engine.text.chapters import HEADS, Chapter, chapters
from quizzes.engine.text.values import Paragraph as EngineParagraph
from quizzes.engine.text.values import ParagraphKind
from quizzes.models import Article, ArticleRevision, Evidence, Item, Paragraph
from quizzes.queries.passages import PassageParagraph, passage

MINUTES_AN_HOUR, TOLD_IN_MINUTES = 60, 90
WORDS_A_MINUTE = 200
PAGE = 200  # paragraphs of a long text that a page shows at once
SEVERAL_CHAPTERS, MANY_WORDS = 4, 6_000  # from where on questions can be asked for by chapter
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
    """How many items of an article are in each state; a parked one is neither waiting nor decided."""

    proposed: int = 0
    approved: int = 0
    rejected: int = 0
    parked: int = 0

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


@dataclass(frozen=True, slots=True)
class Outline:
    """A revision without its text: the kind of each paragraph by its number, and the chapters."""

    kinds: dict[int, str]
    chapters: list[Chapter]

    @property
    def total(self) -> int:
        return max(self.kinds, default=0)


def outline_of(revision: ArticleRevision) -> Outline:
    """Read the outline in one query; only headings and the like bring their text."""
    heading = Case(When(kind__in=HEADS, then="text"), default=Value(""), output_field=TextField())
    rows = list(revision.paragraphs.order_by("number").values_list("number", "kind", heading))
    kinds = {number: kind for number, kind, _text in rows}
    heads = [row for row in rows if row[1] in HEADS]
    return Outline(kinds, chapters(heads, max(kinds, default=0)))


def chapter_choices(outline: Outline, words: int) -> list[tuple[int, str]]:
    """Return the chapters for which questions can be asked; none of a text that is short enough to be asked as one."""
    if len(outline.chapters) < SEVERAL_CHAPTERS and words <= MANY_WORDS:
        return []
    if len(outline.chapters) == 1:
        return []
    return [(chapter.first, chapter_label(chapter)) for chapter in outline.chapters]


def chapter_label(chapter: Chapter) -> str:
    return chapter.title or _("Paragraphs %(first)d to %(last)d") % {"first": chapter.first, "last": chapter.last}


@dataclass(frozen=True, slots=True)
class Window:
    """The part of a text that a page shows: paragraphs `first` to `last` of `total`."""

    first: int
    last: int
    total: int

    @property
    def is_part(self) -> bool:
        return self.total > PAGE

    @property
    def before(self) -> "Window | None":
        return Window(max(1, self.first - PAGE), self.first - 1, self.total) if self.first > 1 else None

    @property
    def after(self) -> "Window | None":
        return Window(self.last + 1, min(self.total, self.last + PAGE), self.total) if self.last < self.total else None


def window_of(outline: Outline, wanted: str = "") -> Window:
    """Return what to show of a text when paragraph `wanted` stands on top; all of it when it is not long."""
    total = outline.total
    if total <= PAGE:
        return Window(1, total, total)
    # More digits than any number of a paragraph are no number of one, and some are too long to be read at all.
    first = min(max(1, int(wanted)), total) if wanted.isdecimal() and len(wanted) <= len(str(total)) else 1
    return Window(first, min(total, first + PAGE - 1), total)


Coverage = dict[int, dict[str, int]]


def noted_paragraphs(revision: ArticleRevision, window: Window, covered: Coverage) -> list[NotedParagraph]:
    """The numbered paragraphs of a part of a revision, each with its coverage."""
    rows = list(
        revision.paragraphs.filter(number__gte=window.first, number__lte=window.last)
        .order_by("number")
        .defer("segments")
    )
    return [
        NotedParagraph(
            shown,
            str(row.get_kind_display()),
            covered[row.number].get(Item.State.APPROVED, 0),
            covered[row.number].get(Item.State.PROPOSED, 0),
        )
        for row, shown in zip(rows, passage(rows), strict=True)
    ]


def coverage_of(revision: ArticleRevision) -> Coverage:
    """How many items lean on each paragraph, by number and by state."""
    found = (
        Evidence.objects.filter(paragraph__revision=revision, item_revision=F("item_revision__item__current"))
        .values_list("paragraph__number", "item_revision__item__state")
        .annotate(n=Count("item_revision__item", distinct=True))
        .order_by()
    )
    counts: Coverage = defaultdict(dict)
    for number, state, n in found:
        counts[number][state] = n
    return counts


def uncovered(outline: Outline, covered: Coverage) -> list[int]:
    """The numbers of the paragraphs that could be asked about and have no item, approved or waiting."""
    live = (Item.State.APPROVED, Item.State.PROPOSED)
    return [
        number
        for number, kind in outline.kinds.items()
        if kind in ASKED_ABOUT and not any(covered[number].get(state) for state in live)
    ]


def minutes_to_read(words: int) -> int:
    return max(1, round(words / WORDS_A_MINUTE))


def hours_to_read(words: int) -> int:
    """Return the hours that a long text takes, 0 for one that is better told in minutes."""
    minutes = minutes_to_read(words)
    return round(minutes / MINUTES_AN_HOUR) if minutes > TOLD_IN_MINUTES else 0
