"""The paragraphs whose sentences can be moved, each with what ties its sentences to one another."""

import re
from collections.abc import Iterator, Mapping, Sequence
from typing import Any

from quizzes.engine.facts.genders import Genders
from quizzes.engine.language.kept import once
from quizzes.engine.language.values import Sentence
from quizzes.engine.text.values import ParagraphKind
from quizzes.engine.writing.locate.numbered import numbered
from quizzes.engine.writing.placing.closing import Block
from quizzes.engine.writing.placing.opening_ties import clings, opening_ties
from quizzes.engine.writing.placing.person_ties import PERSONAL, genders_of, left_from, person_ties, persons
from quizzes.engine.writing.placing.set_ties import set_ties
from quizzes.engine.writing.placing.ties import ties
from quizzes.engine.writing.placing.times import times
from quizzes.engine.writing.placing.turn_ties import turn_ties
from quizzes.engine.writing.rule import Article

SHORTEST, LONGEST = 5, 44
MARKS = ("e.g.", "[")
QUOTED = re.compile(r"[“\"]([^“”\"]*)[”\"]")
OWN = re.compile(r"\b(?:I|we|We|my|My|our|Our|you|You|your|Your)\b|[?]$")


def blocks(article: Article) -> Mapping[int, Block]:
    """Return each body paragraph of three to eight sentences that everybody would count alike, by its position."""
    return once(article.analysis.docs, "quizzes blocks", lambda: dict(_blocks(article)))


def _blocks(article: Article) -> Iterator[tuple[int, Block]]:
    genders = genders_of(article)
    for position, paragraph in enumerate(article.paragraphs):
        sentences = numbered(article, paragraph.number) if paragraph.kind is ParagraphKind.BODY else None
        if sentences is None:
            continue
        spans = list(article.analysis.docs[position].sents)
        if len(spans) == len(sentences):
            yield position, _block(article, position, sentences, spans, genders)


def _block(
    article: Article, position: int, sentences: Sequence[Sentence], spans: Sequence[Any], genders: Genders
) -> Block:
    held, people = [], []
    left = left_from(article, position)
    for index, span in enumerate(spans):
        found = [*ties(article, position, spans, index), *person_ties(article, position, spans, index, genders)]
        found += [*set_ties(spans, index, left), *turn_ties(spans, index), *opening_ties(spans, index)]
        held.append(sorted(found, key=lambda tie: -tie.strength))
        people.append(persons(article, position, span))
    others = [bool(found) and found[0].lower() not in PERSONAL for found in people]
    names = [frozenset(who.split()[-1] for who in found if who.lower() not in PERSONAL) for found in people]
    return Block(
        sentences, spans, held, names, others, times(spans), [clings(spans, index) for index in range(len(spans))]
    )


def movable(text: str) -> bool:
    """Say whether a sentence can be read by itself in an item: no half of a quotation, no author's own voice."""
    outside = QUOTED.sub(" ", text)
    if any(mark in text for mark in MARKS) or any(mark in outside for mark in '“”"') or OWN.search(outside):
        return False
    return SHORTEST <= len(text.split()) <= LONGEST


def inner_quotes(text: str) -> str:
    """Return a sentence as it stands between quotation marks of its own."""
    return QUOTED.sub(r"‘\1’", text)
