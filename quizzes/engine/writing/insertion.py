"""Insertion: where a sentence belongs whose place is forced, since one thing is new before it and one behind it."""

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from typing import Any

from quizzes.engine.items.draft import AnswerClass, Draft, Fact
from quizzes.engine.items.values import Interaction, Kind, Option, Source
from quizzes.engine.items.wording import meaning
from quizzes.engine.language.values import Sentence
from quizzes.engine.text.values import ParagraphKind
from quizzes.engine.writing.locate.numbered import numbered
from quizzes.engine.writing.person_ties import PERSONAL, left_from, person_ties, persons
from quizzes.engine.writing.rule import Article
from quizzes.engine.writing.set_ties import set_ties
from quizzes.engine.writing.ties import Tie, ties

FEWEST, MOST = 4, 8
SHORTEST, LONGEST = 7, 40
FIRM, WEAK = 0.8, 0.6
OPENING = 6
MARKS = ("“", "”", "e.g.", "[")
OWN = re.compile(r"\b(?:I|we|We|my|My|our|Our|you|You|your|Your)\b|[?]$")
LEANING = re.compile(
    r"\b(?:he|she|it|they|this|these|that|those|such|his|her|its|their|also|too|another|other|others|so|but|yet|still"
    r"|both|same|similarly|likewise|moreover|even|nor|neither|one)\b",
    re.IGNORECASE,
)
# a first sentence that goes on from the paragraph before
FOLLOWS_ON = re.compile(
    r"(?:\w+ )?(?:he|she|it|they|that|his|her|its|their|there)\b|As for|Not |For the"
    r"|.*\b(?:them|this|these|those|such)\b",
    re.IGNORECASE,
)
SEQUENCE = re.compile(r"\b(?:then|finally|eventually|afterwards|at last|in the end|after that)\b", re.IGNORECASE)


@dataclass(frozen=True, slots=True)
class _Block:
    """The sentences of a paragraph, with what each takes up and whether it opens with a person by name."""

    sentences: Sequence[Sentence]
    spans: Sequence[Any]
    held: Sequence[Sequence[Tie]]
    others: Sequence[bool]

    def back(self, index: int) -> Tie | None:
        """Return the firmest link of a sentence to the one before."""
        return next((tie for tie in self.held[index] if tie.sentence == index - 1), None)

    def forth(self, index: int) -> Tie | None:
        """Return the firmest link of the sentence after, if there is one, to this one."""
        return self.back(index + 1) if index + 1 < len(self.sentences) else None


def write_article(article: Article) -> list[Draft]:
    """Return at most one draft a paragraph: tied on both sides or at the end, else at the beginning, else parted."""
    drafts = []
    for position, paragraph in enumerate(article.paragraphs):
        sentences = numbered(article, paragraph.number) if paragraph.kind is ParagraphKind.BODY else None
        if sentences is None or not FEWEST <= len(sentences) <= MOST:
            continue
        spans = list(article.analysis.docs[position].sents)
        if len(spans) == len(sentences):
            block = _block(article, position, sentences, spans)
            found = [(index, draft) for index in range(len(spans)) if (draft := _draft(block, index)) is not None]
            last = len(spans) - 1
            found.sort(key=lambda pair: (_rank(pair[0], last, pair[1]), -pair[1].features["insertion_strength"]))
            drafts += [draft for _, draft in found[:1]]
    return drafts


def _rank(index: int, last: int, draft: Draft) -> int:
    if draft.features["insertion_both"] or index == last:
        return 0
    return 1 if index == 0 else 2


def _block(article: Article, position: int, sentences: Sequence[Sentence], spans: Sequence[Any]) -> _Block:
    held, others = [], []
    left = left_from(article, position)
    for index, span in enumerate(spans):
        found = [*ties(article, position, spans, index), *person_ties(article, position, spans, index)]
        held.append(sorted([*found, *set_ties(spans, index, left)], key=lambda tie: -tie.strength))
        people = persons(article, position, span)
        others.append(bool(people) and people[0].lower() not in PERSONAL)
    return _Block(sentences, spans, held, others)


