"""What the pages about refused drafts read: how many each check refused, and the drafts as items."""

from collections.abc import Mapping
from dataclasses import dataclass
from uuid import UUID

from django.core.paginator import Page, Paginator
from django.db.models import Count, QuerySet

from quizzes.models import Article, ItemRevision, Paragraph, RefusedDraft, Run
from quizzes.queries.contents import wording_fields
from quizzes.queries.items import ShownOption, ShownPair, shown_options, shown_pairs
from quizzes.queries.numbered import Part, numbered
from quizzes.queries.passages import Mark, PassageParagraph, passage
from quizzes.queries.runs import MINOR_GROUP, REFUSALS, group_of, meaning_of

A_PAGE = 20


@dataclass(frozen=True, slots=True)
class Group:
    """The drafts that one check refused, or those with several small flaws."""

    code: str
    meaning: str
    count: int


@dataclass(frozen=True, slots=True)
class ShownDraft:
    """A refused draft with everything that judging it needs; the names are those of a shown item."""

    draft: RefusedDraft
    meaning: str
    wording: ItemRevision
    options: list[ShownOption]
    pairs: list[ShownPair]
    parts: tuple[Part, ...]
    evidence: list[PassageParagraph]
    last: None = None

    @property
    def prefix(self) -> str:
        """What sets the ids of its paragraphs apart from those of other drafts."""
        return f"d-{self.draft.uuid}-"

    @property
    def left_over(self) -> list[ShownOption]:
        return [option for option in self.options if not option.key]

    @property
    def key_index(self) -> int | None:
        return next((index for index, option in enumerate(self.options) if option.key), None)

    @property
    def other_keys(self) -> list[str]:
        keys: list[str] = self.wording.keys[1:]
        return keys


def groups_of(run: Run) -> list[Group]:
    """Count a run's kept drafts by what refused them, the commonest first."""
    sums: dict[str, int] = {}
    for code, count in RefusedDraft.objects.filter(run=run).order_by().values_list("code").annotate(n=Count("pk")):
        sums[group_of(code)] = sums.get(group_of(code), 0) + count
    ordered = sorted(sums.items(), key=lambda pair: (-pair[1], pair[0]))
    return [Group(code, meaning_of(code), count) for code, count in ordered]


def drafts_of(run: Run, group: str = "") -> QuerySet[RefusedDraft]:
    """The kept drafts of a run, best first; `group` limits them to one check, or to the small flaws."""
    drafts = RefusedDraft.objects.filter(run=run).select_related("item").order_by("-score", "pk")
    if group == MINOR_GROUP:
        return drafts.exclude(code__in=REFUSALS)
    return drafts.filter(code=group) if group else drafts


def page_of_drafts(run: Run, group: str, number: str | None, label: str) -> tuple[Page[RefusedDraft], list[ShownDraft]]:
    """Return one page of drafts and what it shows; `label` stands beside each marked sentence."""
    page = Paginator(drafts_of(run, group), A_PAGE).get_page(number)
    return page, show_drafts(run, list(page.object_list), label)


def show_drafts(run: Run, drafts: list[RefusedDraft], label: str) -> list[ShownDraft]:
    """Make drafts ready to show, with the paragraphs of all of them in one query."""
    numbers = {quotation["paragraph"] for draft in drafts for quotation in draft.content["evidence"]}
    rows = Paragraph.objects.filter(revision=run.revision_id, number__in=numbers).order_by("number")
    return [_shown(draft, {row.number: row for row in rows}, label) for draft in drafts]


def _shown(draft: RefusedDraft, paragraphs: Mapping[int, Paragraph], label: str) -> ShownDraft:
    wording = ItemRevision(**wording_fields(draft.content))
    quotations = draft.content["evidence"]
    marks = [Mark(row["paragraph"], row["start"], row["end"], label) for row in quotations]
    evidence = passage([paragraphs[number] for number in sorted({mark.paragraph for mark in marks})], marks)
    options = shown_options(wording, set())
    parts = numbered(wording, draft.kind, {paragraph.number: paragraph.text for paragraph in evidence})
    return ShownDraft(draft, meaning_of(draft.code), wording, options, shown_pairs(wording, options), parts, evidence)


def refused_of(article: Article) -> tuple[UUID, int] | None:
    """Return the newest run of an article with refused drafts that nobody rescued, and how many; None without."""
    waiting = RefusedDraft.objects.filter(run__revision__article=article, item=None).order_by("-run")
    return waiting.values_list("run__uuid").annotate(n=Count("pk")).first()
