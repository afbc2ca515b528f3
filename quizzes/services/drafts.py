"""The paragraph editor: one function an operation. Nothing changes the article until the draft is saved.

Every operation names the state of the page it was asked from; one that shows an older state raises StaleDraftError.
`text` is what stands typed in the paragraph: it is kept with the operation, so that no press of a button loses it.
"""

from collections.abc import Sequence
from datetime import datetime

from django.utils.text import Truncator
from django.utils.translation import gettext as _
from django.utils.translation import ngettext

from quizzes.engine.text.editing import Working
from quizzes.engine.text.splices import (
    next_standing,
    plan_add,
    plan_drop,
    plan_kind,
    plan_merge,
    plan_move,
    plan_return,
)
from quizzes.engine.text.values import ParagraphKind
from quizzes.models import Article, Paragraph, User
from quizzes.services.drafts_change import (
    Change,
    Done,
    DraftError,
    changing,
    checked_parts,
)


def edit_paragraph(user: User, *, article: Article, state: str, key: str, text: str, now: datetime) -> Done:
    """Give a paragraph another text; each blank line in it splits it."""
    with changing(user, article=article, state=state, now=now) as change:
        at = change.place(key)
        count = change.write(at, text)
        number = change.number(at)
    if count > 1:
        last = change.draft.paragraphs[at + count - 1]["key"]
        said = _("Paragraph %(number)d is split: it is now %(first)d to %(last)d.")
        return Done(change.draft, last, said % {"number": number, "first": number, "last": number + count - 1})
    said = _("Paragraph %(number)d changed.") if change.splices else _("Paragraph %(number)d is as it was.")
    return Done(change.draft, key, said % {"number": number}, alone=True)


def split_paragraph(user: User, *, article: Article, state: str, key: str, texts: Sequence[str], now: datetime) -> Done:
    """Split a paragraph into the texts given, each of which must say something."""
    if len(texts) < 2 or not all(text.strip() for text in texts):
        raise DraftError(_("Put the cursor, or a blank line, where the second paragraph should begin, then split."))
    return edit_paragraph(user, article=article, state=state, key=key, text="\n\n".join(texts), now=now)


def merge_paragraph(
    user: User, *, article: Article, state: str, key: str, text: str | None = None, now: datetime
) -> Done:
    """Merge a paragraph with the next one."""
    with changing(user, article=article, state=state, now=now) as change:
        at = _written(change, key, text)
        plan = plan_merge(change.rows, at)
        if plan is None:
            raise DraftError(_("This is the last paragraph. There is none to merge it with."))
        checked_parts(plan.inserted[0].text)
        change.do("merge", plan)
        number = change.number(at)
    said = _("Paragraph %(number)d merged with %(next)d.") % {"number": number, "next": number + 1}
    return Done(change.draft, key, said)


def drop_paragraph(user: User, *, article: Article, state: str, key: str, now: datetime) -> Done:
    """Leave a paragraph out; it stays listed in its place."""
    with changing(user, article=article, state=state, now=now) as change:
        at = change.place(key)
        other = next_standing(change.rows, at)
        if other is None:
            other = next_standing(change.rows, at, -1)
        if other is None:
            raise DraftError(_("This is the only paragraph. A text needs one; change it instead."))
        number = change.number(at)
        change.do("drop", plan_drop(change.rows, at))
    said = _("Paragraph %(number)d dropped. It can be brought back where it stood.") % {"number": number}
    return Done(change.draft, change.draft.paragraphs[other]["key"], said)


def set_kind(
    user: User, *, article: Article, state: str, key: str, kind: str, text: str | None = None, now: datetime
) -> Done:
    """Mark a paragraph as a title, a heading, a caption and so on."""
    if kind not in Paragraph.Kind.values:
        raise DraftError(_("There is no such kind of paragraph. Choose one of the list."))
    with changing(user, article=article, state=state, now=now) as change:
        before = len(change.rows)
        at = _written(change, key, text)
        if change.rows[at].kind != kind:
            change.do("kind", plan_kind(change.rows, at, ParagraphKind(kind)))
        number = change.number(at)
    said = _("Paragraph %(number)d is marked: %(kind)s.") % {"number": number, "kind": Paragraph.Kind(kind).label}
    return Done(change.draft, key, said, alone=len(change.rows) == before)


def move_paragraph(
    user: User, *, article: Article, state: str, key: str, step: int, text: str | None = None, now: datetime
) -> Done:
    """Move a paragraph one place up (-1) or down (1)."""
    with changing(user, article=article, state=state, now=now) as change:
        at = _written(change, key, text)
        plan = plan_move(change.rows, at, step)
        if plan is None:
            raise DraftError(_("This paragraph is at the end of the text already."))
        number = change.number(at)
        change.do("move", plan)
        now_number = change.number(change.place(key))
    said = _("Paragraph %(number)d is now paragraph %(now)d.") % {"number": number, "now": now_number}
    return Done(change.draft, key, said)


def add_paragraph(user: User, *, article: Article, state: str, after: str, text: str, now: datetime) -> Done:
    """Write a new paragraph behind another one, or at the very beginning; blank lines make several."""
    texts = checked_parts(text)
    with changing(user, article=article, state=state, now=now) as change:
        first = change.place(after) + 1 if after else 0
        for index, one in enumerate(texts):
            added = Working(change.new_key(index), ParagraphKind.BODY, one)
            change.do("add", plan_add(change.rows, first + index, added))
        number = change.number(first)
    said = ngettext("Paragraph %(number)d added.", "Paragraphs %(number)d to %(last)d added.", len(texts))
    return Done(
        change.draft, change.draft.paragraphs[first]["key"], said % {"number": number, "last": number + len(texts) - 1}
    )


def bring_back(user: User, *, article: Article, state: str, key: str, joined: bool = False, now: datetime) -> Done:
    """Bring back one passage that was left out: as a paragraph of its own, or joined to the one before."""
    with changing(user, article=article, state=state, now=now) as change:
        at = change.place(key, left_out=True)
        plan = plan_return(change.rows, at, joined=joined)
        if joined:
            checked_parts(plan.inserted[0 if plan.at < at else -1].text)
        quoted = Truncator(change.rows[at].text).chars(40)
        change.do("return", plan)
        shown = plan.inserted[0] if plan.at < at or len(plan.inserted) == 1 else plan.inserted[-1]
        number = change.number(change.place(shown.key))
    said = (
        _("“%(text)s” is back, joined to paragraph %(number)d.")
        if joined
        else _("“%(text)s” is back as paragraph %(number)d.")
    )
    return Done(change.draft, shown.key, said % {"text": quoted, "number": number})


def bring_all_back(user: User, *, article: Article, state: str, now: datetime) -> Done:
    """Bring back everything that is left out, each as a paragraph of its own."""
    with changing(user, article=article, state=state, now=now) as change:
        places = [at for at, row in enumerate(change.draft.paragraphs) if row["out"]]
        for at in places:
            change.do("return", plan_return(change.rows, at, joined=False))
    count = len(places)
    said = (
        ngettext("One passage is back.", "%(count)d passages are back.", count) if count else _("Nothing was left out.")
    )
    key = change.draft.paragraphs[places[0]]["key"] if places else ""
    return Done(change.draft, key, said % {"count": count})


def _written(change: Change, key: str, text: str | None) -> int:
    """Keep what was typed in the paragraph, if anything was sent, and give its place."""
    at = change.place(key)
    if text is not None:
        change.write(at, text)
    return at
