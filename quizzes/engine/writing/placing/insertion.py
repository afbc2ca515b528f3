"""Insertion: where a sentence belongs that every other place of its paragraph is closed to."""

import re
from collections.abc import Iterator, Sequence

from quizzes.engine.items.draft import AnswerClass, Draft, Fact
from quizzes.engine.items.values import Interaction, Kind, Option, Source
from quizzes.engine.language.values import Sentence
from quizzes.engine.writing.locate.numbered import FEWEST, MOST
from quizzes.engine.writing.placing.blocks import blocks, inner_quotes, movable
from quizzes.engine.writing.placing.closing import FIRM, LOOSE, Block, Reason, reasons
from quizzes.engine.writing.rule import Article

WEAK = 0.6
# a first sentence that goes on from the paragraph before
FOLLOWS_ON = re.compile(
    r"(?:he|she|it|they|that|his|her|its|their|there(?! (?:is|are|was|were)\b))\b|As for|Not |For the"
    r"|(?:\S+ ){0,4}(?:them|this|these|those(?! (?:who|that|which|in|of)\b)|such)\b|.*\bthat one\b",
    re.IGNORECASE,
)


def write_article(article: Article) -> list[Draft]:
    """Return at most one draft a paragraph: tied on both sides or at the end, else parted, else at the beginning."""
    drafts: list[Draft] = []
    for block in blocks(article).values():
        places = reversed(range(len(block.sentences)))
        found = [draft for index in places if (draft := _draft(block, index)) is not None]
        found.sort(key=lambda draft: (draft.options[0].key, -draft.features["insertion_strength"]))
        drafts += _apart(found)
    return drafts


def _apart(found: Sequence[Draft]) -> Iterator[Draft]:
    """Yield the best draft, and one more that rests on other ties and is no neighbour of it."""
    yield from found[:1]
    for draft in found[1:]:
        first = found[0]
        near = first.fact.start <= draft.fact.end + 1 and draft.fact.start <= first.fact.end + 1
        if not near and not set(draft.explanation.split("; ")) & set(first.explanation.split("; ")):
            yield draft
            return


def _draft(block: Block, index: int) -> Draft | None:
    """Write the item where every other place is closed."""
    sentences, moved = block.sentences, block.sentences[index]
    if not movable(moved.text.strip()) or (index == 0 and FOLLOWS_ON.match(moved.text.strip())):
        return None
    against = reasons(block, index)
    if against is None or not _firm(against, index):
        return None
    count, text = len(sentences) - 1, moved.text.strip()
    why = "; ".join(dict.fromkeys(reason.claim for reason in _telling(against, index)))
    return Draft(
        kind=Kind.INSERTION,
        interaction=Interaction.CHOICE,
        stem=f"Where in paragraph {moved.paragraph} does this sentence belong? “{inner_quotes(text)}”",
        keys=(_place(index, count),),
        fact=Fact(moved.paragraph, moved.start, moved.end, text, 0.5),
        answer_class=AnswerClass.POSITION,
        rule="insertion",
        key_source=Source(moved.paragraph, moved.start, moved.end),
        options=tuple(_options(count, moved, index, why, against)),
        explanation=f"{why[0].upper()}{why[1:]} (paragraph {moved.paragraph}).",
        features={
            "kind_insertion": 1.0,
            "salience": 0.5,
            "insertion_strength": min(reason.strength for reason in against),
            "insertion_both": float(0 < index < count),
            "insertion_sentences": (len(sentences) - FEWEST) / (MOST - FEWEST),
        },
    )


def _firm(against: Sequence[Reason], index: int) -> bool:
    """Say whether the weakest reasons on both sides are sure enough together."""
    early = min((reason.strength for reason in against[:index]), default=1.0)
    late = min((reason.strength for reason in against[index:]), default=1.0)
    if index == len(against):
        return early >= LOOSE and max(reason.strength for reason in against) >= FIRM
    if index == 0:
        return late >= FIRM
    return min(early, late) >= WEAK and max(early, late) >= FIRM


def _telling(against: Sequence[Reason], index: int) -> Sequence[Reason]:
    """Return the reasons against the places directly before and behind; one at least is about the sentence itself."""
    near = against[max(0, index - 1) : index + 1]
    if all(reason.foreign for reason in near):
        return [*(reason for reason in against if not reason.foreign), *near]
    return near


def _options(count: int, moved: Sentence, key: int, why: str, against: Sequence[Reason]) -> Iterator[Option]:
    others = iter(against)
    for place in range(count + 1):
        if place == key:
            yield Option(_place(place, count), True, f"{why}.", Source(moved.paragraph, moved.start, moved.end))
        else:
            yield Option(_place(place, count), False, next(others).text)


def _place(place: int, count: int) -> str:
    if place == 0:
        return "Before sentence 1"
    return f"After sentence {count}" if place == count else f"Between sentences {place} and {place + 1}"
