"""The sentences inside an item of pairs or events: each is vetted as a statement of its own."""

from collections.abc import Iterator
from dataclasses import replace

from quizzes.engine.items.draft import AnswerClass, Draft
from quizzes.engine.items.values import Interaction, Kind, Option, Source
from quizzes.engine.vetting.values import PAIRED, Case

TRUTHS = (Option("True", True, ""), Option("False", False, ""))


def parts(case: Case) -> Iterator[Case]:
    """Yield a case for each event, each sentence or question to be matched, and each name with what is said of it."""
    draft = case.draft
    if draft.kind not in PAIRED:
        return
    matches = {option.text: option.source for option in draft.options}
    for prompt in draft.prompts:
        source, text = matches.get(prompt.match), _sentence(draft, prompt.text, prompt.match)
        place = _place(case, source) if source is not None else None
        if place is None or not text:
            continue
        fact = replace(draft.fact, paragraph=place.paragraph, start=place.start, end=place.end, statement=text)
        part = replace(draft, stem=text, fact=fact, options=(), prompts=(), more_evidence=(), key_source=None)
        if text.endswith("?"):
            part = replace(
                part,
                kind=Kind.SHORT_ANSWER,
                interaction=Interaction.TEXT_ENTRY,
                keys=(prompt.match,),
                answer_class=AnswerClass.COUNT,
            )
        else:
            part = replace(part, kind=Kind.TRUE_FALSE, keys=("True",), answer_class=AnswerClass.TRUTH, options=TRUTHS)
        yield Case(part, case.paragraphs, case.analysis)


def _sentence(draft: Draft, prompt: str, match: str) -> str:
    """Write a pair as what it says: an event, a question, "Ada Stone was a surveyor"; a quotation or a role is none."""
    if draft.kind is Kind.ORDERING:
        return f"{match}."
    if prompt.startswith("“") or draft.rule == "match-roles":
        return ""
    if prompt.endswith("?"):
        return prompt
    return f"{prompt}." if match.isdigit() else f"{prompt} {match}."


def _place(case: Case, source: Source) -> Source | None:
    """Return which sentence of the evidence holds a place."""
    fact = case.draft.fact
    for held in (Source(fact.paragraph, fact.start, fact.end), *case.draft.more_evidence):
        if held.paragraph == source.paragraph and held.start <= source.start < held.end:
            return held
    return None
