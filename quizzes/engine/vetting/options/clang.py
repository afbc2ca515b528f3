"""M2: no word of the stem recurs in the key alone."""

from collections.abc import Iterator

from quizzes.engine.items.values import Kind
from quizzes.engine.items.wording import content, meaning
from quizzes.engine.vetting.values import Case, Check, Finding

CODE = "M2"


def run(case: Case) -> Iterator[Finding]:
    """Find a content word that stem and key share and no distractor has."""
    if case.draft.kind is Kind.TRUE_FALSE:
        return
    wrong = {word for option in case.draft.options if not option.key for word in content(option.text)}
    shared = meaning(case.draft.stem) & meaning(case.draft.keys[0]) - wrong
    if shared:
        yield Finding(CODE, f"“{min(shared)}” recurs in the key", None, minor=True)


CHECK = Check(CODE, "No word of the stem recurs only in the key.", run)
