"""Why a key is right and why a chosen option is wrong, each with the paragraph that shows it."""

from collections.abc import Mapping, Sequence

from quizzes.engine.explanations.quoting import inner, shortened

NOT_THERE = "The article does not give this answer."


def of_key(key: str, paragraph: int, sentence: str) -> str:
    """Explain a key by the sentence that holds it."""
    at = max(0, sentence.lower().find(key.lower()))
    return f"Paragraph {paragraph} says: “{inner(shortened(sentence, (at, at + len(key))))}”"


def of_true(paragraph: int, sentence: str) -> str:
    """Explain a true statement."""
    return f"True: paragraph {paragraph} says, “{inner(shortened(sentence))}”"


def of_false(now: str, then: str, paragraph: int, sentence: str) -> str:
    """Explain a false statement by the detail that was changed: what it says `now` and what stood there `then`."""
    at = max(0, sentence.lower().find(then.lower()))
    quotation = inner(shortened(sentence, (at, at + len(then))))
    return f"False: the statement has “{now}” where paragraph {paragraph} has “{then}”: “{quotation}”"


def of_distractor(text: str, paragraph: int, sentence: str, at: int) -> str:
    """Explain a distractor by the sentence of the article in which it stands (offset `at`)."""
    quotation = inner(shortened(sentence, (at, at + len(text)), longest=160))
    return f"Paragraph {paragraph} names “{text}” for something else: “{quotation}”"


def of_made_figure(text: str) -> str:
    """Explain a figure that was made up as a distractor."""
    return f"The article does not give “{text}” as an answer to this."


def of_pair(prompt: str, match: str, paragraph: int, sentence: str) -> str:
    """Explain one pair by the sentence that states it."""
    at = max(0, sentence.lower().find(match.lower()))
    quotation = inner(shortened(sentence, (at, at + len(match)), longest=160))
    return f"{prompt} – {match}: paragraph {paragraph} says, “{quotation}”"


def of_event(text: str, date: str, paragraph: int, sentence: str) -> str:
    """Explain the place of one event by its date and the sentence that gives it."""
    at = max(0, sentence.find(date))
    quotation = inner(shortened(sentence, (at, at + len(date)), longest=160))
    return f"{text} – {date}: paragraph {paragraph} says, “{quotation}”"


def of_referent(pronoun: str, key: str, paragraph: int, sentence: str, at: int) -> str:
    """Explain what a pronoun refers to by the sentence that names it (offset `at`)."""
    quotation = inner(shortened(sentence, (at, at + len(key))))
    return f"“{pronoun}” refers to {key}: paragraph {paragraph} says, “{quotation}”"


def of_unmatched(text: str) -> str:
    """Explain an option that no prompt takes."""
    return f"The article does not give “{text}” for any of these."


def of_choice(options: Sequence[Mapping[str, object]], chosen: int) -> str:
    """Return why the option at index `chosen` of a stored item is right or wrong, or "" for an index out of range."""
    if not 0 <= chosen < len(options):
        return ""
    return str(options[chosen].get("rationale") or NOT_THERE)
