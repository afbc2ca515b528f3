"""Times that only hold from the writer's day."""

from typing import Any

from quizzes.engine.language.lexicon import WEEKDAYS

DEICTIC = frozenset(
    """today yesterday tomorrow tonight now currently recently lately presently nowadays ago soon""".split()
)
DAYS = frozenset(day.lower() for day in WEEKDAYS)
TIME_NOUNS = frozenset("week month year day night evening morning afternoon decade century time moment".split()) | DAYS
# "the next day" follows the day that is told of
NEXT = frozenset("day morning evening night week month year time".split())
# without one of these words nothing in a sentence is dated from the writer's day
RELATIVE = frozenset(("this", "last", "next", "past"))
DATING = DEICTIC | RELATIVE | DAYS | {f"{day}s" for day in DAYS}


def deictic(token: Any) -> bool:
    """Say whether an adjunct's time only holds from the writer's day: "on Tuesday", "this week", "recently".

    "On Easter Sunday 2019" holds for ever: its year stands with it.
    """
    inside = list(token.subtree)
    words = {word.lower_ for word in inside}
    if words.isdisjoint(DATING):
        return False
    if any(word.text.isdigit() and len(word.text) == 4 for word in inside):
        return False
    if token.lower_ in DEICTIC or "ago" in words:
        return True
    lemmas = {word.lemma_.lower() for word in inside}
    if lemmas & DAYS:
        return True
    seen = any(word.lower_ in RELATIVE and not told(word) for word in inside)
    return seen and bool(lemmas & TIME_NOUNS) and token.dep_ in {"npadvmod", "prep"}


def told(word: Any) -> bool:
    """Say whether "last" or "next" counts in what is told: "for the last time", "in her last year", "the next day".

    "In the last five years" counts from the writer's day all the same.
    """
    before = word.doc[word.i - 1] if word.i else None
    noun = word.doc[word.i + 1] if word.i + 1 < len(word.doc) else None
    if before is None or noun is None or word.lower_ not in {"last", "next"}:
        return False
    owned = before.tag_ == "PRP$" or before.tag_ == "POS"
    return owned or (before.lower_ == "the" and noun.lower_ in ({"time"} if word.lower_ == "last" else NEXT))


def from_today(verb: Any, subject: Any) -> bool:
    """Say whether a clause counts from the writer's day: "Three weeks have gone by since the flood"."""
    return subject.lemma_.lower() in TIME_NOUNS and verb.lemma_ in {"pass", "elapse", "go"}


def dated_from_today(token: Any) -> bool:
    """Say whether a word is a time seen from the writer's day and no adjunct that can go: "next year's fair"."""
    if token.lower_ in {"today", "yesterday", "tomorrow", "tonight", "nowadays"}:
        return True
    if token.lemma_.lower() in TIME_NOUNS and token.i > 0:
        before = token.doc[token.i - 1].lower_
        if before in {"last", "next"}:
            return not told(token.doc[token.i - 1])
        return bool(before == "this" and token.lemma_.lower() != "time")
    return token.text in WEEKDAYS and not any(
        t.text.isdigit() and len(t.text) == 4 for t in token.doc[token.i : token.i + 3]
    )
