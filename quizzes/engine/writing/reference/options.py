"""The options of a reference item: other phrases of the article, of its number and kind, certainly something else."""

from collections import Counter, defaultdict
from collections.abc import Collection, Sequence
from dataclasses import dataclass
from typing import Any

from quizzes.engine.facts.antecedents import COLLECTIVE
from quizzes.engine.facts.syntax import SUBJECTS
from quizzes.engine.items.values import Source
from quizzes.engine.language.lexicon import ORGANIZATION_NOUNS
from quizzes.engine.writing.reference.antecedent import Found, actor_of
from quizzes.engine.writing.reference.phrases import Phrase, What
from quizzes.engine.writing.rule import Article

FEWEST, MOST = 2, 3
LEAST = 3
# what may be another word for a thing: "the brewery" and "the company", "the bill" and "the measure"
GENERAL = frozenset(
    """company firm group body organisation organization business maker device machine instrument thing object
    building structure place site town city village vessel ship boat craft paper newspaper study report research work
    book volume manual scheme plan project proposal measure bill law deal agreement system method technique process
    approach substance material liquid product plant animal bird fish creature species insect vehicle area region
    country state nation government authority council board committee house item article document text letter note
    story account change step move problem issue event test trial programme program policy rule accord treaty
    pact contract decision order""".split()
)
# what holds nearly anything: "people" are passengers too
WIDE = frozenset("people person man woman member thing other data kind left right".split())
BODIES = (COLLECTIVE | ORGANIZATION_NOUNS) - frozenset("office house post times state front press".split())
LINKS = frozenset(("attr", "appos", "oprd"))
LIKENED = frozenset(("as", "like", "of"))


class Nouns:
    """How often an article has each noun, and which nouns a sentence has together."""

    def __init__(self, article: Article) -> None:
        self._places: defaultdict[str, dict[tuple[int, int], bool]] = defaultdict(dict)
        self._counts: Counter[str] = Counter()
        self._subjects: set[str] = set()
        self._small: set[str] = set()
        for position, doc in enumerate(article.analysis.docs):
            for number, sentence in enumerate(doc.sents if doc.has_annotation("DEP") else ()):
                for token in sentence:
                    if token.pos_ in {"NOUN", "PROPN"}:
                        self._add(token, (position, number))

    def _add(self, token: Any, place: tuple[int, int]) -> None:
        lemma = token.lemma_.lower()
        self._counts[lemma] += 1
        if token.is_lower:
            self._small.add(lemma)
        if token.dep_ in SUBJECTS:
            self._subjects.add(lemma)
        held = self._places[lemma]
        held[place] = held.get(place, False) or token.dep_ in LINKS

    def count(self, lemma: str) -> int:
        """Return how often the article has a noun."""
        return self._counts[lemma]

    def common(self, lemma: str) -> bool:
        """Say whether the article writes a noun small somewhere, so that a capital at a sentence's head is no name."""
        return lemma in self._small

    def acts(self, lemma: str) -> bool:
        """Say whether the article has a noun as a subject somewhere."""
        return lemma in self._subjects

    def together(self, one: str, other: str) -> bool:
        """Say whether some sentence has both nouns."""
        return bool(self._shared(one, other))

    def likened(self, one: str, other: str) -> bool:
        """Say whether a sentence may say that one is the other: "The rogue is a planet"."""
        return any(self._places[one][at] or self._places[other][at] for at in self._shared(one, other))

    def _shared(self, one: str, other: str) -> set[tuple[int, int]]:
        return self._places[one].keys() & self._places[other].keys()


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
    if not _may_be_option(key, nouns):
        return []
    others: list[tuple[int, Phrase]] = []
    weighed = [(_temptation(phrase, at, key, number, nouns), at, phrase) for at, phrase in around]
    for weight, at, phrase in sorted(weighed, key=lambda found: -found[0]):
        if weight < LEAST or phrase.lemma in quoted or not _may_be_option(phrase, nouns) or not _fits(phrase, key):
            continue
        if subject and not (phrase.core or nouns.acts(phrase.lemma)):
            continue  # nobody takes "the districts" of "in the districts" for what did something
        acts = actor is not None and at == number and phrase.head.i == actor.i
        if acts or (_stray(phrase, nouns) and not (at == number and phrase.sentence == key.sentence)):
            continue
        if not any(phrase.lemma == other.lemma for _, other in others) and _apart(phrase, at == number, key, nouns):
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


def _may_be_option(phrase: Phrase, nouns: Nouns) -> bool:
    """Say whether a phrase can be written out: no name, which may have another form; "steel" has no article."""
    countable = phrase.plural or bool(phrase.determiner)
    return phrase.usable and countable and not phrase.name and nouns.common(phrase.lemma)


def _fits(phrase: Phrase, key: Phrase) -> bool:
    """Say whether a phrase could grammatically stand where the key does: same number, same kind."""
    if phrase.plural != key.plural:
        return False
    if phrase.lemma in WIDE or _words(phrase) & _words(key):
        return False  # "the track" beside "the track authority"
    if (phrase.lemma in BODIES) != (key.lemma in BODIES):
        return False  # a company receives letters, a train does not
    if not key.plural:
        return phrase.what is What.THING or phrase.lemma in BODIES
    return (phrase.what is What.THING) == (key.what is What.THING)


def _words(phrase: Phrase) -> set[str]:
    return {token.lemma_.lower() for token in phrase.head.doc[phrase.start : phrase.end] if token.pos_ != "CCONJ"}


def _apart(phrase: Phrase, near: bool, key: Phrase, nouns: Nouns) -> bool:
    """Say whether a phrase is certainly something else than the key.

    A phrase of the key's own sentence is, unless it is likened to it or says what it is; further off, of two general
    nouns one may be another word for the other; beyond the paragraph the article must name both in one sentence.
    """
    if nouns.likened(phrase.lemma, key.lemma):
        return False
    if phrase.head.doc is key.head.doc and phrase.sentence == key.sentence:
        return not (phrase.head.dep_ == "pobj" and phrase.head.head.lower_ in LIKENED)
    general = len({phrase.lemma, key.lemma} & GENERAL)
    unlike = near and not general and key.what is not What.PERSON
    return general < 2 and (unlike or nouns.together(phrase.lemma, key.lemma))


def _choice(phrase: Phrase, number: int, key: Phrase, article: Article) -> Choice:
    """Write an option in the form of the key: "beans" beside "pores", else "the beans" beside "the pores"."""
    doc = phrase.head.doc
    source = Source(number, doc[phrase.start].idx, doc[phrase.end - 1].idx + len(doc[phrase.end - 1].text))
    text = article.paragraphs[number - 1].text[source.start : source.end]
    if doc[phrase.start].is_sent_start and doc[phrase.start].pos_ != "PROPN":
        text = text[0].lower() + text[1:]
    owned = any(token.tag_ == "POS" for token in doc[phrase.start : phrase.end])  # "Smeaton's tower"
    return Choice(text if owned or (key.plural and not key.determiner) else f"the {text}", source)
