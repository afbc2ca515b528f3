"""Text in: an article with its first revision, cleaned into numbered paragraphs."""

from collections.abc import Sequence
from dataclasses import asdict, dataclass

from django.db import transaction
from django.utils.translation import gettext as _

from quizzes.access import articles_of
from quizzes.engine.text import Paragraph as EngineParagraph
from quizzes.engine.text import Removed, clean_blocks, clean_text, guess_title, with_noise, words
from quizzes.engine.text.languages import ENGLISH, UNKNOWN, language_of
from quizzes.engine.text.readability import ReadingLevel, reading_level
from quizzes.intake.values import Source
from quizzes.models import Article, ArticleRevision, Paragraph, User

MAXIMUM_CHARACTERS = 2_000_000  # three times a book of 100,000 words
BATCH = 500
LEAST_UNKNOWN = 60  # words, from which a text without the commonest English ones is held to be in another language


class ArticleError(ValueError):
    """A text that cannot become an article; the message is one sentence for the person who brought it."""


@dataclass(frozen=True, slots=True)
class Prepared:
    """A text that can be stored: cleaned, measured, and with a title of its own."""

    kind: str
    title: str
    raw_text: str
    paragraphs: Sequence[EngineParagraph]
    removed: Sequence[Removed]
    level: ReadingLevel | None


def create_article(
    user: User, *, source: Source | None = None, raw_text: str = "", title: str = "", source_name: str = ""
) -> Article:
    """Clean a text and store it with its paragraphs; a blank title is taken from the text.

    Without a source the text is a pasted one.
    """
    brought = source or Source(kind=Article.Source.PASTED, title="", text=raw_text, blocks=None)
    return store_article(user, prepare(brought), title=title, source_name=source_name)


def prepare(source: Source) -> Prepared:
    """Clean a text and measure it, which takes a while; raise ArticleError when nothing can come of it."""
    if source.blocks is None:
        _check_length(len(source.text))
        raw, cleaned = with_noise(source.text, clean_text(source.text), source.notes)
    else:
        _check_length(sum(len(block.text) for block in source.blocks))
        raw, cleaned = clean_blocks(source.blocks)
    if not any(words(paragraph.text) for paragraph in cleaned.paragraphs):
        raise ArticleError(_("There are no words in this text. Bring the text of an article."))
    if refusal := language_refusal(cleaned.paragraphs):
        raise ArticleError(refusal)
    title = source.title or guess_title(cleaned.paragraphs)
    return Prepared(source.kind, title, raw, cleaned.paragraphs, cleaned.removed, reading_level(cleaned.paragraphs))


def language_refusal(paragraphs: Sequence[EngineParagraph]) -> str:
    """Say in one sentence why questions cannot be written in the language of these paragraphs; "" for English.

    A short text in no known language is let pass: names and figures decide there.
    """
    text = "\n".join(paragraph.text for paragraph in paragraphs)
    language = language_of(text)
    if language == ENGLISH or (language == UNKNOWN and words(text) < LEAST_UNKNOWN):
        return ""
    if language == UNKNOWN:
        return _(
            "This text does not read like English, and questions can be written for English texts only. Bring it in "
            "English; if it is, bring its sentences without tables and lists."
        )
    return _(
        "This text is in %(language)s, and questions can be written for English texts only. Bring it in English."
    ) % {"language": language}


def _check_length(characters: int) -> None:
    if characters > MAXIMUM_CHARACTERS:
        raise ArticleError(
            _("This text has %(found)s characters. Bring at most %(most)s, or split it into several articles.")
            % {"found": f"{characters:,}", "most": f"{MAXIMUM_CHARACTERS:,}"}
        )


def store_article(user: User, prepared: Prepared, *, title: str = "", kind: str = "", source_name: str = "") -> Article:
    """Store a prepared text as the user's article; `kind` says how it came when that is not what it is."""
    with transaction.atomic():
        article = Article.objects.create(
            owner=user,
            title=_fitting(title) or _fitting(prepared.title),
            source=kind or prepared.kind,
            source_name=source_name,
        )
        revision = ArticleRevision.objects.create(
            article=article,
            raw_text=prepared.raw_text,
            words=sum(words(paragraph.text) for paragraph in prepared.paragraphs),
            removed=[asdict(left_out) for left_out in prepared.removed],
            grade=prepared.level.grade if prepared.level else None,
            rare_share=prepared.level.rare_share if prepared.level else None,
            author=user,
        )
        rows = (
            Paragraph(
                revision=revision,
                number=paragraph.number,
                stable_id=paragraph.id,
                kind=paragraph.kind.value,
                text=paragraph.text,
                segments=[[piece.clean, piece.raw, piece.length] for piece in paragraph.segments],
            )
            for paragraph in prepared.paragraphs
        )
        Paragraph.objects.bulk_create(rows, batch_size=BATCH)
    return article


def rename_article(user: User, *, article: Article, title: str) -> Article:
    """Give one of the user's articles another title; a blank one is refused."""
    wanted = _fitting(title)
    if not wanted:
        raise ArticleError(_("An article needs a title. Write one."))
    with transaction.atomic():
        kept = articles_of(user).select_for_update().get(pk=article.pk)
        kept.title = wanted
        kept.save(update_fields=["title"])
    return kept


def _fitting(title: str) -> str:
    """Bring a title onto one line of the length that a row holds."""
    return " ".join(title.split())[: Article._meta.get_field("title").max_length]
