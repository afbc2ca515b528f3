"""The items chosen so far: what they cover, what they leave room for, and what one more would add."""

from collections import Counter

from quizzes.engine.assembly.conflicts import detail
from quizzes.engine.assembly.proposal import Proposal
from quizzes.engine.items.draft import AnswerClass
from quizzes.engine.items.values import Kind

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
FALSE_IS_RARE = 0.1  # few facts can be turned false, and true ones wait for them
# each sentence of a pair or order would serve an item of its own first; dated events serve an order before pairs
# a question is preferred to a gap with the same key
RARE = {Kind.MATCHING: 0.2, Kind.ORDERING: 0.45, Kind.SHORT_ANSWER: 0.05, Kind.MULTIPLE_CHOICE: 0.05}
FIRST_OF_KIND = 0.1  # readers tire of one kind
CROWDED_PARAGRAPH = 0.06
CROWDED_KIND = 0.3
# pairs and orders take time, and each rests on several sentences
AT_MOST = {Kind.MATCHING: 2, Kind.ORDERING: 2}
MOST_SHARE = 0.6


def form(proposal: Proposal) -> str:
    draft = proposal.draft
    if draft.kind is Kind.TRUE_FALSE:
        return draft.keys[0]
    return f"{draft.kind}:{draft.interaction}"


def merit(proposal: Proposal) -> float:
    """Return the score, raised for what is recommended, so that luck does not prefer a doubtful twin of it."""
    return proposal.score + (NEAR if proposal.recommended else 0.0)


class Chosen:
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
        self.forms[form(proposal)] += 1
        self.kinds[proposal.draft.kind] += 1
        self.keys[detail(proposal)] += 1

    def remove(self, proposal: Proposal) -> None:
        self.chosen = [one for one in self.chosen if one is not proposal]
        self.paragraphs[proposal.draft.fact.paragraph] -= 1
        self.forms[form(proposal)] -= 1
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

    def balances(self, proposal: Proposal) -> bool:
        """Say whether a chosen item is a false statement beside as many true ones or more."""
        return form(proposal) == "False" and self.forms["False"] <= self.forms["True"]

    def worth(self, proposal: Proposal) -> float:
        """Return what a proposal adds: its score less what its paragraph and its form already have."""
        total = max(4, len(self.chosen))
        kind = proposal.draft.kind
        crowd = self.kinds[kind] / total / SHARE[kind] + self.forms[form(proposal)] / total
        return (
            merit(proposal)
            + (FALSE_IS_RARE if form(proposal) == "False" else 0.0)
            + RARE.get(kind, 0.0)
            + (FIRST_OF_KIND if proposal.recommended and not self.kinds[kind] else 0.0)
            - CROWDED_PARAGRAPH * self.paragraphs[proposal.draft.fact.paragraph]
            - (CROWDED_KIND * crowd / 2)
        )
