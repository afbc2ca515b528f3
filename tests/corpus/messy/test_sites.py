"""The project's own articles come back from pages of sites and from Markdown: texts, boundaries, kinds, no noise."""

import pytest

from quizzes.engine.text import clean_blocks
from quizzes.engine.text.html import html_blocks
from quizzes.engine.text.markdown import markdown_blocks
from tests.corpus.messy.articles import NAMES, gold
from tests.corpus.messy.sites import MARKDOWN, SITES

TITLE = ("title", "What the state lost and the movement left behind")


def titled(name):
    rows = gold(name)
    return rows if rows[0][0] == "title" else (TITLE, *rows)


def rows_of(marked):
    _, cleaned = clean_blocks(marked.blocks)
    return [(str(each.kind), each.text) for each in cleaned.paragraphs]


@pytest.mark.parametrize("name", NAMES)
@pytest.mark.parametrize("site", SITES)
def test_an_article_comes_back_from_a_site(name, site):
    wanted = titled(name)
    assert rows_of(html_blocks(SITES[site](wanted))) == [row for row in wanted if row[0] != "byline"]


@pytest.mark.parametrize("name", NAMES)
@pytest.mark.parametrize("style", MARKDOWN)
def test_an_article_comes_back_from_markdown(name, style):
    wanted = titled(name)
    marked = markdown_blocks(MARKDOWN[style](wanted))
    said = rows_of(marked)
    assert marked.title == wanted[0][1]
    assert said == list(wanted if said[0][0] == "title" else wanted[1:])
