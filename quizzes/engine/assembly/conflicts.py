"""Why two items cannot stand in one set: the same detail, or one gives the other's key away."""

from quizzes.engine.assembly.proposal import Proposal
from quizzes.engine.items.draft import AnswerClass
from quizzes.engine.items.values import GAP, Kind
from quizzes.engine.items.wording import meaning, stands_in

NAMES = frozenset((AnswerClass.PERSON, AnswerClass.PLACE, AnswerClass.ORGANIZATION, AnswerClass.NAME))
PLACED = frozenset((Kind.LOCATE, Kind.INSERTION))
SHARED = 0.4
ALIKE = 0.7


def detail(proposal: Proposal) -> str:
    """Return what an item turns on: its key, or the detail that a false statement changed."""
    draft = proposal.draft
    if draft.kind in PLACED:
        return ""  # "Sentence 2" of another paragraph is another answer
    if draft.kind is not Kind.TRUE_FALSE:
        return draft.keys[0].lower()
    return draft.changed[1].lower() if draft.changed else ""


def gives_away(one: Proposal, other: Proposal) -> bool:
    """Say whether the text of `one` tells who reads it the key of `other`."""
    if other.draft.prompts:
        return _gives_pair_away(one, other)
    key = detail(other)
    shown = one.shown
    if not key or not stands_in(key, shown):
        return False
    if one.fact == other.fact:
        return True
    asked = meaning(other.draft.stem.replace(GAP, " ")) - meaning(key)
    shared = asked & meaning(shown)
    figure = other.draft.answer_class not in NAMES | {AnswerClass.PHRASE, AnswerClass.REFERENT}
    return len(shared) >= (1 if figure and any(char.isdigit() for char in key) else 2) and (
        len(shared) >= SHARED * len(asked)
    )


def _gives_pair_away(one: Proposal, other: Proposal) -> bool:
    """Say whether the text of `one` names both sides of one of the other's pairs."""
    known = meaning(one.shown)
    for prompt in other.draft.prompts:
        asked = meaning(prompt.text)
        if stands_in(prompt.match, one.shown) and asked and len(asked & known) >= SHARED * len(asked):
            return True
    return False


def _overlap(one: Proposal, other: Proposal) -> bool:
    """Say whether a sentence of one is, or lies in, a sentence of the other."""
    return any(
        mine[0] == theirs[0] and mine[1] < theirs[2] and theirs[1] < mine[2]
        for mine in one.facts
        for theirs in other.facts
    )


def same(one: Proposal, other: Proposal) -> bool:
    """Say whether two items turn on one fact: one sentence and one detail, or nearly the same words."""
    if one.fact == other.fact:
        return True
    if one.draft.prompts or other.draft.prompts:
        return _overlap(one, other)
    first, second = meaning(one.asked), meaning(other.asked)
    return bool(first and second) and len(first & second) / min(len(first), len(second)) > ALIKE


def clash(one: Proposal, other: Proposal) -> bool:
    """Say whether two items cannot be chosen together."""
    return same(one, other) or _shows(one, other) or gives_away(one, other) or gives_away(other, one)


def _shows(one: Proposal, other: Proposal) -> bool:
    """Say whether two take sentences out of one paragraph, and one shows the other's in its place.

    An insertion shows all of the paragraph, a missing sentence the lines around its gap.
    """
    drafts = (one.draft, other.draft)
    both = all(draft.kind is Kind.INSERTION for draft in drafts)
    if not both or one.draft.fact.paragraph != other.draft.fact.paragraph:
        return False
    gaps = all(draft.answer_class is AnswerClass.MISSING for draft in drafts)
    return (
        not gaps or one.draft.keys[0] in (other.draft.context or "") or other.draft.keys[0] in (one.draft.context or "")
    )
