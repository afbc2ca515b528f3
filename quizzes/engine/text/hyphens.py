"""A hyphen at a line end: is it part of the word ("long-term") or only of the column ("terror-ist")?"""

import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from functools import lru_cache

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
# A prefix before a whole word is hyphenated unless the solid word is established ("semi-retired" but "prevail");
# some are nearly always written solid ("overseen"), some nearly never ("self-styled").
_PREFIXES = frozenset("anti co cross extra half mid multi neo non post pre pro re semi ultra vice well".split())
_SOLID_PREFIXES = frozenset(
    "aero astro bio counter electro fore geo hydro hyper inter micro mis out over photo poly sub super tele thermo trans"
    " un under up".split()
)
_APART_PREFIXES = frozenset("all ex pseudo quasi self".split())
# "mother-in-|law", "day-to-|day", "state-of-|the-art": the little word in the middle never joins what follows.
_MIDDLES = frozenset("a an and by de du for in la le of on or the to up van von".split())
# "follow-|up", "hands-|on", "mother-|in-law": what comes second after a whole word.
_PARTICLES = frozenset("by in of off on out to up".split())
# English writes compounds on these solid, even rare ones ("footbridge"), and the endings among them always.
_SOLID_HEADS = frozenset(
    "able back bed berry bird board boat bridge burn colour craft fall father field fire fish ful ground hood house"
    " keeper keeping land less light maker man men mill mother ness over paper path place port print room screen ship"
    " shop side smith some song stone storm town ward wash water way weed wide woman women wood word work worm"
    " wreck".split()
)
# "south-|west": American writers join these, British ones do not.
_COMPASS = re.compile(r"(?:north|south)(?:east|west)(?:ern|ward|wards|erly)?s?")
_BRITISH = frozenset(
    "metre metres kilometre kilometres centre centres centimetres litres harbour colour colours labour neighbour"
    " neighbours favour favourite honour rumour towards programme grey tonnes whilst defence theatre travelled".split()
)
_AMERICAN = frozenset(
    "meter meters kilometer kilometers center centers centimeters liters harbor color colors labor neighbor neighbors"
    " favor favorite honor rumor toward program gray defense theater traveled".split()
)
# British writers also keep these apart: "non-|profit", "post-|war", "re-|elect", "hand-|made", "take-|off".
# These often do, and the solid word must be better known ("seasick", "bottleneck", "waterborne").
_OFTEN_SOLID = frozenset(
    "ache apple bag bell bone borne box brush cake cap cart case cell coat corn cup dog drop dust fly gear glass grass"
    " guard hole hook horn horse jack jacket lace lock log mate meal nail neck net nut pack pan pie pin pipe plane plate"
    " pole pool pot proof rail ring ringer roof rope sack saw scape seller shed shell shoe sick skin skirt spoon stick"
    " stool strap stream string stroke tail teacher top trap tub vine wall wheel worker yard".split()
)
_TENS = frozenset(
    "twenty thirty forty fifty sixty seventy eighty ninety one two three four five six seven eight nine ten hundred"
    " thousand million".split()
)
_UNITS = frozenset(
    "one two three four five six seven eight nine first second third fourth fifth sixth seventh eighth ninth half halves"
    " thirds quarter quarters fourths fifths sixths sevenths eighths ninths tenth tenths hundredth hundredths thousandth"
    " thousandths million".split()
)
_BRITISH_PREFIXES = frozenset("co non semi".split())
_BRITISH_ENDS = frozenset("held made off offs up ups".split())
_BRITISH_LIMIT, _DOUBLED_LIMIT = 4.4, 3.9
_OFTEN = 2.3
# Nobody writes these with a hyphen ("her-|self"), even where no other line divides a word.
_SURELY_SOLID = 4.2
# Never one word: "in-|house", "off-|site", "no-|one", "would-|be".
_NEVER_SOLID = frozenset(
    {
        f"{left}-{right}"
        for left in ("in", "on", "off")
        for right in ("air", "demand", "depth", "house", "person", "site")
    }
    | {"no-one", "would-be", "passer-by", "passers-by", "inter-war"}
)
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
        return len(self.solid & _AMERICAN) > len(self.solid & _BRITISH)

    @property
    def british(self) -> bool:
        """Tell how the text spells: "metres" or "meters"."""
        return len(self.solid & _BRITISH) > len(self.solid & _AMERICAN)


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
    if (compound and left in _MIDDLES) or (right in _MIDDLES and after[len(right) :].startswith(tuple(HYPHENS))):
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
    if _COMPASS.fullmatch(small_left + small_right):
        return _keeps_in_compass(evidence)
    if f"{small_left}-{small_right}" in _NEVER_SOLID or (small_left in _TENS and small_right in _UNITS):
        return True
    strength = _strength(left + right)
    left_known, right_known = zipf(small_left), zipf(small_right)
    both_words = min(len(left), len(right)) > 2 and min(left_known, right_known) >= _COMMON
    if both_words and not evidence.divides and strength < _SURELY_SOLID:
        return True
    if small_left in _SOLID_PREFIXES and strength >= _KNOWN:
        return False
    if small_left in _APART_PREFIXES and right_known >= _COMMON:
        return strength < _APART
    if small_left in _PREFIXES and right_known >= 3:
        return strength < _prefix_limit(small_left, small_right, evidence)
    if evidence.british and small_right in _BRITISH_ENDS and left_known >= _COMMON and len(left) > 2:
        return strength < _BRITISH_LIMIT
    if len(left) > 2 and left_known >= _COMMON and _is_second_half(small_right, right_known, strength):
        return True
    heads = {small_right, small_right.removesuffix("s")}
    if (heads & _SOLID_HEADS and strength >= _KNOWN) or (heads & _OFTEN_SOLID and strength >= _OFTEN):
        return False
    if both_words:
        return strength < _ESTABLISHED
    if min(len(left), len(right)) > 3 and strength < _UNHEARD and left_known >= 3 and right_known >= _RARE:
        return True
    return len(right) > 2 and right_known >= _VERY_COMMON and strength < _KNOWN


