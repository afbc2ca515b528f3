"""Boxes that the markup of a page does not name."""

import pytest

from quizzes.engine.text.html import html_blocks
from tests.engine.text.html.pages import AFTER, JOBS, LEAD, PIER, SAID, TITLE


def kept(html):
    return [block.text for block in html_blocks(html).blocks if not block.noise]


UNNAMED = f"""<html><body class="a"><div class="x1">We value your privacy. <button>OK</button></div>
<div class="x2"><a href="/">Home</a><a href="/p">Politics</a></div>
<div class="x3"><div class="x4">Coast</div><h1>{TITLE}</h1><div class="x5"><span>By </span><a href="/a">Bo Ek</a></div>
<time>14 March 2031</time><div>Updated 3 hours ago</div><p class="x6">The old wall in 1969. Photograph: Bo Ek</p>
<p>{LEAD}</p><div class="x7"><h3>Related stories</h3><ul><li><a href="#">The second storm</a></li></ul></div>
<p>{JOBS}</p><h2>{AFTER}</h2><div class="x8"><h4>Sign up for The Tide</h4><p>The week on the coast, by mail.</p></div>
<p>{SAID}</p><p>{PIER}</p><h3>More from the Courier</h3><div><p>The mayor of Salt has resigned after nine years in
office, as was expected, and will sail round the world.</p></div>
<h3>Comments</h3><p>My father worked on that wall, and it was never strong enough.</p></div></body></html>"""


def test_a_site_without_telling_names_is_read_by_its_words():
    assert kept(UNNAMED) == [TITLE, LEAD, JOBS, AFTER, SAID, PIER]


def test_a_title_above_the_element_of_the_article_is_found():
    page = (
        f"<body><header><h1>The Courier</h1></header><div><h2>{TITLE}</h2><div><p>{LEAD}</p><p>{JOBS}</p></div></div>"
    )
    marked = html_blocks(page)
    assert marked.title == TITLE
    assert kept(page) == [TITLE, LEAD, JOBS]


@pytest.mark.parametrize(
    "text",
    [
        "He sold pictures by Ada Lind, and nobody bought them.",
        "It was published in 1974 and read by nobody.",
        "A photograph: that was all they had of the pier.",
    ],
)
def test_a_sentence_that_is_like_a_notice_stays(text):
    assert kept(f"<body><h1>{TITLE}</h1><p>{LEAD}</p><p>{text}</p><p>{JOBS}</p></body>") == [TITLE, LEAD, text, JOBS]


def test_a_section_of_that_name_in_mid_article_stays():
    page = (
        f"<body><h1>{TITLE}</h1><p>{LEAD}</p><h2>More in the valley</h2><p>{JOBS}</p><p>{SAID}</p><p>{PIER}</p></body>"
    )
    assert kept(page) == [TITLE, LEAD, "More in the valley", JOBS, SAID, PIER]
