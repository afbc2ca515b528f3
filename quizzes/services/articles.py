"""Text in: an article with its first revision, cleaned into numbered paragraphs."""

from dataclasses import asdict

from django.db import transaction
from django.utils.translation import gettext as _

from quizzes.access import articles_of
from quizzes.engine.text import clean, guess_title, words
from quizzes.models import Article, ArticleRevision, Paragraph, User

MAXIMUM_CHARACTERS = 500_000


class ArticleError(ValueError):
    """A text that cannot become an article; the message is one sentence for the person who brought it."""


def create_article(user: User, *, title: str, raw_text: str) -> Article:
    """Clean a text and store it with its paragraphs; a blank title is taken from the text."""
    if len(raw_text) > MAXIMUM_CHARACTERS:
        raise ArticleError(
            _("This text has %(found)s characters. Bring at most %(most)s, or split it into several articles.")
            % {"found": f"{len(raw_text):,}", "most": f"{MAXIMUM_CHARACTERS:,}"}
        )
    paragraphs = clean(raw_text)
    if not any(words(paragraph.text) for paragraph in paragraphs):
        raise ArticleError(_("There are no words in this text. Bring the text of an article."))
    with transaction.atomic():
        article = Article.objects.create(owner=user, title=_fitting(title) or _fitting(guess_title(paragraphs)))
        revision = ArticleRevision.objects.create(
            article=article, raw_text=raw_text, words=sum(words(paragraph.text) for paragraph in paragraphs)
        )
        Paragraph.objects.bulk_create(
            Paragraph(
                revision=revision,
                number=paragraph.number,
                stable_id=paragraph.id,
                kind=paragraph.kind.value,
                text=paragraph.text,
                segments=[list(asdict(segment).values()) for segment in paragraph.segments],
            )
            for paragraph in paragraphs
        )
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
