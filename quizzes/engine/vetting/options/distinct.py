"""D3: no two options mean the same or overlap."""

import re
from collections.abc import Iterator
from itertools import combinations

from quizzes.engine.distractors import kin
from quizzes.engine.items.values import Kind
from quizzes.engine.language.figures import value_of
from quizzes.engine.vetting.values import PAIRED, SINGLE, Case, Check, Finding

CODE = "D3"


def _folded(text: str) -> str:
    return re.sub(r"^(?:the|a|an) |[\W_]", "", text.lower())


def run(case: Case) -> Iterator[Finding]:
    """Find options that differ in article, case or punctuation only, equal figures, and names within names."""
    draft = case.draft
    if draft.kind is Kind.TRUE_FALSE:
        return
    dates = draft.answer_class.value in {"date", "year", "order", "pairs"}
    for one, other in combinations([option.text for option in draft.options], 2):
        values = value_of(one), value_of(other)
        figure = any(char.isdigit() for char in one) or values[0] is not None
        same = not dates and values[0] is not None and values[0] == values[1]
        if _folded(one) == _folded(other) or same or (not figure and kin(one, other)):
            yield Finding(CODE, f"“{one}” and “{other}” overlap")


CHECK = Check(CODE, "No two options mean the same or overlap.", run, SINGLE | PAIRED)
