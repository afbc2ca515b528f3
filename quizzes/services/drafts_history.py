"""Undo, redo, discard and save: what is done with a text being edited as a whole."""

from collections.abc import Sequence
from datetime import datetime

from django.db import transaction
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from quizzes.models import Article, ArticleDraft, ArticleRevision, Run, User
from quizzes.queries.draft_rows import Row, fresh_rows, removed_of
from quizzes.services.drafts_change import Done, DraftError, from_json, keep, locked_draft
from quizzes.services.revisions import NewParagraph, RevisionError, create_revision

UNDOABLE = {
    "edit": gettext_lazy("changing a text"),
    "split": gettext_lazy("splitting a paragraph"),
    "merge": gettext_lazy("merging two paragraphs"),
    "drop": gettext_lazy("dropping a paragraph"),
    "kind": gettext_lazy("marking a paragraph"),
    "move": gettext_lazy("moving a paragraph"),
    "add": gettext_lazy("adding a paragraph"),
    "return": gettext_lazy("bringing back"),
}


def undo(user: User, *, article: Article, state: str, now: datetime) -> Done:
    """Take back the last change."""
    with transaction.atomic():
        draft = locked_draft(user, article=article, state=state)
        if not draft.undo:
            raise DraftError(_("There is nothing to undo."))
        entry = draft.undo.pop()
        for splice in reversed(from_json(entry)):
            splice.inverse.apply(draft.paragraphs)
        draft.redo.append(entry)
        keep(user, draft, now)
    said = _("Undone: %(what)s.") % {"what": UNDOABLE[entry["what"]]}
    return Done(draft, _standing_key(draft, entry), said)


def redo(user: User, *, article: Article, state: str, now: datetime) -> Done:
    """Do again what was taken back last."""
    with transaction.atomic():
        draft = locked_draft(user, article=article, state=state)
        if not draft.redo:
            raise DraftError(_("There is nothing to redo."))
        entry = draft.redo.pop()
        for splice in from_json(entry):
            splice.apply(draft.paragraphs)
        draft.undo.append(entry)
        keep(user, draft, now)
    said = _("Done again: %(what)s.") % {"what": UNDOABLE[entry["what"]]}
    return Done(draft, _standing_key(draft, entry), said)


def discard(user: User, *, article: Article, state: str, now: datetime) -> None:
    """Give up every change. The emptied draft stays, so that no older page can be mistaken for a new one."""
    with transaction.atomic():
        draft = locked_draft(user, article=article, state=state)
        if draft.pk is None:
            return
        draft.based_on = article.revisions.latest("number")
        draft.paragraphs = fresh_rows(draft.based_on)
        draft.undo, draft.redo = [], []
        keep(user, draft, now)


def save(user: User, *, article: Article, state: str, now: datetime) -> ArticleRevision | None:
    """Freeze the draft as the article's next revision; None, and no revision, when it says what the newest one says."""
    with transaction.atomic():
        draft = locked_draft(user, article=article, state=state)
        rows = [row for row in draft.paragraphs if not row["out"]]
        if says_the_same(draft, rows):
            return None
        if Run.objects.filter(revision__article=article, state__in=(Run.State.QUEUED, Run.State.RUNNING)).exists():
            raise DraftError(
                _("Questions are being written about this text. Wait until that is done, or stop it; then save.")
            )
        try:
            revision = create_revision(
                user,
                article=article,
                paragraphs=[NewParagraph(row["kind"], row["text"], row["segments"]) for row in rows],
                removed=removed_of(draft.paragraphs),
                now=now,
            )
        except RevisionError as refusal:
            raise DraftError(str(refusal)) from refusal
        draft.delete()
    return revision


def says_the_same(draft: ArticleDraft, rows: Sequence[Row]) -> bool:
    """Say whether these paragraphs are those of the revision the draft is based on."""
    stored = draft.based_on.paragraphs.order_by("number").values_list("kind", "text")
    return [(row["kind"], row["text"]) for row in rows] == list(stored)


def _standing_key(draft: ArticleDraft, entry: dict[str, object]) -> str:
    """Name the paragraph that an entry is about, or the nearest that stands in the text."""
    rows = draft.paragraphs
    place = next((at for at, row in enumerate(rows) if row["key"] == entry["key"]), from_json(entry)[0].at)
    standing = [at for at, row in enumerate(rows) if not row["out"]]
    nearest = min(standing, key=lambda at: (abs(at - place), at), default=None)
    return "" if nearest is None else str(rows[nearest]["key"])
