"""F5 for pairs and orders: no prompt shares a word with its option alone, and no event tells its time."""

import re
from collections.abc import Iterator

from quizzes.engine.items.values import Kind
from quizzes.engine.items.wording import meaning
from quizzes.engine.vetting.values import PAIRED, Case, Check, Finding

CODE = "F5"
TELLS_TIME = re.compile(
    r"\b\d{4}s?\b|\b(?:first|second|third|last|final(?:ly)?|later|earlier|previous(?:ly)?|former(?:ly)?|again|anew"
    r"|still|already|eventually|originally|initially|afterwards?|then|new|newly|since|until|before|after|following"
    r"|next|decades?|century|anniversary|re-\w+|no longer|as well|also|another|return\w*|remain\w*|continu\w*)\b",
    re.IGNORECASE,
)


def run(case: Case) -> Iterator[Finding]:
    """Find a word that only a prompt and its own option have, and an event that says when it was."""
    draft = case.draft
    if draft.kind is Kind.ORDERING:
        for option in draft.options:
            if found := TELLS_TIME.search(option.text):
                yield Finding(CODE, f"“{found.group()}” tells the order")
        return
    for prompt in draft.prompts:
        others = {word for option in draft.options if option.text != prompt.match for word in meaning(option.text)}
        shared = (meaning(prompt.text) & meaning(prompt.match)) - others
        if shared:
            yield Finding(CODE, f"“{min(shared)}” stands in a prompt and its option alone")


CHECK = Check(CODE, "No prompt gives its option away, and no event tells its time.", run, PAIRED)
