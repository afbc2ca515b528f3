"""Insertion: where a sentence belongs whose place is forced, since one thing is new before it and one behind it."""

from collections.abc import Iterator, Sequence

from quizzes.engine.items.draft import AnswerClass, Draft, Fact
from quizzes.engine.items.values import Interaction, Kind, Option, Source
from quizzes.engine.items.wording import meaning
from quizzes.engine.language.values import Sentence
from quizzes.engine.text.values import ParagraphKind
from quizzes.engine.writing.locate.numbered import numbered
from quizzes.engine.writing.rule import Article
from quizzes.engine.writing.ties import Tie, ties

FEWEST, MOST = 4, 8
SHORTEST, LONGEST = 7, 40
LEANING = frozenset("he she it they this these that those such his her its their also".split())
MARKS = ("“", "”", '"', "e.g.", "[")


def write_article(article: Article) -> list[Draft]:
    """Return at most one draft a paragraph: the sentence that is tied most firmly."""
    drafts = []
    for position, block in enumerate(article.paragraphs):
        sentences = numbered(article, block.number) if block.kind is ParagraphKind.BODY else None
        if sentences is None or not FEWEST <= len(sentences) <= MOST:
            continue
        spans = list(article.analysis.docs[position].sents)
        held = [list(ties(article, position, spans, index)) for index in range(len(spans))]
        found = [draft for index in range(1, len(spans)) if (draft := _draft(sentences, held, index)) is not None]
        drafts += sorted(found, key=lambda draft: -draft.features["insertion_strength"])[:1]
    return drafts


def _draft(sentences: Sequence[Sentence], held: Sequence[Sequence[Tie]], index: int) -> Draft | None:
    """Write the item where the sentence before brings in what this one takes up, and this one what the next does."""
    back = next((tie for tie in held[index] if tie.sentence == index - 1), None)
    last = index == len(sentences) - 1
    forth = None if last else next((tie for tie in held[index + 1] if tie.sentence == index), None)
    moved = sentences[index]
    firm = (
        last
        or forth is not None
        or (back is not None and back.strength == 1.0 and not _goes_on(back, sentences[index + 1]))
    )
    if back is None or not firm or not SHORTEST <= len(moved.text.split()) <= LONGEST:
        return None
    text = moved.text.strip()
    if any(mark in text for mark in MARKS):
        return None
    rest = [sentence for sentence in sentences if sentence is not moved]
    why = f"“{back.link}” takes up “{back.source}” in the sentence before"
    why += f", and “{forth.link}” in the sentence after takes up “{forth.source}”" if forth else ""
    fact = Fact(moved.paragraph, moved.start, moved.end, text, 0.5)
    strength = (back.strength + (forth.strength if forth else float(last))) / 2
    return Draft(
        kind=Kind.INSERTION,
        interaction=Interaction.CHOICE,
        stem=f"Where in paragraph {moved.paragraph} does this sentence belong? “{text}”",
        keys=(_place(index, len(rest)),),
        fact=fact,
        answer_class=AnswerClass.POSITION,
        rule="insertion",
        key_source=Source(moved.paragraph, moved.start, moved.end),
        options=tuple(_options(rest, moved, index, why, back, forth)),
        explanation=f"{why} (paragraph {moved.paragraph}).",
        features={
            "kind_insertion": 1.0,
            "salience": 0.5,
            "insertion_strength": strength,
            "insertion_both": float(forth is not None),
            "insertion_sentences": (len(sentences) - FEWEST) / (MOST - FEWEST),
        },
    )


def _goes_on(tie: Tie, following: Sentence) -> bool:
    """Say whether the next sentence speaks of the same thing, so that the two could change places."""
    opener = following.text.split()[0].lower().strip(",")
    return bool(meaning(tie.link) & meaning(following.text)) or opener in LEANING


def _options(
    rest: Sequence[Sentence], moved: Sentence, key: int, why: str, back: Tie, forth: Tie | None
) -> Iterator[Option]:
    for place in range(len(rest) + 1):
        if place == key:
            yield Option(_place(place, len(rest)), True, f"{why}.", Source(moved.paragraph, moved.start, moved.end))
        elif place < key:
            yield Option(_place(place, len(rest)), False, f"“{back.source}” has not been named yet at this place.")
        else:
            late = forth.source if forth else back.source
            yield Option(_place(place, len(rest)), False, f"“{late}” would be taken up before it has been named.")


def _place(place: int, count: int) -> str:
    if place == 0:
        return "Before sentence 1"
    return f"After sentence {count}" if place == count else f"Between sentences {place} and {place + 1}"
