"""Work in the background, whatever it is: one worker's lease on it, progress, stopping and take-over."""

import time
from datetime import datetime, timedelta
from functools import partial
from typing import Any, Generic, TypeVar

from django.db import transaction
from django.db.models import F, Q, QuerySet
from django.utils.functional import Promise
from django.utils.module_loading import import_string

from quizzes.models import Work

LEASE = timedelta(seconds=60)
PATIENCE = timedelta(minutes=10)  # work that waits longer than this may have lost its place in the queue
TRIES = 3
SECONDS_BETWEEN_WRITES = 0.25
OPEN = (Work.State.QUEUED, Work.State.RUNNING)

WorkT = TypeVar("WorkT", bound=Work)


class Stopped(Exception):  # noqa: N818 - nothing went wrong: the work was stopped or another worker has it
    """The work is no longer this worker's."""


def enqueue(task: str, work_id: int) -> None:
    """Put work into the queue by the name of its task, since tasks stand above services."""
    import_string(task).enqueue(work_id)


def enqueue_on_commit(task: str, work_id: int) -> None:
    transaction.on_commit(partial(enqueue, task, work_id))


def lease(rows: QuerySet[WorkT], work_id: int, now: datetime, **begun: object) -> WorkT | None:
    """Take work that waits, or whose worker's lease has ended; None when there is nothing to take."""
    free = Q(state=Work.State.QUEUED) | Q(state=Work.State.RUNNING, leased_until__lt=now)
    with transaction.atomic():
        taken = rows.filter(free, pk=work_id, tries__lt=TRIES).update(
            state=Work.State.RUNNING,
            tries=F("tries") + 1,
            leased_until=now + LEASE,
            stage="",
            done=0,
            total=0,
            **begun,
        )
        return rows.get(pk=work_id) if taken else None


def cancel(rows: QuerySet[WorkT], now: datetime, **emptied: object) -> None:
    """Stop what of these rows waits or runs; its worker notices at its next report. Finished work stays as it is."""
    rows.filter(state__in=OPEN).update(state=Work.State.CANCELLED, finished_at=now, leased_until=None, **emptied)


class Progress(Generic[WorkT]):
    """Writes how far work is, a few times a second, and renews its lease; raises Stopped when it is lost.

    `tries` tells this worker's hold on the work from that of one that took it over since.
    """

    def __init__(self, work: WorkT, now: datetime) -> None:
        rows: QuerySet[Any] = type(work)._default_manager.all()
        self._mine = rows.filter(pk=work.pk, state=Work.State.RUNNING, tries=work.tries)
        self._begun, self._began_at, self._written = time.monotonic(), now, 0.0
        self._said: tuple[str, int, int] = ("", 0, 0)

    def __call__(self, stage: str, done: int, total: int) -> None:
        is_new = stage != self._said[0]
        self._said = (stage, done, total)
        if is_new or time.monotonic() - self._written >= SECONDS_BETWEEN_WRITES:
            self.write()

    @property
    def now(self) -> datetime:
        """The time, counted from the one that was given."""
        return self._began_at + timedelta(seconds=time.monotonic() - self._begun)

    def write(self) -> None:
        self._written = time.monotonic()
        stage, done, total = self._said
        if not self._mine.update(stage=stage, done=done, total=total, leased_until=self.now + LEASE):
            raise Stopped

    def finish(self, state: str, **outcome: object) -> None:
        """Close the work; when it was stopped or taken over meanwhile it stays as it is."""
        self._mine.update(state=state, finished_at=self.now, leased_until=None, **outcome)


def reap(rows: QuerySet[WorkT], now: datetime, *, task: str, failure: str | Promise, **emptied: object) -> int:
    """Put work of dead workers back in the queue, or fail it after the last try; return how much there was.

    `emptied` are the columns that failed work has no use for any more.
    """
    dead = Q(state=Work.State.RUNNING, leased_until__lt=now)
    forgotten = Q(state=Work.State.QUEUED) & (
        Q(leased_until__lt=now) | Q(leased_until=None, created_at__lt=now - PATIENCE)
    )
    with transaction.atomic():
        lost = list(
            rows.select_for_update(skip_locked=True).filter(dead | forgotten).order_by("pk").values_list("pk", "tries")
        )
        for pk, tries in lost:
            row = rows.filter(pk=pk)
            if tries >= TRIES:
                row.update(state=Work.State.FAILED, finished_at=now, leased_until=None, error=str(failure), **emptied)
            else:
                row.update(state=Work.State.QUEUED, leased_until=now + PATIENCE)
                enqueue_on_commit(task, pk)
    return len(lost)
