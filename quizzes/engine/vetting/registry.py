"""All checks, and what they mean together: any gate refuses an item, and so does a second minor flaw."""

from collections.abc import Sequence

from quizzes.engine.vetting.options import clang, cues, distinct, longest, plausible, same_kind, uneven
from quizzes.engine.vetting.truth import (
    contradicted,
    evidence,
    key_correct,
    needs_text,
    one_answer,
    one_detail,
    worth_asking,
)
from quizzes.engine.vetting.values import Case, Check, Finding
from quizzes.engine.vetting.wording import blanks, fits_answer, fluent, long_stem, negative, self_contained

# evidence first: the others read it
CHECKS: tuple[Check, ...] = tuple(
    module.CHECK
    for module in (
        evidence,
        fluent,
        self_contained,
        key_correct,
        one_answer,
        needs_text,
        worth_asking,
        fits_answer,
        same_kind,
        plausible,
        distinct,
        contradicted,
        one_detail,
        longest,
        clang,
        uneven,
        cues,
        negative,
        long_stem,
        blanks,
    )
)
MINOR_ALLOWED = 1


def findings(case: Case) -> list[Finding]:
    """Return what the checks find, in the order of the registry; it stops when the evidence itself is wrong."""
    found: list[Finding] = []
    for check in CHECKS:
        found += check.run(case)
        if check is evidence.CHECK and found:
            break
    return found


def refusal(found: Sequence[Finding]) -> str | None:
    """Return the code for which an item is refused: its first gate, or its second minor flaw; None when it passes."""
    gates = [finding.code for finding in found if not finding.minor]
    if gates:
        return gates[0]
    minor = list(dict.fromkeys(finding.code for finding in found))
    return minor[MINOR_ALLOWED] if len(minor) > MINOR_ALLOWED else None
