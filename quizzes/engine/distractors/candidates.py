"""Where wrong options come from: names and figures of the article, each with its span; the key's kin are refused."""

from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass

from quizzes.engine.items.draft import AnswerClass, Draft
from quizzes.engine.items.values import Source
from quizzes.engine.items.wording import content, stands_in, tokens
from quizzes.engine.language.values import Analysis, Figure, Mention
from quizzes.engine.text.values import Paragraph

NAME_CLASSES = frozenset(
    (AnswerClass.PERSON, AnswerClass.PLACE, AnswerClass.ORGANIZATION)
)  # NAME is a mixed bag: its members are never of one kind
FIGURE_CLASSES = frozenset(
    (
        AnswerClass.COUNT,
        AnswerClass.MONEY,
        AnswerClass.PERCENT,
        AnswerClass.YEAR,
        AnswerClass.DATE,
        AnswerClass.DURATION,
        AnswerClass.MEASURE,
    )
)


@dataclass(frozen=True, slots=True)
class Candidate:
    """A possible distractor; `value` orders figures, `weight` says how well it would tempt (higher is better)."""

    text: str
    source: Source | None
    canonical: str
    value: float | None
    weight: float


def sentence_at(analysis: Analysis, source: Source) -> tuple[int, int]:
    """Return the offsets of the sentence that holds a span, or the span's own."""
    for sentence in analysis.sentences:
        if sentence.paragraph == source.paragraph and sentence.start <= source.start < sentence.end:
            return sentence.start, sentence.end
    return source.start, source.end


def kin(one: str, other: str) -> bool:
    """Say whether one name is part of the other: "Iraq" and "northern Iraq", "Washington" and "Washington Post"."""
    first, second = set(tokens(one)), set(tokens(other))
    return first <= second or second <= first or _acronym(one) == other or _acronym(other) == one


def _acronym(text: str) -> str:
    return "".join(word[0] for word in text.split() if word[0].isupper())


def _canonical_of_key(draft: Draft, mentions: Sequence[Mention]) -> str:
    for mention in mentions:
        if mention.text == draft.keys[0]:
            return mention.canonical
    return draft.keys[0]


def _also_true(draft: Draft, mention: Mention, paragraphs: Sequence[Paragraph], analysis: Analysis) -> bool:
    """Say whether a sentence with this name shares most of the stem's words: it might be right as well."""
    source = Source(mention.paragraph, mention.start, mention.end)
    start, end = sentence_at(analysis, source)
    words = set(content(paragraphs[mention.paragraph - 1].text[start:end]))
    asked = set(content(draft.stem))
    return bool(asked) and len(asked & words) / len(asked) >= 0.5


def names(draft: Draft, paragraphs: Sequence[Paragraph], analysis: Analysis) -> list[Candidate]:
    """Return names of the key's class, best first; one a bearer, none that the stem, context or fact sentence names."""
    key = _canonical_of_key(draft, analysis.mentions)
    fact = paragraphs[draft.fact.paragraph - 1].text[draft.fact.start : draft.fact.end]
    shown = " ".join((draft.stem, draft.context or "", draft.fact.statement, fact, *draft.keys))
    frequency = Counter(mention.canonical for mention in analysis.mentions)
    refused: set[str] = {key}
    found: dict[str, Candidate] = {}
    for mention in analysis.mentions:
        same_class = mention.name_class.value == draft.answer_class.value
        if mention.canonical in refused or not same_class or any(kin(mention.text, key_) for key_ in draft.keys):
            continue
        if (
            kin(mention.canonical, key)
            or stands_in(mention.text, shown)
            or stands_in(mention.canonical, shown)
            or _also_true(draft, mention, paragraphs, analysis)
        ):
            refused.add(mention.canonical)
        elif mention.canonical not in found or len(mention.text) > len(found[mention.canonical].text):
            near = 1 / (1 + abs(mention.paragraph - draft.fact.paragraph))
            alike = 1 / (1 + abs(len(tokens(mention.text)) - len(tokens(draft.keys[0]))))
            found[mention.canonical] = Candidate(
                mention.text,
                Source(mention.paragraph, mention.start, mention.end),
                mention.canonical,
                None,
                near + alike + 0.2 * min(frequency[mention.canonical], 4),
            )
    kept = [candidate for canonical, candidate in found.items() if canonical not in refused]
    return sorted(kept, key=lambda candidate: (-candidate.weight, candidate.text))


def _comparable(draft: Draft, figure: Figure) -> bool:
    same = figure.figure_class.value == draft.answer_class.value
    return same and (figure.unit == draft.unit or draft.answer_class in {AnswerClass.YEAR, AnswerClass.DATE})


def figures(draft: Draft, analysis: Analysis) -> list[Candidate]:
    """Return the article's other figures of the key's class and unit, in order of place; one a value."""
    found: dict[float, Candidate] = {}
    for figure in analysis.figures:
        inside = figure.paragraph == draft.fact.paragraph and draft.fact.start <= figure.start < draft.fact.end
        if inside or not _comparable(draft, figure) or figure.value in found:
            continue
        source = Source(figure.paragraph, figure.start, figure.end)
        near = 1 / (1 + abs(figure.paragraph - draft.fact.paragraph))
        found[figure.value] = Candidate(figure.text, source, figure.text, figure.value, near)
    return list(found.values())
