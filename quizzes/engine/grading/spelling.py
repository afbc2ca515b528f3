"""Small slips of spelling: which ones are forgiven, and how they are shown."""

import re
from collections.abc import Sequence

from rapidfuzz.distance import OSA, Levenshtein

from quizzes.engine.grading.normalisation import SIGNS
from quizzes.engine.text.lexicon import zipf

# One slip from five letters on, two from nine; of all the words of an answer at most two may be misspelt.
_ONE_SLIP, _TWO_SLIPS, _MISSPELT_WORDS = 5, 9, 2
# What was typed is another word when it is known and not much rarer than the key ("desert" for "dessert");
# frequent misspellings are known too, but much rarer ("goverment").
_KNOWN, _MUCH_RARER = 3.0, 1.5
_NEAR = 0.7
_ARTICLE = re.compile(r"(?:the|an?) ", re.I)


def is_misspelt(given: Sequence[str], key: Sequence[str]) -> bool:
    """Tell whether the tokens differ by slips of spelling alone; numbers, dates and signs must be the same."""
    if len(given) != len(key):
        return False
    wrong = [(ours, theirs) for ours, theirs in zip(given, key, strict=True) if ours != theirs]
    return len(wrong) <= _MISSPELT_WORDS and all(_is_slip(ours, theirs) for ours, theirs in wrong)


def _is_slip(given: str, key: str) -> bool:
    if not (given.isalpha() and key.isalpha()) or len(key) < _ONE_SLIP or given in SIGNS:
        return False
    allowed = 2 if len(key) >= _TWO_SLIPS else 1
    return OSA.distance(given, key, score_cutoff=allowed) <= allowed and not _is_other_word(given, key)


def _is_other_word(given: str, key: str) -> bool:
    return zipf(given) >= _KNOWN and zipf(given) >= zipf(key) - _MUCH_RARER


def is_other_number(given: Sequence[str], key: Sequence[str]) -> bool:
    """Tell whether the tokens differ in the plural of words alone: "bombing" for "bombings"."""
    if len(given) != len(key):
        return False
    wrong = [(ours, theirs) for ours, theirs in zip(given, key, strict=True) if ours != theirs]
    return bool(wrong) and all(_is_plural(ours, theirs) or _is_plural(theirs, ours) for ours, theirs in wrong)


def _is_plural(many: str, one: str) -> bool:
    if not (many.isalpha() and one.isalpha()) or len(one) < _ONE_SLIP - 1 or one.endswith(("s", "i")):
        return False
    return many in (f"{one}s", f"{one}es", f"{one.removesuffix('y')}ies")


def difference(given: str, key: str) -> tuple[tuple[str, str], ...]:
    """Give the pieces that turn what was given into the key: (op, text), op in equal, delete, insert.

    Case and an article before a key without one do not count; what is equal is shown as the key writes it.
    """
    given = _ARTICLE.sub("", given) if not _ARTICLE.match(key) else given
    folded = [text.lower() if len(text.lower()) == len(text) else text for text in (given, key)]
    pieces: list[tuple[str, str]] = []
    for step in Levenshtein.opcodes(*folded):
        ours, theirs = given[step.src_start : step.src_end], key[step.dest_start : step.dest_end]
        if step.tag == "equal":
            pieces.append(("equal", theirs))
            continue
        pieces += [("delete", ours)] if ours else []
        pieces += [("insert", theirs)] if theirs else []
    return tuple(pieces)


def likeness(given: str, key: str) -> float:
    """Give how alike two answers are, from 0 to 1; 0 below what counts as near."""
    alike = Levenshtein.normalized_similarity(given.casefold(), key.casefold())
    return alike if alike >= _NEAR else 0.0
