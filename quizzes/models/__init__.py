"""The tables, one module a noun. Cross-row rules are database constraints; no rules live in `save`."""

from quizzes.models.account import User
from quizzes.models.article import Article, ArticleRevision, Paragraph
from quizzes.models.attempt import Attempt, AttemptSlot, MarkChange, Proof, Response
from quizzes.models.classroom import Assignment, Classroom, Enrolment, ExtraTime
from quizzes.models.draft import ArticleDraft
from quizzes.models.item import Decision, Evidence, Item, ItemRevision
from quizzes.models.quiz import Quiz, Slot
from quizzes.models.refused import RefusedDraft
from quizzes.models.run import Run
from quizzes.models.text_import import TextImport
from quizzes.models.work import Work

__all__ = [
    "Article",
    "ArticleDraft",
    "ArticleRevision",
    "Assignment",
    "Attempt",
    "AttemptSlot",
    "Classroom",
    "Decision",
    "Enrolment",
    "Evidence",
    "ExtraTime",
    "Item",
    "ItemRevision",
    "MarkChange",
    "Paragraph",
    "Proof",
    "Quiz",
    "RefusedDraft",
    "Response",
    "Run",
    "Slot",
    "TextImport",
    "User",
    "Work",
]
