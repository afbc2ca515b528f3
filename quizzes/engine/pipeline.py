"""The whole flow on one screen: paragraphs in; read, write, check, choose; items and a report out."""

from collections import Counter
from collections.abc import Callable, Collection, Sequence
from dataclasses import dataclass, field
from functools import partial
from random import Random

from quizzes.engine import assembly, distractors, facts, vetting, writing
from quizzes.engine.items.accepted import Names, with_aliases
from quizzes.engine.items.draft import Draft
from quizzes.engine.items.values import ItemContent, Kind
from quizzes.engine.language import ASKED_ABOUT, Analysis, NameClass, analyse
from quizzes.engine.language.geography import DEMONYMS
from quizzes.engine.language.lexicon import PERSON_NOUNS
from quizzes.engine.language.sentences import is_endless
from quizzes.engine.text import words
from quizzes.engine.text.parts import parts, too_long
from quizzes.engine.text.values import Paragraph

Progress = Callable[[str, int, int], None]
READING, WRITING, CHECKING, CHOOSING = STAGES = ("reading", "writing", "checking", "choosing")
NO_DISTRACTORS = "D1"
LONG_PARAGRAPH, LONG_SENTENCE = "long paragraph", "long sentence"
Part = tuple[Sequence[Paragraph], Analysis]


@dataclass(frozen=True, slots=True)
class Report:
    """What came of a generation; `refused` counts the drafts that each check refused, by the rubric's code.

    `skipped` counts what was not read, since nobody writes so long a paragraph or sentence; `unchosen` counts, by
    reason, the drafts that passed every check and are not shown.
    """

    requested: int | None
    words: int
    drafts: int
    refused: dict[str, int]
    shown: int
    recommended: int
    skipped: dict[str, int] = field(default_factory=dict)
    unchosen: dict[str, int] = field(default_factory=dict)


@dataclass(frozen=True, slots=True)
class Generation:
    """The items that are shown, best first, the report, and the proposal behind each item, in the same order.

    `refused` holds the best of the refused drafts, if any were asked for.
    """

    items: tuple[ItemContent, ...]
    report: Report
    proposals: tuple[assembly.Proposal, ...] = ()
    refused: tuple[assembly.Refused, ...] = ()


def generate(
    paragraphs: Sequence[Paragraph],
    *,
    seed: int = 0,
    maximum: int | None = None,
    kinds: Collection[Kind] | None = None,
    progress: Progress | None = None,
    keep_refused: int = 0,
) -> Generation:
    """Write, vet and choose items; the same paragraphs, seed and options give the same items.

    At most `keep_refused` refused drafts come along, for a person to judge; the items do not depend on it.
    `progress` hears (stage, done, total), counted in paragraphs, and may raise to cancel.
    """
    tell = progress or _silent
    random = Random(seed)
    read = _read(paragraphs, tell)
    written = _written(read, len(paragraphs), tell)
    refusals = assembly.Refusals(keep_refused, kinds)
    proposals, refused = _checked(read, written, random, len(paragraphs), tell, refusals)
    chosen = assembly.choose(proposals, random=random, maximum=maximum, kinds=kinds, progress=partial(tell, CHOOSING))
    ordered = tuple(assembly.order(chosen, random))
    items = tuple(assembly.finish(proposal, paragraphs) for proposal in ordered)
    report = Report(
        requested=maximum,
        words=sum(words(paragraph.text) for paragraph in paragraphs),
        drafts=sum(map(len, written)),
        refused=dict(sorted(refused.items())),
        shown=len(items),
        recommended=sum(item.recommended for item in items),
        skipped=_skipped(paragraphs, read),
        unchosen=assembly.unchosen(proposals, chosen, maximum, kinds),
    )
    shown = [item.id for item in items]
    return Generation(items, report, ordered, assembly.show(refusals.best(), paragraphs, Random(seed), shown))


def _silent(stage: str, done: int, total: int) -> None:
    """Hear nothing."""


def _read(paragraphs: Sequence[Paragraph], tell: Progress) -> list[Part]:
    """Analyse each part of the text."""
    divided = parts(paragraphs)
    asked = [sum(paragraph.kind in ASKED_ABOUT for paragraph in part) for part in divided]
    read: list[Part] = []
    for number, part in enumerate(divided):
        heard = partial(_after, sum(asked[:number]), sum(asked), tell)
        read.append((part, analyse(part, heard)))
    return read


def _after(before: int, total: int, tell: Progress, _: str, done: int, __: int) -> None:
    """Tell how far reading is, counted over all parts."""
    tell(READING, before + done, total)


def _written(read: Sequence[Part], total: int, tell: Progress) -> list[list[Draft]]:
    """Write the drafts of each part."""
    tell(WRITING, 0, total)
    written: list[list[Draft]] = []
    for part, analysis in read:
        written.append(writing.write(part, analysis, facts.find(part, analysis)))
        tell(WRITING, len(part), total)
    return written


def _checked(
    read: Sequence[Part],
    written: Sequence[Sequence[Draft]],
    random: Random,
    total: int,
    tell: Progress,
    refusals: assembly.Refusals,
) -> tuple[list[assembly.Proposal], Counter[str]]:
    """Give drafts their options and keep those that every check lets pass; `refusals` hears of the others."""
    proposals: list[assembly.Proposal] = []
    refused: Counter[str] = Counter()
    for (part, analysis), drafts in zip(read, written, strict=True):
        names = _names(part, analysis)
        for draft in drafts:
            tell(CHECKING, draft.fact.paragraph, total)
            outcome = _vetted(with_aliases(draft, names), part, analysis, random, refusals.wants(draft))
            if isinstance(outcome, assembly.Refusal):
                refused[outcome.code] += 1
                refusals.add(outcome)
            else:
                proposals.append(outcome)
    return proposals, refused


def _vetted(
    draft: Draft, part: Sequence[Paragraph], analysis: Analysis, random: Random, scored: bool
) -> assembly.Proposal | assembly.Refusal:
    """Return a draft with its options as a proposal, or why a check refuses it; `scored` when that is kept."""
    complete = distractors.with_options(draft, part, analysis, random)
    if complete is None:
        return assembly.Refusal(NO_DISTRACTORS, "")
    case = vetting.Case(complete, part, analysis)
    found = vetting.findings(case)
    code = vetting.refusal(found)
    if code is not None and not scored:
        return assembly.Refusal(code, "")
    score = vetting.score(case, found)
    recommended = code is None and vetting.recommended(score)
    proposal = assembly.Proposal(complete, case.sentence, score, vetting.difficulty(case), recommended)
    return proposal if code is None else assembly.Refusal(code, vetting.reason(found), proposal)


def _skipped(paragraphs: Sequence[Paragraph], read: Sequence[Part]) -> dict[str, int]:
    """Count what was too long to be read."""
    counts = {
        LONG_PARAGRAPH: sum(map(too_long, paragraphs)),
        LONG_SENTENCE: sum(is_endless(sentence.text) for _, analysis in read for sentence in analysis.sentences),
    }
    return {reason: count for reason, count in counts.items() if count}


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
