"""The nouns of an article: how often, where, which are likened, which may be two words for one thing."""

from collections import Counter, defaultdict
from typing import Any

from quizzes.engine.facts.syntax import SUBJECTS
from quizzes.engine.language.values import NameClass
from quizzes.engine.writing.reference.phrases import Phrase, What
from quizzes.engine.writing.rule import Article

# what may be another word for a thing: "the brewery" and "the company", "the bill" and "the measure"
GENERAL = frozenset(
    """company firm group body organisation organization business maker device machine instrument thing object
    building structure place site town city village vessel ship boat craft paper newspaper study report research work
    book volume manual scheme plan project proposal measure bill law deal agreement system method technique process
    approach substance material liquid product plant animal bird fish creature species insect vehicle area region
    country state nation government authority council board committee house item article document text letter note
    story account change step move problem issue event test trial programme program policy rule accord treaty
    pact contract decision order text precedent example lesson case success failure version part member""".split()
)
# of these only another general noun is another word: "the house" and "the building", but not "the river"
SPECIFIC = frozenset("house bill law accord treaty pact agreement contract town city village boat ship book".split())
# what may be two words for one thing in one article: "the shrunken river" and "the water"
AKIN = tuple(
    frozenset(words.split())
    for words in (
        "river water stream creek flood brook",
        "crack flaw scratch notch gap break split",
        "star sun",
        "planet world earth globe",
        "bath pool",
        "road street lane route way track path",
        "house home flat dwelling cottage",
        "pay wage salary income",
        "price cost charge fee rate fare",
        "smell stench odour stink",
        "illness disease condition infection",
        "tree wood forest timber log",
        "teacher tutor professor lecturer",
        "child pupil student boy girl youngster",
        "sound noise voice",
        "picture photograph image photo",
        "mistake error fault",
    )
)
LINKS = frozenset(("attr", "appos", "oprd"))


class Nouns:
    """How often an article has each noun, and which nouns a sentence has together."""

    def __init__(self, article: Article) -> None:
        self._places: defaultdict[str, dict[tuple[int, int], bool]] = defaultdict(dict)
        self._linked: set[frozenset[str]] = set()
        self._counts: Counter[str] = Counter()
        self._subjects: set[str] = set()
        self._small: set[str] = set()
        self._bodies = {
            (mention.paragraph, mention.start)
            for mention in article.analysis.mentions
            if mention.name_class in {NameClass.ORGANIZATION, NameClass.OTHER}
        }
        for position, doc in enumerate(article.analysis.docs):
            for number, sentence in enumerate(doc.sents if doc.has_annotation("DEP") else ()):
                for token in sentence:
                    if token.pos_ in {"NOUN", "PROPN"}:
                        self._add(token, (position, number))

    def _add(self, token: Any, place: tuple[int, int]) -> None:
        lemma = token.lemma_.lower()
        self._counts[lemma] += 1
        if token.is_lower or (token.tag_ == "NNS" and not token.ent_type_):  # "Beavers followed"
            self._small.add(lemma)
        if token.dep_ in SUBJECTS:
            self._subjects.add(lemma)
        held = self._places[lemma]
        held.setdefault(place, False)
        of = _likened_to(token) if token.dep_ in LINKS else None
        if of is not None and of.pos_ in {"NOUN", "PROPN"}:
            self._linked.add(frozenset((lemma, of.lemma_.lower())))
        else:
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

    def body(self, phrase: Phrase, number: int) -> bool:
        """Say whether a phrase is the name of a body of people: "Northway" and "the council" may both be "it"."""
        named = phrase.head.ent_type_ == "ORG" and (number, phrase.head.doc[phrase.start].idx) in self._bodies
        return named and phrase.what is not What.PERSON

    def together(self, one: str, other: str) -> bool:
        """Say whether some sentence has both nouns."""
        return bool(self._shared(one, other))

    def likened(self, one: str, other: str) -> bool:
        """Say whether a sentence may say that one is the other: "The rogue is a planet"."""
        unclear = any(self._places[one][at] or self._places[other][at] for at in self._shared(one, other))
        return unclear or frozenset((one, other)) in self._linked

    def _shared(self, one: str, other: str) -> set[tuple[int, int]]:
        return self._places[one].keys() & self._places[other].keys()


def _likened_to(token: Any) -> Any:
    """Return what a noun is said to be: the subject of "The rogue is a planet", the name before ", a planet,"."""
    if token.dep_ == "appos":
        return token.head
    found = [child for child in token.head.lefts if child.dep_ in SUBJECTS]
    return found[0] if len(found) == 1 else None
