"""Insertion: where a sentence belongs that every other place of its paragraph is closed to."""

import re
from collections.abc import Iterator, Sequence
from typing import Any

from quizzes.engine.facts.genders import Genders
from quizzes.engine.items.draft import AnswerClass, Draft, Fact
from quizzes.engine.items.values import Interaction, Kind, Option, Source
from quizzes.engine.language.values import Sentence
from quizzes.engine.text.values import ParagraphKind
from quizzes.engine.writing.closing import FIRM, LOOSE, Block, Reason, reasons
from quizzes.engine.writing.locate.numbered import numbered
from quizzes.engine.writing.opening_ties import clings, opening_ties
from quizzes.engine.writing.person_ties import PERSONAL, genders_of, left_from, person_ties, persons
from quizzes.engine.writing.rule import Article
from quizzes.engine.writing.set_ties import set_ties
from quizzes.engine.writing.ties import ties
from quizzes.engine.writing.times import times
from quizzes.engine.writing.turn_ties import turn_ties

FEWEST, MOST = 3, 8
SHORTEST, LONGEST = 5, 44
WEAK = 0.6
MARKS = ("e.g.", "[")
QUOTED = re.compile(r"[“\"]([^“”\"]*)[”\"]")
OWN = re.compile(r"\b(?:I|we|We|my|My|our|Our|you|You|your|Your)\b|[?]$")
# a first sentence that goes on from the paragraph before
FOLLOWS_ON = re.compile(
    r"(?:he|she|it|they|that|his|her|its|their|there(?! (?:is|are|was|were)\b))\b|As for|Not |For the"
    r"|(?:\S+ ){0,4}(?:them|this|these|those(?! (?:who|that|which|in|of)\b)|such)\b|.*\bthat one\b",
    re.IGNORECASE,
)


def write_article(article: Article) -> list[Draft]:
    """Return at most one draft a paragraph: tied on both sides or at the end, else parted, else at the beginning."""
    drafts: list[Draft] = []
    genders = genders_of(article)
    for position, paragraph in enumerate(article.paragraphs):
        sentences = numbered(article, paragraph.number) if paragraph.kind is ParagraphKind.BODY else None
        if sentences is None or not FEWEST <= len(sentences) <= MOST:
            continue
        spans = list(article.analysis.docs[position].sents)
        if len(spans) == len(sentences):
            block = _block(article, position, sentences, spans, genders)
            found = [draft for index in reversed(range(len(spans))) if (draft := _draft(block, index)) is not None]
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


def _block(
    article: Article, position: int, sentences: Sequence[Sentence], spans: Sequence[Any], genders: Genders
) -> Block:
    held, people = [], []
    left = left_from(article, position)
    for index, span in enumerate(spans):
        found = [*ties(article, position, spans, index), *person_ties(article, position, spans, index, genders)]
        found += [*set_ties(spans, index, left), *turn_ties(spans, index), *opening_ties(spans, index)]
        held.append(sorted(found, key=lambda tie: -tie.strength))
        people.append(persons(article, position, span))
    others = [bool(found) and found[0].lower() not in PERSONAL for found in people]
    names = [frozenset(who.split()[-1] for who in found if who.lower() not in PERSONAL) for found in people]
    return Block(
        sentences, spans, held, names, others, times(spans), [clings(spans, index) for index in range(len(spans))]
    )


def _draft(block: Block, index: int) -> Draft | None:
    """Write the item where every other place is closed."""
    sentences, moved = block.sentences, block.sentences[index]
    if not _readable(moved.text.strip(), first=index == 0):
        return None
    against = reasons(block, index)
    if against is None or not _firm(against, index):
        return None
    count, text = len(sentences) - 1, moved.text.strip()
    why = "; ".join(dict.fromkeys(reason.claim for reason in _telling(against, index)))
    shown = QUOTED.sub(r"‘\1’", text)
    return Draft(
        kind=Kind.INSERTION,
        interaction=Interaction.CHOICE,
        stem=f"Where in paragraph {moved.paragraph} does this sentence belong? “{shown}”",
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


def _readable(text: str, *, first: bool) -> bool:
    """Refuse halves of quotations, the author's own voice, questions, and a first sentence that goes on from before."""
    outside = QUOTED.sub(" ", text)
    if any(mark in text for mark in MARKS) or any(mark in outside for mark in '“”"') or OWN.search(outside):
        return False
    return SHORTEST <= len(text.split()) <= LONGEST and not (first and FOLLOWS_ON.match(text))


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
