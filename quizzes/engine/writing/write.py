"""Run every rule on every statement, and drop drafts that say the same."""

from collections.abc import Sequence

from quizzes.engine.facts import Statement, find
from quizzes.engine.items.draft import Draft
from quizzes.engine.items.values import Kind
from quizzes.engine.language.values import Analysis
from quizzes.engine.text.values import Paragraph
from quizzes.engine.writing.registry import RULES
from quizzes.engine.writing.rule import Article


def write(
    paragraphs: Sequence[Paragraph], analysis: Analysis, statements: Sequence[Statement] | None = None
) -> list[Draft]:
    """Return the drafts in the order of the article; `statements` defaults to all that `find` gives."""
    found = find(paragraphs, analysis) if statements is None else statements
    article = Article(tuple(paragraphs), analysis, tuple(found))
    drafts: dict[tuple[object, ...], Draft] = {}
    written: list[Draft] = []
    for rule in RULES:
        if rule.write is not None:
            for statement in found:
                if (statement.verbatim and not rule.verbatim) or not (statement.clear or rule.placed):
                    continue
                written += rule.write(statement, article)
        if rule.write_article is not None:
            written += rule.write_article(article)
    for draft in sorted(filter(_balanced, written), key=_order):
        drafts.setdefault(_question(draft), draft)
    return list(drafts.values())


def _balanced(draft: Draft) -> bool:
    """Say whether quotation marks and brackets of a stem close: half a quotation is no stem."""
    stem = draft.stem
    if stem.lower().count("according to") > 1:
        return False
    return stem.count("“") == stem.count("”") and stem.count('"') % 2 == 0 and stem.count("(") == stem.count(")")


def _order(draft: Draft) -> tuple[float, ...]:
    """Put the article's order first, then the plainer of two wordings: no context line, shorter."""
    features = draft.features
    aids = features.get("context", 0.0)
    return draft.fact.paragraph, draft.fact.start, aids, len(draft.stem)


def _question(draft: Draft) -> tuple[object, ...]:
    """Return what makes two drafts the same question: rule, form, the place of the key, cut or as it stands."""
    wording = draft.stem if draft.kind is Kind.TRUE_FALSE and draft.changed is None else ""
    verbatim = draft.features.get("as_it_stands", 0.0)
    return draft.rule, draft.kind, draft.interaction, draft.key_source, wording, verbatim, draft.prompts
