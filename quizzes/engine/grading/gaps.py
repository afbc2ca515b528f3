"""Grading of several gaps: each earns its share."""

from collections.abc import Mapping, Sequence

from quizzes.engine.grading.rules import Settings, in_order
from quizzes.engine.grading.text_entry import grade_typed
from quizzes.engine.grading.values import Verdict

ALSO = "|"


def keys_of_gap(prompt: Mapping[str, object]) -> list[str]:
    """Give the accepted texts of one gap; the first is the one that learners are shown."""
    return [text.strip() for text in str(prompt.get("match", "")).split(ALSO) if text.strip()]


def texts_given(given: Mapping[str, object], count: int) -> list[str]:
    """Give what was typed into each gap, "" where there is nothing."""
    typed = given.get("gaps")
    texts = [text if isinstance(text, str) else "" for text in typed] if isinstance(typed, list | tuple) else []
    return texts if len(texts) == count else [""] * count


def grade_gaps(given: Mapping[str, object], prompts: Sequence[Mapping[str, object]], settings: Settings) -> Verdict:
    """Grade `{"gaps": ["...", ...]}` by the share of right gaps, with a verdict on each."""
    texts = texts_given(given, len(prompts))
    parts = tuple(grade_typed(text, keys_of_gap(prompt), settings) for text, prompt in zip(texts, prompts, strict=True))
    right = [part for part in parts if part.fraction >= 1]
    by = in_order(frozenset(name for part in right for name in part.accepted_by))
    if not right:
        return Verdict(0.0, parts=parts)
    whole = len(right) == len(parts)
    return Verdict(
        fraction=len(right) / len(parts),
        accepted_as=(", ".join(by) or "exact") if whole else "partial",
        note=next((part.note for part in right if part.note), ""),
        accepted_by=by,
        parts=parts,
    )
