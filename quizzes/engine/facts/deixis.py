"""Times that only hold from the writer's day."""

from typing import Any

from quizzes.engine.language.lexicon import WEEKDAYS

DEICTIC = frozenset(
    """today yesterday tomorrow tonight now currently recently lately presently nowadays ago soon here""".split()
)
DAYS = frozenset(day.lower() for day in WEEKDAYS)
TIME_NOUNS = frozenset("week month year day night evening morning afternoon decade century time moment".split()) | DAYS
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
    return bool(words & RELATIVE and lemmas & TIME_NOUNS and token.dep_ in {"npadvmod", "prep"})


def from_today(verb: Any, subject: Any) -> bool:
    """Say whether a clause counts from the writer's day: "Three weeks have gone by since the flood"."""
    return subject.lemma_.lower() in TIME_NOUNS and verb.lemma_ in {"pass", "elapse", "go"}


def dated_from_today(token: Any) -> bool:
    """Say whether a word is a time seen from the writer's day and no adjunct that can go: "next year's fair"."""
    if token.lower_ in {"today", "yesterday", "tomorrow", "tonight", "nowadays"}:
        return True
    if token.lemma_.lower() in TIME_NOUNS and token.i > 0:
        before = token.doc[token.i - 1].lower_
        return before in {"last", "next"} or (before == "this" and token.lemma_.lower() != "time")
    return token.text in WEEKDAYS and not any(
        t.text.isdigit() and len(t.text) == 4 for t in token.doc[token.i : token.i + 3]
    )
