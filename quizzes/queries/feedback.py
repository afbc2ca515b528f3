"""What is shown once the key may be known: verdict, both answers, why, and where each stands in the text."""

import re
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from enum import StrEnum
from typing import Any

from django.utils.translation import gettext as _
from django.utils.translation import ngettext

from quizzes.engine.explanations import inner
from quizzes.engine.grading import grade
from quizzes.engine.text.around import sentence_around
from quizzes.models import AttemptSlot, ItemRevision, Response
from quizzes.queries.attempts import response_of
from quizzes.queries.passages import Mark

_QUOTES = re.compile(r"(?P<said>.*?)[:,] “(?P<quoted>[^”]*)”$", re.DOTALL)
_ONLY_SAYS = re.compile(r"(True: )?[Pp]aragraph \d+ says")


class Outcome(StrEnum):
    """How an answer turned out."""

    RIGHT = "right"
    NEAR = "near"
    WRONG = "wrong"
    NONE = "none"

    @property
    def word(self) -> str:
        words = {"right": _("Right"), "near": _("Nearly"), "wrong": _("Not right"), "none": _("No answer")}
        return words[self.value]


@dataclass(frozen=True, slots=True)
class Quotation:
    """A sentence of the article: its text, its paragraph, and the id of its mark in the passage."""

    text: str
    paragraph: int
    anchor: str


@dataclass(frozen=True, slots=True)
class WrongOption:
    """An option that is not the key: why not, and the sentence it was taken from with its offsets."""

    text: str
    why: str
    quotation: Quotation | None
    span: tuple[int, int]


@dataclass(frozen=True, slots=True)
class Feedback:
    """Everything about one answered slot."""

    position: int
    stem: str
    context: str
    outcome: Outcome
    given: str
    key: str
    spelling: tuple[tuple[str, str], ...]
    why: str
    evidence: tuple[Quotation, ...]
    chosen: WrongOption | None
    others: tuple[WrongOption, ...]
    marks: tuple[Mark, ...]

    @property
    def paragraph(self) -> int | None:
        return self.evidence[0].paragraph if self.evidence else None

    @property
    def announcement(self) -> str:
        """What the live region says."""
        if self.paragraph is None:
            return f"{self.outcome.word}."
        where = _("Evidence shown in paragraph %(number)d.") % {"number": self.paragraph}
        return f"{self.outcome.word}. {where}"


def feedback_on(slot: AttemptSlot, texts: Mapping[int, str]) -> Feedback:
    """Gather the feedback on a slot read by `slots_of`; `texts` maps paragraph numbers to the pinned texts."""
    wording, response = slot.item_revision, response_of(slot)
    options = wording.options or []
    index = response.given.get("choice") if response else None
    evidence, marks = _evidence(wording)
    chosen = None
    if isinstance(index, int) and index < len(options) and not options[index]["key"]:
        chosen = _wrong_option(options[index], texts, "e-chosen")
        marks += _marks_of_chosen(options[index], chosen, marks)
    return Feedback(
        position=slot.position,
        stem=wording.stem,
        context=wording.context,
        outcome=outcome_of(response),
        given=given_text(wording, response),
        key=wording.keys[0] if wording.keys else "",
        spelling=_spelling(wording, response),
        why=_said_once(wording.explanation, [quotation.text for quotation in evidence]),
        evidence=evidence,
        chosen=chosen,
        others=tuple(
            _wrong_option(option, texts)
            for at, option in enumerate(options)
            if not option["key"] and at != index and option.get("rationale")
        ),
        marks=marks,
    )


def marks_of_all(items: Iterable[Feedback]) -> list[Mark]:
    """The evidence of all questions at once; a sentence that serves several is marked once and names them all."""
    questions: dict[tuple[int, int, int], list[int]] = {}
    for item in items:
        for mark in item.marks:
            if mark.kind == "evidence":
                questions.setdefault((mark.paragraph, mark.start, mark.end), []).append(item.position)
    return [
        Mark(*span, ngettext("Question %(numbers)s", "Questions %(numbers)s", len(numbers)) % {"numbers": listed})
        for span, numbers in questions.items()
        for listed in [", ".join(map(str, numbers))]
    ]


