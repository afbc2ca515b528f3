"""The sentences of a paragraph as numbered options: whether everybody would count them alike."""

import re
from collections.abc import Sequence

from quizzes.engine.items.values import Option, Source
from quizzes.engine.language.values import Sentence
from quizzes.engine.text.values import ParagraphKind
from quizzes.engine.writing.rule import Article

FEWEST, MOST = 3, 8
SHORTEST = 4
BEGINNING = 9
OPENS = re.compile(r"^[“\"'‘(]*[A-Z0-9£$€]")
CLOSES = re.compile(r"[.!?…][”\"'’)\]]*$")
# "it closed.It reopened", "in the U.K. Later": who counts by eye may see another boundary
INNER = re.compile(r"[^\W\d_]{2,}[.!?][”\"'’)]*\s*(?=[A-Z“\"])|\b(?:[A-Z]\.){2,} (?=[A-Z])|\.\.\.|…")
TITLE = re.compile(
    r"\b(?:Mr|Mrs|Ms|Dr|St|Mt|Prof|Gen|Sen|Rep|Rev|Gov|Cllr|Capt|Col|Lt|Sgt|Jr|Sr|No|vs|Inc|Ltd|Co"
    r"|Jan|Feb|Mar|Apr|Aug|Sept?|Oct|Nov|Dec)\.\s*"
)


def numbered(article: Article, paragraph: int) -> list[Sentence] | None:
    """Return a body paragraph's sentences where they are from three to eight and their ends are beyond doubt."""
    found = [sentence for sentence in article.analysis.sentences if sentence.paragraph == paragraph]
    block = article.paragraphs[paragraph - 1]
    if block.kind not in {ParagraphKind.BODY, ParagraphKind.QUOTE} or not FEWEST <= len(found) <= MOST:
        return None
    return found if all(map(_plain, found)) else None


def _plain(sentence: Sentence) -> bool:
    text = sentence.text.strip()
    balanced = text.count("“") == text.count("”") and text.count('"') % 2 == 0 and text.count("(") == text.count(")")
    whole = OPENS.match(text) and CLOSES.search(text) and len(text.split()) >= SHORTEST
    return bool(balanced and whole and INNER.search(TITLE.sub(" ", text)) is None)


def options(sentences: Sequence[Sentence], key: int, question: bool) -> tuple[Option, ...]:
    """Return one option a sentence; each tells in its rationale how its sentence begins."""
    return tuple(
        Option(
            f"Sentence {number}",
            number == key,
            rationale(number, sentence.text, number == key, question),
            Source(sentence.paragraph, sentence.start, sentence.end),
        )
        for number, sentence in enumerate(sentences, start=1)
    )


def rationale(number: int, text: str, key: bool, question: bool) -> str:
    """Say what a sentence does: the key's is quoted whole, another's by its beginning."""
    if key:
        return f"Sentence {number} {'answers it' if question else 'says so'}: “{text.strip()}”"
    words = text.strip().split()
    quoted = " ".join(words[:BEGINNING]) + (" ..." if len(words) > BEGINNING else "")
    return f"Sentence {number} is about something else: “{quoted}”"
