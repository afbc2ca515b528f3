"""Run every rule on every statement, and drop drafts that say the same."""

from collections.abc import Sequence

from quizzes.engine.facts import Statement, find
from quizzes.engine.items.draft import Draft
from quizzes.engine.language.values import Analysis
from quizzes.engine.text.values import Paragraph
from quizzes.engine.writing.registry import RULES
from quizzes.engine.writing.rule import Article


def write(
    paragraphs: Sequence[Paragraph], analysis: Analysis, statements: Sequence[Statement] | None = None
) -> list[Draft]:
    """Return the drafts in the order of the article; `statements` defaults to all that `find` gives."""
    found = find(paragraphs, analysis) if statements is None else statements
    article = Article(tuple(paragraphs), analysis)
    drafts: dict[tuple[str, str, str, tuple[str, ...]], Draft] = {}
    for statement in found:
        for rule in RULES:
            for draft in rule.write(statement, article):
                drafts.setdefault((draft.kind, draft.interaction, draft.stem, draft.keys), draft)
    return list(drafts.values())
