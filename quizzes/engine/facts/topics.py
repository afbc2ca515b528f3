"""Which common nouns a reader knows without the text: the article's own topics, that have one bearer throughout."""

from collections.abc import Sequence
from dataclasses import dataclass, field
from typing import Any

from quizzes.engine.facts.definites import premodifiers, vague

KEPT = "quizzes topics"
LEAST_PARAGRAPHS = 3
# a noun that is nearly always a bare "the pool" is the article's own, though "a heated pool" comes up once
OFTEN = 4
MOSTLY = 0.6


@dataclass(slots=True)
class Uses:
    """How the article uses one noun: its paragraphs, what stands before it, how often "a" brings it in, its number."""

    paragraphs: set[int] = field(default_factory=set)
    modifiers: set[str] = field(default_factory=set)
    introduced: int = 0
    bare: int = 0
    singular: int = 0
    plural: int = 0
    counted: bool = False

    def everywhere(self) -> bool:
        """Say whether the article keeps coming back to one thing that it calls "the pool"."""
        total = self.singular + self.plural
        alike = min(self.singular, self.plural) <= total / 8
        return alike and len(self.paragraphs) >= OFTEN and self.bare >= MOSTLY * total and self.introduced < 3

    def one_bearer(self) -> bool:
        """Say whether all uses may mean one thing: "a mill ... the mill", but not "the old mill ... two mills"."""
        mixed = min(self.singular, self.plural) > 1 or (self.counted and self.singular > 0)
        return self.introduced < 2 and len(self.modifiers) < 2 and not mixed


class Topics:
    """The common nouns of an article, by lemma."""

    def __init__(self, docs: Sequence[Any]) -> None:
        self._uses: dict[str, Uses] = {}
        self._lemmas: dict[str, str] = {}
        for position, doc in enumerate(docs):
            for token in doc:
                if token.pos_ == "NOUN" and token.dep_ != "compound":
                    self._add(token, position)

    def _add(self, token: Any, position: int) -> None:
        lemma = token.lemma_.lower()
        self._lemmas.setdefault(token.lower_, lemma)
        uses = self._uses.setdefault(lemma, Uses())
        uses.paragraphs.add(position)
        before = premodifiers(token).lower()
        if before and not vague(before):
            uses.modifiers.add(before)
        uses.bare += not before and any(child.lower_ == "the" for child in token.lefts)
        uses.introduced += any(child.lower_ in {"a", "an", "another"} for child in token.lefts)
        uses.counted |= any(child.dep_ == "nummod" for child in token.lefts)
        if token.tag_ == "NNS":
            uses.plural += 1
        else:
            uses.singular += 1

    def _of(self, word: str) -> Uses | None:
        return self._uses.get(self._lemmas.get(word.lower(), word.lower()))

    def known(self, word: str) -> bool:
        """Say whether "the" and this noun need nothing more: one bearer, in three paragraphs at least."""
        uses = self._of(word)
        if uses is None or len(uses.paragraphs) < LEAST_PARAGRAPHS:
            return False
        return uses.one_bearer() or uses.everywhere()

    def in_one_paragraph(self, word: str) -> bool:
        """Say whether only one paragraph has the noun, and it means one thing there."""
        uses = self._of(word)
        return uses is not None and len(uses.paragraphs) == 1 and uses.one_bearer()


def topics_of(docs: Sequence[Any]) -> Topics:
    """Return the topics of an article, worked out once and kept with its first paragraph."""
    if not docs:
        return Topics(docs)
    kept = docs[0].user_data
    if KEPT not in kept:
        kept[KEPT] = Topics(docs)
    found: Topics = kept[KEPT]
    return found


def noun_phrases(docs: Sequence[Any]) -> dict[str, list[tuple[int, int, str, bool]]]:
    """Map each head lemma to its phrases (position, token, pre-modifiers, definite) in order."""
    found: dict[str, list[tuple[int, int, str, bool]]] = {}
    for position, doc in enumerate(docs):
        for token in doc:
            if token.pos_ == "NOUN":
                definite = any(t.lower_ in {"the", "this", "that", "these", "those"} for t in token.lefts)
                phrase = (position, token.i, premodifiers(token), definite)
                found.setdefault(token.lemma_.lower(), []).append(phrase)
    return found
