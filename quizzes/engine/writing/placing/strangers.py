"""Sentences of other paragraphs that would not stand in a gap, but could be taken for the missing one."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import Any

from quizzes.engine.items.wording import meaning
from quizzes.engine.language.values import Sentence
from quizzes.engine.writing.placing.blocks import movable
from quizzes.engine.writing.placing.closing import Block
from quizzes.engine.writing.placing.ties import EMPTY

WANTED = 3
WINDOW = 20  # paragraphs on either side
SHORTER, LONGER = 0.6, 1.7  # so many times the key's words may a wrong sentence have
TELLING = frozenset(("NOUN", "PROPN", "VERB", "ADJ"))
DEFINITE = frozenset(("the", "this", "these", "that", "those"))
SUBJECTS = frozenset(("nsubj", "nsubjpass"))
LONGEST = 4  # words of a definite
# what such a word at the opening takes up may stand anywhere
LEANING = frozenset("it they he she this these that those such his her its their both so then there".split())


@dataclass(frozen=True, slots=True)
class Offer:
    """A sentence that can be read by itself, its telling words, and its names and definites with their words.

    Names come before what the sentence is about, and that before what else it speaks of.
    """

    sentence: Sentence
    words: frozenset[str]
    phrases: tuple[tuple[str, frozenset[str]], ...]
    meaning: frozenset[str]
    length: int
    figures: bool


@dataclass(frozen=True, slots=True)
class Stranger:
    """A sentence of another paragraph, how many telling words it shares round the gap, and what is its own."""

    offer: Offer
    shared: int
    own: str

    @property
    def sentence(self) -> Sentence:
        """The sentence itself."""
        return self.offer.sentence


def offers(block: Block) -> list[Offer]:
    """Return the sentences of a paragraph that may stand beside another paragraph's missing one.

    Not the first one: readers saw at once that it opens something.
    """
    found = []
    for sentence, span in list(zip(block.sentences, block.spans, strict=True))[1:]:
        text = sentence.text.strip()
        if movable(text) and span[0].lower_ not in LEANING:
            figures = any(char.isdigit() for char in text)
            found.append(Offer(sentence, telling(span), _phrases(span), meaning(text), len(text.split()), figures))
    return found


def strangers(shelf: Mapping[int, Sequence[Offer]], block: Block, position: int, gap: int) -> list[Stranger]:
    """Return three sentences of other paragraphs that would not stand in the gap, those nearest in topic first.

    `shelf` holds the offers of each paragraph by its position. Only paragraphs near the gap are looked at, so that a
    book takes linear time. Each shares a telling word with the missing sentence or its neighbours: readers used 10 of
    11 such items, and 9 of 18 others.
    """
    length = len(block.sentences[gap].text.split())
    words = [telling(span) for span in block.spans]
    near, beside = frozenset().union(*words), words[gap - 1] | words[gap + 1]
    needed = {word for tie in block.held[gap + 1] if tie.sentence == gap for word in meaning(tie.source)}
    fitting: list[Stranger] = []
    for at in range(position - WINDOW, position + WINDOW + 1):
        for offer in shelf.get(at, ()) if at != position else ():
            if not SHORTER * length <= offer.length <= LONGER * length or needed & offer.meaning:
                continue
            own = next((text for text, known in offer.phrases if not known & near), "")
            shared = len(offer.words & beside) + len(offer.words & words[gap])
            if own and shared:
                fitting.append(Stranger(offer, shared, own))
    fitting.sort(key=lambda one: (-one.shared + one.offer.figures, one.sentence.paragraph, one.sentence.start))
    chosen = _apart(fitting)
    longest = max((one.offer.length for one in chosen), default=0)
    return chosen if len(chosen) == WANTED and length <= longest + 2 else []


def telling(span: Any) -> frozenset[str]:
    """Return the words of a sentence that tell what it is about."""
    return frozenset(token.lemma_.lower() for token in span if token.pos_ in TELLING and not token.is_stop)


def _phrases(span: Any) -> tuple[tuple[str, frozenset[str]], ...]:
    """Return names, then definites, each with the words by which another paragraph would know it; no "the spring"."""
    found: list[tuple[int, str, frozenset[str]]] = []
    for token in span:
        if token.ent_type_ in {"DATE", "TIME"} or token.lemma_.lower() in EMPTY:
            continue
        if token.pos_ == "PROPN":
            name = _name(token)
            found.append((0, name.text, frozenset(word.lemma_.lower() for word in name)))
        elif token.pos_ == "NOUN" and token.i - token.left_edge.i < LONGEST and token.left_edge.lower_ in DEFINITE:
            first = token.left_edge
            phrase = f"{first.lower_} {token.doc[first.i + 1 : token.i + 1].text}"
            found.append((1 if token.dep_ in SUBJECTS else 2, phrase, frozenset((token.lemma_.lower(),))))
    found.sort(key=lambda one: one[0])
    return tuple((text, words) for _, text, words in found)


def _name(token: Any) -> Any:
    """Return all words of a name: "Ada Holm"."""
    first, last = token.i, token.i + 1
    while first > token.sent.start and token.doc[first - 1].pos_ == "PROPN":
        first -= 1
    while last < token.sent.end and token.doc[last].pos_ == "PROPN":
        last += 1
    return token.doc[first:last]


def _apart(fitting: Sequence[Stranger]) -> list[Stranger]:
    """Choose three, of different paragraphs where there are enough."""
    chosen: list[Stranger] = []
    for again in (False, True):
        for one in fitting:
            taken = {one.sentence.paragraph for one in chosen}
            if len(chosen) < WANTED and one not in chosen and (again or one.sentence.paragraph not in taken):
                chosen.append(one)
    return chosen
