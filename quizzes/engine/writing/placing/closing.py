"""Which places of a paragraph are closed to one of its sentences, and why."""

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from typing import Any

from quizzes.engine.items.wording import meaning
from quizzes.engine.language.values import Sentence
from quizzes.engine.writing.placing.ties import Tie

OPENING = 6
LEANING = re.compile(
    r"\b(?:he|she|it|they|this|these|that|those|such|his|her|its|their|also|too|another|other|others|so|but|yet|still"
    r"|both|same|similarly|likewise|moreover|even|nor|neither|one)\b",
    re.IGNORECASE,
)
SEQUENCE = re.compile(r"\b(?:then|finally|eventually|afterwards|at last|in the end|after that)\b", re.IGNORECASE)
PERSONAL = frozenset(("he", "his", "him", "she", "her"))
HE, SHE, THEY = frozenset(("he", "his", "him")), frozenset(("she", "her")), frozenset(("they", "their", "them"))
FORMS = {word: forms for forms in (HE, SHE, THEY) for word in forms}
CONNECTING = ("For ", "As ", "In ", "Even ", "By ", "On ", "Instead", "Similarly", "Likewise", "Moreover")
LEANERS = frozenset("it its they their them this these those such".split())
FIRM, LOOSE, FOREIGN = 0.8, 0.7, 0.15


@dataclass(frozen=True, slots=True)
class Block:
    """The sentences of a paragraph, with what each takes up, whom it names, when it happened, how it leans.

    `others` says whether a sentence opens with a person by name.
    """

    sentences: Sequence[Sentence]
    spans: Sequence[Any]
    held: Sequence[Sequence[Tie]]
    people: Sequence[frozenset[str]]
    others: Sequence[bool]
    times: Sequence[str]
    clings: Sequence[str]


@dataclass(frozen=True, slots=True)
class Reason:
    """Why a sentence cannot stand at a place (`text`), what that rests on (`claim`), and how sure it is.

    `foreign` says that it rests on a tie between two others.
    """

    claim: str
    text: str
    strength: float
    foreign: bool = False


def reasons(block: Block, index: int) -> list[Reason] | None:
    """Return the best reason against each place but its own, in order; None where a place stays open."""
    found: list[Reason] = []
    for place in range(len(block.sentences)):
        if place != index:
            against = [*(_early if place < index else _late)(block, index, place), *_untimely(block, index, place)]
            if not against:
                return None
            found.append(max(against, key=lambda reason: reason.strength - FOREIGN * reason.foreign))
    return found


def _early(block: Block, index: int, place: int) -> Iterator[Reason]:
    """Yield why a sentence cannot come so early: what it takes up has not been named, or what follows it is cut off."""
    for tie in block.held[index]:
        if place <= tie.sentence < index:
            yield Reason(takes_up(tie, index), _unnamed(tie), tie.strength)
    if index + 1 < len(block.sentences):
        for tie in block.held[index + 1]:
            if tie.sentence == index and (tie.near or _opens(block, index + 1, tie)):
                yield Reason(taken_up(tie, 1), _parts(tie), tie.strength if tie.near else LOOSE)
    yield from _between(block, index, place - 1)


def _late(block: Block, index: int, place: int) -> Iterator[Reason]:
    """Yield why a sentence cannot come so late: what it brings in is needed before, or it is cut off itself."""
    for later in range(index + 1, place + 1):
        for tie in block.held[later]:
            if tie.sentence == index:
                text = f"“{tie.source}” would be taken up before it has been named."
                yield Reason(taken_up(tie, later - index), text if tie.source else _unnamed(tie), tie.strength)
    for tie in block.held[index]:
        if tie.sentence == index - 1 and _parted(block, index, tie):
            yield Reason(takes_up(tie, index), _parts(tie), tie.strength if tie.near else LOOSE)
    yield from _between(block, index, place)


