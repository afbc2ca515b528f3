"""Runs: one generation in the background; services/leases.py keeps its lease, progress and take-over."""

import logging
from collections.abc import Collection
from dataclasses import asdict
from datetime import datetime

from django.db import IntegrityError, transaction
from django.utils.module_loading import import_string
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from quizzes.access import articles_of
from quizzes.engine import VERSION
from quizzes.engine.items.values import Kind
from quizzes.engine.text.chapters import only
from quizzes.models import ArticleRevision, Run, User
from quizzes.queries.articles import engine_paragraphs
from quizzes.services import leases
from quizzes.services.proposals import store_proposals
from quizzes.services.refused import KEPT, store_refused

log = logging.getLogger(__name__)

# Both by name: tasks stand above services, and only a process that performs a run may load the language model.
TASK = "quizzes.tasks.run_generation"
PIPELINE = "quizzes.engine.pipeline.generate"
DIED = gettext_lazy("The worker stopped three times while it read this text. Try again with a shorter text.")


class RunError(ValueError):
    """A run that cannot begin; the message is one sentence for the instructor."""


def request_run(
    user: User,
    *,
    revision: ArticleRevision,
    seed: int = 0,
    maximum: int | None = None,
    kinds: Collection[str] = (),
    chapters: Collection[int] = (),
) -> Run:
    """Store what is asked and put it in the queue once that is committed; one run of a revision at a time.

    No kinds means all kinds; no maximum means everything that passes; no chapters, which are named by their first
    paragraphs, means the whole text.
    """
    if not articles_of(user).filter(pk=revision.article_id).exists():
        raise RunError(_("Only the owner of an article can ask for its questions."))
    chosen = [kind.value for kind in Kind if kind.value in set(kinds)]
    try:
        with transaction.atomic():
            run = Run.objects.create(
                revision=revision,
                requested_by=user,
                seed=seed,
                maximum=maximum,
                kinds=chosen,
                chapters=sorted(chapters),
            )
            leases.enqueue_on_commit(TASK, run.pk)
    except IntegrityError as error:
        raise RunError(
            _("Questions for this article are being written already. Wait until that is done, or stop it first.")
        ) from error
    return run


def cancel_run(user: User, *, run: Run, now: datetime) -> Run:
    """Stop a run that is waiting or running; its worker notices at its next report. A finished run stays as it is."""
    with transaction.atomic():
        leases.cancel(Run.objects.filter(pk=run.pk, revision__article__in=articles_of(user)), now)
    run.refresh_from_db()
    return run


def perform_run(run_id: int, *, now: datetime) -> None:
    """Generate and store the proposals of a run; do nothing when it is finished, stopped or another worker's.

    Performing a run twice adds nothing twice. What goes wrong is written on the run for its instructor and raised
    again for the log of the queue.
    """
    run = leases.lease(Run.objects.select_related("revision"), run_id, now, engine_version=VERSION)
    if run is None:
        return
    progress = leases.Progress(run, now)
    try:
        kinds = frozenset(Kind(name) for name in run.kinds) or None
        generation = import_string(PIPELINE)(
            only(engine_paragraphs(run.revision), run.chapters),
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
    except leases.Stopped:
        log.info("Run %s was stopped or taken over.", run.pk)
    except Exception:
        progress.finish(Run.State.FAILED, error=_failure())
        raise


def _failure() -> str:
    return _(
        "Something in this text stopped the engine, and nothing was stored. Try again; if it fails again, give the"
        " text in smaller parts and tell the person who runs this installation."
    )


def reap_runs(now: datetime) -> int:
    """Put runs of dead workers back in the queue, or fail them after the last try; return how many there were."""
    return leases.reap(Run.objects.all(), now, task=TASK, failure=DIED)
