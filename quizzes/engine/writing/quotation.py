"""Who said: an exact quotation whose speaker is named beside it."""

import re
from typing import Any

from quizzes.engine.facts.references import DEMONSTRATIVE
from quizzes.engine.items.draft import AnswerClass, Draft, Fact
from quizzes.engine.items.values import Interaction, Kind, Source
from quizzes.engine.language.lexicon import SPEECH
from quizzes.engine.language.values import Mention, NameClass
from quizzes.engine.writing.rule import Article

QUOTED = re.compile(r"[“\"]([^“”\"]{25,220})[”\"]")
# "If you wait," the miller tells them, "you lose the wind."
CONTINUED = re.compile(r"(?:(?:Dr|Mrs?|Ms|Prof)\.|[^“”\".!?]){3,80}, [“\"]([a-z][^“”\"]{2,220})[”\"]")
OPENERS = re.compile(r"^(?:and|but|so|or|yes|no|well|then|none|some|many|most|both|neither)\b", re.IGNORECASE)
PERSONS = frozenset("he she him his her hers himself herself".split())
THINGS = frozenset("it its they them their itself themselves".split())
SHORTEST = 6
LONGEST = 240  # characters


def write_article(article: Article) -> list[Draft]:
    """Ask who said a whole quoted sentence; the speaker must be the only person named in its sentence."""
    drafts: list[Draft] = []
    for position, paragraph in enumerate(article.paragraphs):
        doc = article.analysis.docs[position]
        for match in QUOTED.finditer(paragraph.text):
            parts = _parts(match, paragraph.text)
            quote = " ".join(part for part, _ in parts)
            if not quote[0].isupper() or OPENERS.match(quote) or quote.endswith("?") or len(quote) > LONGEST:
                continue
            if len(quote.split()) < SHORTEST or _points_outside(doc, match.start(1), match.start(1) + len(parts[0][0])):
                continue
            speaker = _speaker(doc, paragraph.number, match.start(), match.end(), article)
            if speaker is None:
                continue
            spoken = match.start(), parts[-1][1] + len(parts[-1][0]) + 1
            drafts += _drafts(paragraph.number, quote, spoken, speaker, article, position)
    return drafts


def _parts(match: re.Match[str], text: str) -> list[tuple[str, int]]:
    """Return a quoted sentence with where it stands, in two parts where the speaker is named in the middle of it."""
    first = match.group(1).strip()
    parts = [(first, match.start(1))]
    going_on = CONTINUED.match(text, match.end()) if first.endswith(",") else None
    if going_on:
        parts.append((going_on.group(1).strip(), going_on.start(1)))
    return parts


def _points_outside(doc: Any, start: int, end: int) -> bool:
    """Say whether a quotation needs what was said before: "Everyone looks at that", "It was cheap"."""
    inside = doc.char_span(start, end, alignment_mode="contract")
    if inside is None or not doc.has_annotation("DEP"):
        return True
    nouns = [token.i for token in inside if token.pos_ in {"NOUN", "PROPN"}]
    for token in inside:
        word = token.lower_
        if word in DEMONSTRATIVE and token.tag_ in {"DT", "RB", "PDT"}:
            return True
        if word in PERSONS or (word == "so" and token.head.lemma_ in {"do", "say", "think"}):
            return True
        if word in THINGS and token.dep_ != "expl" and not any(noun < token.i for noun in nouns):
            return True
    return not nouns


def _speaker(doc: Any, number: int, start: int, end: int, article: Article) -> Mention | None:
    """Return the person who is the subject of a speech verb within the words beside the quotation."""
    people = [
        m
        for m in article.analysis.mentions
        if m.paragraph == number
        and m.name_class is NameClass.PERSON
        and (end <= m.start < end + 60 or start - 60 < m.start < start)
    ]
    speaking = []
    for mention in people:
        span = doc.char_span(mention.start, mention.end)
        if span is not None and span.root.dep_ == "nsubj" and span.root.head.lemma_ in SPEECH:
            speaking.append(mention)
    return speaking[0] if len(speaking) == 1 else None


def _with_verb(doc: Any, spoken: tuple[int, int], speaker: Mention) -> tuple[int, int]:
    """Return the span of quotation, speaker and verb of speech: the proof is "…," Weiss said, not "…," Weiss."""
    verb = doc.char_span(speaker.start, speaker.end).root.head
    ends = spoken[1], speaker.end, verb.idx + len(verb.text)
    return min(spoken[0], speaker.start, verb.idx), max(ends)


def _drafts(
    number: int, quote: str, spoken: tuple[int, int], speaker: Mention, article: Article, position: int
) -> list[Draft]:
    ended = quote.rstrip(",.")
    stem = f"Who said, “{ended}”?"
    if speaker.canonical.split()[-1] in stem:
        return []
    start, end = _with_verb(article.analysis.docs[position], spoken, speaker)
    fact = Fact(number, start, end, f"{speaker.canonical} said, “{ended}.”", 0.5)
    features = {"kind_question": 1.0, "name": 1.0, "witnessed": 1.0, "quotation": 1.0, "salience": 0.5}
    others = (speaker.text,) if speaker.text != speaker.canonical else ()
    return [
        Draft(
            kind=kind,
            interaction=interaction,
            stem=stem,
            keys=(speaker.canonical, *others),
            fact=fact,
            answer_class=AnswerClass.PERSON,
            rule="who-said",
            key_source=Source(number, speaker.start, speaker.end),
            features=features,
        )
        for kind, interaction in (
            (Kind.SHORT_ANSWER, Interaction.TEXT_ENTRY),
            (Kind.MULTIPLE_CHOICE, Interaction.CHOICE),
        )
    ]
