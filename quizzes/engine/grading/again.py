"""Grading an answer anew: what was given under one wording, marked by the keys and rules of another."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from enum import StrEnum

from quizzes.engine.grading.dispatch import grade
from quizzes.engine.grading.values import Verdict

Rows = Sequence[Mapping[str, object]]


@dataclass(frozen=True, slots=True)
class Marked:
    """What an answer is marked by; `options` and `prompts` are as an item keeps them."""

    interaction: str
    options: Rows = ()
    prompts: Rows = ()
    keys: Sequence[str] = ()
    rules: Mapping[str, object] = field(default_factory=dict)


class Mismatch(StrEnum):
    """Why answers to one wording cannot be marked by another."""

    INTERACTION = "interaction"
    OPTIONS = "options"
    PROMPTS = "prompts"


def mismatch(old: Marked, new: Marked) -> Mismatch | None:
    """Say why the two wordings do not ask for the same kind of answer; None when they do."""
    if old.interaction != new.interaction:
        return Mismatch.INTERACTION
    if len(old.options) != len(new.options):
        return Mismatch.OPTIONS
    return Mismatch.PROMPTS if len(old.prompts) != len(new.prompts) else None


def grade_again(given: Mapping[str, object], old: Marked, new: Marked) -> Verdict:
    """Mark an answer by the new wording; an option that moved is found by its text, a reworded one by its place."""
    return grade(
        _moved(given, _places(old.options, new.options)),
        interaction=new.interaction,
        options=new.options,
        keys=new.keys,
        prompts=new.prompts,
        rules=new.rules,
    )


def _places(old: Rows, new: Rows) -> dict[int, int]:
    """Map each option's place to the place that its text has now; what is left goes to the places left, in order."""
    texts = [option.get("text") for option in new]
    moved = {at: texts.index(option.get("text")) for at, option in enumerate(old) if option.get("text") in texts}
    free = [at for at in range(len(new)) if at not in moved.values()]
    reworded = [at for at in range(len(old)) if at not in moved]
    return moved | dict(zip(reworded, free, strict=False))


def _moved(given: Mapping[str, object], places: Mapping[int, int]) -> dict[str, object]:
    found = dict(given)
    if "choice" in found:
        found["choice"] = _place(found["choice"], places)
    chosen = found.get("match")
    if isinstance(chosen, list | tuple):
        found["match"] = [_place(index, places) for index in chosen]
    return found


def _place(index: object, places: Mapping[int, int]) -> object:
    return places.get(index, index) if isinstance(index, int) and not isinstance(index, bool) else index