def _between(block: Block, index: int, one: int) -> Iterator[Reason]:
    """Yield what a sentence would part by coming behind `one`: "a mill was sold" from "this mill"."""
    if not 0 <= one < len(block.sentences) - 1 or index in {one, one + 1}:
        return
    for tie in block.held[one + 1]:
        apart = not meaning(tie.link) & meaning(block.sentences[index].text)
        if tie.near and tie.sentence == one and apart:
            claim = f"“{tie.link}” takes up “{tie.source}” in the sentence before it"
            yield Reason(claim, _parts(tie), tie.strength, foreign=True)
    link = block.clings[one + 1]
    # "If it passes, she is glad" stays open to "If it fails, she leaves"
    alike = {token.lower_ for token in block.spans[index]} & {*LEANERS, *link.lower().split()}
    if link and not alike:
        text = f"“{link}” would no longer follow what it takes up."
        yield Reason(f"“{link}” goes back to the sentence before it", text, LOOSE, foreign=True)


def _untimely(block: Block, index: int, place: int) -> Iterator[Reason]:
    """Yield the time that a sentence would stand before or behind, in a paragraph that tells in order of time."""
    own = block.times[index]
    if not own:
        return
    between = block.times[place:index] if place < index else block.times[index + 1 : place + 1]
    other = next((time for time in between if time), "")
    if other:
        first, second = (other, own) if place < index else (own, other)
        text = f"The paragraph tells in order of time, and “{first}” comes before “{second}”."
        yield Reason(f"the paragraph tells in order of time, and this sentence is about “{own}”", text, FIRM)


def _parted(block: Block, index: int, tie: Tie) -> bool:
    """Say whether the next sentence, which goes on to something else, would part a link from what it takes up.

    "This mill" and "both" must follow at once; so must "they" at the opening, before a sentence on something new; "the
    mill" may not come behind what happened "then".
    """
    following = block.sentences[index + 1].text.strip()
    opening = " ".join(following.split()[:OPENING])
    if meaning(tie.link) & meaning(following) or LEANING.search(opening):
        return False
    later = {token.lower_ for span in block.spans[index + 1 :] for token in span}
    if tie.link.lower() in FORMS and later & FORMS[tie.link.lower()]:
        return False  # "His cabinet fell. The port closed. His rivals rejoiced": there he is still spoken of
    again = tie.link.lower() in PERSONAL and block.people[index - 1] & frozenset().union(*block.people[index + 1 :])
    if again or any(meaning(tie.source) & meaning(span.text) for span in block.spans[index + 1 :]):
        return False
    opens = block.sentences[index].text.strip().startswith(tie.link) and not tie.link.startswith(CONNECTING)
    if tie.near or (tie.link.lower() in PERSONAL and block.others[index + 1]):
        return True
    if opens and SEQUENCE.search(following):
        return True
    return opens and tie.strength > FIRM and _new_subject(block, index)


def _opens(block: Block, index: int, tie: Tie) -> bool:
    """Say whether a sentence opens with "she" or "they", which nobody of another sentence can be."""
    return tie.link.lower() in FORMS and block.sentences[index].text.strip().startswith(tie.link)


def _new_subject(block: Block, index: int) -> bool:
    """Say whether the next sentence is about a thing or person that this one and the one before do not name."""
    span = block.spans[index + 1]
    subject = next((child for child in span.root.children if child.dep_ in {"nsubj", "nsubjpass"}), None)
    before = {token.lemma_.lower() for near in block.spans[index - 1 : index + 1] for token in near}
    return subject is not None and subject.pos_ in {"NOUN", "PROPN"} and subject.lemma_.lower() not in before


def takes_up(tie: Tie, index: int) -> str:
    where = "the sentence before" if tie.sentence == index - 1 else "an earlier sentence"
    return f"“{tie.link}” takes up “{tie.source}” in {where}" if tie.source else f"“{tie.link}” goes back to {where}"


def taken_up(tie: Tie, distance: int) -> str:
    where = "the sentence after" if distance == 1 else "a later sentence"
    return f"“{tie.link}” in {where} {f'takes up “{tie.source}”' if tie.source else 'goes back to this one'}"


def _unnamed(tie: Tie) -> str:
    if tie.source:
        return f"“{tie.source}” has not been named yet at this place."
    return f"“{tie.link}” would come before what it takes up."


def _parts(tie: Tie) -> str:
    return f"“{tie.link}” would no longer follow {f'“{tie.source}”' if tie.source else 'what it takes up'}."
