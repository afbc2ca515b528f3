"""What a candidate is, which names are kin, and the figures of the article that may stand beside a key."""

from dataclasses import dataclass

from quizzes.engine.items.accepted import GROUPS
from quizzes.engine.items.draft import AnswerClass, Draft
from quizzes.engine.items.values import Source
from quizzes.engine.items.wording import meaning, tokens
from quizzes.engine.language.values import Analysis, Figure

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


PARTS_OF_BRITAIN = frozenset(("England", "Scotland", "Wales"))


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


def says_the_same(stem: str, sentence: str, share: float) -> bool:
    """Say whether a sentence has `share` of a stem's content words, and every figure of the stem."""
    asked, words = meaning(stem), meaning(sentence)
    if not asked or len(asked & words) / len(asked) < share:
        return False
    return all(word in words for word in asked if word[0].isdigit())


def kin(one: str, other: str) -> bool:
    """Say whether one name is part of the other: "Iraq" and "northern Iraq", "Washington" and "Washington Post"."""
    first, second = set(tokens(one)), set(tokens(other))
    if other in GROUPS.get(one, ()) or ({one, other} & PARTS_OF_BRITAIN and {one, other} & set(GROUPS["UK"])):
        return True
    return first <= second or second <= first or _acronym(one) == other or _acronym(other) == one


def _acronym(text: str) -> str:
    return "".join(word[0] for word in text.split() if word[0].isupper())


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
