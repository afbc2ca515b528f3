"""Assembly: the set that is shown, chosen and ordered, the same for the same seed."""

from quizzes.engine.assembly.conflicts import clash
from quizzes.engine.assembly.finishing import finish
from quizzes.engine.assembly.ordering import order
from quizzes.engine.assembly.proposal import Proposal
from quizzes.engine.assembly.refused import Refusal, Refusals, Refused, show
from quizzes.engine.assembly.selection import choose
from quizzes.engine.assembly.stored import as_proposal
from quizzes.engine.assembly.unchosen import unchosen

__all__ = [
    "Proposal",
    "Refusal",
    "Refusals",
    "Refused",
    "as_proposal",
    "choose",
    "clash",
    "finish",
    "order",
    "show",
    "unchosen",
]
