"""Finished items as proposals again, so that one set of rules says which cannot stand in one quiz."""

from quizzes.engine.assembly.proposal import Proposal
from quizzes.engine.items.draft import AnswerClass, Draft, Fact
from quizzes.engine.items.values import ItemContent, Kind, Source


def as_proposal(item: ItemContent) -> Proposal:
    """Return a finished item as the proposal that it was, as far as the rules of a set look at it."""
    first, *more = item.evidence
    draft = Draft(
        kind=item.kind,
        interaction=item.interaction,
        stem=item.stem,
        keys=item.keys,
        fact=Fact(first.paragraph, first.start, first.end, item.fact, 0.0),
        answer_class=_answer_class(item),
        rule=item.rule,
        context=item.context,
        options=item.options or (),
        prompts=item.prompts or (),
        more_evidence=tuple(Source(place.paragraph, place.start, place.end) for place in more),
    )
    return Proposal(draft, first.exact, item.score, item.difficulty, item.recommended)


def _answer_class(item: ItemContent) -> AnswerClass:
    """Return what the rules of a set tell apart: figures, names, and a sentence that is missing from its paragraph."""
    if item.kind is Kind.INSERTION and item.keys[0] == item.evidence[0].exact.strip():
        return AnswerClass.MISSING
    return AnswerClass.COUNT if any(char.isdigit() for char in item.keys[0]) else AnswerClass.NAME
