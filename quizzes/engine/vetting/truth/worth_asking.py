"""F6: what is asked stands in the article's own text, and in no aside."""

import re
from collections.abc import Iterator

from quizzes.engine.items.values import Kind
from quizzes.engine.language import ASKED_ABOUT
from quizzes.engine.vetting.values import Case, Check, Finding

CODE = "F6"
ASIDE = re.compile(
    r"\b(?:click|subscribe|photo(?:graph)?|image|picture|newsletter|read more|sign up|copyright|advertisement)\b"
    r"|\(see |\bfigure \d", re.IGNORECASE
)  # fmt: skip


def run(case: Case) -> Iterator[Finding]:
    """Find captions, bylines, headings, rhetorical questions and calls to the reader."""
    paragraph = case.paragraphs[case.draft.fact.paragraph - 1]
    if paragraph.kind not in ASKED_ABOUT:
        yield Finding(CODE, f"it asks about a {paragraph.kind.value}")
    if case.sentence.rstrip("”\"' ").endswith("?"):
        yield Finding(CODE, "the evidence is a question")
    if ASIDE.search(case.sentence):
        yield Finding(CODE, "the evidence is an aside to the reader")


CHECK = Check(
    CODE, "The evidence is a statement of the body text, no caption, byline, question or aside.", run, frozenset(Kind)
)
