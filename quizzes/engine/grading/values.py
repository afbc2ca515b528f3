"""What grading says about one response."""

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Verdict:
    """How right a response is, and why.

    `fraction` runs from 0 to 1. `accepted_as` names the rule that made a right answer right ("exact", "case",
    "article", "number form", "spelling" ...), "" for a wrong one. `note` is a code for the learner's screen:
    "check_spelling" or "". `near` turns a near miss into the key by pieces (op, text), op in equal, delete, insert;
    it is empty when the answer is not near.
    """

    fraction: float
    accepted_as: str = ""
    note: str = ""
    near: tuple[tuple[str, str], ...] = ()


WRONG = Verdict(0.0)
