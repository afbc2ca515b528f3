"""A page of the paragraph editor: paragraphs with what has become of them, and what is left out where."""

from collections import Counter, defaultdict
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from datetime import datetime

from django.db.models import F
from django.utils.translation import ngettext

from quizzes.models import Article, ArticleDraft, ArticleRevision, Evidence, Item, Paragraph
from quizzes.queries.draft_marks import marks_of, reason_label, reasons_of, summary_of, words_of
from quizzes.queries.draft_rows import Row, draft_of, state_of

PARAGRAPHS_A_PAGE = 50
CHARACTERS_A_LINE = 68


@dataclass(frozen=True, slots=True)
class Quoted:
    """How many questions quote a paragraph, and for how many of them the quotation is no longer in it."""

    questions: int
    lost: int


@dataclass(frozen=True, slots=True)
class Shown:
    """A standing paragraph as the editor shows it; `lines` is about how many lines its text takes."""

    number: int
    key: str
    kind: str
    text: str
    marks: tuple[str, ...]
    quoted: Quoted | None
    is_first: bool
    is_last: bool
    has_raw: bool

    @property
    def kind_label(self) -> str:
        return str(Paragraph.Kind(self.kind).label)

    @property
    def lines(self) -> int:
        return 1 + len(self.text) // CHARACTERS_A_LINE

    @property
    def mark_words(self) -> str:
        return words_of(self.marks).capitalize()

    @property
    def quoted_words(self) -> str:
        return quoted_words(self.quoted) if self.quoted else ""


@dataclass(frozen=True, slots=True)
class LeftOut:
    """A passage that is left out, with its reason in words."""

    key: str
    text: str
    reason: str


@dataclass(frozen=True, slots=True)
class Place:
    """A standing paragraph (none before the first one), and what is left out behind it."""

    paragraph: Shown | None
    left_out: tuple[LeftOut, ...]

    @property
    def number(self) -> int:
        return self.paragraph.number if self.paragraph else 0


@dataclass(frozen=True, slots=True)
class Window:
    """Which of the standing paragraphs are shown: from one number to another, of so many."""

    first: int
    last: int
    total: int

    @property
    def previous(self) -> int | None:
        return max(1, self.first - PARAGRAPHS_A_PAGE) if self.first > 1 else None

    @property
    def next(self) -> int | None:
        return self.last + 1 if self.last < self.total else None


@dataclass(frozen=True, slots=True)
class EditorPage:
    """Everything that the editor shows at once."""

    state: str
    revision: ArticleRevision
    window: Window
    places: tuple[Place, ...]
    summary: str
    left_out: int
    reasons: str
    undo: str
    redo: str
    changed_at: datetime | None

    @property
    def next_number(self) -> int:
        return self.revision.number + 1

    @property
    def paragraphs(self) -> list[Shown]:
        return [place.paragraph for place in self.places if place.paragraph]


def has_changes(article: Article) -> bool:
    """Say whether somebody has begun to change the text and not saved it."""
    return ArticleDraft.objects.filter(article=article).exclude(undo=[]).exists()


def editor_page(article: Article, *, draft: ArticleDraft | None = None, first: int = 1, key: str = "") -> EditorPage:
    """Show the paragraphs from number `first`, or those round the one with this key."""
    draft = draft or draft_of(article)
    rows: list[Row] = draft.paragraphs
    standing = [at for at, row in enumerate(rows) if not row["out"]]
    window = _window(rows, standing, first, key)
    held = _rows_held(standing, window, len(rows))
    shared = Counter(stable_id for row in rows if not row["out"] for stable_id in row["origin"])
    quoted = _quoted(draft, rows[held.start : held.stop])
    marks = {row["key"]: marks_of(row, shared) for row in rows}
    return EditorPage(
        state=state_of(draft),
        revision=draft.based_on,
        window=window,
        places=tuple(_places(rows, held, window, marks, quoted)),
        summary=summary_of(marks),
        left_out=len(rows) - len(standing),
        reasons=reasons_of(rows),
        undo=draft.undo[-1]["what"] if draft.undo else "",
        redo=draft.redo[-1]["what"] if draft.redo else "",
        changed_at=draft.changed_at if draft.pk else None,
    )


