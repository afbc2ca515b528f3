"""M4: no absolute or vague word gives a cue; no "all of the above"."""

import re
from collections.abc import Iterator

from quizzes.engine.items.values import Kind
from quizzes.engine.items.wording import stands_in
from quizzes.engine.vetting.values import Case, Check, Finding

CODE = "M4"
ABSOLUTE = re.compile(r"\b(?:always|never|entirely|completely|totally|everyone|nobody|impossible)\b", re.IGNORECASE)
VAGUE = re.compile(r"\b(?:often|sometimes|usually|generally|frequently|seldom)\b", re.IGNORECASE)
ABOVE = re.compile(r"\b(?:all|none|both) of (?:the above|these|them)\b", re.IGNORECASE)


def run(case: Case) -> Iterator[Finding]:
    """Find cue words in a statement or in some options that the evidence does not have, and catch-all options."""
    texts = [case.draft.stem] if case.draft.kind is Kind.TRUE_FALSE else [option.text for option in case.draft.options]
    for text in texts:
        for pattern in (ABSOLUTE, VAGUE):
            found = pattern.search(text)
            if found and (case.draft.kind is Kind.TRUE_FALSE or not stands_in(found.group(), case.sentence)):
                yield Finding(CODE, f"“{found.group()}” is a cue", None, minor=True)
        if ABOVE.search(text):
            yield Finding(CODE, "a catch-all option", None, minor=True)


CHECK = Check(CODE, "No absolute or vague cue words, no catch-all option.", run)
