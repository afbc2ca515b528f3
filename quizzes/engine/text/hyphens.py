"""A hyphen at a line end: is it part of the word ("long-term") or only of the column ("terror-ist")?"""

import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from functools import lru_cache

from quizzes.engine.text import compounds
from quizzes.engine.text.lexicon import zipf
from quizzes.engine.text.sentences import HYPHENS, ends_with_hyphen

_WORD = re.compile(r"[^\W\d_]+(?:[-’'][^\W\d_]+)*")
_LEFT = re.compile(r"[^\s(“‘\"\[—–/]{1,60}$")
_RIGHT = re.compile(r"^[\w’'-]{1,60}")
_LETTERS = re.compile(r"^[^\W\d_]+")
# Zipf frequencies. Halves: a rare word, a word that everyone knows, one that everyone uses.
_RARE, _COMMON, _VERY_COMMON = 2.3, 3.9, 4.4
# The solid word: nobody writes it; more than slips of the keyboard; it has driven out its hyphenated form ("setbacks",
# not "longterm", which careless writers write too), with a mark of its own after "ex-" and before "-hearted".
_UNHEARD, _KNOWN, _ESTABLISHED, _APART, _PARTICIPLE = 1.0, 2.0, 3.2, 3.0, 3.3
# Limits of a text that spells the British way, of a vowel that would be doubled, and of heads that are often solid.
_BRITISH_LIMIT, _DOUBLED_LIMIT, _OFTEN = 4.4, 3.9, 1.9
# Nobody writes these with a hyphen ("her-|self"), even where no other line divides a word.
_SURELY_SOLID = 4.2
_SUSPENDED = frozenset({"and", "or", "to"})
_ENDINGS = ("’s", "'s", "s", "es", "ed", "d", "ing", "ly")


@dataclass(frozen=True, slots=True)
class Evidence:
    """What the text itself says: words it writes solid, words it writes with a hyphen inside a line, and whether its
    columns divide words at all."""

    solid: frozenset[str]
    hyphenated: frozenset[str]
    divides: bool

    @property
    def american(self) -> bool:
        return len(self.solid & compounds.AMERICAN) > len(self.solid & compounds.BRITISH)

    @property
    def british(self) -> bool:
        """Tell how the text spells: "metres" or "meters"."""
        return len(self.solid & compounds.BRITISH) > len(self.solid & compounds.AMERICAN)


def gather_evidence(lines: Iterable[str]) -> Evidence:
    """Collect the words inside the lines; the pieces at divided line ends are left out."""
    solid: set[str] = set()
    hyphenated: set[str] = set()
    breaks: list[tuple[str, str]] = []
    for text, following in _with_next(lines):
        divided = ends_with_hyphen(text)
        words = _WORD.findall(text.casefold())
        for word in words[:-1] if divided else words:
            (hyphenated if "-" in word else solid).add(word)
        if divided and following:
            breaks.append(_halves(text, following))
    divides = any(_surely_divided(left, right) for left, right in breaks)
    return Evidence(frozenset(solid), frozenset(hyphenated), divides)


def _with_next(lines: Iterable[str]) -> Iterator[tuple[str, str]]:
    before = None
    for text in lines:
        if before is not None:
            yield before, text
        before = text
    if before is not None:
        yield before, ""


def _halves(before: str, after: str) -> tuple[str, str]:
    """Give the letters on each side of the break: ("hard", "ened") for "battle-hard-" and "ened, die-hard"."""
    found = _LEFT.search(before[:-1][-60:])
    left = re.split(f"[{HYPHENS}]", found.group())[-1] if found else ""
    right = _LETTERS.match(after)
    return left.lstrip("’'*"), right.group() if right else ""


def _surely_divided(left: str, right: str) -> bool:
    """Tell whether only a column can have put the hyphen there: a known word of which a half is none."""
    return right.islower() and _strength(left + right) >= _ESTABLISHED and min(zipf(left), zipf(right)) < 3


@lru_cache(maxsize=4096)
def _strength(word: str) -> float:
    """Give the frequency of a word or of what is left without an ending: "lifetimes" is as good as "lifetime"."""
    word = word.casefold()
    stems = [word.removesuffix(ending) for ending in _ENDINGS if len(word) - len(ending) >= 5]
    return max(zipf(stem) for stem in {word, *stems})


def is_suspended(before: str, after: str) -> bool:
    """Tell whether the hyphen waits for a later word: "short-" and "and long-term"; not "thous-" and "and"."""
    left, right = _halves(before, after)
    token = _RIGHT.match(after)
    waits = token is not None and token.group() in _SUSPENDED
    return waits and zipf(left) >= 3 and _strength(left + right) < _ESTABLISHED


