"""Runs: one generation in the background, with a lease, progress, cancelling and take-over."""

import logging
import time
from collections.abc import Collection
from dataclasses import asdict
from datetime import datetime, timedelta
from functools import partial

from django.db import IntegrityError, transaction
from django.db.models import F, Q
from django.utils.module_loading import import_string
from django.utils.translation import gettext as _

from quizzes.access import articles_of
from quizzes.engine import VERSION
from quizzes.engine.items.values import Kind
from quizzes.models import ArticleRevision, Run, User
from quizzes.queries.articles import engine_paragraphs
from quizzes.services.proposals import store_proposals
from quizzes.services.refused import KEPT, store_refused

log = logging.getLogger(__name__)

LEASE = timedelta(seconds=60)
PATIENCE = timedelta(minutes=10)  # a run that waits longer than this may have lost its place in the queue
TRIES = 3
SECONDS_BETWEEN_WRITES = 0.25
# Both by name: tasks stand above services, and only a process that performs a run may load the language model.
TASK = "quizzes.tasks.run_generation"
PIPELINE = "quizzes.engine.pipeline.generate"
OPEN = (Run.State.QUEUED, Run.State.RUNNING)


class RunError(ValueError):
    """A run that cannot begin; the message is one sentence for the instructor."""


class Stopped(Exception):  # noqa: N818 - nothing went wrong: the run was cancelled or another worker has it
    """The run is no longer this worker's."""


def request_run(
    user: User,
    *,
    revision: ArticleRevision,
    seed: int = 0,
    maximum: int | None = None,
    kinds: Collection[str] = (),
) -> Run:
    """Store what is asked and put it in the queue once that is committed; one run of a revision at a time.

    No kinds means all kinds; no maximum means everything that passes.
    """
    if not articles_of(user).filter(pk=revision.article_id).exists():
        raise RunError(_("Only the owner of an article can ask for its questions."))
    chosen = [kind.value for kind in Kind if kind.value in set(kinds)]
    try:
        with transaction.atomic():
            run = Run.objects.create(revision=revision, requested_by=user, seed=seed, maximum=maximum, kinds=chosen)
            transaction.on_commit(partial(_enqueue, run.pk))
    except IntegrityError as error:
        raise RunError(
            _("Questions for this article are being written already. Wait until that is done, or stop it first.")
        ) from error
    return run


def _enqueue(run_id: int) -> None:
    import_string(TASK).enqueue(run_id)


def cancel_run(user: User, *, run: Run, now: datetime) -> Run:
    """Stop a run that is waiting or running; its worker notices at its next report. A finished run stays as it is."""
    with transaction.atomic():
        mine = Run.objects.filter(pk=run.pk, revision__article__in=articles_of(user), state__in=OPEN)
        mine.update(state=Run.State.CANCELLED, finished_at=now, leased_until=None)
    run.refresh_from_db()
    return run


def perform_run(run_id: int, *, now: datetime) -> None:
    """Generate and store the proposals of a run; do nothing when it is finished, stopped or another worker's.

    Performing a run twice adds nothing twice. What goes wrong is written on the run for its instructor and raised
    again for the log of the queue.
    """
    run = _lease(run_id, now)
    if run is None:
        return
    progress = Progress(run, now)
    try:
        kinds = frozenset(Kind(name) for name in run.kinds) or None
        generation = import_string(PIPELINE)(
            engine_paragraphs(run.revision),
            seed=run.seed,
            maximum=run.maximum,
            kinds=kinds,
            progress=progress,
            keep_refused=KEPT,
        )
        with transaction.atomic():
            progress.write()
            added = store_proposals(run, generation.items)
            store_refused(run, generation.refused)
            report = {**asdict(generation.report), "added": added, "known": len(generation.items) - added}
            progress.finish(Run.State.DONE, report=report)
    except Stopped:
        log.info("Run %s was stopped or taken over.", run.pk)
    except Exception:
        progress.finish(Run.State.FAILED, error=_failure())
        raise


def _failure() -> str:
    return _(
        "Something in this text stopped the engine, and nothing was stored. Try again; if it fails again, give the"
        " text in smaller parts and tell the person who runs this installation."
    )


def _lease(run_id: int, now: datetime) -> Run | None:
    """Take a run that waits, or whose worker's lease has ended; None when there is nothing to take."""
    free = Q(state=Run.State.QUEUED) | Q(state=Run.State.RUNNING, leased_until__lt=now)
    with transaction.atomic():
        taken = Run.objects.filter(free, pk=run_id, tries__lt=TRIES).update(
            state=Run.State.RUNNING,
            tries=F("tries") + 1,
            leased_until=now + LEASE,
            engine_version=VERSION,
            stage="",
            done=0,
            total=0,
        )
        return Run.objects.select_related("revision").get(pk=run_id) if taken else None


class Progress:
    """Writes how far a run is, a few times a second, and renews its lease; raises Stopped when it is lost.

    `tries` tells this worker's hold on the run from that of one that took it over since.
    """

    def __init__(self, run: Run, now: datetime) -> None:
        self._mine = Run.objects.filter(pk=run.pk, state=Run.State.RUNNING, tries=run.tries)
        self._begun, self._began_at, self._written = time.monotonic(), now, 0.0
        self._said: tuple[str, int, int] = ("", 0, 0)

    def __call__(self, stage: str, done: int, total: int) -> None:
        is_new = stage != self._said[0]
        self._said = (stage, done, total)
        if is_new or time.monotonic() - self._written >= SECONDS_BETWEEN_WRITES:
            self.write()

    @property
    def _now(self) -> datetime:
        return self._began_at + timedelta(seconds=time.monotonic() - self._begun)

    def write(self) -> None:
        self._written = time.monotonic()
        stage, done, total = self._said
        if not self._mine.update(stage=stage, done=done, total=total, leased_until=self._now + LEASE):
            raise Stopped

    def finish(self, state: str, **outcome: object) -> None:
        """Close the run; when it was stopped or taken over meanwhile it stays as it is."""
        self._mine.update(state=state, finished_at=self._now, leased_until=None, **outcome)


def reap_runs(now: datetime) -> int:
    """Put runs of dead workers back in the queue, or fail them after the last try; return how many there were."""
    dead = Q(state=Run.State.RUNNING, leased_until__lt=now)
    forgotten = Q(state=Run.State.QUEUED) & (
        Q(leased_until__lt=now) | Q(leased_until=None, created_at__lt=now - PATIENCE)
    )
    with transaction.atomic():
        lost = list(Run.objects.select_for_update(skip_locked=True).filter(dead | forgotten).order_by("pk"))
        for run in lost:
            if run.tries >= TRIES:
                run.state, run.finished_at, run.leased_until = Run.State.FAILED, now, None
                run.error = _("The worker stopped three times while it read this text. Try again with a shorter text.")
            else:
                run.state, run.leased_until = Run.State.QUEUED, now + PATIENCE
                transaction.on_commit(partial(_enqueue, run.pk))
            run.save(update_fields=["state", "finished_at", "leased_until", "error"])
    return len(lost)
