"""The sentences inside an item of pairs or events: each is vetted as a statement of its own."""

from collections.abc import Iterator
from dataclasses import replace

from quizzes.engine.items.draft import AnswerClass
from quizzes.engine.items.values import Kind, Option, Source
from quizzes.engine.vetting.values import PAIRED, Case

TRUTHS = (Option("True", True, ""), Option("False", False, ""))


def parts(case: Case) -> Iterator[Case]:
    """Yield a true/false case for each event, each sentence to be matched, and each person with a description."""
    draft = case.draft
    if draft.kind not in PAIRED:
        return
    matches = {option.text: option.source for option in draft.options}
    for prompt in draft.prompts:
        source, text = matches.get(prompt.match), _sentence(draft.kind, prompt.text, prompt.match)
        place = _place(case, source) if source is not None else None
        if place is None or not text:
            continue
        fact = replace(draft.fact, paragraph=place.paragraph, start=place.start, end=place.end, statement=text)
        stated = replace(
            draft,
            kind=Kind.TRUE_FALSE,
            stem=text,
            keys=("True",),
            fact=fact,
            answer_class=AnswerClass.TRUTH,
            key_source=None,
            options=TRUTHS,
            prompts=(),
            more_evidence=(),
        )
        yield Case(stated, case.paragraphs, case.analysis)


def _sentence(kind: Kind, prompt: str, match: str) -> str:
    """Write a pair as a statement: the event itself, "Ada Stone was a surveyor"; a quotation is none."""
    if kind is Kind.ORDERING:
        return f"{match}."
    if prompt.startswith("“"):
        return ""
    return f"{prompt} was {match}." if match[:1].islower() else f"{prompt}."


def _place(case: Case, source: Source) -> Source | None:
    """Return which sentence of the evidence holds a place."""
    fact = case.draft.fact
    for held in (Source(fact.paragraph, fact.start, fact.end), *case.draft.more_evidence):
        if held.paragraph == source.paragraph and held.start <= source.start < held.end:
            return held
    return None
