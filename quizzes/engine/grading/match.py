"""Grading of pairs: each right pair earns its share."""

from collections.abc import Mapping, Sequence

from quizzes.engine.grading.values import WRONG, Verdict


def taken(
    given: Mapping[str, object], options: Sequence[Mapping[str, object]], prompts: Sequence[Mapping[str, object]]
) -> list[str | None]:
    """Return the text of the option given to each prompt; None for no option, and for one that was given twice.

    An option given to two prompts counts for neither: naming one option everywhere is no answer.
    """
    chosen = given.get("match")
    indexes = list(chosen) if isinstance(chosen, list | tuple) else []
    if len(indexes) != len(prompts):
        return [None] * len(prompts)
    numbers = [index for index in indexes if isinstance(index, int) and not isinstance(index, bool)]
    return [
        str(options[index].get("text"))
        if isinstance(index, int)
        and not isinstance(index, bool)
        and 0 <= index < len(options)
        and numbers.count(index) == 1
        else None
        for index in indexes
    ]


def grade_match(
    given: Mapping[str, object], options: Sequence[Mapping[str, object]], prompts: Sequence[Mapping[str, object]]
) -> Verdict:
    """Grade `{"match": [...]}` by the share of right pairs; all of them are "exact", some of them "partial"."""
    right = sum(
        text == prompt.get("match") for text, prompt in zip(taken(given, options, prompts), prompts, strict=True)
    )
    if not right:
        return WRONG
    return Verdict(right / len(prompts), "exact" if right == len(prompts) else "partial")
