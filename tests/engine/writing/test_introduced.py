"""Definite nouns of a statement: named before, telling by themselves, or left hanging."""

from dataclasses import replace

import pytest

from quizzes.engine.writing.introduced import introduced
from quizzes.engine.writing.rule import Article
from tests.engine.articles import analysed, paragraphs
from tests.engine.writing.test_claims import as_it_stands


def known(sentence: str, context: str | None = None) -> bool:
    article = Article(paragraphs(sentence), analysed(sentence))
    return introduced(replace(as_it_stands(sentence), context=context), article)


@pytest.mark.parametrize(
    ("sentence", "context", "passes"),
    [
        ("Anna Weiss holds the coil in her hand.", None, False),
        ("Anna Weiss holds the coil in her hand.", "There are objections to it.", False),
        ("Anna Weiss holds the coil in her hand.", "A coil warms the glue.", True),
        ("Norway bought the oldest mill of Leith in 1911.", None, True),
        ("Norway bought the mill of Leith in 1911.", None, True),
        ("Norway bought the mill in 1911.", None, False),
        ("Bills rose by 8 percent in January.", None, False),
        ("Bills rose by 8 percent in January.", "Few people read their bills.", True),
        ("Bills in Leith rose by 8 percent in January.", None, True),
        ("Norway bought the Leith mill in 1911.", None, True),
        ("Anna Weiss asked the government for help in 1911.", None, True),
        ("Omar Lund, who built a mill in Leith, sold the mill to Norway.", None, True),
    ],
)
def test_introduced(sentence: str, context: str | None, passes: bool) -> None:
    assert known(sentence, context) is passes


def test_what_the_article_is_about_needs_no_introduction_as_a_subject() -> None:
    sentence = "In 1911 the mill was sold to Norway."
    more = "Anna Weiss built a mill. A mill grinds wheat. Leith has no other mill."
    statement = as_it_stands(sentence)
    assert introduced(statement, Article(paragraphs(sentence, more), analysed(sentence, more)))
    assert not introduced(statement, Article(paragraphs(sentence), analysed(sentence)))
