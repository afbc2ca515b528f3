"""Who people are: learners join with a classroom's code, everybody signs in by name."""

import unicodedata
from uuid import uuid4

from django.contrib.auth import authenticate
from django.db import IntegrityError, transaction
from django.db.models import Q
from django.http import HttpRequest
from django.utils.translation import gettext as _

from quizzes.models import Classroom, Enrolment, User

LONGEST_KEY = 80  # a ligature such as U+FDFA unfolds into 18 letters; the column holds this many


class JoinError(ValueError):
    """The classroom cannot be joined; `field` is the input that the message is about."""

    def __init__(self, field: str, message: str) -> None:
        super().__init__(message)
        self.field = field


def fold_name(name: str) -> str:
    """Fold a name so that "Zoë  Lind" and "zoe lind" are one: case, accents and spaces do not matter."""
    plain = unicodedata.normalize("NFKD", name)
    folded = " ".join("".join(char for char in plain if not unicodedata.combining(char)).casefold().split())
    return folded[:LONGEST_KEY]


def fold_code(code: str) -> str:
    """Fold a join code: capitals, dashes and spaces do not matter."""
    return "".join(char for char in code.upper() if char.isalnum())


def find_classroom(code: str) -> Classroom:
    """Return the classroom of a join code."""
    classroom = Classroom.objects.filter(code=fold_code(code)).first()
    if classroom is None:
        raise JoinError("code", _("No classroom has this code. Look at it again; your instructor can show it."))
    if not classroom.open_to_join:
        raise JoinError("code", _("This classroom takes no new members now. Ask your instructor to open it."))
    return classroom


def join_classroom(*, code: str, name: str, password: str) -> User:
    """Make a learner with a name and password of their own choice, and enrol them."""
    classroom = find_classroom(code)
    shown = " ".join(name.split())[:40]
    try:
        with transaction.atomic():
            # The user name is never shown; a learner signs in with the name in the classroom and its code.
            user = User.objects.create_user(username=f"learner-{uuid4().hex}", password=password, display_name=shown)
            _enrol(classroom, user, shown)
    except IntegrityError:
        raise JoinError(
            "name", _("Someone in this classroom has this name. Add a letter, or sign in if it is you.")
        ) from None
    return user


def join_as(user: User, *, code: str) -> Classroom:
    """Enrol someone who is signed in already; joining twice changes nothing."""
    classroom = find_classroom(code)
    if classroom.enrolments.filter(user=user).exists():
        return classroom
    try:
        with transaction.atomic():
            _enrol(classroom, user, str(user)[:40])
    except IntegrityError:
        raise JoinError(
            "code", _("Someone in this classroom has your name. Change your name in the settings, then join.")
        ) from None
    return classroom


def _enrol(classroom: Classroom, user: User, name: str) -> None:
    Enrolment.objects.create(classroom=classroom, user=user, name=name, name_key=fold_name(name))


def check_sign_in(request: HttpRequest, *, name: str, password: str, code: str) -> User | None:
    """Return who signs in: a learner by the name in the classroom of the code, others by user name."""
    username = name.strip()
    if code:
        enrolment = (
            Enrolment.objects.filter(Q(name_key=fold_name(name)) | Q(user__username=username))
            .filter(classroom__code=fold_code(code))
            .select_related("user")
            .order_by("pk")
            .first()
        )
        username = enrolment.user.get_username() if enrolment else f"{fold_code(code)}/{fold_name(name)}"
    user = authenticate(request, username=username, password=password)
    return user if isinstance(user, User) else None


def change_settings(user: User, *, display_name: str, theme: str, single_keys: bool) -> None:
    """Change how the user is named and how pages look; the names in classrooms stay."""
    user.display_name = " ".join(display_name.split())
    user.theme = theme
    user.single_keys = single_keys
    user.save(update_fields=["display_name", "theme", "single_keys"])


def change_reading(user: User, *, size: str, spacing: str, easy_font: bool, high_contrast: bool) -> None:
    """Change how text is shown to the user; what is as usual is left out."""
    chosen = {"size": size, "spacing": spacing, "font": "easy" * easy_font, "contrast": "high" * high_contrast}
    user.reading = {name: value for name, value in chosen.items() if value}
    user.save(update_fields=["reading"])


def change_password(user: User, *, password: str) -> None:
    """Give the user another password."""
    user.set_password(password)
    user.save(update_fields=["password"])
