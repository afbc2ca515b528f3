"""D2: each distractor could attract somebody who skimmed; none is absurd or ruled out by the stem."""

import re
from collections.abc import Iterator

from quizzes.engine.distractors import bounds, within
from quizzes.engine.items.draft import AnswerClass
from quizzes.engine.items.values import GAP, Kind
from quizzes.engine.items.wording import content, meaning, stands_in
from quizzes.engine.language.figures import value_of
from quizzes.engine.vetting.values import Case, Check, Finding

CODE = "D2"
FARTHEST = 25
FIGURES = frozenset(
    (AnswerClass.COUNT, AnswerClass.MONEY, AnswerClass.PERCENT, AnswerClass.MEASURE, AnswerClass.DURATION)
)
# "in far eastern _____": not every place has an east that one speaks of
PART_OF_PLACE = re.compile(rf"\b(?:(?:north|south|east|west)\w*ern|upper|lower|mainland|outer|inner) {GAP}", re.I)


def run(case: Case) -> Iterator[Finding]:
    """Find distractors that the stem names, that answer a cue of the stem, or that lie far from the key."""
    draft = case.draft
    if draft.kind is Kind.TRUE_FALSE:
        return
    if draft.options and draft.answer_class is AnswerClass.PLACE and (found := PART_OF_PLACE.search(draft.stem)):
        yield Finding(CODE, "the word before the gap does not go with each option", found.span())
    wrong = [option.text for option in draft.options if not option.key]
    grouped = "," in draft.keys[0]
    if draft.answer_class in FIGURES and wrong and all(("," in text) != grouped for text in wrong):
        yield Finding(CODE, f"“{draft.keys[0]}” is the only figure of its size")
    limits = bounds(draft.stem, draft.answer_class, draft.unit)
    for option in draft.options:
        if option.key:
            continue
        if stands_in(option.text, case.shown) or (content(option.text) and meaning(option.text) <= meaning(case.shown)):
            yield Finding(CODE, f"the stem itself names “{option.text}”")
        value, key = value_of(option.text), value_of(draft.keys[0])
        if draft.answer_class in FIGURES and value and key and not 1 / FARTHEST <= value / key <= FARTHEST:
            yield Finding(CODE, f"“{option.text}” is too far from the key")
        if draft.answer_class in FIGURES and value is not None and not within(value, limits):
            yield Finding(CODE, f"“{option.text}” is more or less than can be")


CHECK = Check(CODE, "No distractor stands in the stem or lies absurdly far from the key.", run)
