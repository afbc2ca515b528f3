"""From a choice draft to one with four options, each knowing where it stands and why it is right or wrong."""

import re
from collections.abc import Sequence
from dataclasses import replace
from random import Random

from quizzes.engine import explanations
from quizzes.engine.distractors import figures
from quizzes.engine.distractors.candidates import (
    FIGURE_CLASSES,
    NAME_CLASSES,
    Candidate,
    kin,
    sentence_at,
)
from quizzes.engine.distractors.candidates import figures as figure_candidates
from quizzes.engine.distractors.names import names
from quizzes.engine.items.draft import AnswerClass, Draft
from quizzes.engine.items.values import Interaction, Option
from quizzes.engine.language.values import Analysis
from quizzes.engine.text.values import Paragraph

WANTED = figures.WANTED
BARE_YEAR = re.compile(r"1[5-9]\d{2}|20[0-4]\d")


def _distinct(pool: Sequence[Candidate]) -> list[Candidate]:
    chosen: list[Candidate] = []
    for candidate in pool:
        if not any(kin(candidate.canonical, other.canonical) or kin(candidate.text, other.text) for other in chosen):
            chosen.append(candidate)
    return chosen[:WANTED]


def _distractors(draft: Draft, paragraphs: Sequence[Paragraph], analysis: Analysis, random: Random) -> list[Candidate]:
    if draft.answer_class in NAME_CLASSES:
        return _distinct(names(draft, paragraphs, analysis))
    if draft.answer_class is AnswerClass.COUNT and BARE_YEAR.fullmatch(draft.keys[0]):
        draft = replace(draft, answer_class=AnswerClass.YEAR)  # "before the 2014 protests"
    if draft.answer_class in FIGURE_CLASSES:
        return figures.choose(draft, figure_candidates(draft, analysis), analysis, random)
    return []


def rationale(candidate: Candidate, paragraphs: Sequence[Paragraph], analysis: Analysis) -> str:
    """Say why a distractor is wrong, from the sentence in which it stands."""
    source = candidate.source
    if source is None:
        return explanations.of_made_figure(candidate.text)
    start, end = sentence_at(analysis, source)
    text = paragraphs[source.paragraph - 1].text
    return explanations.of_distractor(candidate.text, source.paragraph, text[start:end], source.start - start)


def with_options(draft: Draft, paragraphs: Sequence[Paragraph], analysis: Analysis, random: Random) -> Draft | None:
    """Return a choice draft with four options, or None where fewer than three distractors fit.

    Figures ascend; a name that is the key comes first, and assembly places it. Other drafts stay as they are.
    """
    if draft.interaction is Interaction.TEXT_ENTRY or draft.options:
        return draft
    chosen = _distractors(draft, paragraphs, analysis, random)
    if len(chosen) < WANTED:
        return None
    sentence = paragraphs[draft.fact.paragraph - 1].text[draft.fact.start : draft.fact.end]
    key = Option(
        draft.keys[0],
        True,
        explanations.of_key(draft.keys[0], draft.fact.paragraph, sentence),
        draft.key_source,
    )
    wrong = [
        Option(candidate.text, False, rationale(candidate, paragraphs, analysis), candidate.source)
        for candidate in chosen
    ]
    if draft.answer_class not in FIGURE_CLASSES:
        return replace(draft, options=(key, *wrong))
    values = {candidate.text: candidate.value or 0.0 for candidate in chosen} | {
        draft.keys[0]: figures.key_value(draft)
    }
    return replace(draft, options=tuple(sorted((key, *wrong), key=lambda option: values[option.text])))
