"""A text becomes an article: title, words, paragraphs with their places in the raw text."""

import pytest

from quizzes.engine.text import Block, ParagraphKind
from quizzes.intake.values import Source
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
    with pytest.raises(ArticleError, match="2,000,000"):
        create_article(instructor, title="", raw_text="a" * 2_000_001)


def test_text_in_another_language_is_refused_with_what_could_be_done(instructor):
    german = "Der Hafen wurde nach einem Sturm geschlossen und die Boote sind nicht mehr in der Stadt. " * 5
    with pytest.raises(ArticleError, match=r"in German, .* Bring it in English"):
        create_article(instructor, raw_text=german)
    assert not Article.objects.exists()


def test_text_in_a_language_that_is_not_known_is_refused_with_a_way_out(instructor):
    swahili = "Daraja la mji lilifungwa jana kwa sababu wahandisi walipata ufa, na wakazi wanatembea sokoni. " * 5
    with pytest.raises(ArticleError, match=r"does not read like English, .* without tables and lists"):
        create_article(instructor, raw_text=swahili)
    assert not Article.objects.exists()


def test_a_short_text_is_let_pass_whatever_its_words(instructor):
    assert create_article(instructor, raw_text="Dornach Sandby Vell Ammer Lind Weiss. " * 6)


def test_article_remembers_where_it_came_from_and_what_was_left_out(instructor):
    blocks = (
        Block(ParagraphKind.TITLE, "The harbour"),
        Block(ParagraphKind.HEADING, "The storm"),
        Block(None, "The harbour at Vell was closed in 1974 after a storm."),
    )
    source = Source(kind="docx", title="Vell", text="", blocks=blocks)
    article = create_article(instructor, source=source, source_name="vell.docx")
    revision = article.revisions.get()
    assert (article.title, article.source, article.source_name) == ("Vell", "docx", "vell.docx")
    assert (revision.author, revision.number) == (instructor, 1)
    assert list(revision.paragraphs.values_list("kind", flat=True)) == ["title", "heading", "body"]


def test_noise_is_kept_with_its_place_in_the_raw_text(instructor):
    raw = f"{RAW}\n\nPage 3 of 9\n\nThe pier was opened again in 1975."
    revision = create_article(instructor, raw_text=raw).revisions.get()
    assert revision.removed
    for left_out in revision.removed:
        assert raw[left_out["start"] : left_out["end"]].strip() == left_out["text"].strip()
        assert left_out["reason"]


def test_pasted_text_is_known_as_such_and_measured(instructor):
    article = create_article(instructor, raw_text="The harbour of the town was closed after a storm. " * 10)
    revision = article.revisions.get()
    assert (article.source, article.source_name) == ("pasted", "")
    assert revision.grade > 0
    assert 0 <= revision.rare_share < 0.5


def test_blank_title_is_refused(instructor):
    article = create_article(instructor, title="Vell", raw_text=RAW)
    with pytest.raises(ArticleError, match="needs a title"):
        rename_article(instructor, article=article, title=" ")


def test_only_the_owner_renames(instructor, outsider):
    article = create_article(instructor, title="Vell", raw_text=RAW)
    with pytest.raises(Article.DoesNotExist):
        rename_article(outsider, article=article, title="Mine")
