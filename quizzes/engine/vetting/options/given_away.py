"""F5 for pairs and orders: no prompt shares a word with its option alone, and no event tells its time."""

from collections.abc import Iterator

from quizzes.engine.items.values import Kind
from quizzes.engine.items.wording import meaning
from quizzes.engine.vetting.values import PAIRED, Case, Check, Finding
from quizzes.engine.writing.events import TELLS_TIME

CODE = "F5"


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
