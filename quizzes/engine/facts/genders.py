"""Whether the article calls a person he or she."""

from collections import Counter
from collections.abc import Callable, Sequence
from typing import Any

from quizzes.engine.facts.antecedents import FEMALE, MALE
from quizzes.engine.language.values import Mention, NameClass

TITLES = {"mr": "he", "sir": "he", "lord": "he", "mrs": "she", "ms": "she", "miss": "she", "dame": "she", "lady": "she"}
SURE = 0.75


def gender_of(token: Any) -> str:
    """Return "he" or "she" for a pronoun or a title, else ""."""
    lower = token.lower_.rstrip(".")
    if lower in MALE:
        return "he"
    return "she" if lower in FEMALE else TITLES.get(lower, "")


class Genders:
    """What pronouns and titles say of each person: "Ms Varga", "Varga wiped her hands"."""

    def __init__(self, docs: Sequence[Any], mentions: Callable[[int], Sequence[Mention]]) -> None:
        self._votes: dict[str, Counter[str]] = {}
        for position, doc in enumerate(docs):
            people = [m for m in mentions(position) if m.name_class is NameClass.PERSON]
            for sentence in doc.sents if people and doc.has_annotation("DEP") else ():
                self._count(sentence, [m for m in people if sentence.start_char <= m.start < sentence.end_char])

    def _count(self, sentence: Any, people: Sequence[Mention]) -> None:
        for mention in people:
            votes = self._votes.setdefault(mention.canonical, Counter())
            for token in sentence:
                titled = token.idx == mention.start or token.idx + len(token.text_with_ws) == mention.start
                if titled and token.lower_.rstrip(".") in TITLES:
                    votes[gender_of(token)] += 2
        if len({m.canonical for m in people}) == 1:
            words = (gender_of(t) for t in sentence if t.idx > people[0].start and t.tag_ in {"PRP", "PRP$"})
            self._votes[people[0].canonical].update(word for word in words if word)

    def of(self, name: str) -> str:
        """Return "he" or "she" where the article leaves no doubt, else ""."""
        votes = self._votes.get(name, Counter())
        if not votes:
            return ""
        word, count = votes.most_common(1)[0]
        return word if count >= SURE * votes.total() else ""

    def may_be(self, name: str, gender: str) -> bool:
        """Say whether a pronoun of this gender may mean a person.

        Nothing may speak against it; and of whom the article says neither "he" nor "she" it means nobody, if somebody
        else is called so: "her husband" in the life of Ada Lund is not Arthur Philp's.
        """
        if self.of(name) or self._votes.get(name):
            return self.of(name) == gender
        return not any(self.of(other) == gender for other in self._votes if other != name)
