"""What the classroom pages read."""

from dataclasses import dataclass

from django.db.models import Count, Q, QuerySet

from quizzes.models import Assignment, Attempt, Classroom, Enrolment
from quizzes.queries.retries import WHOLE

LEARNERS = Count("enrolments", filter=Q(enrolments__role=Enrolment.Role.LEARNER), distinct=True)


def with_counts(classrooms: QuerySet[Classroom]) -> QuerySet[Classroom]:
    """Add how many learners and assignments each classroom has."""
    by_key = Classroom.objects.filter(pk__in=classrooms.values("pk"))
    counted = by_key.annotate(learners=LEARNERS, given=Count("assignments", distinct=True))
    return counted.order_by("name", "pk")  # counting drops the order of the model


@dataclass(frozen=True, slots=True)
class Standing:
    """A member with what they did: one tuple (assignment, attempt state or "") for each assignment."""

    enrolment: Enrolment
    states: tuple[tuple[Assignment, str], ...]

    @property
    def extra_percent(self) -> int:
        return self.enrolment.extra_percent

    @property
    def is_learner(self) -> bool:
        return self.enrolment.role == Enrolment.Role.LEARNER


def assignments_of(classroom: Classroom) -> list[Assignment]:
    """The classroom's assignments, newest first, with how many learners finished and began each."""
    finished = Count("attempts__learner", filter=Q(attempts__state=Attempt.State.FINISHED), distinct=True)
    begun = Count("attempts__learner", distinct=True)
    counted = classroom.assignments.select_related("quiz").annotate(finished=finished, begun=begun)
    return list(counted.order_by("-created_at", "-pk"))


def standings(classroom: Classroom, assignments: list[Assignment]) -> list[Standing]:
    """Every member with the state of their newest attempt at each assignment, in two queries."""
    newest: dict[tuple[int, int], str] = {}
    rows = Attempt.objects.filter(WHOLE, assignment__in=assignments).order_by("number")
    for learner, assignment, state in rows.values_list("learner_id", "assignment_id", "state"):
        newest[learner, assignment] = state
    return [
        Standing(row, tuple((given, newest.get((row.user_id, given.pk), "")) for given in assignments))
        for row in classroom.enrolments.order_by("-role", "name_key")
    ]


def learner_count(classroom: Classroom) -> int:
    return classroom.enrolments.filter(role=Enrolment.Role.LEARNER).count()
