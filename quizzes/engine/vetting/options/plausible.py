"""D2: each distractor could attract somebody who skimmed; none is absurd or ruled out by the stem."""

from collections.abc import Iterator

from quizzes.engine.items.draft import AnswerClass
from quizzes.engine.items.values import Kind
from quizzes.engine.items.wording import content, meaning, stands_in
from quizzes.engine.language.figures import value_of
from quizzes.engine.vetting.values import Case, Check, Finding

CODE = "D2"
FARTHEST = 25
FIGURES = frozenset(
    (AnswerClass.COUNT, AnswerClass.MONEY, AnswerClass.PERCENT, AnswerClass.MEASURE, AnswerClass.DURATION)
)


def run(case: Case) -> Iterator[Finding]:
    """Find distractors that the stem names, that answer a cue of the stem, or that lie far from the key."""
    draft = case.draft
    if draft.kind is Kind.TRUE_FALSE:
        return
    for option in draft.options:
        if option.key:
            continue
        if stands_in(option.text, case.shown) or (content(option.text) and meaning(option.text) <= meaning(case.shown)):
            yield Finding(CODE, f"the stem itself names “{option.text}”")
        value, key = value_of(option.text), value_of(draft.keys[0])
        if draft.answer_class in FIGURES and value and key and not 1 / FARTHEST <= value / key <= FARTHEST:
            yield Finding(CODE, f"“{option.text}” is too far from the key")
        if draft.answer_class is AnswerClass.PERCENT and value and value > 100:
            yield Finding(CODE, f"“{option.text}” is more than all")


CHECK = Check(CODE, "No distractor stands in the stem or lies absurdly far from the key.", run)