def read_again(items: Iterable[Feedback], texts: Mapping[int, str]) -> list[tuple[int, int, str]]:
    """Paragraphs that hold the evidence of what was not right: number, the first question there, the paragraph."""
    first: dict[int, int] = {}
    for item in items:
        if item.outcome != Outcome.RIGHT and item.paragraph is not None:
            first.setdefault(item.paragraph, item.position)
    return [(paragraph, first[paragraph], texts.get(paragraph, "")) for paragraph in sorted(first)]


def outcome_of(response: Response | None) -> Outcome:
    """Name the outcome by the stored fraction, never by grading anew."""
    if response is None:
        return Outcome.NONE
    if response.fraction >= 1:
        return Outcome.RIGHT
    return Outcome.NEAR if response.fraction > 0 else Outcome.WRONG


def given_text(wording: ItemRevision, response: Response | None) -> str:
    """What the learner gave, in words."""
    if response is None:
        return ""
    if "text" in response.given:
        return str(response.given["text"])
    index, options = response.given.get("choice"), wording.options or []
    return options[index]["text"] if isinstance(index, int) and 0 <= index < len(options) else ""


def _evidence(wording: ItemRevision) -> tuple[tuple[Quotation, ...], tuple[Mark, ...]]:
    quotations, marks = [], []
    for number, row in enumerate(wording.evidence.all(), start=1):
        anchor = "e-key" if number == 1 else f"e-key-{number}"
        paragraph = row.paragraph.number
        quotations.append(Quotation(row.exact, paragraph, anchor))
        marks.append(Mark(paragraph, row.start, row.end, _("Evidence for the answer"), "evidence", anchor))
    return tuple(quotations), tuple(marks)


def _wrong_option(option: Mapping[str, Any], texts: Mapping[int, str], anchor: str = "") -> WrongOption:
    source, why = option.get("source"), str(option.get("rationale") or "")
    text = texts.get(source["paragraph"], "") if source else ""
    if not source or not 0 <= source["start"] < source["end"] <= len(text):
        return WrongOption(option["text"], why, None, (0, 0))
    start, end = sentence_around(text, source["start"], source["end"])
    quotation = Quotation(text[start:end], source["paragraph"], anchor)
    return WrongOption(option["text"], _said_once(why, [quotation.text]), quotation, (start, end))


def _marks_of_chosen(option: Mapping[str, Any], chosen: WrongOption, marks: tuple[Mark, ...]) -> tuple[Mark, ...]:
    """Mark the chosen option's sentence, or only its own words where that sentence is evidence too."""
    if chosen.quotation is None:
        return ()
    paragraph, (start, end) = chosen.quotation.paragraph, chosen.span
    if any(mark.paragraph == paragraph and mark.start < end and start < mark.end for mark in marks):
        start, end = option["source"]["start"], option["source"]["end"]
    return (Mark(paragraph, start, end, _("About your answer"), "other", chosen.quotation.anchor),)


def _said_once(explanation: str, quotations: list[str]) -> str:
    """Leave out a quotation at the end of an explanation when the page quotes that sentence itself.

    "Paragraph 3 says: “The town lost 90 jobs.”" leaves nothing; "Paragraph 3 names “90” for something else:
    “The town lost 90 jobs.”" leaves its first half.
    """
    found = _QUOTES.fullmatch(explanation)
    if not found or not any(found["quoted"].strip(" …") in inner(text) for text in quotations):
        return explanation
    return "" if _ONLY_SAYS.fullmatch(found["said"]) else f"{found['said']}."


def _spelling(wording: ItemRevision, response: Response | None) -> tuple[tuple[str, str], ...]:
    """The difference between a typed answer and the key it came near to, as (op, text) pieces."""
    if response is None or "text" not in response.given:
        return ()
    return grade(response.given, interaction=wording.interaction, options=wording.options, keys=wording.keys).near
