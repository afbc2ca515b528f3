"""Revisions of an article: an edit never changes the text that is there, it makes the next one."""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from datetime import datetime
from typing import Any

from django.db import transaction
from django.utils.translation import gettext as _

from quizzes.access import articles_of
from quizzes.engine.text import stable_ids, words
from quizzes.engine.text.readability import reading_level
from quizzes.engine.text.values import Paragraph as EngineParagraph
from quizzes.engine.text.values import ParagraphKind
from quizzes.models import Article, ArticleRevision, Paragraph, User


class RevisionError(ValueError):
    """Paragraphs that cannot become a revision; the message is one sentence for the person who edits."""


@dataclass(frozen=True, slots=True)
class NewParagraph:
    """A paragraph of the next revision; `segments` maps its text to the raw one ([clean, raw, length] each)."""

    kind: str
    text: str
    segments: Sequence[Sequence[int]] = ()


def create_revision(
    user: User,
    *,
    article: Article,
    paragraphs: Sequence[NewParagraph],
    removed: Sequence[Mapping[str, Any]] = (),
    now: datetime,
) -> ArticleRevision:
    """Freeze these paragraphs as the article's next revision over the same raw text; empty ones are left out."""
    kept = [paragraph for paragraph in paragraphs if paragraph.text.strip()]
    if not any(words(paragraph.text) for paragraph in kept):
        raise RevisionError(_("There are no words left in this text. Keep at least one paragraph with words."))
    with transaction.atomic():
        locked = articles_of(user).select_for_update().get(pk=article.pk)
        last = locked.revisions.latest("number")
        level = reading_level(list(_as_read(kept)))
        revision = ArticleRevision.objects.create(
            article=locked,
            number=last.number + 1,
            raw_text=last.raw_text,
            words=sum(words(paragraph.text) for paragraph in kept),
            removed=list(removed),
            grade=level.grade if level else None,
            rare_share=level.rare_share if level else None,
            author=user,
        )
        # The column fills itself with the clock when the row is added; what counts is the caller's time.
        revision.created_at = now
        revision.save(update_fields=["created_at"])
        Paragraph.objects.bulk_create(_rows(revision, kept))
    return revision


def _rows(revision: ArticleRevision, paragraphs: Sequence[NewParagraph]) -> Iterator[Paragraph]:
    ids = stable_ids([paragraph.text for paragraph in paragraphs])
    for number, (stable_id, paragraph) in enumerate(zip(ids, paragraphs, strict=True), start=1):
        yield Paragraph(
            revision=revision,
            number=number,
            stable_id=stable_id,
            kind=paragraph.kind,
            text=paragraph.text,
            segments=[list(segment) for segment in paragraph.segments],
        )


def _as_read(paragraphs: Sequence[NewParagraph]) -> Iterator[EngineParagraph]:
    for number, paragraph in enumerate(paragraphs, start=1):
        yield EngineParagraph("", number, ParagraphKind(paragraph.kind), paragraph.text)