def keeps_hyphen(before: str, after: str, evidence: Evidence) -> bool:
    """Tell whether the hyphen that ends `before` belongs to the word that goes on in `after`."""
    left, right = _halves(before, after)
    if not left.isalpha() or not right or len(left) == 1 or (len(left) + len(right) < 4 and not right.islower()):
        return True
    if right[0].isupper() and not (left.isupper() and right.isupper() and len(left) > 1):
        return True
    if left.isupper() and len(left) > 1 and _strength(left + right) < _KNOWN:
        return True
    token = _LEFT.search(before[:-1][-60:])
    compound = token is not None and any(hyphen in token.group() for hyphen in HYPHENS)
    if (compound and left in compounds.MIDDLES) or (
        right in compounds.MIDDLES and after[len(right) :].startswith(tuple(HYPHENS))
    ):
        return True
    own = _own_evidence(left, right, evidence)
    return _lexicon_keeps(left, right, evidence) if own is None else own


def _own_evidence(left: str, right: str, evidence: Evidence) -> bool | None:
    """Look the two spellings up in the rest of the text; None when it has neither or both."""
    solid = f"{left}{right}".casefold()
    written_solid = any(form in evidence.solid for form in _forms(solid))
    written_apart = any(form in evidence.hyphenated for form in _forms(f"{left}-{right}".casefold()))
    return None if written_solid == written_apart else written_apart


def _forms(word: str) -> set[str]:
    return {word, f"{word}s", f"{word}’s", f"{word}'s", word.removesuffix("s")}


def _lexicon_keeps(left: str, right: str, evidence: Evidence) -> bool:
    small_left, small_right = left.casefold(), right.casefold()
    strength = _strength(left + right)
    fixed = _fixed(small_left, small_right, strength, evidence)
    if fixed is not None:
        return fixed
    left_known, right_known = zipf(small_left), zipf(small_right)
    both_words = min(len(left), len(right)) > 2 and min(left_known, right_known) >= _COMMON
    if both_words and not evidence.divides and strength < _SURELY_SOLID:
        return True
    if small_left in compounds.SOLID_PREFIXES and strength >= _KNOWN:
        return False
    limit = _limit(small_left, small_right, evidence)
    if limit is not None:
        return strength < limit
    if len(left) > 2 and left_known >= _COMMON and _is_second_half(small_right, right_known, strength):
        return True
    heads = {small_right, small_right.removesuffix("s")}
    if (heads & compounds.SOLID_HEADS and strength >= _KNOWN) or (heads & compounds.OFTEN_SOLID and strength >= _OFTEN):
        return False
    if both_words:
        return strength < _ESTABLISHED
    if min(len(left), len(right)) > 3 and strength < _UNHEARD and left_known >= 3 and right_known >= _RARE:
        return True
    return len(right) > 2 and right_known >= _VERY_COMMON and strength < _KNOWN


def _fixed(left: str, right: str, strength: float, evidence: Evidence) -> bool | None:
    """Decide what is always written in one way, and compass points; None for all else."""
    if compounds.COMPASS.fullmatch(left + right):
        return _keeps_in_compass(evidence)
    if f"{left}-{right}" in compounds.NEVER_SOLID or (left in compounds.TENS and right in compounds.UNITS):
        return True
    return False if left in compounds.NEVER_APART and strength >= _KNOWN else None


def _limit(left: str, right: str, evidence: Evidence) -> float | None:
    """Give the frequency from which the solid word wins, where the first or the last part has one of its own."""
    if left in compounds.APART_PREFIXES and zipf(right) >= _COMMON:
        return _APART
    if left in compounds.PREFIXES and zipf(right) >= 3:
        return _prefix_limit(left, right, evidence)
    if evidence.british and right in compounds.BRITISH_ENDS and zipf(left) >= _COMMON and len(left) > 2:
        return _BRITISH_LIMIT
    return None


def _prefix_limit(prefix: str, word: str, evidence: Evidence) -> float:
    """Give the frequency from which the solid word wins; a vowel that would double ("re-elect") speaks for apart."""
    doubled = prefix[-1] == word[0] and prefix[-1] in "eio"
    if prefix == "re" and not word.startswith(("e", "re")):
        return _UNHEARD
    if evidence.american:
        return _ESTABLISHED
    if len(word) < 3 or zipf(word) < _COMMON:
        return _DOUBLED_LIMIT if doubled and len(word) > 3 else _ESTABLISHED
    if evidence.british and (doubled or prefix in compounds.BRITISH_PREFIXES or word == "war"):
        return _BRITISH_LIMIT
    return _DOUBLED_LIMIT if doubled else _ESTABLISHED


def _is_second_half(right: str, known: float, strength: float) -> bool:
    """Tell whether the word often ends a hyphenated compound: "follow-|up", "light-|hearted", "money-|laundering"."""
    if {right, right.removesuffix("s")} & compounds.PARTICLES:
        return strength < _ESTABLISHED
    return (
        len(right) > 4
        and right not in compounds.SOLID_HEADS
        and right.endswith(("ed", "ing"))
        and known >= 3
        and strength < min(known, _PARTICIPLE)
    )


def _keeps_in_compass(evidence: Evidence) -> bool:
    """Decide by the other compass points of the text, then by its spelling: "metres" and "north-east"."""
    solid = any(compounds.COMPASS.fullmatch(word) for word in evidence.solid)
    apart = any("-" in word and compounds.COMPASS.fullmatch(word.replace("-", "", 1)) for word in evidence.hyphenated)
    if solid != apart:
        return apart
    return evidence.british
