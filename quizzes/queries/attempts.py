"""What a learner's pages show: the steps of an attempt, one slot with its answer, and all of them for the result."""

from dataclasses import dataclass
from datetime import datetime
from string import ascii_uppercase

from django.db.models import FilteredRelation, Prefetch, Q, QuerySet

from quizzes.models import Assignment, Attempt, AttemptSlot, Evidence, Response
from quizzes.queries.pairs import is_partial
from quizzes.queries.times import times_of


@dataclass(frozen=True, slots=True)
class Step:
    """One place in the jump list; `fraction` is None while nothing is given or nothing may be shown."""

    position: int
    stem: str
    answered: bool
    marked: bool
    saved_at: datetime | None
    fraction: float | None
    partial: bool = False

    @property
    def is_partly_right(self) -> bool:
        return self.fraction is not None and 0 < self.fraction < 1

    @property
    def is_right(self) -> bool:
        return self.fraction is not None and self.fraction >= 1


@dataclass(frozen=True, slots=True)
class Progress:
    """How far an attempt is."""

    steps: tuple[Step, ...]

    @property
    def total(self) -> int:
        return len(self.steps)

    @property
    def answered(self) -> int:
        return sum(step.answered for step in self.steps)

    @property
    def marked(self) -> int:
        return sum(step.marked for step in self.steps)

    @property
    def saved_at(self) -> datetime | None:
        return max((step.saved_at for step in self.steps if step.saved_at), default=None)

    @property
    def first_open(self) -> int:
        """The position to go on with: the first without an answer, or else the last."""
        return next((step.position for step in self.steps if not step.answered), self.total)

    @property
    def unanswered(self) -> list[Step]:
        return [step for step in self.steps if not step.answered]

    @property
    def partial(self) -> list[Step]:
        """Answers that leave a line empty."""
        return [step for step in self.steps if step.partial]

    @property
    def to_look_at(self) -> list[Step]:
        """What the hand-in page lists: steps without an answer, then answered ones that are partial or marked."""
        return [*self.unanswered, *(step for step in self.steps if step.answered and (step.partial or step.marked))]


@dataclass(frozen=True, slots=True)
class ShownOption:
    """An option as the attempt shows it: `index` in the item revision's list, `number` on the screen from 1."""

    index: int
    number: int
    text: str

    @property
    def letter(self) -> str:
        return ascii_uppercase[(self.number - 1) % len(ascii_uppercase)]


@dataclass(frozen=True, slots=True)
class Outlook:
    """How many more attempts may begin (None without a limit), and whether one is under way."""

    left: int | None
    under_way: bool


def progress_of(attempt: Attempt) -> Progress:
    """Read the steps of an attempt in one query; fractions only where the learner may know them by now."""
    known = attempt.state == Attempt.State.FINISHED or attempt.mode == Assignment.Mode.PRACTICE
    checks = attempt.mode == Assignment.Mode.PRACTICE
    rows = (
        AttemptSlot.objects.filter(attempt=attempt)
        .annotate(newest=FilteredRelation("responses", condition=Q(responses__is_current=True)))
        .order_by("position")
        .values_list(
            "position", "item_revision__stem", "marked", "newest__given", "newest__fraction", "newest__created_at"
        )
    )
    return Progress(
        tuple(
            Step(
                position,
                stem,
                bool(given) and (fraction is not None or not checks),  # in practice only Check answers
                marked,
                saved_at,
                fraction if known and given else None,
                is_partial(given),
            )
            for position, stem, marked, given, fraction, saved_at in rows
        )
    )


def slots_of(attempt: Attempt) -> QuerySet[AttemptSlot]:
    """The slots of an attempt with wording, evidence and the current response (`newest_responses`): three queries."""
    evidence = Evidence.objects.select_related("paragraph").order_by("paragraph__number", "start")
    return (
        AttemptSlot.objects.filter(attempt=attempt)
        .select_related("item_revision__item")
        .prefetch_related(
            Prefetch("responses", Response.objects.filter(is_current=True), to_attr="newest_responses"),
            Prefetch("item_revision__evidence", evidence),
        )
        .order_by("position")
    )


def slot_at(attempt: Attempt, position: int) -> AttemptSlot | None:
    """One slot of an attempt as `slots_of` reads it, or None where there is none."""
    return slots_of(attempt).filter(position=position).first()


def response_of(slot: AttemptSlot) -> Response | None:
    """The current response of a slot read by `slots_of`; an answer that was taken back counts as none."""
    newest: list[Response] = getattr(slot, "newest_responses", [])
    return next((response for response in newest if response.given), None)


def scored_response_of(slot: AttemptSlot) -> Response | None:
    """The current response if it has a mark: one that a page only saved by itself has none before the attempt ends."""
    response = response_of(slot)
    return response if response and response.fraction is not None else None


def shown_options(slot: AttemptSlot) -> list[ShownOption]:
    """The options in the order that this attempt pinned."""
    options = slot.item_revision.options or []
    return [
        ShownOption(index, number, options[index]["text"])
        for number, index in enumerate(slot.option_order, start=1)
        if index < len(options)
    ]


def attempts_taken(learner_id: int, assignment: Assignment) -> tuple[int, bool]:
    """How many attempts a learner has begun, without retries of what was wrong, and whether any is under way."""
    own = Attempt.objects.filter(assignment=assignment, learner=learner_id).values_list("state", "settings")
    whole = [state for state, settings in own if "retry_of" not in settings]
    return len(whole), any(state == Attempt.State.OPEN for state, _settings in own)


def outlook_after(attempt: Attempt, *, now: datetime) -> Outlook:
    """What the learner may do once this attempt is done, in one query."""
    assignment = attempt.assignment
    taken, under_way = attempts_taken(attempt.learner_id, assignment)
    closing = times_of(attempt).closing
    if closing and now >= closing:
        return Outlook(0, False)
    left = None if assignment.attempts_allowed is None else max(0, assignment.attempts_allowed - taken)
    return Outlook(left, under_way)
