"""Which approved items make a quiz: as many, of the kinds and as hard as asked for, and none that spoils another."""

from collections import Counter
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field

from django.utils.translation import gettext as _
from django.utils.translation import ngettext

from quizzes.engine.assembly import Proposal, as_proposal, clash
from quizzes.engine.item_analysis import Band
from quizzes.models import ArticleRevision, Evidence, Item, ItemRevision, User
from quizzes.queries.contents import content_of
from quizzes.queries.difficulty import BANDS, LABELS, difficulties
from quizzes.queries.numbered import paragraph_in_question
from quizzes.queries.quizzes import usable

USUAL = 12
CROWDED = 0.08  # what a candidate's score loses for each question of its kind that the quiz already has


@dataclass(frozen=True, slots=True)
class Blueprint:
    """What an instructor asks of a quiz: no kinds means all, and what `bands` leaves open may be as hard as it is."""

    count: int = USUAL
    kinds: frozenset[str] = frozenset()
    bands: Mapping[Band, int] = field(default_factory=dict)


@dataclass(frozen=True, slots=True)
class Choice:
    """The chosen items in the order of the text, and a sentence for each wish that could not be met."""

    items: tuple[Item, ...]
    unmet: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class _Candidate:
    item: Item
    paragraph: int
    band: Band
    proposal: Proposal

    def spoils(self, other: "_Candidate") -> bool:
        return clash(self.proposal, other.proposal) or give_away(self.item, other.item)


def give_away(item: Item, other: Item) -> bool:
    """Say whether one is locate and the other insertion, both in the same paragraph."""
    if {item.kind, other.kind} != {Item.Kind.LOCATE, Item.Kind.INSERTION} or not (item.current and other.current):
        return False
    return paragraph_in_question(item.current, item.kind) == paragraph_in_question(other.current, other.kind)


def choose(user: User, revision: ArticleRevision, blueprint: Blueprint) -> Choice:
    """Take the best item of the paragraph with the fewest so far, again and again, the wished-for bands first.

    Of two that are nearly as good, the one is better whose kind the quiz has less of.
    """
    open_ = _candidates(user, revision, blueprint)
    available, spoilt = len(open_), 0
    chosen: list[_Candidate] = []
    paragraphs: Counter[int] = Counter()
    bands: Counter[Band] = Counter()
    kinds: Counter[str] = Counter()

    def order(found: _Candidate) -> tuple[int, float, int]:
        return paragraphs[found.paragraph], CROWDED * kinds[found.item.kind] - found.item.score, found.item.pk

    while open_ and len(chosen) < blueprint.count:
        wished = {band for band in BANDS if bands[band] < blueprint.bands.get(band, 0)}
        pool = [candidate for candidate in open_ if candidate.band in wished] or open_
        best = min(pool, key=order)
        chosen.append(best)
        kinds[best.item.kind] += 1
        paragraphs[best.paragraph] += 1
        bands[best.band] += 1
        left = [other for other in open_ if other is not best]
        open_ = [other for other in left if not best.spoils(other)]
        spoilt += len(left) - len(open_)
    ordered = sorted(chosen, key=lambda found: (found.paragraph, found.item.pk))
    return Choice(tuple(found.item for found in ordered), tuple(_unmet(blueprint, bands, available, spoilt)))


def _candidates(user: User, revision: ArticleRevision, blueprint: Blueprint) -> list[_Candidate]:
    """Read the approved items of the wanted kinds with their evidence and difficulty, in three queries."""
    wanted = [item for item in usable(revision) if not blueprint.kinds or item.kind in blueprint.kinds]
    rows = Evidence.objects.filter(item_revision__in=[item.current_id for item in wanted])
    evidence: dict[int, list[Evidence]] = {}
    for row in rows.select_related("paragraph").order_by("pk"):
        evidence.setdefault(row.item_revision_id, []).append(row)
    known = difficulties(user, {item.pk: item.difficulty for item in wanted})
    return [
        _candidate(item, item.current, evidence[item.current.pk], known[item.pk].band)
        for item in wanted
        if item.current and item.current.pk in evidence
    ]


def _candidate(item: Item, wording: ItemRevision, evidence: Sequence[Evidence], band: Band) -> _Candidate:
    paragraph = min(row.paragraph.number for row in evidence)
    return _Candidate(item, paragraph, band, as_proposal(content_of(item, wording, evidence)))


def _unmet(blueprint: Blueprint, bands: Counter[Band], available: int, spoilt: int) -> list[str]:
    """Say what is missing and why."""
    said = []
    found = bands.total()
    if found < blueprint.count:
        said.append(
            _("You asked for %(count)d questions; %(found)d could be chosen of the %(available)d that are approved.")
            % {"count": blueprint.count, "found": found, "available": available}
        )
        if spoilt:
            said.append(
                ngettext(
                    "One was left out, since it asks for the same fact as another or gives an answer away.",
                    "%(count)d were left out, since they ask for the same fact as another or give an answer away.",
                    spoilt,
                )
                % {"count": spoilt}
            )
    for band, wished in blueprint.bands.items():
        if bands[band] < wished:
            said.append(
                _("You asked for %(wished)d of difficulty “%(band)s”; %(found)d could be chosen.")
                % {"wished": wished, "band": LABELS[band], "found": bands[band]}
            )
    return said
