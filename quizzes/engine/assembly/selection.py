"""Choosing a set: the best of each fact, spread over paragraphs and kinds, true and false in balance."""

from collections import Counter
from collections.abc import Collection, Sequence
from random import Random

from quizzes.engine.assembly.conflicts import clash, detail
from quizzes.engine.assembly.proposal import Proposal
from quizzes.engine.items.draft import AnswerClass
from quizzes.engine.items.values import Interaction, Kind

PER_PARAGRAPH = 3
PER_PERSON = 3
NEAR = 0.1
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
FALSE_IS_RARE = 0.2  # few facts can be turned false, and true ones wait for them
CROWDED_PARAGRAPH = 0.06
CROWDED_KIND = 0.3
# pairs and orders take time, and each rests on several sentences
AT_MOST = {Kind.MATCHING: 2, Kind.ORDERING: 2}
LEAST_SHARE, MOST_SHARE = 0.4, 0.6
NAMED_OPTIONS = frozenset((Kind.MULTIPLE_CHOICE, Kind.CLOZE))


def _form(proposal: Proposal) -> str:
    draft = proposal.draft
    if draft.kind is Kind.TRUE_FALSE:
        return draft.keys[0]
    return f"{draft.kind}:{draft.interaction}"


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

    def allows(self, proposal: Proposal) -> bool:
        """Say whether a proposal still fits: it was asked after each choice, so only the newest can clash with it."""
        draft = proposal.draft
        if self.kinds[draft.kind] >= AT_MOST.get(draft.kind, len(self.chosen) + 1):
            return False
        if self.paragraphs[draft.fact.paragraph] >= PER_PARAGRAPH:
            return False
        limit = PER_PERSON if draft.answer_class is AnswerClass.PERSON else 1
        if detail(proposal) and self.keys[detail(proposal)] >= limit:
            return False
        return not any(clash(proposal, other) for other in self.chosen[-1:])

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
            proposal.score
            + (FALSE_IS_RARE if _form(proposal) == "False" else 0.0)
            - CROWDED_PARAGRAPH * self.paragraphs[proposal.draft.fact.paragraph]
            - (CROWDED_KIND * crowd / 2)
        )


def _balanced(chosen: list[Proposal]) -> list[Proposal]:
    """Drop the lowest of the more frequent key until true and false stand between 40:60 and 60:40."""
    kept = list(chosen)
    while True:
        truths = [proposal for proposal in kept if proposal.draft.kind is Kind.TRUE_FALSE]
        trues = [proposal for proposal in truths if proposal.draft.keys[0] == "True"]
        if len(truths) < 2 or LEAST_SHARE <= len(trues) / len(truths) <= MOST_SHARE:
            return kept
        more = trues if 2 * len(trues) > len(truths) else [p for p in truths if p not in trues]
        if len(more) == len(truths) and len(truths) <= 2:
            kept.remove(min(more, key=lambda proposal: proposal.score))
            return kept
        if len(more) <= 1:
            return kept
        kept.remove(min(more, key=lambda proposal: proposal.score))


def choose(
    proposals: Sequence[Proposal], *, random: Random, maximum: int | None, kinds: Collection[Kind] | None
) -> list[Proposal]:
    """Return the chosen proposals, best score first.

    `random` moves scores by less than NEAR before choosing, so that another seed prefers another of near equals.
    """
    open_ = [
        (proposal, random.uniform(0, NEAR)) for proposal in proposals if kinds is None or proposal.draft.kind in kinds
    ]
    taken = _Set()
    while open_ and (maximum is None or len(taken.chosen) < maximum):
        open_ = [(proposal, luck) for proposal, luck in open_ if taken.allows(proposal)]
        ready = [pair for pair in open_ if not taken.waits(pair[0])]
        if not ready:
            break
        best = max(ready, key=lambda pair: taken.worth(pair[0]) + pair[1])
        taken.add(best[0])
        open_.remove(best)
    return sorted(_balanced(taken.chosen), key=lambda proposal: -proposal.score)


def is_choice(proposal: Proposal) -> bool:
    """Say whether an item has named options whose order is free: True and False, sentences and places have theirs."""
    return proposal.draft.interaction is Interaction.CHOICE and proposal.draft.kind in NAMED_OPTIONS