def _draft(block: _Block, index: int) -> Draft | None:
    """Write the item where the sentence before brings in what this one takes up, and this one what the next does."""
    sentences, moved = block.sentences, block.sentences[index]
    if not _forced(block, index) or not _readable(moved.text.strip(), first=index == 0):
        return None
    back, forth = block.back(index), block.forth(index)
    rest = [sentence for sentence in sentences if sentence is not moved]
    takes = [f"“{back.link}” takes up “{back.source}” in the sentence before"] if back else []
    takes += [f"“{forth.link}” in the sentence after takes up “{forth.source}”"] if forth else []
    why = ", and ".join(takes)
    text = moved.text.strip()
    fact = Fact(moved.paragraph, moved.start, moved.end, text, 0.5)
    strength = sum(tie.strength if tie else float(index in {0, len(rest)}) for tie in (back, forth)) / 2
    return Draft(
        kind=Kind.INSERTION,
        interaction=Interaction.CHOICE,
        stem=f"Where in paragraph {moved.paragraph} does this sentence belong? “{text}”",
        keys=(_place(index, len(rest)),),
        fact=fact,
        answer_class=AnswerClass.POSITION,
        rule="insertion",
        key_source=Source(moved.paragraph, moved.start, moved.end),
        options=tuple(_options(len(rest), moved, index, why, back, forth)),
        explanation=f"{why} (paragraph {moved.paragraph}).",
        features={
            "kind_insertion": 1.0,
            "salience": 0.5,
            "insertion_strength": strength,
            "insertion_both": float(back is not None and forth is not None),
            "insertion_sentences": (len(sentences) - FEWEST) / (MOST - FEWEST),
        },
    )


def _readable(text: str, *, first: bool) -> bool:
    """Refuse quoted speech, the author's own voice, questions, and a first sentence that goes on from before."""
    if any(mark in text for mark in MARKS) or text[0] == '"' or text.count('"') % 2 or OWN.search(text):
        return False
    return SHORTEST <= len(text.split()) <= LONGEST and not (first and FOLLOWS_ON.match(text))


def _forced(block: _Block, index: int) -> bool:
    """Say whether no earlier and no later place will do.

    Not earlier: it is the first sentence, or the one before alone brings in what it takes up. Not later: it is the
    last one, the next takes up what it brings in, or the next would come between a link and what it takes up.
    """
    back, forth = block.back(index), block.forth(index)
    if index == 0:
        return forth is not None and forth.strength >= FIRM
    if back is None or back.strength < WEAK:
        return False
    if index == len(block.sentences) - 1:
        return back.strength >= FIRM
    if forth is not None and back.strength + forth.strength >= FIRM + WEAK:
        return True
    return back.strength >= FIRM and _parted(block, index, back)


def _parted(block: _Block, index: int, tie: Tie) -> bool:
    """Say whether the next sentence, which goes on to something else, would part a link from what it takes up.

    "This mill" and "both" must follow at once; so must "they" at the opening, before a sentence on something new; "the
    mill" may not come behind what happened "then".
    """
    following = block.sentences[index + 1].text.strip()
    opening = " ".join(following.split()[:OPENING])
    if meaning(tie.link) & meaning(following) or LEANING.search(opening):
        return False
    opens = block.sentences[index].text.strip().startswith(tie.link)
    if tie.strength == 1.0 or (tie.link.lower() in PERSONAL and block.others[index + 1]):
        return True
    if opens and SEQUENCE.search(following):
        return True
    return opens and tie.strength > FIRM and _new_subject(block, index)


def _new_subject(block: _Block, index: int) -> bool:
    """Say whether the next sentence is about a thing or person that this one and the one before do not name."""
    span = block.spans[index + 1]
    subject = next((child for child in span.root.children if child.dep_ in {"nsubj", "nsubjpass"}), None)
    before = {token.lemma_.lower() for near in block.spans[index - 1 : index + 1] for token in near}
    return subject is not None and subject.pos_ in {"NOUN", "PROPN"} and subject.lemma_.lower() not in before


def _options(count: int, moved: Sentence, key: int, why: str, back: Tie | None, forth: Tie | None) -> Iterator[Option]:
    for place in range(count + 1):
        if place == key:
            yield Option(_place(place, count), True, f"{why}.", Source(moved.paragraph, moved.start, moved.end))
        else:
            yield Option(_place(place, count), False, _against(place < key, back, forth))


def _against(early: bool, back: Tie | None, forth: Tie | None) -> str:
    """Say why the sentence does not belong at an earlier place, or a later one."""
    if early and back is not None:
        return f"“{back.source}” has not been named yet at this place."
    if forth is not None:
        return f"“{forth.source}” would be taken up before it has been named."
    return f"“{back.link}” would no longer follow “{back.source}”." if back is not None else ""


def _place(place: int, count: int) -> str:
    if place == 0:
        return "Before sentence 1"
    return f"After sentence {count}" if place == count else f"Between sentences {place} and {place + 1}"
