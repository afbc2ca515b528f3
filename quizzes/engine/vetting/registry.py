"""All checks, and what they mean together: any gate refuses an item, and so does a second minor flaw."""

from collections.abc import Sequence

from quizzes.engine.items.values import Kind
from quizzes.engine.vetting.inner import inner
from quizzes.engine.vetting.options import (
    clang,
    complete,
    cues,
    distinct,
    given_away,
    longest,
    plausible,
    same_kind,
    uneven,
)
from quizzes.engine.vetting.parts import parts
from quizzes.engine.vetting.truth import (
    contradicted,
    evidence,
    key_correct,
    needs_text,
    one_answer,
    one_detail,
    places,
    worth_asking,
)
from quizzes.engine.vetting.values import Case, Check, Finding
from quizzes.engine.vetting.wording import blanks, fits_answer, fluent, long_stem, negative, self_contained

# evidence first: the others read it
CHECKS: tuple[Check, ...] = tuple(
    module.CHECK
    for module in (
        evidence,
        places,
        fluent,
        self_contained,
        key_correct,
        one_answer,
        needs_text,
        worth_asking,
        fits_answer,
        same_kind,
        complete,
        given_away,
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
# what holds for a sentence that is one of several in an item: the others add substance to it
OF_PARTS = frozenset("E1 F1 F2 F3 F6 T1 T2".split())
# what holds for the question that a locate item frames: nobody types its key, which may be long and open
FRAMED = frozenset("F1 F2 F3 F6 T1 M5".split())


def findings(case: Case) -> list[Finding]:
    """Return what the checks find, in the order of the registry; it stops when the evidence itself is wrong.

    A locate item is also vetted as the question that it frames, and each sentence of a pair as a statement.
    """
    found = _run(case)
    if case.draft.kind is Kind.LOCATE and not _unsupported(found):
        found += [finding for finding in _run(inner(case)) if finding.code in FRAMED]
    for part in parts(case):
        found += [finding for finding in _run(part) if finding.code in OF_PARTS]
    return found


def _run(case: Case) -> list[Finding]:
    found: list[Finding] = []
    for check in CHECKS:
        if case.draft.kind not in check.kinds:
            continue
        found += check.run(case)
        if check.code == evidence.CODE and _unsupported(found):
            break
    return found


def _unsupported(found: Sequence[Finding]) -> bool:
    return any(finding.code == evidence.CODE for finding in found)


def refusal(found: Sequence[Finding]) -> str | None:
    """Return the code for which an item is refused: its first gate, or its second minor flaw; None when it passes."""
    gates = [finding.code for finding in found if finding.refuses]
    if gates:
        return gates[0]
    minor = list(dict.fromkeys(finding.code for finding in found if finding.minor))
    return minor[MINOR_ALLOWED] if len(minor) > MINOR_ALLOWED else None


def reason(found: Sequence[Finding]) -> str:
    """Return why an item is refused, in the words of its first gate or of all its minor flaws."""
    gates = [finding.reason for finding in found if finding.refuses]
    return gates[0] if gates else "; ".join(dict.fromkeys(finding.reason for finding in found))
