"""From paragraphs to an analysis: one parse a paragraph, sentences, names and figures with their places."""

from collections.abc import Callable, Sequence
from typing import Any

from quizzes.engine.language import figures, names
from quizzes.engine.language.model import parse, tokenise
from quizzes.engine.language.sentences import plain
from quizzes.engine.language.values import Analysis, Figure, Sentence
from quizzes.engine.text.values import Paragraph, ParagraphKind

ASKED_ABOUT = frozenset((ParagraphKind.BODY, ParagraphKind.LIST_ITEM, ParagraphKind.QUOTE))


def _sentences(doc: Any, paragraph: Paragraph) -> list[Sentence]:
    return [
        Sentence(
            paragraph=paragraph.number,
            number=number,
            start=sentence.start_char,
            end=sentence.end_char,
            text=paragraph.text[sentence.start_char : sentence.end_char],
        )
        for number, sentence in enumerate(doc.sents, start=1)
    ]


def analyse(paragraphs: Sequence[Paragraph], progress: Callable[[str, int, int], None] | None = None) -> Analysis:
    """Parse body text, list items and quotations; other paragraphs get tokens only.

    `progress` is told the stage, paragraphs done and their total, and may raise to cancel.
    """
    texts = [plain(paragraph.text) for paragraph in paragraphs]
    asked = [position for position, paragraph in enumerate(paragraphs) if paragraph.kind in ASKED_ABOUT]
    docs: list[Any] = [None] * len(paragraphs)
    for done, (position, doc) in enumerate(
        zip(asked, parse([texts[position] for position in asked]), strict=True), start=1
    ):
        docs[position] = doc
        if progress is not None:
            progress("analyse", done, len(asked))
    docs = [tokenise(texts[position]) if doc is None else doc for position, doc in enumerate(docs)]
    sentences: list[Sentence] = []
    found: list[Figure] = []
    for position in asked:
        sentences += _sentences(docs[position], paragraphs[position])
        found += figures.find(docs[position], paragraphs[position].text, paragraphs[position].number)
    mentions = names.find(
        docs, [paragraph.number for paragraph in paragraphs], [paragraph.text for paragraph in paragraphs]
    )
    return Analysis(tuple(sentences), tuple(mentions), tuple(found), tuple(docs))
