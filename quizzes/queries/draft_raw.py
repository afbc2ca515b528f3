"""The raw text beside the paragraphs that are edited, each stretch with the paragraph it became."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from quizzes.engine.text.editing import raw_span
from quizzes.models import ArticleDraft, ArticleRevision
from quizzes.queries.draft_rows import read
from quizzes.queries.drafts import EditorPage


@dataclass(frozen=True, slots=True)
class RawPiece:
    """Consecutive raw text that belongs to one paragraph, or to none; `opens` on the first piece of a paragraph."""

    text: str
    key: str = ""
    left_out: bool = False
    opens: bool = False


def raw_pieces(page: EditorPage, draft: ArticleDraft, raw: str) -> list[RawPiece]:
    """Cut the raw text of what is shown so that each stretch names its paragraph."""
    keys = {place.paragraph.key for place in page.places if place.paragraph}
    keys |= {passage.key for place in page.places for passage in place.left_out}
    mapped = [read(row) for row in draft.paragraphs if row["key"] in keys and row["segments"]]
    segments = sorted(
        (segment.raw, segment.raw + segment.length, paragraph.key, bool(paragraph.out))
        for paragraph in mapped
        for segment in paragraph.segments
    )
    cursor = 0 if page.window.previous is None else min((raw_span(one)[0] for one in mapped), default=0)
    end = len(raw) if page.window.next is None else max((raw_span(one)[1] for one in mapped), default=len(raw))
    return list(_cut(raw, segments, cursor, end))


def _cut(raw: str, segments: Sequence[tuple[int, int, str, bool]], cursor: int, end: int) -> Iterator[RawPiece]:
    """Give the pieces; what lies between two segments of one paragraph, such as a line's end, belongs to it."""
    seen: set[str] = set()
    joined: list[tuple[int, int, str, bool]] = []
    for start, stop, key, out in segments:
        if joined and joined[-1][2] == key:
            joined[-1] = (joined[-1][0], max(stop, joined[-1][1]), key, out)
        else:
            joined.append((start, stop, key, out))
    for start, stop, key, out in joined:
        if start > cursor:
            yield RawPiece(raw[cursor:start])
        if stop > max(start, cursor):
            yield RawPiece(raw[max(start, cursor) : stop], key, out, key not in seen)
            seen.add(key)
        cursor = max(cursor, stop)
    if cursor < end:
        yield RawPiece(raw[cursor:end])


def raw_text_of(draft: ArticleDraft) -> str:
    return ArticleRevision.objects.values_list("raw_text", flat=True).get(pk=draft.based_on_id)
