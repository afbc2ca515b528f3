"""Short invented articles as the engine sees them: paragraphs, their analysis, statements and drafts."""

from quizzes.engine.facts import Statement, find
from quizzes.engine.items.draft import Draft
from quizzes.engine.language import Analysis, analyse
from quizzes.engine.text.values import Paragraph, ParagraphKind
from quizzes.engine.writing import write


def paragraphs(*texts: str) -> tuple[Paragraph, ...]:
    return tuple(
        Paragraph(f"p{number}", number, ParagraphKind.BODY, text) for number, text in enumerate(texts, start=1)
    )


def analysed(*texts: str) -> Analysis:
    return analyse(paragraphs(*texts))


def statements(*texts: str) -> list[Statement]:
    blocks = paragraphs(*texts)
    return list(find(blocks, analyse(blocks)))


def said(*texts: str) -> list[str]:
    return [statement.text for statement in statements(*texts)]


def drafts(*texts: str) -> list[Draft]:
    blocks = paragraphs(*texts)
    return write(blocks, analyse(blocks))


def asked(rule: str, *texts: str) -> set[tuple[str, str]]:
    """Return stem and first key of each draft by one rule."""
    return {(draft.stem, draft.keys[0]) for draft in drafts(*texts) if draft.rule == rule}
