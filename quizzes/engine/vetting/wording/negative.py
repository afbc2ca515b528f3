"""M5: a negative stem puts weight on its negation, and there is one negation at most."""

import re
from collections.abc import Iterator

from quizzes.engine.items.values import Kind
from quizzes.engine.vetting.values import Case, Check, Finding

CODE = "M5"
NEGATION = re.compile(r"\b(?:not|never|no|none|nobody|nothing|neither|nor|hardly|without|cannot)\b|n[’']t\b", re.I)


def run(case: Case) -> Iterator[Finding]:
    """Find a question that asks what is not so, and a statement with two negations."""
    found = list(NEGATION.finditer(case.unquoted))
    asks = case.draft.kind in {Kind.MULTIPLE_CHOICE, Kind.SHORT_ANSWER}
    if (asks and found and not found[0].group().isupper()) or len(found) > 1:
        yield Finding(CODE, "it asks in the negative", found[0].span(), minor=True)


CHECK = Check(CODE, "No question in the negative and no double negation.", run)