def _window(rows: Sequence[Row], standing: Sequence[int], first: int, key: str) -> Window:
    if key:
        found = next((number for number, at in enumerate(standing, start=1) if rows[at]["key"] == key), first)
        first = found if not first <= found < first + PARAGRAPHS_A_PAGE else first
    total = len(standing)
    first = max(1, min(first, total))
    first = first - (first - 1) % PARAGRAPHS_A_PAGE
    return Window(first, min(first + PARAGRAPHS_A_PAGE - 1, total), total)


def _rows_held(standing: Sequence[int], window: Window, count: int) -> range:
    """Give the places of what is shown: the standing paragraphs of the window, and what is left out behind each."""
    start = 0 if window.first == 1 else standing[window.first - 1]
    return range(start, count if window.next is None else standing[window.last])


def _places(
    rows: Sequence[Row],
    held: range,
    window: Window,
    marks: Mapping[str, tuple[str, ...]],
    quoted: Mapping[str, dict[int, list[str]]],
) -> Iterator[Place]:
    paragraph: Shown | None = None
    left_out: list[LeftOut] = []
    number = window.first
    for at in held:
        row = rows[at]
        if row["out"]:
            left_out.append(LeftOut(row["key"], row["text"], reason_label(row["out"])))
            continue
        if paragraph or left_out:
            yield Place(paragraph, tuple(left_out))
        left_out = []
        paragraph = Shown(
            number,
            row["key"],
            row["kind"],
            row["text"],
            marks[row["key"]],
            _quoted_in(row, quoted, is_part="split" in marks[row["key"]]),
            number == 1,
            number == window.total,
            bool(row["segments"]),
        )
        number += 1
    yield Place(paragraph, tuple(left_out))


def _quoted(draft: ArticleDraft, rows: Sequence[Row]) -> dict[str, dict[int, list[str]]]:
    """Give, for each stored paragraph that is shown, the items that quote it and what they quote."""
    wanted = {stable_id for row in rows for stable_id in row["origin"]}
    found: dict[str, dict[int, list[str]]] = defaultdict(lambda: defaultdict(list))
    quotations = Evidence.objects.filter(
        paragraph__revision=draft.based_on,
        paragraph__stable_id__in=wanted,
        item_revision=F("item_revision__item__current"),
        item_revision__item__state__in=(Item.State.PROPOSED, Item.State.APPROVED),
    ).values_list("paragraph__stable_id", "item_revision__item", "exact")
    for stable_id, item, exact in quotations:
        found[stable_id][item].append(exact)
    return found


def _quoted_in(row: Row, quoted: Mapping[str, dict[int, list[str]]], *, is_part: bool) -> Quoted | None:
    """Count the questions that quote the paragraph; a part of a split one counts those whose quotation it holds."""
    items: dict[int, bool] = {}
    for stable_id in row["origin"]:
        for item, quotations in quoted.get(stable_id, {}).items():
            items[item] = items.get(item, True) and all(exact in row["text"] for exact in quotations)
    held = sum(items.values())
    if is_part:
        return Quoted(held, 0) if held else None
    return Quoted(len(items), len(items) - held) if items else None


def quoted_words(quoted: Quoted) -> str:
    """Say how many questions depend on the paragraph."""
    said = ngettext("One question quotes this paragraph", "%(n)d questions quote this paragraph", quoted.questions)
    lost = ngettext("; the sentence of one is changed", "; the sentences of %(n)d are changed", quoted.lost)
    return said % {"n": quoted.questions} + (lost % {"n": quoted.lost} if quoted.lost else "") + "."
