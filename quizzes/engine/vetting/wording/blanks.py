"""M8: one gap, and never at the start of a stem with little after it."""

import re
from collections.abc import Iterator

from quizzes.engine.items.values import GAP
from quizzes.engine.vetting.values import Case, Check, Finding

CODE = "M8"
ENOUGH = 6
BESIDE = re.compile(rf"^{GAP}['’]s\b|{GAP}, (?:an? |the )?[A-Z][\w’'-]+(?: [\w’'-]+){{0,8}} [–—-] ")


def run(case: Case) -> Iterator[Finding]:
    """Find a second gap, and a gap that comes first before fewer than six words."""
    stem = case.draft.stem
    if stem.count(GAP) > 1:
        yield Finding(CODE, "more than one gap", None, minor=True)
    if found := BESIDE.search(stem):
        yield Finding(CODE, "the gap stands before an apposition or a possessive mark", found.span(), minor=True)
    elif stem.startswith(GAP) and len(stem.split()) - 1 < ENOUGH:
        yield Finding(CODE, "the gap comes first with too few words after it", (0, len(GAP)), minor=True)


CHECK = Check(CODE, "One gap, with enough words around it.", run)
