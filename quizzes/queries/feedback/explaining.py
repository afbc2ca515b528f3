"""The feedback on one question, from its wording, its evidence and what was given."""

import re
from collections.abc import Iterable, Mapping
from dataclasses import replace
from typing import Any

from django.utils.translation import gettext as _

from quizzes.engine.explanations import inner
from quizzes.engine.grading import grade
from quizzes.engine.text.around import sentence_around
from quizzes.models import AttemptSlot, Item, ItemRevision, MarkChange, Response
from quizzes.queries.attempts import scored_response_of
from quizzes.queries.feedback.values import Feedback, Marking, Outcome, WrongOption
from quizzes.queries.gaps import filled_gaps, gaps_in_words
from quizzes.queries.numbered import numbered
from quizzes.queries.pairs import in_words, is_order, pairs_of
from quizzes.queries.passages import Mark, Quotation

_QUOTES = re.compile(r"(?P<said>.*?)[:,] “(?P<quoted>[^”]*)”$", re.DOTALL)
_ONLY_SAYS = re.compile(r"(True: )?[Pp]aragraph \d+ says")


def feedback_on(slot: AttemptSlot, texts: Mapping[int, str]) -> Feedback:
    """Gather the feedback on a slot read by `slots_of`; `texts` maps paragraph numbers to the pinned texts."""
    wording, response = slot.item_revision, scored_response_of(slot)
    options = wording.options or []
    index = response.given.get("choice") if response else None
    evidence, marks = _evidence(wording)
    spans = [(mark.paragraph, mark.start, mark.end) for mark in marks]
    kind, chosen, outcome = slot.item_revision.item.kind, None, outcome_of(response, wording)
    parts = numbered(wording, kind, texts)
    places = kind == Item.Kind.INSERTION and bool(parts)
    is_right = outcome == Outcome.RIGHT  # it may have become so when it was graded again or marked by hand
    if not is_right and isinstance(index, int) and index < len(options) and not options[index]["key"]:
        # the sentence beside a wrong place says nothing about that place
        option = options[index] if not places else {**options[index], "source": None}
        chosen = _wrong_option(option, texts, "e-chosen")
        marks += _marks_of_chosen(option, chosen, marks)
    return Feedback(
        position=slot.position,
        stem=wording.stem,
        context=wording.context,
        outcome=outcome,
        given=given_text(wording, response),
        key=wording.keys[0] if wording.keys else "",
        spelling=_spelling(wording, response),
        why=_said_once(wording.explanation, [quotation.text for quotation in evidence]),
        evidence=evidence,
        chosen=chosen,
        others=tuple(
            _wrong_option(option, {} if places else texts)
            for at, option in enumerate(options)
            if not option["key"] and at != index and option.get("rationale")
        ),
        marks=marks,
        is_order=is_order(wording),
        pairs=tuple(
            replace(pair, is_right=pair.is_right or is_right)
            for pair in pairs_of(wording, response.given if response else {}, evidence, spans)
        ),
        parts=parts,
        chosen_index=index if isinstance(index, int) else None,
        key_index=next((at for at, option in enumerate(options) if option["key"]), None),
        gaps=tuple(
            replace(gap, is_right=gap.is_right or is_right)
            for gap in filled_gaps(wording, response.given if response else {})
        ),
    )


def marking_of(slot: AttemptSlot, changes: Iterable[MarkChange] = ()) -> Marking | None:
    """Return the mark of a slot read by `slots_of`; None where nothing was given or nothing is marked yet."""
    response = scored_response_of(slot)
    if response is None or response.mark is None:
        return None
    return Marking(response.mark, slot.maximum_mark, tuple(changes))


def outcome_of(response: Response | None, wording: ItemRevision) -> Outcome:
    """Name the outcome by the stored fraction, never by grading anew."""
    if response is None or response.fraction is None:
        return Outcome.NONE
    if response.fraction >= 1:
        return Outcome.RIGHT
    if response.fraction <= 0:
        return Outcome.WRONG
    return Outcome.PART if wording.prompts else Outcome.NEAR


def given_text(wording: ItemRevision, response: Response | None) -> str:
    """What the learner gave, in words."""
    if response is None:
        return ""
    if "match" in response.given:
        return in_words(wording, response.given)
    if "gaps" in response.given:
        return gaps_in_words(wording, response.given)
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
    verdict = grade(
        response.given,
        interaction=wording.interaction,
        options=wording.options,
        keys=wording.keys,
        rules=wording.grading,
    )
    # an answer that was accepted only when it was graded again came near to nothing
    return verdict.near if (response.fraction or 0) <= verdict.fraction else ()
