"""Classrooms: make one, change it, give it a new code."""

import secrets

from django.db import IntegrityError, transaction

from quizzes.models import Classroom, Enrolment, User
from quizzes.services.accounts import fold_name

# Words and digits that nobody mistakes for others when a code is read aloud or off a board.
WORDS = ("KELP", "REED", "MOSS", "FERN", "LARK", "WREN", "PEAR", "PLUM", "DUNE", "TIDE", "PINE", "BARK", "SEED", "LEAF")
DIGITS = "2345679"


def create_classroom(user: User, *, name: str) -> Classroom:
    """Make a classroom with the user as its instructor."""
    with transaction.atomic():
        classroom = _with_fresh_code(Classroom(name=name.strip()))
        shown = str(user)[:40]
        Enrolment.objects.create(
            classroom=classroom, user=user, role=Enrolment.Role.INSTRUCTOR, name=shown, name_key=fold_name(shown)
        )
    return classroom


def change_classroom(user: User, *, classroom: Classroom, name: str, open_to_join: bool) -> None:
    """Rename the classroom, and open or close it to new members."""
    classroom.name = name.strip()
    classroom.open_to_join = open_to_join
    classroom.save(update_fields=["name", "open_to_join"])


def renew_code(user: User, *, classroom: Classroom) -> None:
    """Replace the join code; the old one stops working at once."""
    _with_fresh_code(classroom)


def _with_fresh_code(classroom: Classroom) -> Classroom:
    """Save with a code that no other classroom has."""
    while True:
        classroom.code = secrets.choice(WORDS) + "".join(secrets.choice(DIGITS) for _ in range(3))
        try:
            with transaction.atomic():
                classroom.save()
        except IntegrityError:
            continue
        return classroom
