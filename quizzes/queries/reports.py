"""The report of an assignment: who answered what, each score, and who chose which option."""

from collections.abc import Iterable
from dataclasses import dataclass

from quizzes.engine.item_analysis import OptionCount, count_options, count_texts, facility
from quizzes.models import Assignment, Attempt, Enrolment, Evidence, ItemRevision, Response, Slot
from quizzes.queries.gaps import has_gaps
from quizzes.queries.pairs import PairCount, count_pairs, is_order
from quizzes.queries.proofs import Found, found_in, with_found
from quizzes.queries.retries import is_retry
from quizzes.queries.scores import Score, score_of_attempts


@dataclass(frozen=True, slots=True)
class Cell:
    """What one learner gave for one slot: "right", "part", "wrong", "none"; "hidden" while graded work is open."""

    position: int
    outcome: str


@dataclass(frozen=True, slots=True)
class LearnerRow:
    """One learner with the attempt that counts: the newest that is finished, or else the one under way."""

    enrolment: Enrolment
    attempt: Attempt | None
    score: Score | None
    cells: tuple[Cell, ...]

    @property
    def under_way(self) -> bool:
        return self.attempt is not None and self.attempt.state == Attempt.State.OPEN


@dataclass(frozen=True, slots=True)
class ItemRow:
    """One question with what was given for it in the attempts that count."""

    slot: Slot
    paragraphs: tuple[int, ...]
    counts: tuple[OptionCount, ...]
    answered: int
    attempts: int
    facility: float | None
    pairs: tuple[PairCount, ...] = ()

    @property
    def is_order(self) -> bool:
        return is_order(self.slot.item_revision)

    @property
    def has_gaps(self) -> bool:
        return has_gaps(self.slot.item_revision)

    @property
    def percent(self) -> int | None:
        return None if self.facility is None else round(self.facility * 100)

    @property
    def unanswered(self) -> int:
        return self.attempts - self.answered


@dataclass(frozen=True, slots=True)
class Report:
    """Everything on the page; `finished` attempts are what the figures of the questions are made from."""

    learners: tuple[LearnerRow, ...]
    items: tuple[ItemRow, ...]
    finished: int
    evidence: Found
    retries: int

    @property
    def under_way(self) -> int:
        return sum(row.under_way for row in self.learners)

    @property
    def not_started(self) -> int:
        return sum(row.attempt is None for row in self.learners)

    @property
    def scored(self) -> list[Score]:
        return [row.score for row in self.learners if row.score and not row.under_way]

    @property
    def mean(self) -> float | None:
        return sum(float(score.mark) for score in self.scored) / len(self.scored) if self.scored else None


def report_on(assignment: Assignment) -> Report:
    """Read the report in a constant number of queries."""
    learners = list(assignment.classroom.enrolments.filter(role=Enrolment.Role.LEARNER).order_by("name_key"))
    attempts = list(with_found(assignment.attempts.order_by("number")))
    counting = _attempts_that_count(attempts)
    scores = score_of_attempts(counting.values())
    slots = list(assignment.quiz.slots.select_related("item_revision", "item"))
    given = _given(counting.values())
    rows = tuple(_learner_row(learner, counting.get(learner.user_id), scores, slots, given) for learner in learners)
    finished = [row.attempt for row in rows if row.attempt and not row.under_way]
    places = _paragraphs(slots)
    items = tuple(_item_row(slot, places.get(slot.item_revision_id, ()), finished, given) for slot in slots)
    return Report(rows, items, len(finished), found_in(finished), sum(is_retry(each) for each in attempts))


def _attempts_that_count(attempts: Iterable[Attempt]) -> dict[int, Attempt]:
    """The newest finished attempt of each learner, or else the open one; retries of what was wrong never count."""
    counting: dict[int, Attempt] = {}
    for attempt in attempts:
        if is_retry(attempt):
            continue
        if attempt.learner_id not in counting or attempt.state == Attempt.State.FINISHED:
            counting[attempt.learner_id] = attempt
    return counting


def _given(attempts: Iterable[Attempt]) -> dict[tuple[int, int], Response]:
    """The current response by attempt and slot."""
    current = Response.objects.filter(is_current=True, attempt_slot__attempt__in=list(attempts))
    return {
        (response.attempt_slot.attempt_id, response.attempt_slot.slot_id): response
        for response in current.select_related("attempt_slot__attempt")
        if response.given and (response.fraction is not None or _waits_for_its_mark(response))
    }


def _waits_for_its_mark(response: Response) -> bool:
    """Say whether an autosaved answer will be scored when its attempt ends; in practice only Check scores."""
    attempt = response.attempt_slot.attempt
    return attempt.state == Attempt.State.OPEN and attempt.mode == Assignment.Mode.GRADED


def _learner_row(
    learner: Enrolment,
    attempt: Attempt | None,
    scores: dict[int, Score],
    slots: list[Slot],
    given: dict[tuple[int, int], Response],
) -> LearnerRow:
    if attempt is None:
        return LearnerRow(learner, None, None, tuple(Cell(slot.position, "none") for slot in slots))
    cells = tuple(Cell(slot.position, _outcome(attempt, given.get((attempt.pk, slot.pk)))) for slot in slots)
    return LearnerRow(learner, attempt, scores[attempt.pk], cells)


def _outcome(attempt: Attempt, response: Response | None) -> str:
    if response is None:
        return "none"
    if attempt.state == Attempt.State.OPEN and attempt.mode == Assignment.Mode.GRADED:
        return "hidden"
    if response.fraction is None:
        return "none"
    if response.fraction >= 1:
        return "right"
    return "part" if response.fraction > 0 else "wrong"


def _paragraphs(slots: list[Slot]) -> dict[int, tuple[int, ...]]:
    rows = Evidence.objects.filter(item_revision__in=[slot.item_revision_id for slot in slots])
    found: dict[int, set[int]] = {}
    for revision, number in rows.values_list("item_revision", "paragraph__number"):
        found.setdefault(revision, set()).add(number)
    return {revision: tuple(sorted(numbers)) for revision, numbers in found.items()}


def _item_row(
    slot: Slot, paragraphs: tuple[int, ...], attempts: list[Attempt], given: dict[tuple[int, int], Response]
) -> ItemRow:
    responses = [given[attempt.pk, slot.pk] for attempt in attempts if (attempt.pk, slot.pk) in given]
    fractions = [response.fraction or 0.0 for response in responses] + [0.0] * (len(attempts) - len(responses))
    wording, share = slot.item_revision, facility(fractions)
    pairs = tuple(count_pairs(wording, [response.given for response in responses]))
    counts = () if pairs else tuple(_counts(wording, responses))
    return ItemRow(slot, paragraphs, counts, len(responses), len(attempts), share, pairs)


def _counts(revision: ItemRevision, responses: list[Response]) -> list[OptionCount]:
    if revision.options is not None:
        return count_options(revision.options, [response.given for response in responses])
    return count_texts((response.given, (response.fraction or 0) >= 1) for response in responses)
