"""Choosing a set: the best of each fact, spread over paragraphs and kinds, true and false in balance."""

import heapq
from collections import Counter, defaultdict
from collections.abc import Callable, Collection, Mapping, Sequence
from math import ceil
from random import Random

from quizzes.engine.assembly.conflicts import detail
from quizzes.engine.assembly.proposal import Proposal
from quizzes.engine.assembly.rivals import Rivals
from quizzes.engine.items.draft import AnswerClass, Draft
from quizzes.engine.items.values import Interaction, Kind

PER_PARAGRAPH = 3
PER_PERSON = 3
NEAR = 0.1
OPEN_FACTS = 60  # that nothing asks about: the best of them are looked at again, so that a book takes no longer
TRIED = 3  # of the proposals about a fact that nothing asks about, how many are tried in place of another
# the largest share of the set that a kind may take, and what a kind loses for each item it already has
SHARE = {
    Kind.TRUE_FALSE: 0.35,
    Kind.CLOZE: 0.45,
    Kind.MULTIPLE_CHOICE: 0.6,
    Kind.SHORT_ANSWER: 0.5,
    Kind.MATCHING: 0.2,
    Kind.ORDERING: 0.2,
    Kind.LOCATE: 0.3,
    Kind.INSERTION: 0.2,
}
FALSE_IS_RARE = 0.1  # few facts can be turned false, and true ones wait for them
# each sentence of a pair or order would serve an item of its own first; dated events serve an order before pairs
# a question is preferred to a gap with the same key
RARE = {Kind.MATCHING: 0.2, Kind.ORDERING: 0.45, Kind.SHORT_ANSWER: 0.05, Kind.MULTIPLE_CHOICE: 0.05}
FIRST_OF_KIND = 0.1  # readers tire of one kind
CROWDED_PARAGRAPH = 0.06
CROWDED_KIND = 0.3
# what no set should be made of for more than this part, whatever the scores
LARGEST = {Kind.TRUE_FALSE: 1 / 5, Kind.LOCATE: 1 / 3, Kind.INSERTION: 1 / 5}
LARGEST_REFERENTS = 1 / 5
LARGEST_OPENINGS = 1 / 12  # what opens a paragraph is inserted most easily, and who skims would learn to try that place
# pairs and orders take time, and each rests on several sentences
AT_MOST = {Kind.MATCHING: 2, Kind.ORDERING: 2}
LEAST_SHARE, MOST_SHARE = 0.4, 0.6
NAMED_OPTIONS = frozenset((Kind.MULTIPLE_CHOICE, Kind.CLOZE))


def _form(proposal: Proposal) -> str:
    draft = proposal.draft
    if draft.kind is Kind.TRUE_FALSE:
        return draft.keys[0]
    return f"{draft.kind}:{draft.interaction}"


def _merit(proposal: Proposal) -> float:
    """Return the score, raised for what is recommended, so that luck does not prefer a doubtful twin of it."""
    return proposal.score + (NEAR if proposal.recommended else 0.0)


class _Set:
    """The items chosen so far and what they already cover."""

    def __init__(self) -> None:
        self.chosen: list[Proposal] = []
        self.paragraphs: Counter[int] = Counter()
        self.forms: Counter[str] = Counter()
        self.kinds: Counter[Kind] = Counter()
        self.keys: Counter[str] = Counter()

    def add(self, proposal: Proposal) -> None:
        self.chosen.append(proposal)
        self.paragraphs[proposal.draft.fact.paragraph] += 1
        self.forms[_form(proposal)] += 1
        self.kinds[proposal.draft.kind] += 1
        self.keys[detail(proposal)] += 1

    def remove(self, proposal: Proposal) -> None:
        self.chosen = [one for one in self.chosen if one is not proposal]
        self.paragraphs[proposal.draft.fact.paragraph] -= 1
        self.forms[_form(proposal)] -= 1
        self.kinds[proposal.draft.kind] -= 1
        self.keys[detail(proposal)] -= 1

    def allows(self, proposal: Proposal) -> bool:
        """Say whether its kind, paragraph and detail still have room; what has none never has room again."""
        draft = proposal.draft
        if self.kinds[draft.kind] >= AT_MOST.get(draft.kind, len(self.chosen) + 1):
            return False
        if self.paragraphs[draft.fact.paragraph] >= PER_PARAGRAPH:
            return False
        limit = PER_PERSON if draft.answer_class is AnswerClass.PERSON else 1
        return not detail(proposal) or self.keys[detail(proposal)] < limit

    def waits(self, proposal: Proposal) -> bool:
        """Say whether its key of true/false is ahead of the other and would leave the balance."""
        if proposal.draft.kind is not Kind.TRUE_FALSE:
            return False
        key = proposal.draft.keys[0]
        ahead = self.forms[key] > self.forms["False" if key == "True" else "True"]
        return ahead and self.forms[key] + 1 > MOST_SHARE * (self.kinds[Kind.TRUE_FALSE] + 1)

    def worth(self, proposal: Proposal) -> float:
        """Return what a proposal adds: its score less what its paragraph and its form already have."""
        total = max(4, len(self.chosen))
        kind = proposal.draft.kind
        crowd = self.kinds[kind] / total / SHARE[kind] + self.forms[_form(proposal)] / total
        return (
            _merit(proposal)
            + (FALSE_IS_RARE if _form(proposal) == "False" else 0.0)
            + RARE.get(kind, 0.0)
            + (FIRST_OF_KIND if proposal.recommended and not self.kinds[kind] else 0.0)
            - CROWDED_PARAGRAPH * self.paragraphs[proposal.draft.fact.paragraph]
            - (CROWDED_KIND * crowd / 2)
        )


