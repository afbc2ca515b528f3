"""Discourse words that open a sentence and say nothing about its content."""

from typing import Any

from quizzes.engine.language.kept import span_text

OPENERS = frozenset(
    """but and so yet or moreover however therefore thus furthermore besides lastly finally firstly secondly then
    meanwhile nevertheless nonetheless instead also indeed unfortunately fortunately consequently hence still
    additionally likewise similarly accordingly overall""".split()
)
PHRASES = (
    "in fact",
    "after all",
    "in other words",
    "for example",
    "for instance",
    "of course",
    "in addition",
    "as a result",
    "on the other hand",
    "on the one hand",
    "by contrast",
    "in contrast",
    "and lastly",
    "for the moment",
    "at first",
    "to be sure",
    "in short",
    "above all",
)
PHRASE_OPENERS = frozenset(phrase.split()[0] for phrase in PHRASES)


def opening(sentence: Any) -> int:
    """Return how many tokens of discourse words open the sentence: 3 for "In fact, the mill was sold."."""
    lead = 0
    length = len(sentence)
    while lead < min(length - 1, 6):
        first = sentence[lead]
        phrase = _phrase(sentence[lead:]) if first.lower_ in PHRASE_OPENERS else None
        if phrase:
            lead += len(phrase.split()) + 1
        elif (
            first.lower_ in OPENERS
            and first.dep_ in {"cc", "advmod"}
            and sentence[lead + 1].lower_ not in {"of", "than", "as", "far", "much", "many", "long"}  # "So far, ..."
        ):
            lead += 1
            if sentence[lead].text in {",", "–", "—"}:
                lead += 1
        else:
            break
    return lead


def _phrase(words: Any) -> str | None:
    lower = span_text(words).lower()
    return next((phrase for phrase in PHRASES if lower.startswith(phrase + ",")), None)
