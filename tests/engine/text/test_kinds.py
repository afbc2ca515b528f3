"""What each paragraph is, by its words."""

import pytest

from quizzes.engine.text import ParagraphKind, clean
from quizzes.engine.text.kinds import classify

BODY = "The pier at Vell was closed in 1974 after a storm that broke the outer wall in three places."


@pytest.mark.parametrize(
    ("line", "kind"),
    [
        ("By Bo Ek", "byline"),
        ("Published 14 March 2031", "byline"),
        ("March 14, 2031", "byline"),
        ("Updated 3 hours ago", "byline"),
        ("Photo: Bo Ek", "caption"),
        ("The old wall in 1969. Photograph: Bo Ek/Vell Archive", "caption"),
        ("Getty Images", "caption"),
        ("What came next", "heading"),
        ("It was published in 1974.", "body"),
        ("Published in 1974, it was read by nobody.", "body"),
        ("He sold pictures by Ada Lind, and nobody bought them.", "body"),
    ],
)
def test_a_line_below_the_title(line, kind):
    paragraphs = clean(f"The harbour of Vell\n\n{line}\n\n{BODY}\n\n{BODY}")
    assert [each.kind for each in paragraphs] == ["title", kind, "body", "body"]


BODIES = ["The pier at Vell was closed.", "It fell in the night.", "Nobody was hurt.", "The town wants it back."]


@pytest.mark.parametrize(
    ("last", "kind"),
    [
        ("Jane Roe is a lecturer in history at the University of Salt.", ParagraphKind.BYLINE),
        (
            "Jane Roe writes about harbours and is an editor of the Courier. Her last book is called Salt.",
            ParagraphKind.BYLINE,
        ),
        ("Nobody is a lecturer there.", ParagraphKind.BODY),
        ("Vell Pier is the work of an editor.", ParagraphKind.BODY),
        ("Jane Roe is happy with it.", ParagraphKind.BODY),
    ],
)
def test_a_last_line_about_the_author_is_a_byline(last, kind):
    assert classify([*BODIES, last], [False] * 5)[-1] is kind


def test_who_stands_in_the_article_is_not_its_author():
    texts = ["The pier fell, Jane Roe said.", *BODIES, "Jane Roe is a lecturer at the University of Salt."]
    assert classify(texts, [False] * 6)[-1] is ParagraphKind.BODY
