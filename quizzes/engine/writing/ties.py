"""What a sentence takes up from the one sentence of its paragraph that brings it in: nouns, names, short names."""

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from typing import Any

from quizzes.engine.language.kept import first_use, text_of
from quizzes.engine.language.values import Mention, NameClass
from quizzes.engine.writing.rule import Article

REACH = 9
SHORT_NAME = re.compile(r"\(([A-Z]{2,6})\)")
DEMONSTRATIVE = frozenset(("this", "these", "that", "those"))
INDEFINITE = frozenset(("a", "an", "one", "two", "three", "some", "several", "another"))
PERSONAL = frozenset(("he", "she"))
# what was new in the sentence before but is no thing that a later sentence takes up
EMPTY = frozenset(
    """year day month week time way part number lot kind sort place thing case point end example group term use form
    result fact area side century decade period""".split()
)


@dataclass(frozen=True, slots=True)
class Tie:
    """What a sentence takes up (`link`, in its own words) from the one sentence that brings it in (`source`)."""

    link: str
    source: str
    sentence: int
    strength: float


def ties(article: Article, position: int, spans: Sequence[Any], index: int) -> Iterator[Tie]:
    """Yield what a sentence takes up from earlier ones of its paragraph, where one alone brings it in."""
    yield from _noun_ties(article, position, spans, index)
    yield from _person_ties(article, position, spans, index)
    yield from _short_name_ties(article, position, spans, index)


def _noun_ties(article: Article, position: int, spans: Sequence[Any], index: int) -> Iterator[Tie]:
    """ "The council sold a mill. This mill ...": the noun is new in the sentence before."""
    sentence = spans[index]
    for noun in sentence:
        lefts = [token.lower_ for token in noun.lefts]
        if noun.pos_ != "NOUN" or noun.lemma_.lower() in EMPTY or not lefts or _explained(noun):
            continue
        pointing = lefts[0] in DEMONSTRATIVE and noun.i - sentence.start <= REACH
        if not pointing and (lefts != ["the"]):
            continue
        origin = _first_use(article, position, noun.lemma_.lower(), 1 if pointing else position)
        if origin is None and pointing:
            origin = _deed(noun, spans, index)
        home = next(
            (i for i, span in enumerate(spans) if origin is not None and span.start <= origin.i < span.end), index
        )
        if home < index and (pointing or _new(origin, noun)):
            yield _tie(article, position, origin, noun, home, 1.0 if pointing else 0.8)


def _new(origin: Any, noun: Any) -> bool:
    """Say whether a noun is brought in as new, with "a" or as part of a name: "a mill", "Ember Castle"."""
    determiners = {token.lower_ for token in origin.lefts if token.dep_ in {"det", "nummod", "quantmod"}}
    alike = (origin.tag_ == "NNS") == (noun.tag_ == "NNS")
    named = origin.pos_ == "PROPN" and any(token.pos_ == "PROPN" for token in origin.lefts)
    return alike and (bool(determiners & INDEFINITE) or named or (origin.tag_ == "NNS" and not determiners))


def _deed(noun: Any, spans: Sequence[Any], index: int) -> Any:
    """Return the verb of the sentence before that "this discovery" names: "divers discovered a wreck"."""
    lemma = noun.lemma_.lower()
    root = lemma[: max(5, len(lemma) - 4)]
    alike = [token for token in noun.doc[: noun.i] if token.pos_ == "VERB" and token.lemma_.lower().startswith(root)]
    close = spans[index - 1].start if index else noun.i
    return alike[0] if len(alike) == 1 and alike[0].i >= close and alike[0].i < spans[index].start else None


def _tie(article: Article, position: int, origin: Any, noun: Any, home: int, strength: float) -> Tie:
    begin = origin.left_edge.i if origin.pos_ != "VERB" and origin.i - origin.left_edge.i <= 4 else origin.i
    source = _shown(article, position, begin, origin.i + 1)
    return Tie(_shown(article, position, noun.left_edge.i, noun.i + 1), source, home, strength)


def _explained(noun: Any) -> bool:
    """Say whether a definite tells by itself which one is meant: "the mill on the hill", "the mill that closed"."""
    return any(child.i > noun.i and child.dep_ in {"prep", "relcl", "acl", "appos"} for child in noun.children)


def _first_use(article: Article, position: int, lemma: str, back: int) -> Any:
    """Return the first use of a noun since `back` paragraphs before, if it stands in this paragraph."""
    for number in range(max(0, position - back), position + 1):
        token = first_use(article.analysis.docs[number], lemma)
        if token is not None:
            return token if number == position and token.pos_ in {"NOUN", "PROPN"} else None
    return None


def _person_ties(article: Article, position: int, spans: Sequence[Any], index: int) -> Iterator[Tie]:
    """ "Ada Holm founded the club. Holm ...": the full name is new in the sentence before; "she" has no rival there."""
    number = article.paragraphs[position].number
    people = [mention for mention in article.analysis.mentions if mention.name_class is NameClass.PERSON]
    here = [mention for mention in people if mention.paragraph == number]
    sentence = spans[index]
    for mention in here:
        if not sentence.start_char <= mention.start < sentence.end_char or mention.text == mention.canonical:
            continue
        home = _introduced(mention.canonical, people, number, spans)
        if home is not None and home < index:
            yield Tie(mention.text, mention.canonical, home, 0.9)
    first = sentence[0]
    if first.lower_ in PERSONAL and index:
        before = {m.canonical for m in here if spans[index - 1].start_char <= m.start < spans[index - 1].end_char}
        if len(before) == 1:
            name = next(iter(before))
            home = _introduced(name, people, number, spans)
            others = {m.canonical for m in here if m.start < sentence.start_char} - before
            if home is not None and home == index - 1 and not others:
                yield Tie(first.text, name, home, 0.9)


def _short_name_ties(article: Article, position: int, spans: Sequence[Any], index: int) -> Iterator[Tie]:
    """ "The Kallsund Rowing Club (KRC) was founded. KRC ...": the short name is explained once."""
    text = article.paragraphs[position].text
    earlier = " ".join(block.text for block in article.paragraphs[:position])
    for found in SHORT_NAME.finditer(text):
        home = next((i for i, span in enumerate(spans) if span.start_char <= found.start() < span.end_char), index)
        used = re.search(rf"\b{found[1]}\b", text[spans[index].start_char : spans[index].end_char])
        new = not re.search(rf"\b{found[1]}\b", earlier + text[: found.start()])
        if home < index and used and new:
            yield Tie(found[1], found[0], home, 0.9)


def _introduced(canonical: str, people: Sequence[Mention], number: int, spans: Sequence[Any]) -> int | None:
    """Return the sentence that first names somebody, in full; None where another paragraph does."""
    surname = canonical.split()[-1]
    first = next((m for m in people if m.canonical == canonical), None)
    if first is None or first.paragraph != number or first.text != canonical or " " not in canonical:
        return None
    doc = spans[0].doc
    if surname in text_of(doc)[: first.start]:
        return None
    return next(i for i, span in enumerate(spans) if span.start_char <= first.start < span.end_char)


def _shown(article: Article, position: int, start: int, end: int) -> str:
    doc = article.analysis.docs[position]
    begin, finish = doc[start].idx, doc[end - 1].idx + len(doc[end - 1].text)
    return article.paragraphs[position].text[begin:finish]
