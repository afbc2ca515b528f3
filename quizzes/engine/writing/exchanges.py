"""Two phrases of one statement that change places, and decades and centuries that become others."""

import re
from collections.abc import Iterator
from typing import Any
from zlib import crc32

from quizzes.engine.facts.syntax import span
from quizzes.engine.facts.values import Statement
from quizzes.engine.writing.opposites import JOURNEYS
from quizzes.engine.writing.stakes import ONCE, in_the_claim

Turn = tuple[int, int, str, str]
NUMBERED = re.compile(r"^(\d{1,2})(st|nd|rd|th)$")
DECADE = re.compile(r"^((?:1[5-9]|20)\d)0s$")
LONGEST_SIDE = 6


def text_of(statement: Statement, start: int, end: int) -> str:
    """Return the article's own words for a range that the statement holds word for word."""
    parts = []
    for word in statement.words:
        if start <= word.start < end:
            parts.append(word.text + ("" if word.end == end else statement.doc[word.start].whitespace_))
    return "".join(parts)


def swapped(statement: Statement) -> Iterator[Turn]:
    """Let the two sides of "from ... to ..." and "replaced ... with ..." change places."""
    for first, second in _sides(statement):
        (start, middle), (after, end) = span(first), span(second)
        if not (start < middle <= after < end) or max(middle - start, end - after) > LONGEST_SIDE:
            continue
        one, other = text_of(statement, start, middle), text_of(statement, after, end)
        if not statement.covers(start, end) or one.lower() == other.lower() or "," in one + other:
            continue
        between = text_of(statement, middle, after).strip()
        yield start, end, text_of(statement, start, end), f"{other} {between} {one}"


def _sides(statement: Statement) -> Iterator[tuple[Any, Any]]:
    verb = statement.verb
    prepositions = {c.lower_: c for c in verb.children if c.dep_ == "prep"}
    if {"from", "to"} <= prepositions.keys() and verb.lemma_ in JOURNEYS:
        ends = [_object(prepositions[word]) for word in ("from", "to")]
        if all(end is not None and end.pos_ in {"PROPN"} and not end.like_num for end in ends):
            yield ends[0], ends[1]
    objects = [c for c in verb.children if c.dep_ in {"dobj", "nsubjpass"}]
    if verb.lemma_ == "replace" and len(objects) == 1 and {"with", "by"} & prepositions.keys():
        other = _object(prepositions.get("with") or prepositions["by"])
        if other is not None and objects[0].pos_ == other.pos_ and objects[0].i < other.i:
            yield objects[0], other


def _object(preposition: Any) -> Any:
    found = [c for c in preposition.children if c.dep_ == "pobj"]
    return found[0] if len(found) == 1 else None


def renumbered(statement: Statement) -> Iterator[Turn]:
    """Put another century or decade to what happened once: "was built in the 16th century", "in the 1920s"."""
    if statement.verb.lemma_.lower() not in ONCE or statement.verb.tag_ not in {"VBD", "VBN"}:
        return
    for word in statement.words:
        token = statement.doc[word.start]
        now = _other(token)
        if now is not None and word.end == word.start + 1 and in_the_claim(token, statement):
            yield token.i, token.i + 1, token.text, now


def _other(token: Any) -> str | None:
    """Return a century two away or a decade two or three away; neighbours differ too little to matter."""
    following = token.doc[token.i + 1] if token.i + 1 < len(token.doc) else None
    beside = {following.text if following is not None else "", token.doc[token.i - 1].text if token.i else ""}
    if beside & {"-", "–", "and", "or", "to"}:
        return None
    if found := DECADE.match(token.text):
        seed = crc32(f"{token.text}{token.i}".encode())
        return f"{int(found.group(1)) - (2, 3)[seed % 2]}0s"
    if (found := NUMBERED.match(token.text)) and following is not None and following.lemma_.lower() == "century":
        number = int(found.group(1)) - 2
        return _numbered(number) if number > 1 else None
    return None


def _numbered(number: int) -> str:
    ending = "th" if 10 < number % 100 < 14 else {1: "st", 2: "nd", 3: "rd"}.get(number % 10, "th")
    return f"{number}{ending}"
