"""M6: a stem has at most 35 words."""

from collections.abc import Iterator

from quizzes.engine.vetting.values import Case, Check, Finding

CODE = "M6"
LONGEST = 35
FAR_TOO_LONG = 45


def run(case: Case) -> Iterator[Finding]:
    """Find long stems; one that is far too long is refused outright."""
    words = len(case.draft.stem.split())
    if words > LONGEST:
        yield Finding(CODE, f"the stem has {words} words", None, minor=words <= FAR_TOO_LONG)


CHECK = Check(CODE, "The stem has at most 35 words.", run)
