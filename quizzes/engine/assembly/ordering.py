"""The order of options: figures and True/False are fixed, events are mixed, keys take each place equally often."""

from collections.abc import Iterator, Sequence
from dataclasses import replace
from random import Random

from quizzes.engine.assembly.proposal import Proposal
from quizzes.engine.assembly.selection import is_choice
from quizzes.engine.items.draft import AnswerClass
from quizzes.engine.items.values import Kind, Option

FREE = frozenset(
    (
        AnswerClass.PERSON,
        AnswerClass.PLACE,
        AnswerClass.ORGANIZATION,
        AnswerClass.NAME,
        AnswerClass.PHRASE,
        AnswerClass.REFERENT,
        AnswerClass.MISSING,
    )
)
PLACES = 4


def _places(taken: Sequence[int], random: Random) -> Iterator[int]:
    """Yield the place that the keys chosen so far use least, at random among equals."""
    counts = [0] * PLACES
    for place in taken:
        counts[place] += 1
    while True:
        least = [place for place in range(PLACES) if counts[place] == min(counts)]
        place = random.choice(least)
        counts[place] += 1
        yield place


def _placed(options: Sequence[Option], place: int, random: Random) -> tuple[Option, ...]:
    key = next(option for option in options if option.key)
    others = sorted((option for option in options if not option.key), key=lambda option: option.text)
    random.shuffle(others)
    return (*others[:place], key, *others[place:])


def _shuffled(proposal: Proposal, random: Random) -> Proposal:
    """Mix the events of an order until they neither ascend nor descend."""
    draft = proposal.draft
    right = [prompt.match for prompt in draft.prompts]
    events = sorted(draft.options, key=lambda option: right.index(option.text))
    while len(events) > 2 and [option.text for option in events] in (right, right[::-1]):
        random.shuffle(events)
    return replace(proposal, draft=replace(draft, options=tuple(events)))


def order(chosen: Sequence[Proposal], random: Random) -> list[Proposal]:
    """Return the proposals with their options in the order of display."""
    fixed = [
        next(index for index, option in enumerate(proposal.draft.options) if option.key)
        for proposal in chosen
        if is_choice(proposal) and proposal.draft.answer_class not in FREE
    ]
    places = _places(fixed, random)
    return [_ordered(proposal, places, random) for proposal in chosen]


def _ordered(proposal: Proposal, places: Iterator[int], random: Random) -> Proposal:
    draft = proposal.draft
    if draft.kind is Kind.ORDERING:
        return _shuffled(proposal, random)
    if is_choice(proposal) and draft.answer_class in FREE:
        return replace(proposal, draft=replace(draft, options=_placed(draft.options, next(places), random)))
    return proposal