class _Queues:
    """The open proposals by form, best first: within a form only luck and the crowd of a paragraph change the order."""

    def __init__(self, proposals: Sequence[Proposal], luck: Sequence[float], taken: _Set) -> None:
        self._proposals, self._luck, self._taken = proposals, luck, taken
        self._rivals = Rivals(proposals)
        self._closed: set[int] = set()
        self._chosen: set[int] = set()
        self._queues: defaultdict[str, list[tuple[float, int, int]]] = defaultdict(list)
        for position, proposal in enumerate(proposals):
            self._queues[_form(proposal)].append(self._entry(position))
        for queue in self._queues.values():
            heapq.heapify(queue)

    def _entry(self, position: int) -> tuple[float, int, int]:
        proposal = self._proposals[position]
        crowd = self._taken.paragraphs[proposal.draft.fact.paragraph]
        return CROWDED_PARAGRAPH * crowd - _merit(proposal) - self._luck[position], position, crowd

    def _head(self, queue: list[tuple[float, int, int]]) -> int | None:
        """Return the best of a form that still fits; one whose paragraph has filled up since goes back."""
        while queue:
            _, position, crowd = queue[0]
            proposal = self._proposals[position]
            if position in self._closed or not self._taken.allows(proposal):
                heapq.heappop(queue)
            elif crowd != self._taken.paragraphs[proposal.draft.fact.paragraph]:
                heapq.heapreplace(queue, self._entry(position))
            else:
                return position
        return None

    def take(self) -> bool:
        """Choose the proposal that adds most, and close all that clash with it; say whether there was one."""
        heads = [head for queue in self._queues.values() if (head := self._head(queue)) is not None]
        ready = [head for head in heads if not self._taken.waits(self._proposals[head])]
        if not ready:
            return False
        best = max(ready, key=lambda at: (self._taken.worth(self._proposals[at]) + self._luck[at], -at))
        self._taken.add(self._proposals[best])
        self._chosen.add(best)
        self._closed |= {best} | self._rivals.of(best)
        return True

    def step_aside(self) -> None:
        """Let chosen items give way to others about their own facts where that makes room for one more."""
        by_fact: defaultdict[tuple[int, int, int], list[int]] = defaultdict(list)
        order = sorted(range(len(self._proposals)), key=lambda at: (-_merit(self._proposals[at]) - self._luck[at], at))
        for position in order:
            by_fact[self._proposals[position].fact].append(position)
        open_ = [found for found in by_fact.values() if self._chosen.isdisjoint(found)]
        for found in open_[:OPEN_FACTS]:
            if self._chosen.isdisjoint(found):
                any(self._makes_room(position, by_fact) for position in found[:TRIED])

    def _makes_room(self, newest: int, by_fact: Mapping[tuple[int, int, int], Sequence[int]]) -> bool:
        """Take a proposal that only one chosen item clashes with, if another about that one's fact does as well."""
        rivals = self._rivals.of(newest)
        blocking = rivals & self._chosen
        proposal = self._proposals[newest]
        if len(blocking) != 1 or not self._taken.allows(proposal) or self._taken.waits(proposal):
            return False
        blocker = blocking.pop()
        least = _merit(self._proposals[blocker]) - NEAR
        for other in by_fact[self._proposals[blocker].fact]:
            fits = other not in self._chosen and other not in rivals and _merit(self._proposals[other]) >= least
            if fits and self._rivals.of(other) & self._chosen == {blocker} and self._exchange(blocker, other, newest):
                return True
        return False

    def _exchange(self, blocker: int, other: int, newest: int) -> bool:
        """Put two in the place of one, unless there is no room, or a kind or what is recommended would be lost."""
        taken = self._taken
        one, two, three = (self._proposals[at] for at in (blocker, other, newest))
        last = taken.kinds[one.draft.kind] == 1 and one.draft.kind not in {two.draft.kind, three.draft.kind}
        if last or (one.recommended and not (two.recommended or three.recommended)):
            return False
        self._move(taken.remove, blocker)
        for position in (other, newest):
            if not taken.allows(self._proposals[position]) or taken.waits(self._proposals[position]):
                break
            self._move(taken.add, position)
        else:
            return True
        if other in self._chosen:
            self._move(taken.remove, other)
        self._move(taken.add, blocker)
        return False

    def _move(self, way: Callable[[Proposal], None], position: int) -> None:
        way(self._proposals[position])
        self._chosen ^= {position}


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
    parts = {str(draft.kind): LARGEST.get(draft.kind, 1.0)}
    if draft.answer_class is AnswerClass.REFERENT:
        parts["referents"] = LARGEST_REFERENTS
    if draft.kind is Kind.INSERTION and draft.options and draft.options[0].key:
        parts["openings"] = LARGEST_OPENINGS
    return parts


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
    luck = [random.uniform(0, NEAR) for _ in open_]
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
    taken = _Set()
    queues = _Queues(open_, luck, taken)
    tell(0, most)
    while len(taken.chosen) < most and queues.take():
        tell(len(taken.chosen), most)
    if len(taken.chosen) < most:
        queues.step_aside()
    tell(most, most)
    return taken.chosen


def is_choice(proposal: Proposal) -> bool:
    """Say whether an item has named options whose order is free: True and False, sentences and places have theirs."""
    return proposal.draft.interaction is Interaction.CHOICE and proposal.draft.kind in NAMED_OPTIONS
