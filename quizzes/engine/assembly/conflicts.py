"""Why two items cannot stand in one set: the same detail, or one gives the other's key away."""

from quizzes.engine.assembly.proposal import Proposal
from quizzes.engine.items.draft import AnswerClass
from quizzes.engine.items.values import GAP, Kind
from quizzes.engine.items.wording import meaning, stands_in

NAMES = frozenset((AnswerClass.PERSON, AnswerClass.PLACE, AnswerClass.ORGANIZATION, AnswerClass.NAME))
SHARED = 0.4
ALIKE = 0.7


def detail(proposal: Proposal) -> str:
    """Return what an item turns on: its key, or the detail that a false statement changed."""
    draft = proposal.draft
    if draft.kind is not Kind.TRUE_FALSE:
        return draft.keys[0].lower()
    return draft.changed[1].lower() if draft.changed else ""


def gives_away(one: Proposal, other: Proposal) -> bool:
    """Say whether the text of `one` tells who reads it the key of `other`."""
    key = detail(other)
    shown = f"{one.draft.context or ''} {one.draft.stem}"
    if not key or not stands_in(key, shown):
        return False
    if one.fact == other.fact:
        return True
    asked = meaning(other.draft.stem.replace(GAP, " ")) - meaning(key)
    shared = asked & meaning(shown)
    figure = other.draft.answer_class not in NAMES | {AnswerClass.PHRASE}
    return len(shared) >= (1 if figure and any(char.isdigit() for char in key) else 2) and (
        len(shared) >= SHARED * len(asked)
    )


def same(one: Proposal, other: Proposal) -> bool:
    """Say whether two items turn on one fact: one sentence and one detail, or nearly the same words."""
    if one.fact == other.fact:
        return True
    first, second = meaning(one.draft.stem), meaning(other.draft.stem)
    return bool(first and second) and len(first & second) / min(len(first), len(second)) > ALIKE


def clash(one: Proposal, other: Proposal) -> bool:
    """Say whether two items cannot be chosen together."""
    return same(one, other) or gives_away(one, other) or gives_away(other, one)
