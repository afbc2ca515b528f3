"""What the approval pages read: the queue, how far it is, and one item with its evidence."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace
from functools import cached_property
from string import ascii_uppercase
from typing import Any
from uuid import UUID

from django.db.models import F, OuterRef, Subquery

from quizzes.engine.grading import keys_of_gap
from quizzes.models import (
    Article,
    ArticleRevision,
    Decision,
    Evidence,
    Item,
    ItemRevision,
    Paragraph,
    RefusedDraft,
    User,
)
from quizzes.queries.difficulty import BANDS, Difficulty, difficulties
from quizzes.queries.gaps import has_gaps
from quizzes.queries.grading_rules import switched_off
from quizzes.queries.numbered import Part, numbered
from quizzes.queries.passages import Mark, PassageParagraph, passage
from quizzes.queries.runs import meaning_of

SECONDS_A_PROPOSAL = 6
NEXT_SHOWN = 3
LETTERS = ascii_uppercase
BEST, BY_PARAGRAPH = "best", "text"


@dataclass(frozen=True, slots=True)
class Filters:
    """What the instructor wants to see; anything unknown falls back to the usual."""

    state: str = Item.State.PROPOSED
    kind: str = ""
    paragraph: int | None = None
    order: str = BEST
    difficulty: str = ""

    @classmethod
    def read(cls, query: Mapping[str, str]) -> "Filters":
        state, kind, paragraph = query.get("state", ""), query.get("kind", ""), query.get("paragraph", "")
        difficulty = query.get("difficulty", "")
        return cls(
            state=state if state in Item.State.values else Item.State.PROPOSED,
            kind=kind if kind in Item.Kind.values else "",
            paragraph=int(paragraph) if paragraph.isdecimal() and len(paragraph) < len("1000000") else None,
            order=BY_PARAGRAPH if query.get("order") == BY_PARAGRAPH else BEST,
            difficulty=difficulty if difficulty in BANDS else "",
        )

    def as_query(self) -> dict[str, str]:
        """Return what differs from the usual, as it stands in an address."""
        usual = Filters()
        names = ("state", "kind", "difficulty", "paragraph", "order")
        pairs = {name: getattr(self, name) for name in names}
        return {name: str(value) for name, value in pairs.items() if value and value != getattr(usual, name)}


@dataclass(frozen=True, slots=True)
class Row:
    """An item as a place in the queue; `number` counts all items that pass the filters, decided or not.

    One that `is_behind` belongs to an earlier text than others, so that its paragraph is not one of theirs.
    """

    pk: int
    uuid: UUID
    kind: str
    state: str
    score: float
    recommended: bool
    paragraph: int
    stem: str
    difficulty: Difficulty
    number: int = 0
    is_behind: bool = False

    @property
    def kind_label(self) -> str:
        return str(Item.Kind(self.kind).label)


@dataclass(frozen=True)
class Queue:
    """All items of an article and those that the filters show, in order."""

    filters: Filters
    everything: tuple[Row, ...]
    rows: tuple[Row, ...]

    @cached_property
    def shown(self) -> tuple[Row, ...]:
        return tuple(row for row in self.rows if row.state == self.filters.state)

    @property
    def paragraphs(self) -> list[int]:
        """The numbers that one can filter by; an item of an earlier text stands in none of the newest one's."""
        return sorted({row.paragraph for row in self.everything if not row.is_behind})

    def count(self, state: str) -> int:
        return sum(row.state == state for row in self.everything)

    @property
    def approved(self) -> int:
        return self.count(Item.State.APPROVED)

    @property
    def rejected(self) -> int:
        return self.count(Item.State.REJECTED)

    @property
    def proposed(self) -> int:
        return self.count(Item.State.PROPOSED)

    @property
    def decided(self) -> int:
        return self.approved + self.rejected

    @property
    def total(self) -> int:
        """How many items have been or can be decided about; a parked one waits for its evidence."""
        return self.proposed + self.decided

    @property
    def minutes_left(self) -> int:
        return -(-self.proposed * SECONDS_A_PROPOSAL // 60)

    @property
    def recommended(self) -> list[Row]:
        """The proposals that one press may approve together."""
        return [row for row in self.rows if row.recommended and row.state == Item.State.PROPOSED]

    def find(self, wanted: UUID | None) -> Row | None:
        """Return the wanted item whatever its state, else the first that is shown."""
        first = self.shown[0] if self.shown else None
        return next((row for row in self.rows if row.uuid == wanted), first)

    def after(self, row: Row) -> Row | None:
        return next((other for other in self.shown if other.number > row.number), None)

    def before(self, row: Row) -> Row | None:
        return next((other for other in reversed(self.shown) if other.number < row.number), None)

    def following(self, row: Row) -> Row | None:
        """Return what comes next once `row` is decided; at the end, the first that was passed over."""
        return self.after(row) or next((other for other in self.shown if other.pk != row.pk), None)

    def up_next(self, row: Row) -> list[Row]:
        return [other for other in self.shown if other.number > row.number][:NEXT_SHOWN]


def queue_of(user: User, article: Article, filters: Filters) -> Queue:
    """Read the whole bank of an article in two queries and order it; answers of the user's classrooms count."""
    place = Evidence.objects.filter(item_revision=OuterRef("current")).order_by("pk").values("paragraph__number")
    text = F("current__article_revision__number")
    found = article.items.annotate(place=Subquery(place[:1]), text=text).values_list(
        "pk", "uuid", "kind", "state", "score", "recommended", "place", "current__stem", "difficulty", "text"
    )
    newest = max((values[9] or 0 for values in found), default=0)
    known = difficulties(user, {values[0]: values[8] for values in found})
    everything = [
        Row(*values[:6], values[6] or 0, values[7] or "", known[values[0]], is_behind=(values[9] or 0) < newest)
        for values in found
    ]
    if filters.order == BY_PARAGRAPH:
        everything.sort(key=lambda row: (row.paragraph, -row.score, row.pk))
    rows = [
        row
        for row in everything
        if filters.kind in ("", row.kind)
        and filters.difficulty in ("", row.difficulty.band)
        and (filters.paragraph is None or (filters.paragraph == row.paragraph and not row.is_behind))
    ]
    return Queue(filters, tuple(everything), tuple(replace(row, number=at) for at, row in enumerate(rows, start=1)))


@dataclass(frozen=True, slots=True)
class ShownOption:
    """An option as an instructor sees it: letter, text, whether it is the key, why, and where it stands."""

    letter: str
    text: str
    key: bool
    rationale: str
    paragraph: int | None
    is_beside: bool


@dataclass(frozen=True, slots=True)
class ShownPair:
    """A prompt with its right option; `option` is None where no option has the text any more."""

    label: str
    right: str
    option: ShownOption | None


@dataclass(frozen=True, slots=True)
class Rescued:
    """Why a check had refused an item that an instructor rescued."""

    draft: RefusedDraft
    meaning: str


@dataclass(frozen=True, slots=True)
class ShownItem:
    """One item with everything that a decision needs."""

    item: Item
    wording: ItemRevision
    options: list[ShownOption]
    evidence: list[PassageParagraph]
    paragraph: int
    last: Decision | None
    pairs: list[ShownPair]
    parts: tuple[Part, ...]
    rescued: Rescued | None
    newest: int = 1

    @property
    def earlier(self) -> int | None:
        """The number of the text that it was written for, when that is not the newest."""
        number: int = self.wording.article_revision.number
        return number if number < self.newest else None

    @property
    def left_over(self) -> list[ShownOption]:
        """Options that no prompt takes."""
        return [option for option in self.options if not option.key]

    @property
    def key_index(self) -> int | None:
        return next((index for index, option in enumerate(self.options) if option.key), None)

    @property
    def gaps(self) -> list[list[str]]:
        """The accepted texts of each of several gaps."""
        return [keys_of_gap(prompt) for prompt in self.wording.prompts or []] if has_gaps(self.wording) else []

    @property
    def unforgiven(self) -> list[str]:
        """The rules of grading that are switched off."""
        return switched_off(self.wording)

    @property
    def other_keys(self) -> list[str]:
        keys: list[str] = self.wording.keys[1:]
        return keys


def shown_item(row: Row, label: str) -> ShownItem | None:
    """Fetch an item with its evidence marked in its paragraphs; `label` stands beside each mark."""
    related = ("article", "current__article_revision", "current__author", "refused_draft")
    newest = ArticleRevision.objects.filter(article=OuterRef("article")).order_by("-number").values("number")
    item = Item.objects.select_related(*related).annotate(newest=Subquery(newest[:1])).get(pk=row.pk)
    if item.current is None:
        return None
    quotations = list(item.current.evidence.select_related("paragraph"))
    evidence = _beside(item.current, quotations, label)
    beside = {paragraph.number for paragraph in evidence}
    last = item.decisions.filter(undone=False).exclude(action=Decision.Action.UNDO).select_related("actor").first()
    options = shown_options(item.current, beside)
    parts = numbered(item.current, item.kind, {paragraph.number: paragraph.text for paragraph in evidence})
    pairs = shown_pairs(item.current, options)
    return ShownItem(
        item, item.current, options, evidence, row.paragraph, last, pairs, parts, _rescued(item), item.newest
    )


def _rescued(item: Item) -> Rescued | None:
    draft: RefusedDraft | None = getattr(item, "refused_draft", None)
    return Rescued(draft, meaning_of(draft.code)) if draft else None


def _beside(wording: ItemRevision, quotations: Sequence[Evidence], label: str) -> list[PassageParagraph]:
    """Return the paragraphs that prove the key, with their neighbours."""
    numbers = {row.paragraph.number + step for row in quotations for step in (-1, 0, 1)}
    several = len(quotations) > 1
    marks = [
        Mark(row.paragraph.number, row.start, row.end, f"{label} {index}" if several else label, anchor=f"e{index}")
        for index, row in enumerate(quotations, start=1)
    ]
    rows = Paragraph.objects.filter(revision=wording.article_revision_id, number__in=numbers).order_by("number")
    return passage(rows, marks)


def shown_options(wording: ItemRevision, beside: set[int]) -> list[ShownOption]:
    """Letter the options; `beside` are the paragraphs that stand beside them."""
    options: list[dict[str, Any]] = wording.options or []
    shown = []
    for letter, option in zip(LETTERS, options, strict=False):
        paragraph = option["source"]["paragraph"] if option["source"] else None
        shown.append(
            ShownOption(letter, option["text"], option["key"], option["rationale"], paragraph, paragraph in beside)
        )
    return shown


def shown_pairs(wording: ItemRevision, options: list[ShownOption]) -> list[ShownPair]:
    """Give each prompt its right option; gaps have none."""
    if has_gaps(wording):
        return []
    by_text = {option.text: option for option in options}
    return [
        ShownPair(prompt["text"], prompt["match"], by_text.get(prompt["match"])) for prompt in wording.prompts or []
    ]
