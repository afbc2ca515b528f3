"""The rules of grading as instructors see them: what each forgives, with an example."""

from collections.abc import Iterable
from dataclasses import dataclass

from django.utils.functional import Promise
from django.utils.translation import gettext_lazy as _

from quizzes.engine.grading import Rule, Verdict
from quizzes.models import ItemRevision


@dataclass(frozen=True, slots=True)
class Told:
    """A rule's name on the screen and an example of what it forgives."""

    rule: Rule
    label: str | Promise
    example: str | Promise


RULES = {
    told.rule: told
    for told in (
        Told(Rule.CASE, _("Capital letters"), _("north sea for North Sea")),
        Told(Rule.ACCENTS, _("Accents"), _("Zurich for Zürich")),
        Told(Rule.ARTICLES, _("Articles"), _("North Sea for the North Sea")),
        Told(Rule.NUMBERS, _("Forms of numbers and units"), _("forty thousand for 40,000, 60 percent for 60%")),
        Told(Rule.DATES, _("Forms of dates"), _("26 October 2019 for Oct. 26, 2019")),
        Told(Rule.EXTRAS, _("Words round the answer"), _("in 1974 for 1974, 400 boats for 400")),
        Told(Rule.ALIASES, _("Other accepted answers"), _("every line after the first")),
        Told(Rule.PLURALS, _("Plural or singular"), _("storm for storms, with a note on spelling")),
        Told(Rule.TYPOS, _("Small slips in long words"), _("lighthose for lighthouse, with a note on spelling")),
    )
}


def labels_of(names: Iterable[str]) -> list[str]:
    """Name rules as the screen does; a name that no rule has any more is left out."""
    known = {rule.value: told for rule, told in RULES.items()}
    return [str(known[name].label) for name in names if name in known]


def switched_off(wording: ItemRevision) -> list[str]:
    """Name the rules that do not hold for an item."""
    return labels_of(rule.value for rule in Rule if (wording.grading or {}).get(rule.value) is False)


@dataclass(frozen=True, slots=True)
class Tried:
    """An answer tried out by an instructor, with its verdict."""

    answer: str
    verdict: Verdict

    @property
    def rules(self) -> list[str]:
        return labels_of(self.verdict.accepted_by)

    @property
    def percent(self) -> int:
        return round(100 * self.verdict.fraction)
