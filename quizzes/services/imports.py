"""Imports: a long text, a file or a web page on its way in, in the background."""

import logging
from collections.abc import Callable
from datetime import datetime
from functools import partial

from django.conf import settings
from django.db import transaction
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from quizzes.access import imports_of
from quizzes.intake import IntakeError, read
from quizzes.intake.fetching import Fetched, fetch
from quizzes.intake.fetching_hosts import FetchError, target_of
from quizzes.intake.values import Source
from quizzes.models import Article, TextImport, User
from quizzes.services import leases
from quizzes.services.articles import ArticleError, prepare, store_article

log = logging.getLogger(__name__)

TASK = "quizzes.tasks.run_import"
FETCHING, READING, CLEANING, STORING = STAGES = ("fetching", "reading", "cleaning", "storing")
MOST_OPEN = 10
Fetch = Callable[..., Fetched]
DIED = gettext_lazy("The worker stopped three times while it read this text. Bring it in smaller parts.")


class ImportRefused(ValueError):  # noqa: N818 - it is a refusal, and ImportError means something else
    """An import that cannot begin; the message is one sentence for the instructor."""


def request_import(
    user: User, *, source: str, data: bytes | None = None, source_name: str = "", title: str = ""
) -> TextImport:
    """Store what was brought and put it in the queue once that is committed.

    `source` is one of Article.Source; a web address stands in `source_name` and has no data.
    """
    if source == Article.Source.ADDRESS:
        if not settings.FETCH_ADDRESSES:
            raise ImportRefused(_("This installation does not fetch web pages. Open the page and paste its text."))
        try:
            target_of(source_name)
        except FetchError as refusal:
            raise ImportRefused(str(refusal)) from refusal
    with transaction.atomic():
        if imports_of(user).filter(state__in=leases.OPEN).count() >= MOST_OPEN:
            raise ImportRefused(
                _("%(most)d texts of yours are on their way in already. Wait until one of them is done.")
                % {"most": MOST_OPEN}
            )
        made = TextImport.objects.create(
            requested_by=user, source=source, source_name=source_name, title=title, data=data
        )
        leases.enqueue_on_commit(TASK, made.pk)
    return made


def cancel_import(user: User, *, work: TextImport, now: datetime) -> TextImport:
    """Stop an import that waits or runs; what was brought is forgotten. A finished one stays as it is."""
    with transaction.atomic():
        leases.cancel(imports_of(user).filter(pk=work.pk), now, data=None)
    work.refresh_from_db()
    return work


def retry_import(user: User, *, work: TextImport) -> TextImport:
    """Ask for a web address again whose import failed or was stopped; the old import goes."""
    with transaction.atomic():
        over = imports_of(user).filter(pk=work.pk, source=Article.Source.ADDRESS).exclude(state__in=leases.OPEN)
        if not over.filter(article=None).delete()[0]:
            raise ImportRefused(_("Only a web address that was not read can be asked for again. Bring the text again."))
        return request_import(user, source=work.source, source_name=work.source_name, title=work.title)


def discard_import(user: User, *, work: TextImport) -> None:
    """Forget an import that is over; its article, if there is one, stays."""
    with transaction.atomic():
        imports_of(user).filter(pk=work.pk).exclude(state__in=leases.OPEN).delete()


def perform_import(import_id: int, *, now: datetime, fetch: Fetch = fetch) -> None:
    """Make the article of an import; do nothing when it is finished, stopped or another worker's.

    Performing an import twice makes one article: it is stored in the same step that closes the import. What the
    text itself is to blame for is written on the import; what went wrong here is raised again for the log too.
    """
    work = leases.lease(TextImport.objects.select_related("requested_by"), import_id, now)
    if work is None:
        return
    progress = leases.Progress(work, now)
    fail = partial(progress.finish, TextImport.State.FAILED, data=None)
    try:
        source, source_name = _source(work, progress, fetch)
        progress(CLEANING, 0, 1)
        prepared = prepare(source)
        with transaction.atomic():
            progress(STORING, 0, 1)
            progress.write()
            kept = {Article.Source.PASTED, Article.Source.ADDRESS} & {work.source}
            article = store_article(
                work.requested_by, prepared, title=work.title, kind="".join(kept), source_name=source_name
            )
            progress.finish(TextImport.State.DONE, article=article, data=None)
    except leases.Stopped:
        log.info("Import %s was stopped or taken over.", work.pk)
    except (ArticleError, FetchError, IntakeError) as refusal:
        fail(error=str(refusal))
    except Exception:
        fail(error=_("Something in this text could not be read, and nothing was stored. Copy its text and paste it."))
        raise


def _source(work: TextImport, progress: leases.Progress[TextImport], fetch: Fetch) -> tuple[Source, str]:
    """Read what was brought; return it with the name that its article keeps."""
    if work.source == Article.Source.PASTED:
        return Source(kind=work.source, title="", text=bytes(work.data or b"").decode(), blocks=None), ""
    if work.source == Article.Source.ADDRESS:
        progress(FETCHING, 0, 1)
        page = fetch(work.source_name, version=settings.VERSION)
    else:
        page = Fetched(bytes(work.data or b""), work.source_name, work.source_name)
    progress(READING, 0, 0)
    return read(page.data, name=page.name, progress=partial(progress, READING)), page.address


def reap_imports(now: datetime) -> int:
    """Put imports of dead workers back in the queue, or fail them after the last try; return how many there were."""
    return leases.reap(TextImport.objects.all(), now, task=TASK, failure=DIED, data=None)
