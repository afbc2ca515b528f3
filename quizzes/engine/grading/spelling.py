"""Small slips of spelling: which ones are forgiven, and how they are shown."""

import re
from collections.abc import Sequence, Set

from rapidfuzz.distance import OSA, Levenshtein

from quizzes.engine.grading.normalisation import without_accents
from quizzes.engine.text.lexicon import zipf

# One slip from five letters on, two from nine; of all the words of an answer at most two may be misspelt.
_ONE_SLIP, _TWO_SLIPS, _MISSPELT_WORDS = 5, 9, 2
# What was typed is another word when it is known ("desert" for "dessert"). Frequent misspellings are known a little:
# "goverment" has a Zipf frequency of 2.7, "recieve" of 2.8.
_KNOWN = 3.0
# "undefeated" is no slip of "defeated", nor "illegal" of "legal".
_NOT = ("anti", "dis", "il", "im", "in", "ir", "mis", "non", "un")
_NEAR = 0.7
_ARTICLE = re.compile(r"(?:the|an?) ", re.I)


def is_near_enough(
    given: Sequence[str], key: Sequence[str], *, typos: bool, plurals: bool, lookalikes: Set[str] = frozenset()
) -> bool:
    """Tell whether the tokens differ by small slips or by the plural of words alone, as far as each is forgiven.

    Numbers, dates and signs must be the same. `lookalikes` are words that the article uses for something else.
    """
    if len(given) != len(key):
        return False
    slips = 0
    for ours, theirs in zip(given, key, strict=True):
        if ours == theirs or (plurals and is_other_number(ours, theirs)):
            continue
        slips += 1
        if not typos or slips > _MISSPELT_WORDS or not is_slip(ours, theirs, lookalikes):
            return False
    return True


def is_slip(given: str, key: str, lookalikes: Set[str] = frozenset()) -> bool:
    """Tell whether a word is a misspelling of another: one slip, or two in a long word, never in its first letter.

    Another word that people know, a word of the article, or the opposite ("unknown" for "known") is none.
    """
    if not (given.isalpha() and key.isalpha()) or len(key) < _ONE_SLIP or len(given) < _ONE_SLIP - 1:
        return False
    allowed = 2 if len(key) >= _TWO_SLIPS else 1
    slips = OSA.distance(given, key, score_cutoff=allowed)
    if given[0] != key[0] or slips > allowed or slips != OSA.distance(_letters(given), _letters(key)):
        return False
    if zipf(given) >= _KNOWN or given.casefold() in lookalikes:
        return False
    return not is_other_number(given, key) and not _is_opposite(given, key)


def _letters(word: str) -> str:
    """Give what case and accents leave: a slip is in the letters themselves, those have rules of their own."""
    return without_accents(word.casefold())


def _is_opposite(given: str, key: str) -> bool:
    one, other = sorted((given.casefold(), key.casefold()), key=len)
    return any(other == f"{prefix}{one}" for prefix in _NOT)


def is_other_number(given: str, key: str) -> bool:
    """Tell whether two words differ in the plural alone: "bombing" for "bombings"."""
    return given != key and (_is_plural(given, key) or _is_plural(key, given))


def _is_plural(many: str, one: str) -> bool:
    if not (many.isalpha() and one.isalpha()) or len(one) < _ONE_SLIP - 1 or one.endswith(("s", "i")):
        return False
    return many in (f"{one}s", f"{one}es", f"{one.removesuffix('y')}ies")


def difference(given: str, key: str) -> tuple[tuple[str, str], ...]:
    """Give the pieces that turn what was given into the key: (op, text), op in equal, delete, insert.

    Case and an article before a key without one do not count unless nothing else differs; what is equal is shown as
    the key writes it.
    """
    bare = _ARTICLE.sub("", given) if not _ARTICLE.match(key) else given
    folded = [text.lower() if len(text.lower()) == len(text) else text for text in (bare, key)]
    if folded[0] != folded[1]:
        return _pieces(bare, key, *folded)
    return _pieces(given, key, given, key)


def _pieces(given: str, key: str, ours: str, theirs: str) -> tuple[tuple[str, str], ...]:
    """Cut two texts where their forms for comparison, of the same lengths, differ."""
    pieces: list[tuple[str, str]] = []
    for step in Levenshtein.opcodes(ours, theirs):
        gone, come = given[step.src_start : step.src_end], key[step.dest_start : step.dest_end]
        if step.tag == "equal":
            pieces.append(("equal", come))
            continue
        pieces += [("delete", gone)] if gone else []
        pieces += [("insert", come)] if come else []
    return tuple(pieces)


def likeness(given: str, key: str) -> float:
    """Give how alike two answers are, from 0 to 1; 0 below what counts as near."""
    alike = Levenshtein.normalized_similarity(given.casefold(), key.casefold())
    return alike if alike >= _NEAR else 0.0
