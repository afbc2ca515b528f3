"""The article of a web page."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from quizzes.engine.text import ParagraphKind, clean_blocks
from quizzes.engine.text.html import html_blocks
from tests.engine.text.html import pages

BODY, HEADING, ITEM, QUOTE = (
    ParagraphKind.BODY,
    ParagraphKind.HEADING,
    ParagraphKind.LIST_ITEM,
    ParagraphKind.QUOTE,
)


def kept(html, **options):
    return [(block.kind, block.text) for block in html_blocks(html, **options).blocks if not block.noise]


@pytest.mark.parametrize("site", pages.PAGES)
def test_three_sites_show_one_article(site):
    marked = html_blocks(pages.PAGES[site])
    assert marked.title == pages.TITLE
    texts = [block.text for block in marked.blocks if not block.noise]
    assert texts == [pages.TITLE, *pages.PARAGRAPHS]
    kinds = [block.kind for block in marked.blocks if not block.noise]
    assert kinds == [ParagraphKind.TITLE, BODY, BODY, BODY, HEADING, BODY]


def test_what_stands_between_the_paragraphs_comes_along_as_noise():
    noise = {block.text: block.noise for block in html_blocks(pages.NEWS).blocks if block.noise}
    assert noise["The old wall. Photo: B. Ek"] == "caption"
    assert noise["By Bo Ek and Cy Dahl"] == "byline"
    assert noise[pages.QUOTED] == "repeated"
    assert noise["Our best stories every Friday in your inbox, free."] == "notice"
    assert noise["Share"] == "menu"


@pytest.mark.parametrize(
    ("html", "blocks"),
    [
        ("<p>One<br>line</p>", [(BODY, "One line")]),
        ("<p>Two <b>bold</b> <i>words</i>, joined.</p>", [(BODY, "Two bold words, joined.")]),
        ("<ul><li>first<li><p>second</p></ul>", [(ITEM, "first"), (ITEM, "second")]),
        ("<p>x&nbsp;&amp; y</p>", [(BODY, "x & y")]),
        (
            "<blockquote><p>So it was.</p><p>And so it ended.</p></blockquote>",
            [(QUOTE, "So it was."), (QUOTE, "And so it ended.")],
        ),
        ("<table><tr><th>Year<th>Boats<tr><td>1974<td>400</table>", [(ITEM, "Year Boats"), (ITEM, "1974 400")]),
        ("<script>alert(1)</script><p>seen</p><p style='display:none'>unseen</p>", [(BODY, "seen"), (BODY, "unseen")]),
        ("plain words", [(BODY, "plain words")]),
        ("", []),
    ],
)
def test_elements(html, blocks):
    assert kept(html, whole=True) == blocks


def test_hidden_words_and_comments_are_not_read():
    page = f"<body><p>{pages.LEAD}</p><p hidden>{pages.JOBS}</p><!-- {pages.SAID} --><p>{pages.PIER}</p></body>"
    assert kept(page) == [(BODY, pages.LEAD), (BODY, pages.PIER)]


def test_an_element_with_most_of_the_text_is_kept_whatever_its_name():
    page = f"<body><div class='sidebar comments'><p>{pages.LEAD}</p><p>{pages.JOBS}</p></div></body>"
    assert kept(page) == [(BODY, pages.LEAD), (BODY, pages.JOBS)]


def test_a_title_above_the_article_leaves_its_first_heading_a_heading():
    page = f"<title>{pages.TITLE} - Salt</title><div><h1>{pages.TITLE}</h1></div><div><h2>{pages.AFTER}</h2>"
    rows = kept(f"{page}<p>{pages.LEAD}</p><p>{pages.JOBS}</p></div>")
    assert rows[:2] == [(ParagraphKind.TITLE, pages.TITLE), (HEADING, pages.AFTER)]


def test_the_name_of_the_site_above_the_article_is_no_title():
    page = f"<title>{pages.TITLE} - Salt</title><div><h1>Salt</h1></div><div><h2>{pages.TITLE}</h2>"
    assert kept(f"{page}<p>{pages.LEAD}</p><p>{pages.JOBS}</p></div>")[0] == (ParagraphKind.TITLE, pages.TITLE)


def test_noise_keeps_its_place_in_the_raw_text():
    raw, cleaned = clean_blocks(html_blocks(pages.NEWS).blocks)
    assert cleaned.removed
    for removed in cleaned.removed:
        assert raw[removed.start : removed.end] == removed.text


@pytest.mark.parametrize(
    "part", ["<div>", "<p><span>", "<ul><li>", "<", "&", "<!--", "<blockquote>", "<table><tr><td>"]
)
def test_hostile_pages_end(part):
    html_blocks(part * 20_000 + f"<p>{pages.LEAD}</p>")


@given(st.text(alphabet="<>/pdivul =\"'abc&;!-\n\x00é", max_size=200))
def test_anything_is_read(html):
    for block in html_blocks(html).blocks:
        assert block.text == " ".join(block.text.split())
        assert block.text
