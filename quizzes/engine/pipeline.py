"""The whole flow on one screen: paragraphs in; read, write, check, choose; items and a report out."""

from collections import Counter
from collections.abc import Callable, Collection, Sequence
from dataclasses import dataclass
from random import Random

from quizzes.engine import assembly, distractors, facts, vetting, writing
from quizzes.engine.items.accepted import Names, with_aliases
from quizzes.engine.items.draft import Draft
from quizzes.engine.items.values import ItemContent, Kind
from quizzes.engine.language import Analysis, NameClass, analyse
from quizzes.engine.language.geography import DEMONYMS
from quizzes.engine.language.lexicon import PERSON_NOUNS
from quizzes.engine.text import words
from quizzes.engine.text.values import Paragraph

Progress = Callable[[str, int, int], None]
READING, WRITING, CHECKING, CHOOSING = STAGES = ("reading", "writing", "checking", "choosing")
NO_DISTRACTORS = "D1"


@dataclass(frozen=True, slots=True)
class Report:
    """What came of a generation; `refused` counts the drafts that each check refused, by the rubric's code."""

    requested: int | None
    words: int
    drafts: int
    refused: dict[str, int]
    shown: int
    recommended: int


@dataclass(frozen=True, slots=True)
class Generation:
    """The items that are shown, best first, the report, and the proposal behind each item, in the same order."""

    items: tuple[ItemContent, ...]
    report: Report
    proposals: tuple[assembly.Proposal, ...] = ()


def generate(
    paragraphs: Sequence[Paragraph],
    *,
    seed: int = 0,
    maximum: int | None = None,
    kinds: Collection[Kind] | None = None,
    progress: Progress | None = None,
) -> Generation:
    """Write, vet and choose items; the same paragraphs, seed and options give the same items.

    `progress` hears (stage, done, total), counted in paragraphs, and may raise to cancel.
    """
    tell = progress or _silent
    random = Random(seed)
    analysis = analyse(paragraphs, lambda _, done, total: tell(READING, done, total))
    tell(WRITING, 0, len(paragraphs))
    drafts = writing.write(paragraphs, analysis, facts.find(paragraphs, analysis))
    tell(WRITING, len(paragraphs), len(paragraphs))
    proposals, refused = _vetted(drafts, paragraphs, analysis, random, tell)
    tell(CHOOSING, 0, 1)
    chosen = assembly.choose(proposals, random=random, maximum=maximum, kinds=kinds)
    ordered = tuple(assembly.order(chosen, random))
    items = tuple(assembly.finish(proposal, paragraphs) for proposal in ordered)
    tell(CHOOSING, 1, 1)
    total = sum(words(paragraph.text) for paragraph in paragraphs)
    recommended = sum(item.recommended for item in items)
    report = Report(maximum, total, len(drafts), dict(sorted(refused.items())), len(items), recommended)
    return Generation(items, report, ordered)


def _silent(stage: str, done: int, total: int) -> None:
    """Hear nothing."""


def _vetted(
    drafts: Sequence[Draft], paragraphs: Sequence[Paragraph], analysis: Analysis, random: Random, tell: Progress
) -> tuple[list[assembly.Proposal], Counter[str]]:
    """Give drafts their options and keep those that every check lets pass."""
    proposals: list[assembly.Proposal] = []
    refused: Counter[str] = Counter()
    names = _names(paragraphs, analysis)
    for draft in drafts:
        tell(CHECKING, draft.fact.paragraph, len(paragraphs))
        complete = distractors.with_options(with_aliases(draft, names), paragraphs, analysis, random)
        if complete is None:
            refused[NO_DISTRACTORS] += 1
            continue
        case = vetting.Case(complete, paragraphs, analysis)
        found = vetting.findings(case)
        code = vetting.refusal(found)
        if code is not None:
            refused[code] += 1
            continue
        score = vetting.score(case, found)
        proposals.append(
            assembly.Proposal(complete, case.sentence, score, vetting.difficulty(case), vetting.recommended(score))
        )
    return proposals, refused


def _names(paragraphs: Sequence[Paragraph], analysis: Analysis) -> Names:
    """Gather what the article calls its bearers, from which typed keys get their other forms."""
    bearers: dict[str, list[str]] = {}
    for mention in analysis.mentions:
        forms = bearers.setdefault(mention.canonical, [mention.canonical])
        if mention.text not in forms:
            forms.append(mention.text)
    people = {mention.canonical for mention in analysis.mentions if mention.name_class is NameClass.PERSON}
    forms_of = {mention.text: bearers[mention.canonical] for mention in analysis.mentions}
    return Names(people, forms_of | bearers, [paragraph.text for paragraph in paragraphs], DEMONYMS | PERSON_NOUNS)
