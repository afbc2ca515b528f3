"""What the newest revision of an article means for the items that still belong to an earlier one."""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from functools import cached_property

from django.db.models import Count, Exists, Min, OuterRef, Q, QuerySet
from django.utils.translation import gettext as _

from quizzes.engine.explanations.anchoring import Landing, Loss, Standing
from quizzes.engine.explanations.carrying import Carried, carry
from quizzes.engine.explanations.rewording import Change, differences
from quizzes.engine.items.values import Evidence as Quotation
from quizzes.engine.items.values import ItemContent
from quizzes.engine.text.values import Paragraph as EngineParagraph
from quizzes.engine.text.values import ParagraphKind
from quizzes.models import Article, ArticleRevision, Attempt, Evidence, Item, ItemRevision, Paragraph, Quiz, User
from quizzes.queries.contents import content_of

HOLDING = (Standing.UNCHANGED, Standing.MOVED)
# A rejected item stays where it was rejected: nobody has to look at it again.
AFFECTED = (Item.State.PROPOSED, Item.State.APPROVED, Item.State.PARKED)


@dataclass(frozen=True, slots=True)
class Affected:
    """An item of an earlier revision, and what becomes of it on the newest one."""

    item: Item
    wording: ItemRevision
    content: ItemContent
    carried: Carried

    @property
    def standing(self) -> Standing:
        return self.carried.standing

    @property
    def is_parked(self) -> bool:
        return self.item.state == Item.State.PARKED

    @property
    def needs_parking(self) -> bool:
        return self.standing is Standing.LOST and not self.is_parked

    @property
    def reason(self) -> str:
        return _why(self.carried.loss) if self.carried.loss else ""

    @property
    def sentences(self) -> list["Sentence"]:
        """The evidence before and after."""
        pairs = zip(self.content.evidence, self.carried.found, strict=True)
        return [Sentence(before, found.place, found.near) for before, found in pairs]


@dataclass(frozen=True, slots=True)
class Sentence:
    """A quotation as it was and, where it still stands, as it is; `near` is what a lost one may have become."""

    before: Quotation
    after: Quotation | None
    near: Quotation | None

    @property
    def now(self) -> Quotation | None:
        return self.after or self.near

    @property
    def has_changed(self) -> bool:
        return self.now is None or self.now.exact != self.before.exact

    @property
    def changes(self) -> tuple[Change, ...]:
        return differences(self.before.exact, self.now.exact) if self.now else ()


def _why(loss: Loss) -> str:
    reasons = {
        Loss.GONE: _("Its sentence is no longer in the text."),
        Loss.SEVERAL: _("Its sentence stands more than once, and nothing tells which is meant."),
        Loss.KEY_GONE: _("The key is no longer in its sentence."),
        Loss.FACTS_CHANGED: _("A figure, a name or a “not” in its sentence has changed."),
        Loss.PARAGRAPH_CHANGED: _("The question rests on a whole paragraph, and that is another one now."),
    }
    return reasons[loss]


@dataclass(frozen=True)
class Impact:
    """All affected items of an article, by how their evidence stands in `revision`, the newest."""

    revision: ArticleRevision
    rows: tuple[Affected, ...]

    def of(self, *standings: Standing) -> list[Affected]:
        return [row for row in self.rows if row.standing in standings]

    @cached_property
    def unchanged(self) -> list[Affected]:
        return self.of(Standing.UNCHANGED)

    @cached_property
    def moved(self) -> list[Affected]:
        return self.of(Standing.MOVED)

    @cached_property
    def holding(self) -> list[Affected]:
        return self.of(*HOLDING)

    @cached_property
    def reworded(self) -> list[Affected]:
        return self.of(Standing.REWORDED)

    @cached_property
    def lost(self) -> list[Affected]:
        return [row for row in self.rows if row.needs_parking]

    @cached_property
    def parked(self) -> list[Affected]:
        """Items that were parked before and whose evidence is still not there."""
        return [row for row in self.of(Standing.LOST) if row.is_parked]

    @property
    def open_count(self) -> int:
        return len(self.rows) - len(self.parked)


