"""Exchanges in a full set: one item gives way to two, or one of several of a kind to the first of another."""

from collections import defaultdict
from collections.abc import Callable, Mapping, Sequence

from quizzes.engine.assembly.chosen import FALSE_IS_RARE, NEAR, Chosen, form, merit
from quizzes.engine.assembly.proposal import Proposal
from quizzes.engine.assembly.rivals import Rivals
from quizzes.engine.items.values import Kind

OPEN_FACTS = 60  # that nothing asks about: the best of them are looked at again, so that a book takes no longer
TRIED = 8  # of the proposals about a fact that nothing asks about, how many are tried in place of another
SEVERAL = 2


class Exchanges:
    """A set after its last item was taken; `positions` are those of its items among the proposals."""

    def __init__(
        self, proposals: Sequence[Proposal], luck: Sequence[float], rivals: Rivals, taken: Chosen, positions: set[int]
    ) -> None:
        self._proposals, self._luck, self._rivals = proposals, luck, rivals
        self._taken, self._chosen = taken, positions

    def _best_first(self) -> list[int]:
        def worth(position: int) -> float:
            proposal = self._proposals[position]
            return merit(proposal) + (FALSE_IS_RARE if form(proposal) == "False" else 0.0) + self._luck[position]

        return sorted(range(len(self._proposals)), key=lambda at: (-worth(at), at))

    def vary(self) -> None:
        """Let one item of a kind that the set has several of give way to the best of a kind that it has none of.

        The kind may also have one alone, where another of it can then take the place of one of several.
        """
        for kind in dict.fromkeys(proposal.draft.kind for proposal in self._proposals):
            if not self._bring_in(kind, sparing=False):
                self._bring_in(kind, sparing=True)

    def _bring_in(self, kind: Kind, *, sparing: bool) -> bool:
        """Take the best proposal of a kind that the set has none of, if one chosen item can give way to it."""
        if self._taken.kinds[kind]:
            return True
        of_kind = [position for position in self._best_first() if self._proposals[position].draft.kind is kind]
        return any(self._give_way(position, sparing=sparing) for position in of_kind[:OPEN_FACTS])

    def _give_way(self, newest: int, *, sparing: bool) -> bool:
        """Take a proposal in place of the one chosen item that it clashes with, unless what is recommended is lost.

        `sparing`: the item may be the only one of its kind, if another of that kind can come in elsewhere.
        """
        proposal, blocking = self._proposals[newest], self._rivals.of(newest) & self._chosen
        if len(blocking) != 1:
            return False
        blocker = blocking.pop()
        old = self._proposals[blocker]
        lost = (old.recommended or self._taken.balances(old)) and not proposal.recommended
        alone = self._taken.kinds[old.draft.kind] < SEVERAL
        if lost or (alone and not sparing):
            return False
        self._move(self._taken.remove, blocker)
        if not self._taken.allows(proposal) or self._taken.waits(proposal):
            self._move(self._taken.add, blocker)
            return False
        self._move(self._taken.add, newest)
        if alone and not self._bring_in(old.draft.kind, sparing=False):
            self._move(self._taken.remove, newest)
            self._move(self._taken.add, blocker)
            return False
        return True

    def step_aside(self) -> None:
        """Let chosen items give way to others about their own facts where that makes room for one more."""
        by_fact: defaultdict[tuple[int, int, int], list[int]] = defaultdict(list)
        for position in self._best_first():
            by_fact[self._proposals[position].fact].append(position)
        open_ = [found for found in by_fact.values() if self._chosen.isdisjoint(found)]
        for found in open_[:OPEN_FACTS]:
            if self._chosen.isdisjoint(found):
                any(self._makes_room(position, by_fact) for position in found[:TRIED])

    def _makes_room(self, newest: int, by_fact: Mapping[tuple[int, int, int], Sequence[int]]) -> bool:
        """Take a proposal that only one chosen item clashes with, if another about that one's fact does as well.

        It does if it is nearly as good, or if the proposal itself is recommended where that one is.
        """
        rivals = self._rivals.of(newest)
        blocking = rivals & self._chosen
        proposal = self._proposals[newest]
        if len(blocking) != 1 or not self._taken.allows(proposal) or self._taken.waits(proposal):
            return False
        blocker = blocking.pop()
        makes_up = proposal.recommended or not self._proposals[blocker].recommended
        least = 0.0 if makes_up else merit(self._proposals[blocker]) - NEAR
        for other in by_fact[self._proposals[blocker].fact]:
            fits = other not in self._chosen and other not in rivals and merit(self._proposals[other]) >= least
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
