"""Which sentences inside a paragraph are held by their neighbours, and by which words."""

import re
from collections.abc import Iterator
from dataclasses import dataclass

from quizzes.engine.items.wording import meaning
from quizzes.engine.writing.placing.blocks import movable
from quizzes.engine.writing.placing.closing import FIRM, LOOSE, Block, taken_up, takes_up
from quizzes.engine.writing.placing.ties import Tie

POINTED = re.compile(r"(?:this|that|these|those|such) (?!is )(.+)", re.IGNORECASE)
SHORTEST = 7  # "He has a torch" would stand anywhere


@dataclass(frozen=True, slots=True)
class Joint:
    """How a sentence is joined to its neighbours: what it takes up, what the next one takes up of it, how surely.

    `home` is the first sentence that one must read to fill the gap: the one before, or an earlier one that is taken up.
    """

    index: int
    home: int
    before: tuple[str, float]
    behind: tuple[str, float]
    source: Tie | None

    @property
    def rank(self) -> float:
        """Order joints: the more sides, and the surer, the better."""
        return self.before[1] + self.behind[1]


def joints(block: Block) -> Iterator[Joint]:
    """Yield the inner sentences that take up something before them, or of which the next one takes something up."""
    for index in range(1, len(block.sentences) - 1):
        text = block.sentences[index].text.strip()
        if not movable(text) or len(text.split()) < SHORTEST:
            continue
        before, behind, source = _before(block, index), _behind(block, index), _source(block, index)
        if before[1] or behind[1]:
            yield Joint(index, _home(block, index), before, behind, source)


def _home(block: Block, index: int) -> int:
    tie = max(block.held[index], key=lambda tie: tie.strength, default=None)
    return index - 1 if tie is None else min(index - 1, tie.sentence)


def _before(block: Block, index: int) -> tuple[str, float]:
    """Return what a sentence takes up of those before it, and how surely; nothing and 0 where it stands alone."""
    tie = max(block.held[index], key=lambda tie: tie.strength, default=None)
    if tie is not None:
        return takes_up(tie, index), tie.strength
    link = _clings(block, index)
    return (f"“{link}” goes back to the sentence before", LOOSE) if link else ("", 0.0)


def _behind(block: Block, index: int) -> tuple[str, float]:
    """Return what the next sentence takes up of this one, and how surely."""
    ties = [tie for tie in block.held[index + 1] if tie.sentence == index]
    tie = max(ties, key=lambda tie: tie.strength, default=None)
    if tie is not None:
        return taken_up(tie, 1), tie.strength
    link = _clings(block, index + 1)
    return (f"“{link}” in the sentence after goes back to this one", LOOSE) if link else ("", 0.0)


def _clings(block: Block, index: int) -> str:
    """Return the opening that leans on the sentence before; not "on this scale", of which that one says nothing."""
    link = block.clings[index]
    pointed = POINTED.fullmatch(link)
    known = meaning(block.sentences[index - 1].text)
    return "" if pointed and not meaning(pointed.group(1)) & known else link


def _source(block: Block, index: int) -> Tie | None:
    """Return the sure tie by which the next sentence needs words of this one."""
    ties = [tie for tie in block.held[index + 1] if tie.sentence == index and tie.source and tie.strength >= FIRM]
    return max(ties, key=lambda tie: tie.strength, default=None)