def _prefix_limit(prefix: str, word: str, evidence: Evidence) -> float:
    """Give the frequency from which the solid word wins; a vowel that would double ("re-elect") speaks for apart."""
    doubled = prefix[-1] == word[0] and prefix[-1] in "eio"
    if prefix == "re" and not word.startswith(("e", "re")):
        return _UNHEARD
    if evidence.american:
        return _ESTABLISHED
    if len(word) < 3 or zipf(word) < _COMMON:
        return _DOUBLED_LIMIT if doubled and len(word) > 3 else _ESTABLISHED
    if evidence.british and (doubled or prefix in _BRITISH_PREFIXES or word == "war"):
        return _BRITISH_LIMIT
    return _DOUBLED_LIMIT if doubled else _ESTABLISHED


def _is_second_half(right: str, known: float, strength: float) -> bool:
    """Tell whether the word often ends a hyphenated compound: "follow-|up", "light-|hearted", "money-|laundering"."""
    if {right, right.removesuffix("s")} & _PARTICLES:
        return strength < _ESTABLISHED
    return (
        len(right) > 4
        and right not in _SOLID_HEADS
        and right.endswith(("ed", "ing"))
        and known >= 3
        and strength < min(known, _PARTICIPLE)
    )


def _keeps_in_compass(evidence: Evidence) -> bool:
    """Decide by the other compass points of the text, then by its spelling: "metres" and "north-east"."""
    solid = any(_COMPASS.fullmatch(word) for word in evidence.solid)
    apart = any("-" in word and _COMPASS.fullmatch(word.replace("-", "", 1)) for word in evidence.hyphenated)
    if solid != apart:
        return apart
    return evidence.british
