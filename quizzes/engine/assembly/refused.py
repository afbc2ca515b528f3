"""Refused drafts that a person can still judge: as items, with the finding that refused each."""

from collections.abc import Collection, Iterable, Sequence
from dataclasses import dataclass
from random import Random

from quizzes.engine.assembly.finishing import finish
from quizzes.engine.assembly.ordering import PLACES, order
from quizzes.engine.assembly.proposal import Proposal
from quizzes.engine.assembly.selection import is_choice
from quizzes.engine.items.draft import Draft
from quizzes.engine.items.values import Interaction, ItemContent, Kind
from quizzes.engine.text.values import Paragraph

SLACK = 2  # how many times the limit may be held before the worst are let go


@dataclass(frozen=True, slots=True)
class Refusal:
    """A check's no: the rubric's code, the reason, and the draft with its score; None when it has no options."""

    code: str
    reason: str
    proposal: Proposal | None = None


@dataclass(frozen=True, slots=True)
class Refused:
    """A refused draft as the item that it would have been."""

    item: ItemContent
    code: str
    reason: str


class Refusals:
    """The refusals with the best scores, never many more than `limit`, so that a long text needs no more memory."""

    def __init__(self, limit: int, kinds: Collection[Kind] | None = None) -> None:
        self.limit = limit
        self._kinds = kinds
        self._kept: list[Refusal] = []

    def wants(self, draft: Draft) -> bool:
        """Say whether it is worth a score to keep the draft, should a check refuse it."""
        return self.limit > 0 and (self._kinds is None or draft.kind in self._kinds)

    def add(self, refusal: Refusal) -> None:
        """Keep a refusal if its draft can be shown and is good enough."""
        if refusal.proposal is not None and is_whole(refusal.proposal.draft):
            self._kept.append(refusal)
            if len(self._kept) > SLACK * self.limit:
                self._kept = self.best()

    def best(self) -> list[Refusal]:
        """Return what is kept, best score first."""
        return sorted(self._kept, key=_worst)[: self.limit]


def _worst(refusal: Refusal) -> float:
    return -refusal.proposal.score if refusal.proposal else 0.0


def is_whole(draft: Draft) -> bool:
    """Say whether a draft can be answered and marked: a key that exists, options apart from each other."""
    if not draft.keys or not draft.keys[0] or not draft.fact.start < draft.fact.end:
        return False
    if draft.interaction is Interaction.TEXT_ENTRY:
        return True
    texts = [option.text for option in draft.options]
    if len(texts) < 2 or len(set(texts)) < len(texts):
        return False
    if draft.interaction is Interaction.CHOICE:
        return sum(option.key for option in draft.options) == 1
    matched = [prompt.match for prompt in draft.prompts]
    if draft.interaction is Interaction.ORDER:
        return sorted(matched) == sorted(texts)
    return len(matched) > 1 and set(matched) <= set(texts)


def show(
    refusals: Iterable[Refusal], paragraphs: Sequence[Paragraph], random: Random, shown: Collection[str] = ()
) -> tuple[Refused, ...]:
    """Finish refused drafts as items, each once and none that is shown already."""
    taken, items = set(shown), []
    for refusal in refusals:
        proposal = refusal.proposal
        if proposal is None or (is_choice(proposal) and len(proposal.draft.options) > PLACES):
            continue
        item = finish(order([proposal], random)[0], paragraphs)
        if item.id not in taken:
            taken.add(item.id)
            items.append(Refused(item, refusal.code, refusal.reason))
    return tuple(items)
