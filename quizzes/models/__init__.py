"""The tables, one module a noun. Cross-row rules are database constraints; no rules live in `save`."""

from quizzes.models.account import User
from quizzes.models.article import Article, ArticleRevision, Paragraph
from quizzes.models.attempt import Attempt, AttemptSlot, Response
from quizzes.models.classroom import Assignment, Classroom, Enrolment
from quizzes.models.item import Decision, Evidence, Item, ItemRevision
from quizzes.models.quiz import Quiz, Slot
from quizzes.models.refused import RefusedDraft
from quizzes.models.run import Run

__all__ = [
    "Article",
    "ArticleRevision",
    "Assignment",
    "Attempt",
    "AttemptSlot",
    "Classroom",
    "Decision",
    "Enrolment",
    "Evidence",
    "Item",
    "ItemRevision",
    "Paragraph",
    "Quiz",
    "RefusedDraft",
    "Response",
    "Run",
    "Slot",
    "User",
]
