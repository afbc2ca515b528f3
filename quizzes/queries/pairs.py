"""Match and order: which option goes with which prompt, as it was given and as it is right."""

from collections import Counter
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from typing import Any

from django.utils.translation import gettext as _

from quizzes.engine.grading import keys_of_gap
from quizzes.models import ItemRevision
from quizzes.queries.gaps import filled_gaps, gap_rows, has_gaps
from quizzes.queries.passages import Quotation


@dataclass(frozen=True, slots=True)
class Choice:
    """One entry of a select."""

    value: str
    text: str


@dataclass(frozen=True, slots=True)
class SelectRow:
    """A line with a select: `name` is the field, `label` the prompt or event, `value` what is chosen or ""."""

    name: str
    label: str
    choices: tuple[Choice, ...]
    value: str


@dataclass(frozen=True, slots=True)
class Pair:
    """A prompt with its right option, and what was given: for an order `given` is the place where it was put."""

    label: str
    right: str
    given: str
    is_right: bool
    why: str
    quotation: Quotation | None


def is_order(wording: ItemRevision) -> bool:
    return wording.interaction == ItemRevision.Interaction.ORDER


def right_options(wording: ItemRevision) -> list[int | None]:
    """Return the index of each prompt's right option; an option is known by its text."""
    places = {option["text"]: index for index, option in enumerate(wording.options or [])}
    return [places.get(prompt["match"]) for prompt in wording.prompts or []]


def given_options(wording: ItemRevision, given: Mapping[str, Any]) -> list[int | None]:
    """Return the index of the option given for each prompt; None where there is none."""
    found = given.get("match")
    found = found if isinstance(found, list) else []
    count = len(wording.options or [])
    padded = [*found, *[None] * len(wording.prompts or [])][: len(wording.prompts or [])]
    return [index if isinstance(index, int) and 0 <= index < count else None for index in padded]


def is_partial(given: Mapping[str, Any] | None) -> bool:
    """Say whether an answer leaves some prompts without an option, or some gaps empty."""
    answer = given or {}
    return None in answer.get("match", ()) or "" in answer.get("gaps", ())


def inputs_of(wording: ItemRevision, given: Mapping[str, Any]) -> dict[str, str]:
    """Return an answer as the fields of its form hold it."""
    if has_gaps(wording):
        return {row.name: row.value for row in gap_rows(wording, given) if row.value}
    if not wording.prompts:
        return {name: str(value) for name, value in given.items()}
    taken = [(place, index) for place, index in enumerate(given_options(wording, given)) if index is not None]
    if is_order(wording):
        return {f"place_{index}": str(place + 1) for place, index in taken}
    return {f"match_{place}": str(index) for place, index in taken}


def select_rows(
    wording: ItemRevision, options: Iterable[tuple[int, str, str]], sent: Mapping[str, Any]
) -> list[SelectRow]:
    """Return the lines of the answer form; `options` are index, letter and text in the order of display."""
    shown, prompts = list(options), wording.prompts or []
    if is_order(wording):
        places = tuple(Choice(str(place), str(place)) for place in range(1, len(prompts) + 1))
        return [_row(f"place_{index}", text, places, sent) for index, _letter, text in shown] if prompts else []
    if has_gaps(wording):
        return []
    lettered = tuple(Choice(str(index), f"{letter}. {text}") for index, letter, text in shown)
    return [_row(f"match_{at}", prompt["text"], lettered, sent) for at, prompt in enumerate(prompts)]


def _row(name: str, label: str, choices: tuple[Choice, ...], sent: Mapping[str, Any]) -> SelectRow:
    return SelectRow(name, label, choices, str(sent.get(name) or ""))


def in_words(wording: ItemRevision, given: Mapping[str, Any]) -> str:
    """Tell all pairs, or the order, in one line; a dash stands where nothing was given."""
    options = wording.options or []
    texts = ["–" if index is None else options[index]["text"] for index in given_options(wording, given)]
    if is_order(wording):
        return " → ".join(texts)
    return "; ".join(f"{prompt['text']} – {text}" for prompt, text in zip(wording.prompts or [], texts, strict=True))


def pairs_of(
    wording: ItemRevision,
    given: Mapping[str, Any],
    evidence: tuple[Quotation, ...],
    spans: Sequence[tuple[int, int, int]],
) -> tuple[Pair, ...]:
    """Return every prompt with its right option and what was given; `spans` are where the evidence stands."""
    options, taken = wording.options or [], given_options(wording, given)
    pairs: list[Pair] = []
    if has_gaps(wording):
        return ()
    for at, (prompt, right) in enumerate(zip(wording.prompts or [], right_options(wording), strict=True)):
        option = options[right] if right is not None else {}
        quotation = _quotation((option, prompt), evidence, spans)
        index = taken[at]
        said = _place_of(right, taken) if is_order(wording) else options[index]["text"] if index is not None else ""
        why = str(option.get("rationale") or "")
        is_right = right is not None and index == right and taken.count(right) == 1
        pairs.append(Pair(prompt["text"], prompt["match"], said, is_right, why, quotation))
    return tuple(pairs)


def _place_of(option: int | None, taken: list[int | None]) -> str:
    if option is None or option not in taken:
        return ""
    return _("place %(number)d") % {"number": taken.index(option) + 1}


def _quotation(
    parts: tuple[Mapping[str, Any], ...], evidence: tuple[Quotation, ...], spans: Sequence[tuple[int, int, int]]
) -> Quotation | None:
    """Find the evidence in which the option or the prompt stands, or else the only one."""
    for part in parts:
        source = part.get("source")
        for quotation, (paragraph, start, end) in zip(evidence, spans, strict=True):
            if source and source["paragraph"] == paragraph and start <= source["start"] < end:
                return quotation
    return evidence[0] if len(evidence) == 1 else None


@dataclass(frozen=True, slots=True)
class PairCount:
    """How many paired a prompt rightly, and which wrong option was given most often for it."""

    label: str
    right: str
    count: int
    slip: str
    slips: int


def count_gaps(wording: ItemRevision, answers: Iterable[Mapping[str, Any]]) -> list[PairCount]:
    """Count how many filled each gap rightly, and what was most often written instead."""
    filled = [filled_gaps(wording, answer) for answer in answers]
    rows = []
    for at, prompt in enumerate(wording.prompts or []):
        column = [gaps[at] for gaps in filled]
        slips = Counter(gap.given for gap in column if gap.given and not gap.is_right)
        slip, count = slips.most_common(1)[0] if slips else ("", 0)
        right = sum(gap.is_right for gap in column)
        rows.append(PairCount(prompt["text"], keys_of_gap(prompt)[0], right, slip, count))
    return rows


def count_pairs(wording: ItemRevision, answers: Iterable[Mapping[str, Any]]) -> list[PairCount]:
    """Count what was given for each prompt, in the order of the prompts."""
    if has_gaps(wording):
        return count_gaps(wording, answers)
    options, given = wording.options or [], [given_options(wording, answer) for answer in answers]
    rows = []
    for at, (prompt, right) in enumerate(zip(wording.prompts or [], right_options(wording), strict=True)):
        chosen = Counter(taken[at] for taken in given if taken[at] is not None)
        count = chosen.pop(right, 0)
        index, slips = chosen.most_common(1)[0] if chosen else (None, 0)
        slip = options[index]["text"] if index is not None else ""
        rows.append(PairCount(prompt["text"], prompt["match"], count, slip, slips))
    return rows
