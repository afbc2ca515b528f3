"""What has become of the paragraphs of a text being edited, and why something is left out, in words."""

from collections import Counter
from collections.abc import Mapping, Sequence

from django.utils.translation import gettext_lazy

from quizzes.engine.text.editing import DROPPED, print_of
from quizzes.engine.text.values import ParagraphKind
from quizzes.queries.draft_rows import Row

REASONS = {
    DROPPED: gettext_lazy("dropped by hand"),
    "page number": gettext_lazy("page number"),
    "running head": gettext_lazy("running head"),
    "print header": gettext_lazy("printed by a browser"),
    "footnote": gettext_lazy("footnote"),
    "dateline": gettext_lazy("dateline"),
    "menu": gettext_lazy("menu"),
    "mark": gettext_lazy("mark"),
    "text box": gettext_lazy("text box"),
    "caption": gettext_lazy("caption"),
    "byline": gettext_lazy("byline"),
    "notice": gettext_lazy("notice"),
    "repeated": gettext_lazy("repeated"),
    "comment": gettext_lazy("comment"),
    "noise": gettext_lazy("noise"),
}
CHANGES = {
    "changed": gettext_lazy("changed"),
    "kind": gettext_lazy("marked anew"),
    "added": gettext_lazy("added"),
    "back": gettext_lazy("brought back"),
    "split": gettext_lazy("split"),
    "merged": gettext_lazy("merged"),
    "moved": gettext_lazy("moved"),
    "dropped": gettext_lazy("dropped"),
}


def words_of(marks: Sequence[str]) -> str:
    return ", ".join(str(CHANGES[mark]) for mark in marks)


def reason_label(reason: str) -> str:
    return str(REASONS.get(reason, reason))


def marks_of(row: Row, shared: Mapping[str, int]) -> tuple[str, ...]:
    """Say what has become of a paragraph since the revision that the draft is based on."""
    if row["out"]:
        return ("dropped",) if row["out"] == DROPPED and row["origin"] else ()
    if row["key"].startswith("n") and not row["origin"]:
        return ("added",)
    marks = []
    if not row["was"] and not row["key"].startswith("n"):
        marks.append("back")
    if any(shared[stable_id] > 1 for stable_id in row["origin"]):
        marks.append("split")
    elif len(row["origin"]) > 1:
        marks.append("merged")
    kind, _colon, digest = row["was"].partition(":")
    if kind and kind != row["kind"]:
        marks.append("kind")
    if (
        digest
        and not {"split", "merged"} & set(marks)
        and digest != print_of(ParagraphKind(row["kind"]), row["text"]).partition(":")[2]
    ):
        marks.append("changed")
    if row["moved"]:
        marks.append("moved")
    return tuple(marks)


def summary_of(marks: Mapping[str, tuple[str, ...]]) -> str:
    """Count the changes in words: "2 changed, 1 dropped"; "" for none."""
    counts = Counter(mark for found in marks.values() for mark in found)
    return ", ".join(f"{counts[mark]} {words}" for mark, words in CHANGES.items() if counts[mark])


def reasons_of(rows: Sequence[Row]) -> str:
    counts = Counter(row["out"] for row in rows if row["out"])
    return ", ".join(f"{reason_label(reason)}: {count}" for reason, count in counts.most_common())
