"""An edit makes the next revision of an article and leaves the ones before it alone."""

import pytest
from django.core.exceptions import ObjectDoesNotExist

from quizzes.services.articles import create_article
from quizzes.services.revisions import NewParagraph, RevisionError, create_revision
from tests import factories

NEXT = (NewParagraph("heading", "The harbour"), NewParagraph("body", factories.TEXT[0], [[0, 0, 53]]))


def test_next_revision_keeps_the_raw_text_and_numbers_its_paragraphs(instructor):
    source = factories.article(instructor)
    made = create_revision(instructor, article=source, paragraphs=NEXT, removed=[{"text": "12"}], now=factories.NOW)
    assert (made.number, made.author, made.words, made.removed) == (2, instructor, 13, [{"text": "12"}])
    assert made.raw_text == source.revisions.get(number=1).raw_text
    assert made.created_at == factories.NOW
    rows = made.paragraphs.values_list("number", "kind", "text", "segments")
    assert list(rows) == [(1, "heading", "The harbour", []), (2, "body", factories.TEXT[0], [[0, 0, 53]])]


def test_a_paragraph_keeps_its_stable_id_wherever_it_goes(instructor):
    source = create_article(instructor, title="", raw_text="\n\n".join(factories.TEXT))
    before = dict(source.revisions.get().paragraphs.values_list("text", "stable_id"))
    paragraphs = [NewParagraph("body", text) for text in reversed(factories.TEXT)]
    made = create_revision(instructor, article=source, paragraphs=paragraphs, now=factories.NOW)
    assert dict(made.paragraphs.values_list("text", "stable_id")) == before


def test_the_revision_before_stays_as_it_was(instructor):
    source = factories.article(instructor)
    create_revision(instructor, article=source, paragraphs=NEXT, now=factories.NOW)
    assert tuple(source.revisions.get(number=1).paragraphs.values_list("text", flat=True)) == factories.TEXT


def test_an_emptied_paragraph_is_left_out(instructor):
    made = create_revision(
        instructor,
        article=factories.article(instructor),
        paragraphs=[*NEXT, NewParagraph("body", "  ")],
        now=factories.NOW,
    )
    assert made.paragraphs.count() == 2


@pytest.mark.parametrize("texts", [[], ["—"], ["", " "]])
def test_a_text_without_words_is_refused_and_leaves_nothing(instructor, texts):
    source = factories.article(instructor)
    with pytest.raises(RevisionError, match="no words left"):
        create_revision(
            instructor,
            article=source,
            paragraphs=[NewParagraph("body", text) for text in texts],
            now=factories.NOW,
        )
    assert source.revisions.count() == 1


def test_somebody_elses_article_cannot_be_revised(instructor, outsider):
    with pytest.raises(ObjectDoesNotExist):
        create_revision(outsider, article=factories.article(instructor), paragraphs=NEXT, now=factories.NOW)