def impact_of(article: Article, *, items: QuerySet[Item] | None = None) -> Impact:
    """Compare every affected item with the newest text, in four queries; `items` narrows or locks them."""
    revision = article.revisions.latest("number")
    wanted = Item.objects.filter(article=article) if items is None else items
    found = list(
        wanted.filter(state__in=AFFECTED, current__article_revision__number__lt=revision.number)
        .select_related("current")
        .order_by("pk")
    )
    return Impact(revision, tuple(_compared(found, revision)) if found else ())


def _compared(items: Sequence[Item], revision: ArticleRevision) -> list[Affected]:
    wordings = {item.pk: item.current for item in items if item.current}
    quotations = _quotations(wordings.values())
    texts = _texts({wording.article_revision_id for wording in wordings.values()} | {revision.pk})
    landings = {
        old: Landing(tuple(texts[revision.pk].values()), tuple(before.values())) for old, before in texts.items()
    }
    rows = []
    for item in items:
        wording = wordings[item.pk]
        content = content_of(item, wording, quotations.get(wording.pk, ()))
        old = wording.article_revision_id
        rows.append(Affected(item, wording, content, carry(content, texts[old], landings[old])))
    return sorted(rows, key=lambda row: (_first_paragraph(row.content), row.item.pk))


def _first_paragraph(content: ItemContent) -> int:
    return min((quotation.paragraph for quotation in content.evidence), default=0)


def _quotations(wordings: Iterable[ItemRevision]) -> dict[int, list[Evidence]]:
    found: dict[int, list[Evidence]] = {}
    rows = Evidence.objects.filter(item_revision__in=[wording.pk for wording in wordings])
    for row in rows.select_related("paragraph").order_by("pk"):
        found.setdefault(row.item_revision_id, []).append(row)
    return found


def _texts(revisions: Iterable[int]) -> Mapping[int, dict[int, EngineParagraph]]:
    """Read the paragraphs of revisions as the engine takes them, by number."""
    texts: dict[int, dict[int, EngineParagraph]] = {pk: {} for pk in revisions}
    for row in Paragraph.objects.filter(revision__in=texts).order_by("number"):
        texts[row.revision_id][row.number] = EngineParagraph(
            row.stable_id, row.number, ParagraphKind(row.kind), row.text
        )
    return texts


@dataclass(frozen=True, slots=True)
class Waiting:
    """How many items still belong to an earlier revision, and to which (the earliest)."""

    count: int
    revision: int


def waiting(article: Article, revision: ArticleRevision) -> Waiting | None:
    """Count the items that wait to be carried over to `revision`, the newest; None when none does."""
    behind = Item.objects.filter(
        article=article,
        state__in=(Item.State.PROPOSED, Item.State.APPROVED),
        current__article_revision__number__lt=revision.number,
    )
    found = behind.aggregate(count=Count("pk"), earliest=Min("current__article_revision__number"))
    return Waiting(found["count"], found["earliest"]) if found["count"] else None


@dataclass(frozen=True, slots=True)
class Behind:
    """A quiz on an earlier text: its questions, how many of them could come along, and whether it was started."""

    quiz: Quiz
    questions: int
    ready: int
    started: bool

    @property
    def can_move(self) -> bool:
        return self.ready > 0 and not self.started


def quizzes_behind(user: User, revision: ArticleRevision) -> list[Behind]:
    """The user's quizzes on earlier revisions of the article, newest first."""
    ready = Q(slots__item__state=Item.State.APPROVED, slots__item__current__article_revision=revision)
    found = (
        Quiz.objects.filter(owner=user, article_revision__article=revision.article_id)
        .exclude(article_revision=revision)
        .annotate(
            questions=Count("slots", distinct=True),
            ready=Count("slots", filter=ready, distinct=True),
            started=Exists(Attempt.objects.filter(assignment__quiz=OuterRef("pk"))),
        )
        .select_related("article_revision")
        .order_by("-created_at", "-pk")
    )
    return [Behind(quiz, quiz.questions, quiz.ready, quiz.started) for quiz in found]
