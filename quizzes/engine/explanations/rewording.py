"""Which sentence of a new text another one has become, and whether it still says the same."""

import re
from collections import Counter, defaultdict
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass
from difflib import SequenceMatcher
from itertools import pairwise

from rapidfuzz import fuzz

from quizzes.engine.items.wording import FUNCTION_WORDS, content, tokens
from quizzes.engine.text.around import sentence_starts
from quizzes.engine.text.values import Paragraph

# Sentences of one text about the same thing reach 0.6; a sentence with a word or clause exchanged keeps 0.7 and more.
THRESHOLD = 0.7
# A second sentence this close to the best one leaves open which of them it has become.
MARGIN = 0.08
COMPARED = 12  # sentences that are looked at closely, those that share most words
NEGATIONS = frozenset(
    """not no never none nobody nothing neither nor without hardly barely scarcely cannot n't n’t except unless
    failed refused denied""".split()
)
NUMBER_WORDS = frozenset(
    """zero one two three four five six seven eight nine ten eleven twelve thirteen fourteen fifteen sixteen seventeen
    eighteen nineteen twenty thirty forty fifty sixty seventy eighty ninety hundred hundreds thousand thousands million
    millions billion billions trillion dozen dozens half third thirds quarter quarters fifth tenth once twice first
    second double all every most few many some""".split()
)
_WORD = re.compile(r"[^\W_]+(?:[-'’.,:][^\W_]+)*")
_SHORT_NOT = re.compile(r"n[’']t$")


@dataclass(frozen=True, slots=True)
class Near:
    """A sentence, or as many in a row as the quotation has, with its place and how like it is."""

    number: int
    start: int
    end: int
    likeness: float


def alike(one: str, other: str) -> float:
    """Return how like two sentences are, from 0 to 1: the share of code points that need not change, in order."""
    return fuzz.ratio(one, other) / 100


class Sentences:
    """The sentences that a new text has and the text before it had not, by the words in them."""

    def __init__(self, paragraphs: Sequence[Paragraph], before: Sequence[Paragraph] = ()) -> None:
        self._texts = {paragraph.number: paragraph.text for paragraph in paragraphs}
        known = {paragraph.text[start:end] for paragraph in before for start, end in _spans(paragraph.text)}
        self._spans = {number: list(_spans(text)) for number, text in self._texts.items()}
        self._fresh = [
            (number, index)
            for number, spans in self._spans.items()
            for index, (start, end) in enumerate(spans)
            if self._texts[number][start:end] not in known
        ]
        self._holding: defaultdict[str, list[int]] = defaultdict(list)
        for position, (number, index) in enumerate(self._fresh):
            start, end = self._spans[number][index]
            for word in set(content(self._texts[number][start:end])):
                self._holding[word].append(position)
        self._lower = {word for text in self._texts.values() for word in re.findall(r"\b[a-z]+\b", text)}

    def is_common(self, word: str) -> bool:
        """Say whether the text writes the word in small letters somewhere, so that it is no name."""
        return word.lower() in self._lower or word.lower() in FUNCTION_WORDS

    def like(self, quotation: str) -> list[Near]:
        """Return the sentences that the quotation may have become, best first; more than one leaves it open."""
        many = len(list(_spans(quotation)))
        shared: Counter[int] = Counter()
        for word in set(content(quotation)):
            shared.update(self._holding.get(word, ()))
        found: dict[tuple[int, int], Near] = {}
        for position, _ in sorted(shared.items(), key=lambda pair: (-pair[1], pair[0]))[:COMPARED]:
            for near in self._windows(*self._fresh[position], many, quotation):
                found.setdefault((near.number, near.start), near)
        close = sorted(found.values(), key=lambda near: (-near.likeness, near.number, near.start))
        if not close or close[0].likeness < THRESHOLD:
            return []
        best = close[0]
        rivals = [near for near in close[1:] if near.likeness > best.likeness - MARGIN and not _overlap(near, best)]
        return [best, *rivals]

    def _windows(self, number: int, index: int, many: int, quotation: str) -> Iterator[Near]:
        """Yield the stretches of so many sentences that hold this one."""
        spans, text = self._spans[number], self._texts[number]
        for first in range(max(0, index - many + 1), index + 1):
            if first + many <= len(spans):
                start, end = spans[first][0], spans[first + many - 1][1]
                yield Near(number, start, end, alike(quotation, text[start:end]))


def _overlap(one: Near, other: Near) -> bool:
    return one.number == other.number and one.start < other.end and other.start < one.end


def _spans(text: str) -> Iterator[tuple[int, int]]:
    for start, end in pairwise([*sentence_starts(text), len(text)]):
        stop = start + len(text[start:end].rstrip())
        if stop > start:
            yield start, stop


def what_differs(old: str, new: str, is_common: Callable[[str], bool]) -> bool:
    """Say whether a figure or a name of the old sentence is missing or elsewhere in order, or a negation differs.

    "14 soldiers" and "40 soldiers" are two facts, "Ada beat Bo" and "Bo beat Ada" too. What is added does not count,
    but for a negation.
    """
    after = [_plain(word) for word in _WORD.findall(new)]
    figures = [_plain(word) for word in _WORD.findall(old) if _is_figure(word)]
    names = [_plain(word) for word in _names(old, is_common)]
    return (
        Counter(figures) - Counter(after) != Counter()
        or not _in_order(names, after)
        or _negations(old) != _negations(new)
    )


def _plain(word: str) -> str:
    """Fold what does not make another word: case, the genitive, and the commas of a figure."""
    plain = word.lower().removesuffix("'s").removesuffix("’s")
    return plain.replace(",", "") if plain[:1].isdigit() else plain


def _is_figure(word: str) -> bool:
    return any(char.isdigit() for char in word) or bool(set(tokens(word.replace("-", " "))) & NUMBER_WORDS)


def _names(sentence: str, is_common: Callable[[str], bool]) -> Iterator[str]:
    for index, word in enumerate(_WORD.findall(sentence)):
        if word[0].isupper() and (index or not is_common(word)) and word.lower() not in FUNCTION_WORDS:
            yield word


def _in_order(words: Sequence[str], among: Sequence[str]) -> bool:
    rest = iter(among)
    return all(word in rest for word in words)


def _negations(sentence: str) -> Counter[str]:
    words = [word.lower() for word in _WORD.findall(sentence)]
    return Counter("not" if _SHORT_NOT.search(word) or word == "cannot" else word for word in words if _negates(word))


def _negates(word: str) -> bool:
    return word in NEGATIONS or _SHORT_NOT.search(word) is not None


@dataclass(frozen=True, slots=True)
class Change:
    """Words of two sentences that are the same, or stand only in the old or only in the new one."""

    kind: str
    text: str


def differences(old: str, new: str) -> tuple[Change, ...]:
    """Return the two sentences as one, word by word: "same", "gone" and "come" in the order of reading."""
    before, after = old.split(), new.split()
    changes: list[Change] = []
    for _, first, last, start, end in SequenceMatcher(None, before, after, autojunk=False).get_opcodes():
        if before[first:last] == after[start:end]:
            changes.append(Change("same", " ".join(before[first:last])))
            continue
        if first < last:
            changes.append(Change("gone", " ".join(before[first:last])))
        if start < end:
            changes.append(Change("come", " ".join(after[start:end])))
    return tuple(changes)
