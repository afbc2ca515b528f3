"""How objects reach a view: each permission is a predicate and a queryset filter that agree; a miss is a 404."""

from uuid import UUID

from django.db.models import Q, QuerySet
from django.http import Http404
from django.shortcuts import get_object_or_404

from quizzes.models import (
    Article,
    Assignment,
    Attempt,
    AttemptSlot,
    Classroom,
    Enrolment,
    Item,
    Quiz,
    RefusedDraft,
    Response,
    Run,
    TextImport,
    User,
)
from quizzes.queries.current import expected_slot, slot_with_current

STAFF_ROLES = (Enrolment.Role.INSTRUCTOR, Enrolment.Role.ASSISTANT)


def articles_of(user: User) -> QuerySet[Article]:
    """The articles that the user may read and change."""
    return Article.objects.filter(owner=user)


def may_change_article(user: User, article: Article) -> bool:
    return article.owner_id == user.pk


def imports_of(user: User) -> QuerySet[TextImport]:
    """The imports that the user may follow and stop: their own."""
    return TextImport.objects.filter(requested_by=user)


def may_follow_import(user: User, work: TextImport) -> bool:
    return work.requested_by_id == user.pk


def refused_drafts_of(user: User) -> QuerySet[RefusedDraft]:
    """The refused drafts that the user may read and rescue: those of their articles."""
    return RefusedDraft.objects.filter(run__revision__article__in=articles_of(user))


def may_rescue(user: User, draft: RefusedDraft) -> bool:
    return may_change_article(user, draft.run.revision.article)


def quizzes_of(user: User) -> QuerySet[Quiz]:
    """The quizzes that the user may change."""
    return Quiz.objects.filter(owner=user)


def may_change_quiz(user: User, quiz: Quiz) -> bool:
    return quiz.owner_id == user.pk


def classrooms_taught_by(user: User) -> QuerySet[Classroom]:
    """The classrooms in which the user is an instructor."""
    return Classroom.objects.filter(enrolments__user=user, enrolments__role=Enrolment.Role.INSTRUCTOR)


def may_teach(user: User, classroom: Classroom) -> bool:
    return classroom.enrolments.filter(user=user, role=Enrolment.Role.INSTRUCTOR).exists()


def classrooms_followed_by(user: User) -> QuerySet[Classroom]:
    """The classrooms whose results the user may read: instructors and assistants."""
    return Classroom.objects.filter(enrolments__user=user, enrolments__role__in=STAFF_ROLES)


def may_follow(user: User, classroom: Classroom) -> bool:
    return classroom.enrolments.filter(user=user, role__in=STAFF_ROLES).exists()


def assignments_for(user: User) -> QuerySet[Assignment]:
    """The assignments that the user may take: those of classrooms in which they learn."""
    return Assignment.objects.filter(
        classroom__enrolments__user=user, classroom__enrolments__role=Enrolment.Role.LEARNER
    )


def may_take(user: User, assignment: Assignment) -> bool:
    return assignment.classroom.enrolments.filter(user=user, role=Enrolment.Role.LEARNER).exists()


def attempts_visible_to(user: User) -> QuerySet[Attempt]:
    """A learner's own attempts, and those in classrooms that the user follows."""
    followed = classrooms_followed_by(user).values("pk")
    return Attempt.objects.filter(Q(learner=user) | Q(assignment__classroom__in=followed))


def may_see_attempt(user: User, attempt: Attempt) -> bool:
    return attempt.learner_id == user.pk or may_follow(user, attempt.assignment.classroom)


def fetch_article(user: User, uuid: UUID) -> Article:
    return get_object_or_404(articles_of(user), uuid=uuid)


def fetch_run(user: User, uuid: UUID) -> Run:
    runs = Run.objects.filter(revision__article__in=articles_of(user)).select_related("revision__article")
    return get_object_or_404(runs, uuid=uuid)


def fetch_import(user: User, uuid: UUID) -> TextImport:
    return get_object_or_404(imports_of(user).select_related("article").defer("data"), uuid=uuid)


def fetch_item(user: User, uuid: UUID) -> Item:
    items = Item.objects.filter(article__in=articles_of(user)).select_related("article", "current")
    return get_object_or_404(items, uuid=uuid)


def fetch_refused_draft(user: User, uuid: UUID) -> RefusedDraft:
    drafts = refused_drafts_of(user).select_related("run__revision__article", "item")
    return get_object_or_404(drafts, uuid=uuid)


def fetch_quiz(user: User, uuid: UUID) -> Quiz:
    return get_object_or_404(quizzes_of(user).select_related("article_revision__article"), uuid=uuid)


def fetch_taught_classroom(user: User, uuid: UUID) -> Classroom:
    return get_object_or_404(classrooms_taught_by(user), uuid=uuid)


def fetch_followed_classroom(user: User, uuid: UUID) -> Classroom:
    return get_object_or_404(classrooms_followed_by(user), uuid=uuid)


def fetch_followed_assignment(user: User, uuid: UUID) -> Assignment:
    followed = Assignment.objects.filter(classroom__in=classrooms_followed_by(user))
    return get_object_or_404(followed.select_related("quiz__article_revision__article", "classroom"), uuid=uuid)


def fetch_taught_assignment(user: User, uuid: UUID) -> Assignment:
    taught = Assignment.objects.filter(classroom__in=classrooms_taught_by(user))
    return get_object_or_404(taught.select_related("quiz__article_revision__article", "classroom"), uuid=uuid)


def fetch_taught_response(user: User, uuid: UUID, position: int) -> Response:
    """The answer that counts at one place of an attempt, for those who may change its mark."""
    answers = Response.objects.filter(
        is_current=True, attempt_slot__attempt__assignment__classroom__in=classrooms_taught_by(user)
    )
    place = {"attempt_slot__attempt__uuid": uuid, "attempt_slot__position": position}
    return get_object_or_404(answers.select_related("attempt_slot__attempt__assignment__classroom"), **place)


def fetch_assignment_to_take(user: User, uuid: UUID) -> Assignment:
    return get_object_or_404(assignments_for(user).select_related("quiz__article_revision__article"), uuid=uuid)


def fetch_own_attempt(user: User, uuid: UUID) -> Attempt:
    attempts = Attempt.objects.filter(learner=user).select_related("assignment__quiz", "article_revision__article")
    return get_object_or_404(attempts, uuid=uuid)


def fetch_visible_attempt(user: User, uuid: UUID) -> Attempt:
    attempts = attempts_visible_to(user).select_related(
        "assignment__quiz", "assignment__classroom", "article_revision__article", "learner"
    )
    return get_object_or_404(attempts, uuid=uuid)


def fetch_own_slot(user: User, uuid: UUID, position: int) -> AttemptSlot:
    """One slot of the user's own attempt, in one query with all that storing an answer needs and nothing else."""
    slot = expected_slot(user.pk, uuid, position) or slot_with_current(user.pk, uuid, position)
    if slot is None:
        raise Http404
    return slot
