"""What each paragraph is, by its words."""

import pytest

from quizzes.engine.text import clean

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
