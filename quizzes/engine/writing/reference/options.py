"""The options of a reference item: other phrases of the article, of its number and kind, certainly something else."""

from collections.abc import Collection, Sequence
from dataclasses import dataclass
from typing import Any

from quizzes.engine.facts.antecedents import COLLECTIVE
from quizzes.engine.facts.syntax import SUBJECTS
from quizzes.engine.items.values import Source
from quizzes.engine.language.lexicon import ORGANIZATION_NOUNS
from quizzes.engine.writing.reference.antecedent import Found
from quizzes.engine.writing.reference.clause import actor_of
from quizzes.engine.writing.reference.nouns import AKIN, GENERAL, SPECIFIC, Nouns
from quizzes.engine.writing.reference.phrases import Phrase, What
from quizzes.engine.writing.rule import Article

FEWEST, MOST = 2, 3
LEAST = 3
# what holds nearly anything: "people" are passengers too
WIDE = frozenset("people person man woman member thing other data kind left right".split())
BODIES = (COLLECTIVE | ORGANIZATION_NOUNS) - frozenset("office house post times state front press".split())
LIKENED = frozenset(("as", "like", "of"))


@dataclass(frozen=True, slots=True)
class Choice:
    """An option: its text and where it stands."""

    text: str
    source: Source


def choices(
    found: Found,
    around: Sequence[tuple[int, Phrase]],
    quoted: Collection[str],
    pronoun: Any,
    article: Article,
    nouns: Nouns,
) -> list[Choice]:
    """Return the key and up to three other options, the most tempting first; nothing where fewer than two fit.

    `around` holds the article's phrases with the numbers of their paragraphs, nearest first, `quoted` the lemmas of the
    quoted words, what an object's own subject does it never is. What is named beside the key or recurs in the article
    tempts; what is named once somewhere else does not, and one option at least is of the pronoun's own paragraph.
    """
    key, actor, subject = found.phrase, actor_of(pronoun), pronoun.dep_ in SUBJECTS
    number = next(at for at, phrase in around if phrase is key)
    own = next(index for index, span in enumerate(pronoun.doc.sents) if span.start <= pronoun.i < span.end)
    if not _may_be_option(key, number, nouns):
        return []
    others: list[tuple[int, Phrase]] = []
    weighed = [(_temptation(phrase, at, key, number, nouns), at, phrase) for at, phrase in around]
    # "from the islands": what never does anything in the article tempts less for what did something
    idle = {id(phrase) for _, phrase in around if subject and not phrase.core and not nouns.acts(phrase.lemma)}
    for weight, at, phrase in sorted(weighed, key=lambda found: (id(found[2]) in idle) - found[0]):
        if at != number:
            continue  # of the paragraph that the learner has before him
        if weight < LEAST or phrase.lemma in quoted or not _may_be_option(phrase, at, nouns) or not _fits(phrase, key):
            continue
        beside = at == number and (phrase.sentence == key.sentence or abs(phrase.sentence - own) <= 1)
        if id(phrase) in idle and not beside:
            continue  # nobody takes "the districts" of a sentence further off for what did something
        acts = actor is not None and at == number and phrase.head.i == actor.i
        if acts or (_stray(phrase, nouns) and not beside):
            continue
        if not any(phrase.lemma == other.lemma for _, other in others) and _apart(
            phrase, abs(at - number) <= 1, key, nouns
        ):
            others.append((at, phrase))
    chosen = others[:MOST]
    if len(chosen) < FEWEST or all(at != number for at, _ in chosen):
        return []
    return [_choice(phrase, at, key, article) for at, phrase in [(number, key), *chosen]]


def _temptation(phrase: Phrase, at: int, key: Phrase, number: int, nouns: Nouns) -> int:
    """Weigh an option: named beside the key, in its paragraph or the next one, a subject or object, again and again."""
    near = max(0, 2 - abs(at - number)) if at != number else 4 if phrase.sentence == key.sentence else 3
    return near + min(3, nouns.count(phrase.lemma) - 1) + phrase.core


def _stray(phrase: Phrase, nouns: Nouns) -> bool:
    """Say whether a plural stands once in the article, and bare, so that it may be no noun: "The oldest relies on"."""
    return phrase.plural and not phrase.determiner and phrase.start == phrase.head.i and nouns.count(phrase.lemma) == 1


def _may_be_option(phrase: Phrase, number: int, nouns: Nouns) -> bool:
    """Say whether a phrase can be written out: no name but a body's, others have more forms; "steel" has no article."""
    if phrase.name:
        return phrase.usable and not phrase.plural and not phrase.determiner and nouns.body(phrase, number)
    countable = phrase.plural or bool(phrase.determiner)
    return phrase.usable and countable and nouns.common(phrase.lemma)


def _fits(phrase: Phrase, key: Phrase) -> bool:
    """Say whether a phrase could grammatically stand where the key does: same number, same kind."""
    if phrase.plural != key.plural or phrase.name != key.name:
        return False
    if phrase.lemma in WIDE or _words(phrase) & _words(key):
        return False  # "the track" beside "the track authority"
    if key.name:
        return True
    if (phrase.lemma in BODIES) != (key.lemma in BODIES):
        return False  # a company receives letters, a train does not
    if not key.plural:
        return phrase.what is What.THING or phrase.lemma in BODIES
    # "they" may be people where it means proceeds, but no proceeds where it means people
    return key.what is What.THING or phrase.what is not What.THING


def _words(phrase: Phrase) -> set[str]:
    return {token.lemma_.lower() for token in phrase.head.doc[phrase.start : phrase.end] if token.pos_ != "CCONJ"}


def _apart(phrase: Phrase, near: bool, key: Phrase, nouns: Nouns) -> bool:
    """Say whether a phrase is certainly something else than the key.

    A phrase of the key's own sentence is, unless it is likened to it or says what it is; further off, of two general
    nouns one may be another word for the other; beyond the paragraph the article must name both in one sentence.
    """
    if nouns.likened(phrase.lemma, key.lemma) or any({phrase.lemma, key.lemma} <= akin for akin in AKIN):
        return False
    if phrase.head.doc is key.head.doc and phrase.sentence == key.sentence:
        return not (phrase.head.dep_ == "pobj" and phrase.head.head.lower_ in LIKENED)
    general = len({phrase.lemma, key.lemma} & GENERAL)
    unlike = near and (not general or key.lemma in SPECIFIC) and key.what is not What.PERSON
    return general < 2 and (unlike or nouns.together(phrase.lemma, key.lemma))


def _choice(phrase: Phrase, number: int, key: Phrase, article: Article) -> Choice:
    """Write an option in the form of the key: "beans" beside "pores", else "the beans" beside "the pores"."""
    doc = phrase.head.doc
    source = Source(number, doc[phrase.start].idx, doc[phrase.end - 1].idx + len(doc[phrase.end - 1].text))
    text = article.paragraphs[number - 1].text[source.start : source.end]
    if doc[phrase.start].is_sent_start and doc[phrase.start].pos_ != "PROPN":
        text = text[0].lower() + text[1:]
    owned = any(token.tag_ == "POS" for token in doc[phrase.start : phrase.end])  # "Smeaton's tower"
    return Choice(text if owned or phrase.name or (key.plural and not key.determiner) else f"the {text}", source)
