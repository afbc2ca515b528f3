"""What is asked of a document or an article again and again, worked out once and kept with it."""

from collections.abc import Callable, Sequence
from typing import Any, TypeVar

Kept = TypeVar("Kept")
TEXT, FIRST, TAGS = "quizzes text", "quizzes first uses", "quizzes first tags"


def once(docs: Sequence[Any], name: str, make: Callable[[], Kept]) -> Kept:
    """Return what several steps ask of a whole article, worked out once and kept with its first document."""
    if not docs:
        return make()
    held = docs[0].user_data
    if name not in held:
        held[name] = make()
    kept: Kept = held[name]
    return kept


def text_of(doc: Any) -> str:
    """Return the text of a document, which spaCy would join anew from all tokens each time."""
    if TEXT not in doc.user_data:
        doc.user_data[TEXT] = doc.text
    text: str = doc.user_data[TEXT]
    return text


def span_text(span: Any) -> str:
    """Return the text of a run of tokens, cut from the kept text of its document."""
    return text_of(span.doc)[span.start_char : span.end_char]


def first_use(doc: Any, lemma: str) -> Any | None:
    """Return the first token with a lemma, or with that word whether or not it ends in "s"."""
    if FIRST not in doc.user_data:
        doc.user_data[FIRST] = _first_uses(doc)
    lemmas, words = doc.user_data[FIRST]
    found = [at for at in (lemmas.get(lemma), words.get(lemma.rstrip("s"))) if at is not None]
    return doc[min(found)] if found else None


def _first_uses(doc: Any) -> tuple[dict[str, int], dict[str, int]]:
    lemmas: dict[str, int] = {}
    words: dict[str, int] = {}
    for token in doc:
        lower = token.lower_
        lemmas.setdefault(token.lemma_.lower() or lower, token.i)
        words.setdefault(lower.rstrip("s"), token.i)
    return lemmas, words


def first_tags(doc: Any) -> dict[str, str]:
    """Return the tag that each word has at its first place, by the word in lower case."""
    if TAGS not in doc.user_data:
        tags: dict[str, str] = {}
        for token in doc:
            tags.setdefault(token.lower_, token.tag_)
        doc.user_data[TAGS] = tags
    found: dict[str, str] = doc.user_data[TAGS]
    return found


def tokens_between(doc: Any, start: int, end: int) -> list[Any]:
    """Return the tokens that begin between two offsets; at the bounds of tokens nothing else is looked at."""
    span = doc.char_span(start, end)
    return list(span) if span is not None else [token for token in doc if start <= token.idx < end]
