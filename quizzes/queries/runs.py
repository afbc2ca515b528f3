"""A run in words: how far it is, what came of it, and why there are fewer questions than were asked for."""

from dataclasses import dataclass
from typing import Any

from django.utils.text import capfirst
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from quizzes.models import ArticleRevision, Run

STAGES = {
    "reading": gettext_lazy("Reading the text"),
    "writing": gettext_lazy("Writing drafts"),
    "checking": gettext_lazy("Checking each draft"),
    "choosing": gettext_lazy("Choosing the best"),
}
IN_PARAGRAPHS = ("reading", "checking")
# Why each check refuses a draft.
REFUSALS = {
    "F1": gettext_lazy("the sentence did not read well"),
    "F2": gettext_lazy("it needed another sentence to be understood"),
    "F3": gettext_lazy("the text did not plainly support the key"),
    "F4": gettext_lazy("another answer could be right too"),
    "F5": gettext_lazy("it could be answered without the text"),
    "F6": gettext_lazy("it was not worth asking"),
    "F7": gettext_lazy("question and answer did not fit together"),
    "E1": gettext_lazy("the evidence did not show the key"),
    "D1": gettext_lazy("the text has too few wrong options of the same kind"),
    "D2": gettext_lazy("a wrong option was not plausible"),
    "D3": gettext_lazy("two options meant the same"),
    "T1": gettext_lazy("the text did not clearly contradict the statement"),
    "T2": gettext_lazy("the statement said more than one thing"),
}
MINOR = gettext_lazy("it had more than one small flaw")
MINOR_GROUP = "M"
# Why drafts that passed every check are not shown.
LEFT_OUT = {
    "same fact": gettext_lazy("a better question asks for the same fact"),
    "paragraph full": gettext_lazy("their paragraph has three questions already"),
    "alike": gettext_lazy("they are too like a better question, or give its answer away"),
    "enough": gettext_lazy("there were as many as you asked for"),
    "other kind": gettext_lazy("they are of a kind that you did not ask for"),
}
HUNDRED = 100


@dataclass(frozen=True, slots=True)
class Refusal:
    """Why drafts were refused or left out, and how many; `group` is what a link to the refused ones names."""

    count: int
    reason: str
    group: str = ""


@dataclass(frozen=True, slots=True)
class Panel:
    """A run as its panel shows it. `percent` is over all stages."""

    run: Run
    percent: int
    stage: str
    detail: str
    refusals: tuple[Refusal, ...]
    left_out: tuple[Refusal, ...]
    shortfall: str

    @property
    def refused(self) -> int:
        return sum(refusal.count for refusal in self.refusals)

    @property
    def skipped(self) -> int:
        """Count the paragraphs and sentences that were too long to be read."""
        return sum(self.run.report.get("skipped", {}).values())

    @property
    def can_show(self) -> bool:
        """Say whether the run is of an engine that handed over its refused drafts."""
        return "unchosen" in self.run.report

    @property
    def unchosen(self) -> int:
        return sum(reason.count for reason in self.left_out)

    @property
    def is_open(self) -> bool:
        return self.run.is_open


def latest_run(revision: ArticleRevision) -> Run | None:
    return revision.runs.order_by("-created_at", "-id").first()


def panel_of(run: Run) -> Panel:
    """Put a run into words."""
    refused: dict[str, int] = run.report.get("refused", {})
    return Panel(
        run,
        _percent(run),
        str(STAGES.get(run.stage, _("Waiting for a worker") if run.state == Run.State.QUEUED else _("Starting"))),
        _detail(run),
        _refusals(refused),
        _left_out(run.report.get("unchosen", {})),
        _shortfall(run.report),
    )


def _percent(run: Run) -> int:
    if run.stage not in STAGES:
        return 0
    within = run.done / run.total if run.total else 0
    return round(HUNDRED * (list(STAGES).index(run.stage) + within) / len(STAGES))


def _detail(run: Run) -> str:
    if run.stage in IN_PARAGRAPHS and run.total:
        return _("Paragraph %(done)d of %(total)d.") % {"done": run.done, "total": run.total}
    return ""


def group_of(code: str) -> str:
    """Return the code of a check that refuses alone; small flaws stand together."""
    return code if code in REFUSALS else MINOR_GROUP


def meaning_of(code: str) -> str:
    """Say in a sentence why a check refuses."""
    return f"{capfirst(str(REFUSALS.get(code, MINOR)))}."


def _refusals(refused: dict[str, int]) -> tuple[Refusal, ...]:
    """Add up the small flaws, and put the commonest reason first."""
    sums: dict[str, int] = {}
    for code, count in refused.items():
        sums[group_of(code)] = sums.get(group_of(code), 0) + count
    ordered = sorted(sums.items(), key=lambda pair: (-pair[1], pair[0]))
    return tuple(Refusal(count, str(REFUSALS.get(group, MINOR)), group) for group, count in ordered)


def _left_out(unchosen: dict[str, int]) -> tuple[Refusal, ...]:
    return tuple(Refusal(unchosen[name], str(reason)) for name, reason in LEFT_OUT.items() if name in unchosen)


def _shortfall(report: dict[str, Any]) -> str:
    requested, shown = report.get("requested"), report.get("shown", 0)
    if not requested or shown >= requested:
        return ""
    said = _("You asked for %(requested)d questions and got %(shown)d.") % {"requested": requested, "shown": shown}
    if not report.get("refused") and not report.get("unchosen"):
        return said + " " + _("The text has no more facts that can be asked about.")
    return said
