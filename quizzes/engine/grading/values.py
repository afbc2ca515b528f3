"""What grading says about one response."""

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Verdict:
    """How right a response is, and why.

    `fraction` runs from 0 to 1. `accepted_as` says it in one word: "exact" when no rule was needed, "partial" for a
    share, the names of the rules otherwise, "" for a wrong answer. `accepted_by` names those rules, as few as will do.
    `note` is a code for the learner's screen: "check_spelling" or "". `near` turns a near miss into the key by pieces
    (op, text), op in equal, delete, insert; it is empty when the answer is not near. `parts` are the verdicts on each
    of several gaps.
    """

    fraction: float
    accepted_as: str = ""
    note: str = ""
    near: tuple[tuple[str, str], ...] = ()
    accepted_by: tuple[str, ...] = ()
    parts: tuple["Verdict", ...] = ()


WRONG = Verdict(0.0)
