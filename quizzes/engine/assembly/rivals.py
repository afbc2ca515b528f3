"""Which items might clash, found through the words that they share, so that not every pair has to be compared."""

import re
from collections import Counter, defaultdict
from collections.abc import Iterable, Sequence

from quizzes.engine.assembly.conflicts import ALIKE, clash, detail
from quizzes.engine.assembly.proposal import Proposal
from quizzes.engine.items.wording import meaning

RUN = re.compile(r"[\w-]+")  # what counts as one word for `stands_in`
Index = defaultdict[object, list[int]]


class Rivals:
    """Proposals by paragraph, by words of the stem, by words shown and by the rarest word of what they ask for."""

    def __init__(self, proposals: Sequence[Proposal]) -> None:
        self._proposals = proposals
        self._stems = [meaning(proposal.asked) for proposal in proposals]
        self._shown = [frozenset(RUN.findall(proposal.shown.lower())) for proposal in proposals]
        frequency = Counter(word for words in self._stems for word in words)
        seen = Counter(word for words in self._shown for word in words)
        self._prefixes = [_prefix(words, frequency) for words in self._stems]
        self._keys = [_keys(proposal, seen) for proposal in proposals]
        self._by_paragraph = _index(_paragraphs(proposal) for proposal in proposals)
        self._by_word = _index(self._stems)
        self._by_prefix = _index(self._prefixes)
        self._by_shown = _index(self._shown)
        self._by_key = _index(self._keys)

    def of(self, newest: int) -> set[int]:
        """Return the positions of all that cannot stand beside a proposal."""
        chosen = self._proposals[newest]
        return {other for other in self.possible(newest) if clash(self._proposals[other], chosen)}

    def possible(self, newest: int) -> set[int]:
        """Return all that may clash: of one paragraph, nearly alike, or with the key of one shown by the other."""
        looked_up = (
            (self._by_paragraph, _paragraphs(self._proposals[newest])),
            (self._by_word, self._prefixes[newest]),
            (self._by_prefix, self._stems[newest]),
            (self._by_shown, self._keys[newest]),
            (self._by_key, self._shown[newest]),
        )
        found = {position for index, words in looked_up for word in words for position in index.get(word, ())}
        return found - {newest}


def _index(words: Iterable[Iterable[object]]) -> Index:
    index: Index = defaultdict(list)
    for position, held in enumerate(words):
        for word in held:
            index[word].append(position)
    return index


def _paragraphs(proposal: Proposal) -> set[int]:
    return {paragraph for paragraph, _, _ in proposal.facts}


def _prefix(words: frozenset[str], frequency: Counter[str]) -> list[str]:
    """Return so many of the rarest words that a text with more than ALIKE of all the words must have one of them."""
    rarest = sorted(words, key=lambda word: (frequency[word], word))
    return rarest[: int((1 - ALIKE) * len(words)) + 1]


def _keys(proposal: Proposal, seen: Counter[str]) -> set[str]:
    """Return the rarest word of the key, or of each pair's right side; none for a key without letters or figures."""
    prompts = proposal.draft.prompts
    texts = [prompt.match for prompt in prompts] if prompts else [detail(proposal)]
    runs = [RUN.findall(text.lower()) for text in texts]
    return {min(words, key=lambda word: (seen[word], word)) for words in runs if words}
