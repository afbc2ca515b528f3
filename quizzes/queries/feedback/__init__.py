"""What is shown once the key may be known: verdict, both answers, why, and where each stands in the text."""

from quizzes.queries.feedback.explaining import feedback_on, given_text, marking_of, outcome_of
from quizzes.queries.feedback.together import marks_of_all, read_again
from quizzes.queries.feedback.values import Feedback, Marking, Outcome, WrongOption

__all__ = [
    "Feedback",
    "Marking",
    "Outcome",
    "WrongOption",
    "feedback_on",
    "given_text",
    "marking_of",
    "marks_of_all",
    "outcome_of",
    "read_again",
]
