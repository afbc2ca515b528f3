"""A learner's sitting: begin, save, mark for review, hand in, run out of time. One function a transition.

Answers are read and graded before the transaction begins; the transaction starts with a conditional update of the
attempt's sequence number, so that a writer that saw an older state changes nothing and looks again.
"""

from quizzes.services.attempts.errors import AttemptError, LateError, NewerAnswerError, SettledError
from quizzes.services.attempts.finishing import end_all_over, end_if_over, hand_in
from quizzes.services.attempts.saving import autosave, mark_slot, store_response
from quizzes.services.attempts.starting import moment, refusal_to_start, start_attempt
from quizzes.services.deadlines import GRACE

__all__ = [
    "GRACE",
    "AttemptError",
    "LateError",
    "NewerAnswerError",
    "SettledError",
    "autosave",
    "end_all_over",
    "end_if_over",
    "hand_in",
    "mark_slot",
    "moment",
    "refusal_to_start",
    "start_attempt",
    "store_response",
]
