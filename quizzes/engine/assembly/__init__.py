"""Assembly: the set that is shown, chosen and ordered, the same for the same seed."""

from quizzes.engine.assembly.finishing import finish
from quizzes.engine.assembly.ordering import order
from quizzes.engine.assembly.proposal import Proposal
from quizzes.engine.assembly.selection import choose

__all__ = ["Proposal", "choose", "finish", "order"]
