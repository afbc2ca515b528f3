"""Why drafts that passed every check are still not shown."""

from collections import Counter
from collections.abc import Collection, Sequence

from quizzes.engine.assembly.chosen import PER_PARAGRAPH
from quizzes.engine.assembly.conflicts import detail
from quizzes.engine.assembly.proposal import Proposal
from quizzes.engine.items.values import Kind

OTHER_KIND, SAME_FACT, FULL, ENOUGH, ALIKE = REASONS = ("other kind", "same fact", "paragraph full", "enough", "alike")


def unchosen(
    proposals: Sequence[Proposal], chosen: Sequence[Proposal], maximum: int | None, kinds: Collection[Kind] | None
) -> dict[str, int]:
    """Count the proposals that were left out by the first reason that holds for each."""
    facts = {place for proposal in chosen for place in proposal.facts}
    details = {detail(proposal) for proposal in chosen} - {""}
    paragraphs = Counter(proposal.draft.fact.paragraph for proposal in chosen)
    enough = maximum is not None and len(chosen) >= maximum
    taken = {id(proposal) for proposal in chosen}
    counts: Counter[str] = Counter()
    for proposal in proposals:
        if id(proposal) in taken:
            continue
        if kinds is not None and proposal.draft.kind not in kinds:
            counts[OTHER_KIND] += 1
        elif facts.intersection(proposal.facts) or detail(proposal) in details:
            counts[SAME_FACT] += 1
        elif paragraphs[proposal.draft.fact.paragraph] >= PER_PARAGRAPH:
            counts[FULL] += 1
        else:
            counts[ENOUGH if enough else ALIKE] += 1
    return {reason: counts[reason] for reason in REASONS if counts[reason]}
