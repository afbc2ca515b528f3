"""The paragraphs of a text being edited: as they are stored, as the engine takes them, and afresh for a revision."""

from bisect import bisect_right
from collections.abc import Iterator, Sequence
from typing import Any, overload

from quizzes.engine.text.editing import Working, copied, fold, print_of, raw_span, rewrite
from quizzes.engine.text.values import ParagraphKind, Segment
from quizzes.models import Article, ArticleDraft, ArticleRevision

Row = dict[str, Any]


def stored(paragraph: Working) -> Row:
    """Give the paragraph as the draft stores it."""
    return {
        "key": paragraph.key,
        "kind": paragraph.kind.value,
        "text": paragraph.text,
        "segments": [[segment.clean, segment.raw, segment.length] for segment in paragraph.segments],
        "origin": list(paragraph.origin),
        "was": paragraph.was,
        "out": paragraph.out,
        "moved": paragraph.moved,
    }


def read(row: Row) -> Working:
    """Give a stored paragraph as the engine takes it."""
    return Working(
        row["key"],
        ParagraphKind(row["kind"]),
        row["text"],
        tuple(Segment(*segment) for segment in row["segments"]),
        tuple(row["origin"]),
        row["was"],
        row["out"],
        row["moved"],
    )


class Rows(Sequence[Working]):
    """The stored paragraphs, each read when it is looked at: a change of a book looks at very few."""

    def __init__(self, rows: list[Row]) -> None:
        self.rows = rows

    def __len__(self) -> int:
        return len(self.rows)

    @overload
    def __getitem__(self, place: int) -> Working: ...
    @overload
    def __getitem__(self, place: slice) -> Sequence[Working]: ...
    def __getitem__(self, place: int | slice) -> Working | Sequence[Working]:
        if isinstance(place, slice):
            return [read(row) for row in self.rows[place]]
        return read(self.rows[place])


def state_of(draft: ArticleDraft) -> str:
    """Name what the draft holds now; it changes with every change, and is never used again."""
    return f"{draft.based_on.number}-{draft.version}"


def draft_of(article: Article) -> ArticleDraft:
    """Give the article's draft; without one, a fresh one that is not stored."""
    found = ArticleDraft.objects.filter(article=article).select_related("based_on").defer("based_on__raw_text").first()
    return found or fresh_draft(article)


def fresh_draft(article: Article) -> ArticleDraft:
    """Make the draft that shows the newest revision as it is, without storing it."""
    revision = article.revisions.latest("number")
    return ArticleDraft(article=article, based_on=revision, paragraphs=fresh_rows(revision))


def fresh_rows(revision: ArticleRevision) -> list[Row]:
    """Give a revision's paragraphs in order, what was left out standing behind the paragraph that it followed."""
    standing = [
        {
            "key": f"p{number}",
            "kind": kind,
            "text": text,
            "segments": segments,
            "origin": [stable_id],
            "was": print_of(ParagraphKind(kind), text),
            "out": "",
            "moved": 0,
        }
        for number, stable_id, kind, text, segments in revision.paragraphs.order_by("number").values_list(
            "number", "stable_id", "kind", "text", "segments"
        )
    ]
    left_out = sorted(_left_out(revision), key=lambda pair: pair[0])
    return list(_woven(standing, left_out)) if left_out else standing


def _left_out(revision: ArticleRevision) -> Iterator[tuple[int, Row]]:
    for index, removed in enumerate(revision.removed, start=1):
        start, end = removed.get("start") or 0, removed.get("end") or 0
        text, segments = copied(revision.raw_text[start:end], start)
        wanted = fold(str(removed.get("text") or text))
        if not wanted:
            continue
        reason = str(removed.get("reason") or "noise")
        paragraph = Working(f"x{index}", ParagraphKind.BODY, text, segments, out=reason)
        yield start, stored(rewrite(paragraph, wanted))


def _woven(standing: list[Row], left_out: list[tuple[int, Row]]) -> Iterator[Row]:
    placed = sorted(
        (min(segment[1] for segment in row["segments"]), at) for at, row in enumerate(standing) if row["segments"]
    )
    behind: dict[int, list[Row]] = {}
    for start, row in left_out:
        found = bisect_right(placed, (start, len(standing))) - 1
        behind.setdefault(placed[found][1] if found >= 0 else -1, []).append(row)
    yield from behind.get(-1, ())
    for at, row in enumerate(standing):
        yield row
        yield from behind.get(at, ())


def removed_of(rows: Sequence[Row]) -> list[dict[str, Any]]:
    """Give what is left out as a revision keeps it; what was typed here and dropped has no raw place, and goes."""
    kept = []
    for row in rows:
        if row["out"] and row["segments"]:
            start, end = raw_span(read(row))
            kept.append({"start": start, "end": end, "text": row["text"], "reason": row["out"]})
    return kept
