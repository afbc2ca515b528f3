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
class Stranger:
    """A sentence of another paragraph, how many telling words it shares with the gap's, and what it has of its own."""

    sentence: Sentence
    shared: int
    own: str
    figures: bool


def strangers(
    found: Mapping[int, Block], words: Mapping[int, Sequence[frozenset[str]]], position: int, gap: int
) -> list[Stranger]:
    """Return three sentences of other paragraphs that would not stand in the gap, those nearest in topic first.

    `words` are the telling words of each sentence of the paragraphs in `found`. Only paragraphs near the gap are looked
    at, so that a book takes linear time.
    """
    block = found[position]
    key = block.sentences[gap]
    near = frozenset().union(*words[position])
    needed = {word for tie in block.held[gap + 1] if tie.sentence == gap for word in meaning(tie.source)}
    fitting: list[Stranger] = []
    for at in range(position - WINDOW, position + WINDOW + 1):
        other = found.get(at) if at != position else None
        for index, sentence in enumerate(other.sentences if other else ()):
            span = found[at].spans[index]
            if not _is_like(sentence, key) or needed & meaning(sentence.text) or span[0].lower_ in LEANING:
                continue
            own = _own(span, near)
            if own:
                figures = any(char.isdigit() for char in sentence.text)
                fitting.append(Stranger(sentence, len(near & words[at][index]), own, figures))
    fitting.sort(key=lambda one: (-one.shared + one.figures, one.sentence.paragraph, one.sentence.start))
    chosen = _apart(fitting)
    length = len(key.text.split())
    longest = max((len(one.sentence.text.split()) for one in chosen), default=0)
    return chosen if len(chosen) == WANTED and length <= longest + 2 else []


def telling(span: Any) -> frozenset[str]:
    """Return the words of a sentence that tell what it is about."""
    return frozenset(token.lemma_.lower() for token in span if token.pos_ in TELLING and not token.is_stop)


def _is_like(sentence: Sentence, key: Sentence) -> bool:
    """Say whether a sentence can be read by itself and is about as long as the key."""
    text, words = sentence.text.strip(), len(key.text.split())
    return movable(text) and SHORTER * words <= len(text.split()) <= LONGER * words


def _own(span: Any, near: frozenset[str]) -> str:
    """Return the most telling name or definite that the gap's paragraph does not know; empty without one.

    Names come before what the sentence is about, and that before what else it names; a month or "the spring" is none.
    """
    found: list[tuple[int, str]] = []
    for token in span:
        if token.ent_type_ in {"DATE", "TIME"} or token.lemma_.lower() in EMPTY:
            continue
        if token.pos_ == "PROPN":
            name = _name(token)
            if not any(word.lemma_.lower() in near for word in name):
                found.append((0, name.text))
        elif token.pos_ == "NOUN" and token.lemma_.lower() not in near and token.i - token.left_edge.i < LONGEST:
            first = token.left_edge
            if first.lower_ in DEFINITE:
                phrase = token.doc[first.i + 1 : token.i + 1].text
                found.append((1 if token.dep_ in SUBJECTS else 2, f"{first.lower_} {phrase}"))
    return min(found, key=lambda one: one[0], default=(0, ""))[1]


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
