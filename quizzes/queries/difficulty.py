"""How hard items are: the engine's guess, until enough learners of the instructor's classrooms have answered."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass

from django.db.models import Avg, Count, F, FilteredRelation, FloatField, Q
from django.db.models.functions import Coalesce
from django.utils.translation import gettext_lazy

from quizzes.access import classrooms_taught_by
from quizzes.engine.item_analysis import Band, difficulty_band
from quizzes.models import Attempt, AttemptSlot, User

BANDS: tuple[Band, ...] = ("easy", "medium", "hard")
LABELS = {"easy": gettext_lazy("Easy"), "medium": gettext_lazy("Medium"), "hard": gettext_lazy("Hard")}
CHOICES = tuple(LABELS.items())
LEAST_LEARNERS = 5  # fewer say little about an item


@dataclass(frozen=True, slots=True)
class Observed:
    """The facility of an item: the mean fraction of first attempts, and how many learners made them."""

    facility: float
    learners: int


@dataclass(frozen=True, slots=True)
class Difficulty:
    """A band, and what it was seen from; without `observed` it is a guess."""

    band: Band
    guess: float
    observed: Observed | None = None

    @property
    def label(self) -> str:
        return str(LABELS[self.band])

    @property
    def percent(self) -> int | None:
        return round(100 * self.observed.facility) if self.observed else None


def observed(user: User, items: Iterable[int]) -> dict[int, Observed]:
    """Return the facility of each item that enough learners have met, in one query; the keys are primary keys.

    What counts are finished first attempts in classrooms that the user teaches, with the item worded as it is now; an
    unanswered slot counts 0.
    """
    rows = (
        AttemptSlot.objects.filter(
            slot__item__in=list(items),
            item_revision=F("slot__item__current"),
            attempt__state=Attempt.State.FINISHED,
            attempt__number=1,
            attempt__assignment__classroom__in=classrooms_taught_by(user).values("pk"),
        )
        .order_by()
        .annotate(newest=FilteredRelation("responses", condition=Q(responses__is_current=True)))
        .values("slot__item")
        .annotate(
            facility=Avg(Coalesce("newest__fraction", 0.0, output_field=FloatField())),
            learners=Count("attempt__learner", distinct=True),
        )
    )
    return {
        row["slot__item"]: Observed(row["facility"], row["learners"])
        for row in rows
        if row["learners"] >= LEAST_LEARNERS
    }


def difficulties(user: User, guesses: Mapping[int, float]) -> dict[int, Difficulty]:
    """Band each item, by its facility where it is known and by the guess where not; in one query."""
    seen = observed(user, guesses)
    return {key: _difficulty(guess, seen.get(key)) for key, guess in guesses.items()}


def _difficulty(guess: float, seen: Observed | None) -> Difficulty:
    return Difficulty(difficulty_band(1 - seen.facility if seen else guess), guess, seen)
