"""How much a sentence matters beside the others of its article: what it shares with them, causes, sums, contrasts.

Words and sentences weigh each other in turn (as pages and links do): a word matters when sentences that matter have it.
A sentence about somebody whom the article names in passing tells mostly of something by the way.
"""

import math
import re
from bisect import bisect_left, bisect_right
from collections import Counter, defaultdict
from collections.abc import Mapping, Sequence
from typing import Any

from quizzes.engine.language.kept import once, span_text
from quizzes.engine.language.values import Analysis

CUES = re.compile(
    r"\b(?:because|therefore|as a result|due to|led to|caused?|results? (?:in|from)|so that|in order to|however|but"
    r"|whereas|unlike|although|though|instead|rather than|means? that|known as|called|(?:is|are|was) an?|defined as"
    r"|refers to|most|first|largest|only|main|key|showed|shows|found|argue[sd]?|concluded|suggests?|estimated?"
    r"|reasons?|why|purpose|aim|problem|answer|solution|results?|effects?)\b",
    re.IGNORECASE,
)
SUMS = re.compile(
    r"\b(?:total|altogether|overall|average|per cent|percent|half|third|quarter|at least|more than|million|billion)\b"
    r"|%",
    re.IGNORECASE,
)
CONTENT = frozenset(("NOUN", "PROPN", "VERB", "ADJ"))
NOUNS = frozenset(("NOUN", "PROPN"))
SHORT = 2  # letters of words that tell nothing
ROUNDS = 12
KEPT = 0.85  # what a sentence gets from its words; the rest all sentences have
RECURS = 6  # sentences that have a word of the article's theme
PASSING = 3  # mentions below which a name is one in passing
LONG = 20
THEMATIC = 3  # nouns of a sentence that tell its theme
POINTING = frozenset("it they this these that he she which one".split())
# what a sentence is weighed by; chosen by how well it tells key facts, and items that raters found to be about a detail
WEIGHTS = {
    "central": 0.15,
    "theme": 0.3,
    "cues": 0.2,
    "sums": 0.15,
    "early": 0.1,
    "figures": 0.05,
    "length": 0.1,
    "passing": -0.2,
    "person": -0.1,
}


def _words(sentence: Any) -> list[str]:
    return [
        token.lemma_.lower()
        for token in sentence
        if token.pos_ in CONTENT and not token.is_stop and len(token.text) > SHORT
    ]


def central(sentences: Sequence[frozenset[str]]) -> list[float]:
    """Return from 0 to 1 how much each sentence has of the words that weighty sentences share.

    Linear in the words: the weights go from sentences to words and back, and long sentences gain only by the logarithm.
    """
    holders: defaultdict[str, list[int]] = defaultdict(list)
    for index, words in enumerate(sentences):
        for word in sorted(words):
            holders[word].append(index)
    shared = {word: held for word, held in holders.items() if len(held) > 1}
    links = [sorted(word for word in words if word in shared) for words in sentences]
    size = [math.log(2 + len(words)) for words in sentences]
    weight = [1.0] * len(sentences)
    for _ in range(ROUNDS):
        of_word = {
            word: sum(weight[at] / size[at] for at in held) / math.sqrt(len(held)) for word, held in shared.items()
        }
        gained = [sum(of_word[word] for word in words) / size[at] for at, words in enumerate(links)]
        most = max(gained, default=0.0) or 1.0
        weight = [1 - KEPT + KEPT * value / most for value in gained]
    return shares_below(weight)


def shares_below(values: Sequence[float]) -> list[float]:
    """Return for each value the share of all that lie below it, what is equal counted half: 0.5 for a lone one."""
    ranked = sorted(values)
    return [(bisect_left(ranked, value) + bisect_right(ranked, value)) / (2 * len(values)) for value in values]


def salience_of(analysis: Analysis) -> "Salience":
    """Return the weights of an article's sentences, worked out once."""
    return once(analysis.docs, "quizzes salience", lambda: Salience(analysis))


class Salience:
    """Weigh sentences against the whole article; built once an article."""

    def __init__(self, analysis: Analysis) -> None:
        places = [
            (position, sentence)
            for position, doc in enumerate(analysis.docs)
            if doc.has_annotation("DEP")
            for sentence in doc.sents
        ]
        said = [_words(sentence) for _, sentence in places]
        words = [frozenset(spoken) for spoken in said]
        self._frequency = Counter(word for held in words for word in held)
        self._last = max(1, len(analysis.docs) - 1)
        self._passing = _passing(analysis)
        weighed = [
            sum(WEIGHTS[name] * value for name, value in self._parts(sentence, position, share, len(spoken)).items())
            for (position, sentence), share, spoken in zip(places, central(words), said, strict=True)
        ]
        known = zip(places, shares_below(weighed), strict=True)
        self._shares = {(position, sentence.start): round(share, 4) for (position, sentence), share in known}

    def of(self, sentence: Any, position: int) -> float:
        """Return the share of the article's sentences that matter less: 0.5 for one in the middle."""
        return self._shares[position, sentence.start]

    def _parts(self, sentence: Any, position: int, share: float, length: int) -> Mapping[str, float]:
        """Return what a sentence is weighed by, each from 0 to 1."""
        text = span_text(sentence)
        inside = sum(sentence.start_char <= start < sentence.end_char for start in self._passing[position + 1])
        return {
            "central": share,
            "theme": self._theme(sentence),
            "cues": min(1.0, len(CUES.findall(text)) / 2),
            "sums": float(SUMS.search(text) is not None),
            "early": 1.0 - position / self._last,
            "figures": float(any(token.like_num for token in sentence)),
            "length": min(1.0, length / LONG),
            "passing": min(1.0, inside / 2),
            "person": float(any(token.lower_ in {"he", "she", "his", "her"} for token in sentence)),
        }

    def _theme(self, sentence: Any) -> float:
        """Return how often its nouns recur; "It never runs backwards" has those of the sentence before as well."""
        own = self._recurring(sentence)
        pointing = any(token.lower_ in POINTING and token.dep_ in {"nsubj", "nsubjpass"} for token in sentence)
        if sentence.start == 0 or not pointing:
            return own
        return max(own, self._recurring(sentence.doc[sentence.start - 1].sent))

    def _recurring(self, sentence: Any) -> float:
        nouns = {token.lemma_.lower() for token in sentence if token.pos_ in NOUNS}
        shares = sorted((min(1.0, self._frequency[word] / RECURS) for word in nouns), reverse=True)
        return sum(shares[:THEMATIC]) / THEMATIC


def _passing(analysis: Analysis) -> Mapping[int, list[int]]:
    """Return by paragraph where names stand that the article mentions fewer than PASSING times."""
    times = Counter(mention.canonical for mention in analysis.mentions)
    found: defaultdict[int, list[int]] = defaultdict(list)
    for mention in analysis.mentions:
        if times[mention.canonical] < PASSING:
            found[mention.paragraph].append(mention.start)
    return found
