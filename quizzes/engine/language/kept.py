"""What is asked of one document again and again, worked out once and kept with it."""

from typing import Any

TEXT, FIRST = "quizzes text", "quizzes first uses"


def text_of(doc: Any) -> str:
    """Return the text of a document, which spaCy would join anew from all tokens each time."""
    if TEXT not in doc.user_data:
        doc.user_data[TEXT] = doc.text
    text: str = doc.user_data[TEXT]
    return text


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
