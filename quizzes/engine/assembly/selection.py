"""Choosing a set: the best of each fact, spread over paragraphs and kinds, true and false in balance."""

from collections import Counter
from collections.abc import Callable, Collection, Sequence
from math import ceil
from random import Random

from quizzes.engine.assembly.chosen import MOST_SHARE, NEAR, Chosen
from quizzes.engine.assembly.exchanges import Exchanges
from quizzes.engine.assembly.proposal import Proposal
from quizzes.engine.assembly.queues import Queues
from quizzes.engine.items.draft import AnswerClass, Draft
from quizzes.engine.items.values import Interaction, Kind

# what no set should be made of for more than this part, whatever the scores
LARGEST = {Kind.TRUE_FALSE: 1 / 5, Kind.LOCATE: 1 / 3, Kind.INSERTION: 1 / 4}
LARGEST_REFERENTS = 1 / 5
LARGEST_MISSING = 1 / 4
LARGEST_OPENINGS = 1 / 12  # what opens a paragraph is inserted most easily, and who skims would learn to try that place
LEAST_SHARE = 0.4
NAMED_OPTIONS = frozenset((Kind.MULTIPLE_CHOICE, Kind.CLOZE))


def _balanced(chosen: Sequence[Proposal]) -> list[Proposal]:
    """Drop the lowest of the more frequent key until true and false stand between 40:60 and 60:40."""
    held: dict[str, list[int]] = {"True": [], "False": []}
    for position in sorted(range(len(chosen)), key=lambda position: (-chosen[position].score, -position)):
        if chosen[position].draft.kind is Kind.TRUE_FALSE:
            held[chosen[position].draft.keys[0]].append(position)
    dropped: set[int] = set()
    while True:
        trues, total = len(held["True"]), len(held["True"]) + len(held["False"])
        if total < 2 or LEAST_SHARE <= trues / total <= MOST_SHARE:
            break
        more = held["True" if 2 * trues > total else "False"]
        if len(more) <= 1:
            break
        dropped.add(more.pop())
        if len(more) + 1 == total <= 2:
            break
    return [proposal for position, proposal in enumerate(chosen) if position not in dropped]


def _varied(chosen: Sequence[Proposal], total: int) -> list[Proposal]:
    """Drop the lowest of each kind that takes more than its largest part of a set of `total`, rounded up."""
    seen: Counter[str] = Counter()
    kept: set[int] = set()
    for position in sorted(range(len(chosen)), key=lambda position: (-chosen[position].score, position)):
        parts = _parts(chosen[position].draft)
        if all(seen[name] < ceil(largest * total) for name, largest in parts.items()):
            seen.update(parts.keys())
            kept.add(position)
    return [proposal for position, proposal in enumerate(chosen) if position in kept]


def _parts(draft: Draft) -> dict[str, float]:
    """Return of what a draft is one in a set, each with the largest part of the set that it may be."""
    if draft.answer_class is AnswerClass.MISSING:
        return {"missing": LARGEST_MISSING}
    parts = {str(draft.kind): LARGEST.get(draft.kind, 1.0)}
    if draft.answer_class is AnswerClass.REFERENT:
        parts["referents"] = LARGEST_REFERENTS
    if draft.kind is Kind.INSERTION and draft.options and draft.options[0].key:
        parts["openings"] = LARGEST_OPENINGS
    return parts


def _luck(seed: float, proposal: Proposal) -> float:
    """Return a proposal's luck, its own: what else is proposed does not change it."""
    return Random(f"{seed} {proposal.draft.rule} {proposal.fact} {proposal.draft.stem}").uniform(0, NEAR)


def _silent(done: int, total: int) -> None:
    """Hear nothing."""


def choose(
    proposals: Sequence[Proposal],
    *,
    random: Random,
    maximum: int | None,
    kinds: Collection[Kind] | None,
    progress: Callable[[int, int], None] | None = None,
) -> list[Proposal]:
    """Return the chosen proposals, best score first.

    `random` moves scores by less than NEAR before choosing, so that another seed prefers another of near equals.
    `progress` hears how many are chosen, of how many at most.
    """
    open_ = [proposal for proposal in proposals if kinds is None or proposal.draft.kind in kinds]
    seed = random.random()
    luck = [_luck(seed, proposal) for proposal in open_]
    total = 0
    while True:
        taken = _taken(open_, luck, maximum, progress or _silent)
        total = total or len(taken)
        varied = _varied(taken, total) if kinds is None else taken
        # what is too much of its kind makes room for others that ask about the same sentences
        surplus = {id(proposal) for proposal in taken} - {id(proposal) for proposal in varied}
        if not surplus:
            return sorted(_balanced(varied), key=lambda proposal: -proposal.score)
        left = [pair for pair in zip(open_, luck, strict=True) if id(pair[0]) not in surplus]
        open_, luck = [proposal for proposal, _ in left], [value for _, value in left]


def _taken(
    open_: Sequence[Proposal], luck: Sequence[float], maximum: int | None, tell: Callable[[int, int], None]
) -> list[Proposal]:
    """Take one proposal after the other, each time the one that adds most."""
    most = len(open_) if maximum is None else min(maximum, len(open_))
    taken = Chosen()
    queues = Queues(open_, luck, taken)
    tell(0, most)
    while len(taken.chosen) < most and queues.take():
        tell(len(taken.chosen), most)
    exchanges = Exchanges(open_, luck, queues.rivals, taken, queues.positions)
    if len(taken.chosen) < most:
        exchanges.step_aside()
    exchanges.vary()
    tell(most, most)
    return taken.chosen


def is_choice(proposal: Proposal) -> bool:
    """Say whether an item has named options whose order is free: True and False, sentences and places have theirs."""
    draft = proposal.draft
    return draft.interaction is Interaction.CHOICE and (
        draft.kind in NAMED_OPTIONS or draft.answer_class is AnswerClass.MISSING
    )
