"""The bank of an article as its queue orders and filters it."""

from quizzes.queries.items import Filters, queue_of
from quizzes.services.carrying import carry_over
from tests import factories


def test_one_filters_by_the_paragraphs_of_the_newest_text_alone(instructor):
    article = factories.article(instructor)
    carried, left = factories.item(article), factories.item(article)
    factories.revised(article, "It rained.", *factories.TEXT)
    before = carried.current.evidence.get().paragraph.number
    carry_over(instructor, article=article, revision=2, item=carried.uuid)
    queue = queue_of(instructor, article, Filters())
    assert {row.pk: row.is_behind for row in queue.everything} == {carried.pk: False, left.pk: True}
    assert queue.paragraphs == [before + 1]
    assert [row.pk for row in queue_of(instructor, article, Filters(paragraph=before + 1)).rows] == [carried.pk]
    assert not queue_of(instructor, article, Filters(paragraph=before)).rows
