import uuid

from django.conf import settings
from django.db import models
from django.db.models.functions import Now
from django.utils.translation import gettext_lazy as _

from quizzes.models.quiz import Quiz


class Classroom(models.Model):
    """A group that works together. Learners join with its code."""

    uuid = models.UUIDField(default=uuid.uuid4, unique=True, editable=False)
    name = models.CharField(_("name"), max_length=100)
    code = models.CharField(_("join code"), max_length=12, unique=True)
    open_to_join = models.BooleanField(_("open to join"), default=True)
    created_at = models.DateTimeField(_("made"), auto_now_add=True)

    class Meta:
        ordering = ("name", "id")
        verbose_name = _("classroom")
        verbose_name_plural = _("classrooms")

    def __str__(self) -> str:
        return self.name


class Enrolment(models.Model):
    """Membership of a classroom with a role. `name_key` is the folded name, unique in the classroom."""

    class Role(models.TextChoices):
        INSTRUCTOR = "instructor", _("Instructor")
        ASSISTANT = "assistant", _("Assistant")
        LEARNER = "learner", _("Learner")

    classroom = models.ForeignKey(Classroom, on_delete=models.CASCADE, related_name="enrolments")
    user = models.ForeignKey(settings.AUTH_USER_MODEL, on_delete=models.CASCADE, related_name="enrolments")
    role = models.CharField(_("role"), max_length=10, choices=Role, default=Role.LEARNER)
    name = models.CharField(_("name in the classroom"), max_length=40)
    name_key = models.CharField(_("folded name"), max_length=80)
    extra_percent = models.PositiveSmallIntegerField(_("extra time in per cent"), default=0)
    joined_at = models.DateTimeField(_("joined"), auto_now_add=True)

    class Meta:
        ordering = ("classroom", "role", "name_key")
        constraints = [
            models.UniqueConstraint(fields=("classroom", "user"), name="enrolled_once"),
            models.UniqueConstraint(fields=("classroom", "name_key"), name="name_once_in_classroom"),
        ]
        verbose_name = _("enrolment")
        verbose_name_plural = _("enrolments")

    def __str__(self) -> str:
        return f"{self.name}, {self.classroom}"


class Assignment(models.Model):
    """A quiz given to a classroom: how it runs and when."""

    class Mode(models.TextChoices):
        PRACTICE = "practice", _("Practice: the answer shows after each question")
        GRADED = "graded", _("Graded: the answers show at the end")

    uuid = models.UUIDField(default=uuid.uuid4, unique=True, editable=False)
    quiz = models.ForeignKey(Quiz, on_delete=models.PROTECT, related_name="assignments")
    classroom = models.ForeignKey(Classroom, on_delete=models.CASCADE, related_name="assignments")
    mode = models.CharField(_("mode"), max_length=8, choices=Mode, default=Mode.PRACTICE)
    opens_at = models.DateTimeField(_("opens"), db_default=Now())
    closes_at = models.DateTimeField(_("closes"), null=True, blank=True)
    time_limit = models.PositiveSmallIntegerField(_("time limit in minutes"), null=True, blank=True)
    attempts_allowed = models.PositiveSmallIntegerField(_("attempts allowed"), null=True, blank=True)
    created_at = models.DateTimeField(_("given"), auto_now_add=True)

    class Meta:
        ordering = ("-created_at", "-id")
        constraints = [
            models.UniqueConstraint(fields=("quiz", "classroom"), name="quiz_given_once_to_a_classroom"),
            models.CheckConstraint(
                condition=models.Q(closes_at__isnull=True) | models.Q(closes_at__gt=models.F("opens_at")),
                name="assignment_closes_after_it_opens",
            ),
        ]
        verbose_name = _("assignment")
        verbose_name_plural = _("assignments")

    def __str__(self) -> str:
        return f"{self.quiz}, {self.classroom}"


class ExtraTime(models.Model):
    """Minutes that one learner has more for one assignment; they move its closing time too."""

    assignment = models.ForeignKey(Assignment, on_delete=models.CASCADE, related_name="extra_times")
    learner = models.ForeignKey(settings.AUTH_USER_MODEL, on_delete=models.CASCADE, related_name="extra_times")
    minutes = models.PositiveSmallIntegerField(_("minutes"))
    given_by = models.ForeignKey(settings.AUTH_USER_MODEL, on_delete=models.PROTECT, related_name="+")
    given_at = models.DateTimeField(_("given"))

    class Meta:
        ordering = ("assignment", "learner")
        constraints = [models.UniqueConstraint(fields=("assignment", "learner"), name="extra_time_once")]
        verbose_name = _("extra time")
        verbose_name_plural = _("extra times")

    def __str__(self) -> str:
        return f"{self.learner}, {self.assignment}: {self.minutes}"
