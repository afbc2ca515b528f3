"""From tokens to stems: spans, gaps, and the typed and the choice form of one draft."""

from collections.abc import Mapping, Sequence
from typing import Any

from quizzes.engine.facts.find import capitalised, joined
from quizzes.engine.facts.values import Statement, Word
from quizzes.engine.items.draft import AnswerClass, Draft
from quizzes.engine.items.values import GAP, Interaction, Kind, Source
from quizzes.engine.language.figures import is_bound


def token_range(statement: Statement, start: int, end: int) -> tuple[int, int] | None:
    """Return the tokens that fill exactly these offsets of the paragraph, or None."""
    span = statement.doc.char_span(start, end)
    return (span.start, span.end) if span is not None else None


def gapped(statement: Statement, start: int, end: int) -> str | None:
    """Return the statement with a gap for tokens `start` to `end`, or None when they are not in it word for word."""
    if not statement.covers(start, end):
        return None
    text = capitalised(joined(exchanged(statement, start, end, GAP), statement.doc))
    return stopped(text)


def exchanged(statement: Statement, start: int, end: int, text: str) -> list[Word]:
    """Return the statement's words with one text in place of tokens `start` to `end`."""
    words: list[Word] = []
    for word in statement.words:
        if not start <= word.start < end:
            words.append(word)
        elif word.start == start:
            words.append(Word(text, start, end))
    return words


def stopped(text: str) -> str:
    """End a sentence with one full stop, inside a closing quotation mark if there is one already."""
    return text if text.endswith((".", ".”", '."')) else text + "."


def both(
    statement: Statement,
    *,
    kind: Kind,
    stem: str,
    key: str,
    answer_class: AnswerClass,
    rule: str,
    source: Source,
    others: Sequence[str] = (),
    unit: str = "",
    approximator: str = "",
    value: float | None = None,
    features: Mapping[str, float] | None = None,
    choice: bool = True,
    typed: bool = True,
) -> list[Draft]:
    """Return one draft a form: typed (cloze or short answer) and with options (cloze or multiple choice).

    Beside "more than _____" stand no options: a smaller one holds too.
    """
    forms = []
    if typed:
        forms.append((kind, Interaction.TEXT_ENTRY))
    if choice and not is_bound(approximator):
        forms.append((Kind.CLOZE if kind is Kind.CLOZE else Kind.MULTIPLE_CHOICE, Interaction.CHOICE))
    return [
        Draft(
            kind=form,
            interaction=interaction,
            stem=stem,
            keys=(key, *others),
            fact=statement.fact,
            answer_class=answer_class,
            rule=rule,
            key_source=source,
            context=statement.context,
            unit=unit,
            approximator=approximator,
            value=value,
            features={**statement.features, **(features or {})},
        )
        for form, interaction in forms
    ]


def exact(statement: Statement, text: str, start: int, end: int) -> tuple[str, Source]:
    """Return the article's own words for tokens `start` to `end` with their place."""
    doc = statement.doc
    begin, finish = doc[start].idx, doc[end - 1].idx + len(doc[end - 1].text)
    return text[begin:finish], Source(statement.fact.paragraph, begin, finish)


def select(statement: Statement, start: int, end: int) -> list[Word]:
    """Return the statement's words that stand for tokens from `start` to `end`."""
    return [word for word in statement.words if start <= word.start < end]


def question(opening: str, parts: Sequence[Word], doc: Any) -> str:
    """Write a question: the opening phrase, the words, a question mark."""
    body = joined(list(parts), doc)
    text = f"{opening} {body}".strip().rstrip(".,;:")
    return capitalised(text) + "?"
