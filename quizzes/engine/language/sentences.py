"""Sentence boundaries: NLTK's Punkt with our own abbreviations, made for text whose quotes are plain."""

from functools import cache

from nltk.tokenize.punkt import PunktParameters, PunktSentenceTokenizer

from quizzes.engine.language.abbreviations import ABBREVIATIONS

LONGEST_WORDS, LONGEST_CHARACTERS = 200, 4_000
QUOTES = str.maketrans({"“": '"', "”": '"', "„": '"', "‘": "'", "’": "'"})


def plain(text: str) -> str:
    """Replace typographic quotes one for one, so that offsets stay."""
    return text.translate(QUOTES)


@cache
def _punkt() -> PunktSentenceTokenizer:
    parameters = PunktParameters()
    parameters.abbrev_types = set(ABBREVIATIONS)
    return PunktSentenceTokenizer(parameters)


def spans(text: str) -> list[tuple[int, int]]:
    """Return the sentences' offsets in order; a sentence that begins in lower case belongs to the one before.

    'She asked "Why?" and left.' is one sentence: what follows the question mark goes on in lower case.
    """
    merged: list[tuple[int, int]] = []
    for start, end in _punkt().span_tokenize(text):
        if merged and text[start : start + 1].islower():
            merged[-1] = (merged[-1][0], end)
        else:
            merged.append((start, end))
    return merged


def is_endless(sentence: str) -> bool:
    """Say whether a sentence is longer than anything that can be asked about: a text without stops, a table."""
    return len(sentence) > LONGEST_CHARACTERS or len(sentence.split()) > LONGEST_WORDS


def without_endless(text: str) -> str:
    """Write spaces for each endless sentence, so that all offsets stay and nothing parses it."""
    if not is_endless(text):
        return text
    for start, end in spans(text):
        if is_endless(text[start:end]):
            text = text[:start] + " " * (end - start) + text[end:]
    return text


def starts(text: str) -> frozenset[int]:
    """Return the offsets at which a sentence begins."""
    return frozenset(start for start, _ in spans(text))
