"""Classrooms: make one, change it, give it a new code."""

import secrets

from django.db import IntegrityError, transaction

from quizzes.models import Classroom, Enrolment, User
from quizzes.services.accounts import fold_name

# A word that is easy to say, and digits and letters that nobody mistakes for others on a board or read aloud.
WORDS = (
    *("KELP", "REED", "MOSS", "FERN", "LARK", "WREN", "PEAR", "PLUM", "DUNE", "TIDE", "PINE", "BARK", "SEED", "LEAF"),
    *("CLAY", "CORN", "DEER", "FLAX", "GULF", "HARE", "HAWK", "IRIS", "KITE", "LAKE", "LIME", "MINT", "NEST", "PALM"),
    *("PATH", "POND", "RAIN", "RICE", "ROCK", "SAND", "SNOW", "STAR", "SWAN", "TREE", "VINE", "WAVE", "WIND", "WOLF"),
)
DIGITS = "234679"
LETTERS = "ACDEFGHJKLMNPRTVWXY"
COMBINATIONS = len(WORDS) * len(DIGITS) ** 3 * len(LETTERS)


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
        classroom.code = _code()
        try:
            with transaction.atomic():
                classroom.save()
        except IntegrityError:
            continue
        return classroom


def _code() -> str:
    """Return a code such as KELP426X; people see it as KELP-426X."""
    return secrets.choice(WORDS) + "".join(secrets.choice(DIGITS) for _ in range(3)) + secrets.choice(LETTERS)
