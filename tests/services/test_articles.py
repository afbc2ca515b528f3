"""A text becomes an article: title, words, paragraphs with their places in the raw text."""

import pytest

from quizzes.models import Article
from quizzes.services.articles import ArticleError, create_article, rename_article

RAW = "The har-\nbour at Vell was closed\nin 1974 after a storm.\n\nSome 400 boats had used it every summer."


def test_paragraphs_remember_their_raw_places(instructor):
    revision = create_article(instructor, title="", raw_text=RAW).revisions.get()
    first = revision.paragraphs.get(number=1)
    assert first.text == "The harbour at Vell was closed in 1974 after a storm."
    for clean, raw, length in first.segments:
        assert first.text[clean : clean + length] == RAW[raw : raw + length]
    assert revision.words == 19


@pytest.mark.parametrize(
    ("title", "expected"),
    [
        ("", "The harbour at Vell was closed in 1974 after a storm."),
        ("  Vell\n harbour ", "Vell harbour"),
        ("x" * 300, "x" * 200),
    ],
)
def test_title_is_given_or_guessed(instructor, title, expected):
    assert create_article(instructor, title=title, raw_text=RAW).title == expected


@pytest.mark.parametrize("raw", ["", " \n\n", "—"])
def test_text_without_words_is_refused_and_leaves_nothing(instructor, raw):
    with pytest.raises(ArticleError, match="no words"):
        create_article(instructor, title="Empty", raw_text=raw)
    assert not Article.objects.exists()


def test_text_that_is_too_long_is_refused(instructor):
    with pytest.raises(ArticleError, match="500,000"):
        create_article(instructor, title="", raw_text="a" * 500_001)


def test_blank_title_is_refused(instructor):
    article = create_article(instructor, title="Vell", raw_text=RAW)
    with pytest.raises(ArticleError, match="needs a title"):
        rename_article(instructor, article=article, title=" ")


def test_only_the_owner_renames(instructor, outsider):
    article = create_article(instructor, title="Vell", raw_text=RAW)
    with pytest.raises(Article.DoesNotExist):
        rename_article(outsider, article=article, title="Mine")
