"""The open proposals, and which of them is taken next."""

import heapq
from collections import defaultdict
from collections.abc import Sequence

from quizzes.engine.assembly.chosen import CROWDED_PARAGRAPH, Chosen, form, merit
from quizzes.engine.assembly.proposal import Proposal
from quizzes.engine.assembly.rivals import Rivals


class Queues:
    """The open proposals by form, best first: within a form only luck and the crowd of a paragraph change the order."""

    def __init__(self, proposals: Sequence[Proposal], luck: Sequence[float], taken: Chosen) -> None:
        self._proposals, self._luck, self._taken = proposals, luck, taken
        self.rivals = Rivals(proposals)
        self._closed: set[int] = set()
        self.positions: set[int] = set()
        self._queues: defaultdict[str, list[tuple[float, int, int]]] = defaultdict(list)
        for position, proposal in enumerate(proposals):
            self._queues[form(proposal)].append(self._entry(position))
        for queue in self._queues.values():
            heapq.heapify(queue)

    def _entry(self, position: int) -> tuple[float, int, int]:
        proposal = self._proposals[position]
        crowd = self._taken.paragraphs[proposal.draft.fact.paragraph]
        return CROWDED_PARAGRAPH * crowd - merit(proposal) - self._luck[position], position, crowd

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
        self.positions.add(best)
        self._closed |= {best} | self.rivals.of(best)
        return True
