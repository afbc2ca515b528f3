"""What a sentence takes up from the one sentence of its paragraph that brings it in: nouns and short names."""

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from typing import Any

from quizzes.engine.language.kept import first_use
from quizzes.engine.writing.rule import Article

REACH, FAR, FARTHEST = 9, 14, 40
SHORT_NAME = re.compile(r"\(([A-Z]{2,6})\)")
DEMONSTRATIVE = frozenset(("this", "these", "that", "those", "such"))
INDEFINITE = frozenset(("a", "an", "one", "two", "three", "some", "several", "another"))
# what was new in the sentence before but is no thing that a later sentence takes up
EMPTY = frozenset(
    """year day month week time way part number lot kind sort place thing case point end example group term use form
    result fact area side century decade period""".split()
)


@dataclass(frozen=True, slots=True)
class Tie:
    """What a sentence takes up (`link`, in its own words) from the one sentence that brings it in (`source`).

    `source` is empty where the sentence is certain but not which of its words. `near` says that nothing may come
    between.
    """

    link: str
    source: str
    sentence: int
    strength: float
    near: bool = False


def ties(article: Article, position: int, spans: Sequence[Any], index: int) -> Iterator[Tie]:
    """Yield what a sentence takes up from earlier ones of its paragraph, where one alone brings it in."""
    yield from _noun_ties(article, position, spans, index)
    yield from _short_name_ties(article, position, spans, index)


def _noun_ties(article: Article, position: int, spans: Sequence[Any], index: int) -> Iterator[Tie]:
    """ "The council sold a mill. This mill ...": the noun is new in the sentence before."""
    sentence = spans[index]
    for noun in sentence:
        lefts = [token.lower_ for token in noun.lefts]
        if noun.pos_ != "NOUN" or noun.lemma_.lower() in EMPTY or _explained(noun):
            continue
        if noun.tag_ == "NNS" and not lefts and noun.i == sentence.start:
            yield from _theme(article, position, noun, spans, index)  # "... a heap of cubes. Cubes will bruise you"
        if not lefts:
            continue
        pointing = lefts[0] in DEMONSTRATIVE and noun.i - sentence.start <= REACH
        if not pointing and (lefts[0] != "the" or noun.i - sentence.start > FARTHEST):
            continue
        pointing = pointing or "same" in lefts
        origin = _origin(article, position, noun, pointing=pointing)
        if origin is None and noun.i - sentence.start <= REACH:
            origin = _deed(noun, spans, index)
        home = next((i for i, s in enumerate(spans) if origin is not None and s.start <= origin.i < s.end), index)
        if home < index and (pointing or origin.pos_ == "VERB" or _new(origin, noun)) and _same_one(noun, spans[home]):
            yield _tie(
                article,
                position,
                origin,
                noun,
                home,
                1.0 if pointing else 0.8 if noun.i - sentence.start <= FAR else 0.7,
            )
        elif home == index:
            yield from _theme(article, position, noun, spans, index)


def _theme(article: Article, position: int, noun: Any, spans: Sequence[Any], index: int) -> Iterator[Tie]:
    """ "Little light warms the ground. The ground warms the air": the subject is what the sentence before ended on."""
    near = _first_use(article, position, noun.lemma_.lower(), 0)
    if near is None or noun.dep_ not in {"nsubj", "nsubjpass"} or noun.i - spans[index].start > REACH or not index:
        return
    before = spans[index - 1]
    if before.start <= near.i < before.end and _new(near, noun) and _same_one(noun, before):
        yield _tie(article, position, near, noun, index - 1, 0.6)


def _origin(article: Article, position: int, noun: Any, *, pointing: bool) -> Any:
    """Return the first use of a noun: in this paragraph where "a mill" brings it in, in the article elsewhere."""
    lemma = noun.lemma_.lower()
    near = _first_use(article, position, lemma, 0)
    if near is not None and not pointing and _determiners(near) & INDEFINITE:
        return near
    return _first_use(article, position, lemma, 1 if pointing else position)


def _same_one(noun: Any, home: Any) -> bool:
    """Say whether what stands before a definite was said of its origin: not "the new mill" after "an old mill"."""
    said = {token.lower_ for token in home}
    return all(
        token.lower_ in said
        for token in noun.lefts
        if token.dep_ not in {"det", "punct"} and token.lower_ not in {"such", "same"}
    )


def _determiners(noun: Any) -> set[str]:
    return {token.lower_ for token in noun.lefts if token.dep_ in {"det", "nummod", "quantmod"}}


def _new(origin: Any, noun: Any) -> bool:
    """Say whether a noun is brought in as new, with "a" or as part of a name: "a mill", "Ember Castle"."""
    determiners = _determiners(origin)
    alike = (origin.tag_ == "NNS") == (noun.tag_ == "NNS")
    named = origin.pos_ == "PROPN" and any(token.pos_ == "PROPN" for token in origin.lefts)
    # "his map of the coast", then "the map"; but "the world", "the continent" are known without a first naming
    told = origin.dep_ in {"dobj", "pobj", "attr"} and not determiners & (DEMONSTRATIVE | {"the"})
    return alike and (bool(determiners & INDEFINITE) or named or told or (origin.tag_ == "NNS" and not determiners))


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
    return Tie(_shown(article, position, noun.left_edge.i, noun.i + 1), source, home, strength, strength == 1.0)


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


def _short_name_ties(article: Article, position: int, spans: Sequence[Any], index: int) -> Iterator[Tie]:
    """ "The Kallsund Rowing Club (KRC) was founded. KRC ...": the short name is explained once."""
    text = article.paragraphs[position].text
    earlier = " ".join(block.text for block in article.paragraphs[:position])
    for found in SHORT_NAME.finditer(text):
        home = next((i for i, span in enumerate(spans) if span.start_char <= found.start() < span.end_char), index)
        opening = spans[index][:REACH].text
        used = re.search(rf"\b{found[1]}\b", opening)
        new = not re.search(rf"\b{found[1]}\b", earlier + text[: found.start()])
        if home < index and used and new:
            yield Tie(found[1], found[0], home, 0.9)


def _shown(article: Article, position: int, start: int, end: int) -> str:
    doc = article.analysis.docs[position]
    begin, finish = doc[start].idx, doc[end - 1].idx + len(doc[end - 1].text)
    return article.paragraphs[position].text[begin:finish]
