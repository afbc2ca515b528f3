"""Several gaps in one sentence: the inputs, what was typed into each, and how it turned out."""

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any

from quizzes.engine.grading import Verdict, grade, keys_of_gap, texts_given
from quizzes.models import ItemRevision


@dataclass(frozen=True, slots=True)
class GapRow:
    """An input for one gap: `name` is the field, `number` counts the gaps from 1."""

    name: str
    number: int
    value: str


@dataclass(frozen=True, slots=True)
class FilledGap:
    """One gap with what was typed, the key, and the pieces that turn the one into the other when they are near."""

    number: int
    given: str
    key: str
    is_right: bool
    spelling: tuple[tuple[str, str], ...]


def has_gaps(wording: ItemRevision) -> bool:
    """Say whether an item asks for several texts; its prompts are the gaps then."""
    return wording.interaction == ItemRevision.Interaction.TEXT_ENTRY and bool(wording.prompts)


def gap_count(wording: ItemRevision) -> int:
    return len(wording.prompts or ()) if has_gaps(wording) else 0


def gap_rows(wording: ItemRevision, sent: Mapping[str, Any]) -> list[GapRow]:
    """Return the inputs; `sent` holds a stored answer (`gaps`) or the fields of the form (`gap_0` ...)."""
    count = gap_count(wording)
    stored = texts_given(sent, count)
    return [GapRow(f"gap_{at}", at + 1, str(sent.get(f"gap_{at}") or stored[at])) for at in range(count)]


def filled_gaps(wording: ItemRevision, given: Mapping[str, Any]) -> tuple[FilledGap, ...]:
    """Return each gap with its key and its verdict."""
    if not has_gaps(wording):
        return ()
    prompts = wording.prompts or []
    verdict = grade(
        given, interaction=wording.interaction, options=None, keys=(), prompts=prompts, rules=wording.grading
    )
    texts = texts_given(given, len(prompts))
    return tuple(
        _filled(number, text, prompt, part)
        for number, (text, prompt, part) in enumerate(zip(texts, prompts, verdict.parts, strict=True), start=1)
    )


def _filled(number: int, text: str, prompt: Mapping[str, object], part: Verdict) -> FilledGap:
    return FilledGap(number, text, keys_of_gap(prompt)[0], part.fraction >= 1, part.near)


def gaps_in_words(wording: ItemRevision, given: Mapping[str, Any]) -> str:
    """Tell what was typed in one line; a dash stands where a gap is empty."""
    texts = texts_given(given, gap_count(wording))
    return "; ".join(text or "–" for text in texts)
