"""A run in words: how far it is, what came of it, and why there are fewer questions than were asked for."""

from dataclasses import dataclass
from typing import Any

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
HUNDRED = 100


@dataclass(frozen=True, slots=True)
class Refusal:
    """Why drafts were refused, and how many."""

    count: int
    reason: str


@dataclass(frozen=True, slots=True)
class Panel:
    """A run as its panel shows it. `percent` is over all stages."""

    run: Run
    percent: int
    stage: str
    detail: str
    refusals: tuple[Refusal, ...]
    shortfall: str

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


def _refusals(refused: dict[str, int]) -> tuple[Refusal, ...]:
    """Add up the codes that mean the same in words, the commonest first."""
    sums: dict[str, int] = {}
    for code, count in refused.items():
        reason = str(REFUSALS.get(code, MINOR))
        sums[reason] = sums.get(reason, 0) + count
    ordered = sorted(sums.items(), key=lambda pair: (-pair[1], pair[0]))
    return tuple(Refusal(count, reason) for reason, count in ordered)


def _shortfall(report: dict[str, Any]) -> str:
    requested, shown = report.get("requested"), report.get("shown", 0)
    if not requested or shown >= requested:
        return ""
    worst = _refusals(report.get("refused", {}))[:1]
    said = _("You asked for %(requested)d; %(shown)d passed every check.") % {"requested": requested, "shown": shown}
    if not worst:
        return said + " " + _("The text has no more facts that can be asked about.")
    return f"{said} " + _("The commonest reason to refuse a draft: %(reason)s (%(count)d).") % {
        "reason": worst[0].reason,
        "count": worst[0].count,
    }
