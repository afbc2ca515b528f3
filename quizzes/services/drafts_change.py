"""One change of a text being edited: the draft is locked, the page's state compared, and what is done can be undone."""

from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from dataclasses import dataclass
from datetime import datetime
from typing import Any

from django.db import transaction
from django.utils.translation import gettext as _

from quizzes.access import articles_of
from quizzes.engine.text.editing import LONGEST, parts
from quizzes.engine.text.splices import Plan, Splice, plan_rewrite, plan_split
from quizzes.models import Article, ArticleDraft, User
from quizzes.queries.draft_rows import Row, Rows, draft_of, state_of, stored

DEPTH = 200


class DraftError(ValueError):
    """A change that cannot be made; the message is one sentence for the person who edits."""


class EmptyParagraphError(DraftError):
    """A paragraph without text; it can be dropped instead."""


class StaleDraftError(DraftError):
    """The page shows an older state than there is, so nothing was changed."""


@dataclass(frozen=True, slots=True)
class Done:
    """What became of an operation: the paragraph to go to ("" for none), one sentence, and whether it alone changed."""

    draft: ArticleDraft
    key: str
    said: str
    alone: bool = False


class Change:
    """A change under way: the locked draft and the splices made so far, which are one step of undoing."""

    def __init__(self, draft: ArticleDraft) -> None:
        self.draft = draft
        self.rows = Rows(draft.paragraphs)
        self.splices: list[Splice[Row]] = []
        self.what = ""

    def place(self, key: str, *, left_out: bool = False) -> int:
        """Find a paragraph that stands in the text, or one that is left out."""
        for at, row in enumerate(self.draft.paragraphs):
            if row["key"] == key and bool(row["out"]) == left_out:
                return at
        raise StaleDraftError(_("This paragraph is no longer there. You see the text as it is now."))

    def number(self, at: int) -> int:
        """Count the standing paragraphs up to this place."""
        return sum(not row["out"] for row in self.draft.paragraphs[: at + 1])

    def new_key(self, index: int = 0) -> str:
        return f"n{self.draft.version + 1}-{index}"

    def do(self, what: str, plan: Plan) -> None:
        splice = Splice(plan.at, tuple(map(stored, plan.removed)), tuple(map(stored, plan.inserted)))
        splice.apply(self.draft.paragraphs)
        self.splices.append(splice)
        self.what = what

    def write(self, at: int, text: str) -> int:
        """Give the paragraph the typed text, and say how many it has become: a blank line splits it."""
        texts = checked_parts(text)
        if len(texts) > 1:
            keys = [self.new_key(index) for index in range(1, len(texts))]
            self.do("split", plan_split(self.rows, at, texts, keys))
        elif texts[0] != self.rows[at].text:
            self.do("edit", plan_rewrite(self.rows, at, texts[0]))
        return len(texts)

    def entry(self, key: str) -> dict[str, Any]:
        """Give what the stack of undoing keeps."""
        return {"what": self.what, "key": key, "splices": [as_json(splice) for splice in self.splices]}


def checked_parts(text: str) -> list[str]:
    """Fold and divide what was typed; nothing, or too much for one paragraph, is refused."""
    texts = parts(text)
    if not texts:
        raise EmptyParagraphError(_("A paragraph cannot be empty. Write its text, or drop it."))
    longest = max(map(len, texts))
    if longest > LONGEST:
        raise DraftError(
            _("This paragraph has %(found)s characters; %(most)s is the most. Divide it with a blank line.")
            % {"found": f"{longest:,}", "most": f"{LONGEST:,}"}
        )
    return texts


@contextmanager
def changing(user: User, *, article: Article, state: str, now: datetime) -> Iterator[Change]:
    """Lock the article's draft for one change and store what was done; a stale state raises StaleDraftError."""
    with transaction.atomic():
        draft = locked_draft(user, article=article, state=state)
        change = Change(draft)
        yield change
        if change.splices:
            draft.undo = [*draft.undo, change.entry(_key_of(change))][-DEPTH:]
            draft.redo = []
            keep(user, draft, now)


def _key_of(change: Change) -> str:
    """Name the paragraph to show when the change is undone or done again."""
    last = change.splices[-1]
    return str((last.inserted or last.removed)[0]["key"])


def locked_draft(user: User, *, article: Article, state: str) -> ArticleDraft:
    """Lock the article, and give its draft if the page shows it as it is."""
    locked = articles_of(user).select_for_update().get(pk=article.pk)
    draft = draft_of(locked)
    if state_of(draft) != state:
        raise StaleDraftError(
            _("The text was changed in another window, so nothing was changed here. You see it as it is now.")
        )
    return draft


def keep(user: User, draft: ArticleDraft, now: datetime) -> None:
    """Store the draft as its next version."""
    draft.version += 1
    draft.author = user
    draft.changed_at = now
    draft.save()


def as_json(splice: Splice[Row]) -> dict[str, Any]:
    return {"at": splice.at, "removed": list(splice.removed), "inserted": list(splice.inserted)}


def from_json(entry: dict[str, Any]) -> Sequence[Splice[Row]]:
    """Give the splices of an entry of a stack, in the order in which they were made."""
    return [Splice(one["at"], tuple(one["removed"]), tuple(one["inserted"])) for one in entry["splices"]]
