"""From a chosen proposal to the item that leaves the engine: id, evidence, explanation."""

from collections.abc import Sequence

from quizzes.engine import explanations
from quizzes.engine.assembly.proposal import Proposal
from quizzes.engine.items.draft import AnswerClass, Draft
from quizzes.engine.items.identity import item_id
from quizzes.engine.items.values import Evidence, Interaction, ItemContent, Kind, Option, Source
from quizzes.engine.text.values import Paragraph

# these rest on more than one sentence or on a place, and only their writer knows the tie
EXPLAINED = frozenset((Kind.MATCHING, Kind.ORDERING, Kind.LOCATE, Kind.INSERTION))


def explanation(draft: Draft, sentence: str) -> str:
    """Say why the key is right, with the paragraph that shows it."""
    paragraph = draft.fact.paragraph
    if draft.explanation and (draft.kind in EXPLAINED or draft.answer_class is AnswerClass.REFERENT):
        return draft.explanation
    if draft.changed is not None:
        return explanations.of_false(draft.changed[0], draft.changed[1], paragraph, sentence)
    if draft.kind is Kind.TRUE_FALSE:
        return explanations.of_true(paragraph, sentence)
    return explanations.of_key(draft.keys[0], paragraph, sentence)


def _options(draft: Draft, why: str) -> tuple[Option, ...] | None:
    if draft.interaction is Interaction.TEXT_ENTRY:
        return None
    if draft.kind is Kind.TRUE_FALSE:
        return tuple(Option(option.text, option.key, why, option.source) for option in draft.options)
    return draft.options


def _evidence(draft: Draft, paragraphs: Sequence[Paragraph]) -> tuple[Evidence, ...]:
    first = Source(draft.fact.paragraph, draft.fact.start, draft.fact.end)
    return tuple(
        explanations.evidence(place.paragraph, place.start, place.end, paragraphs[place.paragraph - 1].text)
        for place in (first, *draft.more_evidence)
    )


def finish(proposal: Proposal, paragraphs: Sequence[Paragraph]) -> ItemContent:
    """Return the item; its evidence is the sentence of its fact, then the further sentences."""
    draft = proposal.draft
    paragraph = paragraphs[draft.fact.paragraph - 1]
    why = explanation(draft, proposal.sentence)
    return ItemContent(
        id=item_id(draft.kind, draft.context, draft.stem, draft.keys, paragraph.id, draft.prompts),
        kind=draft.kind,
        interaction=draft.interaction,
        context=draft.context,
        stem=draft.stem,
        options=_options(draft, why),
        prompts=draft.prompts or None,
        keys=draft.keys,
        evidence=_evidence(draft, paragraphs),
        explanation=why,
        fact=draft.fact.statement,
        rule=draft.rule,
        difficulty=proposal.difficulty,
        score=proposal.score,
        recommended=proposal.recommended,
    )
