"""Sentence boundaries: NLTK's Punkt with our own abbreviations, made for text whose quotes are plain."""

from functools import cache

from nltk.tokenize.punkt import PunktParameters, PunktSentenceTokenizer

from quizzes.engine.language.abbreviations import ABBREVIATIONS

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


def starts(text: str) -> frozenset[int]:
    """Return the offsets at which a sentence begins."""
    return frozenset(start for start, _ in spans(text))
