"""An import in words: how far it is, and the ones that an instructor still has to hear of."""

from dataclasses import dataclass

from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from quizzes.access import imports_of
from quizzes.models import Article, TextImport, User

STAGES = {
    "fetching": gettext_lazy("Fetching the page"),
    "reading": gettext_lazy("Reading the text"),
    "cleaning": gettext_lazy("Cleaning the text"),
    "storing": gettext_lazy("Storing the paragraphs"),
}
# Where each stage begins, in per cent: reading and cleaning are what takes long.
BEGINS = {"fetching": 0, "reading": 10, "cleaning": 50, "storing": 90}
ENDS = {"fetching": 10, "reading": 50, "cleaning": 90, "storing": 100}
UNFINISHED = (TextImport.State.QUEUED, TextImport.State.RUNNING, TextImport.State.FAILED)
SHOWN = 20


@dataclass(frozen=True, slots=True)
class ImportPanel:
    """An import as its panel shows it. `percent` is over all stages."""

    work: TextImport
    name: str
    percent: int
    stage: str
    detail: str

    @property
    def is_address(self) -> bool:
        return self.work.source == Article.Source.ADDRESS


def panel_of(work: TextImport) -> ImportPanel:
    """Put an import into words."""
    name = work.source_name or work.title or str(work.get_source_display())
    return ImportPanel(work, name, _percent(work), _stage(work), _detail(work))


def unfinished(user: User) -> list[ImportPanel]:
    """The imports that are under way or have failed, newest first."""
    rows = imports_of(user).filter(state__in=UNFINISHED).defer("data").order_by("-created_at", "-id")
    return [panel_of(work) for work in rows[:SHOWN]]


def _stage(work: TextImport) -> str:
    if work.state == TextImport.State.QUEUED:
        return _("Waiting for a worker")
    return str(STAGES.get(work.stage, _("Starting")))


def _percent(work: TextImport) -> int:
    if work.stage not in STAGES:
        return 0
    within = min(1, work.done / work.total) if work.total else 0
    return round(BEGINS[work.stage] + within * (ENDS[work.stage] - BEGINS[work.stage]))


def _detail(work: TextImport) -> str:
    if work.stage == "reading" and work.total > 1:
        return _("Part %(done)d of %(total)d.") % {"done": work.done, "total": work.total}
    return ""
