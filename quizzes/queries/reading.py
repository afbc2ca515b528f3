"""The text beside a question: which part of a long one is shown, and whether a page holds it already."""

from collections.abc import Sequence
from dataclasses import dataclass
from hashlib import sha256

from quizzes.engine.text.chapters import Chapter
from quizzes.models import ArticleRevision, ItemRevision
from quizzes.queries.articles import PAGE, Window, chapter_label, outline_of, window_of
from quizzes.queries.numbered import paragraph_in_question
from quizzes.queries.passages import Mark, PassageParagraph, passage
from quizzes.queries.withheld import Withheld

BEFORE_EVIDENCE = 5  # paragraphs to read above the one that is led to


@dataclass(frozen=True, slots=True)
class Reading:
    """What stands in the reading pane. `token` names it, so that a page that has it is not sent it again."""

    token: str
    paragraphs: tuple[PassageParagraph, ...] = ()
    window: Window | None = None
    chapters: tuple[tuple[Chapter, str], ...] = ()


def reading(
    revision: ArticleRevision,
    marks: Sequence[Mark],
    withheld: Withheld,
    *,
    wanted: str,
    held: str = "",
    leads: bool = True,
) -> Reading:
    """Return the text, or of a long text the part with paragraph `wanted` on top, with chapters to choose from.

    Which part it is follows from what the reader chose alone, as long as nothing is marked: a question tells nothing
    of where its answer stands. `leads`: the part follows the first mark, and paragraphs with marks are shown wherever
    they are. A page that holds the same gets the token alone.
    """
    followed, all_marks = marks if leads else (), (*withheld.sentences, *marks)
    said = repr((revision.pk, wanted, [*marks], [*followed], sorted(withheld.paragraphs.items()), withheld.sentences))
    token = sha256(said.encode()).hexdigest()[:16]
    if held == token:
        return Reading(token)
    paragraphs = revision.paragraphs.order_by("number").defer("segments")
    top = followed[0].paragraph if followed else 1
    rows = [] if wanted or top > PAGE else list(paragraphs[: PAGE + 1])  # who turned pages has a long text
    if 0 < len(rows) <= PAGE:
        return Reading(token, tuple(passage(rows, all_marks, withheld.paragraphs)))
    outline = outline_of(revision)
    window = window_of(outline, wanted)
    if followed and not window.first <= top <= window.last:
        window = window_of(outline, str(max(1, top - BEFORE_EVIDENCE)))
    numbers = {*range(window.first, window.last + 1), *(mark.paragraph for mark in followed)}
    if not numbers <= {row.number for row in rows}:
        rows = list(paragraphs.filter(number__in=numbers))
    rows = [row for row in rows if row.number in numbers]
    if not window.is_part:
        return Reading(token, tuple(passage(rows, all_marks, withheld.paragraphs)))
    chapters = tuple((chapter, chapter_label(chapter)) for chapter in outline.chapters)
    return Reading(token, tuple(passage(rows, all_marks, withheld.paragraphs)), window, chapters)


def texts_about(revision: ArticleRevision, wording: ItemRevision) -> dict[int, str]:
    """Read the paragraphs that a question is about, by number: where its options and its sentence were taken from."""
    parts = [*(wording.options or ()), *(wording.prompts or ())]
    numbers = {part["source"]["paragraph"] for part in parts if part.get("source")}
    asked = paragraph_in_question(wording, wording.item.kind)
    wanted = revision.paragraphs.filter(number__in=numbers | ({asked} if asked is not None else set()))
    return dict(wanted.values_list("number", "text"))
