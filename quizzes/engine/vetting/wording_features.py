"""What an item's words alone tell about it: features from 0 to 1 that need no parse, so that any question has them."""

import re
from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from quizzes.engine.items.values import GAP
from quizzes.engine.items.wording import content, meaning, tokens
from quizzes.engine.text.lexicon import zipf

LONG_STEM = 30
LONG_KEY = 10
SHORT_STEM = 7
RARE = 4.0  # on the Zipf scale: about ten in a million words

LOOSE = re.compile(
    r"\b(?:he|she|it|they|him|her|them|his|its|their|hers|theirs|one|ones|such|another)\b", re.IGNORECASE
)
DEMONSTRATIVE = re.compile(r"\b(?:this|these|those|that (?=[a-z]+ (?:is|was|were|are|had|has)\b))", re.IGNORECASE)
DEFINITE = re.compile(r"\bthe (?:[a-z]+-?[a-z]* )?[a-z]{3,}\b", re.IGNORECASE)
PRESENT = re.compile(r"\b(?:is|are|does|do|has|have|can|may|must|needs?)\b")
PAST = re.compile(r"\b(?:was|were|did|had|could|would|[a-z]{3,}ed)\b")
PASSIVE = re.compile(r"\b(?:is|are|was|were|be|been|being)\b(?: [a-z]+ly)? [a-z]+(?:ed|en|own|ought|ade|old|uilt)\b")
PERFECT = re.compile(r"\b(?:had|have|has) (?:\w+ )?(?:been|[a-z]+(?:ed|en))\b")
NEGATED = re.compile(r"\b(?:not|never|no longer|without|nor|neither)\b|n[’']t\b", re.IGNORECASE)
HEDGED = re.compile(r"\b(?:may|might|could|according|reportedly|likely|perhaps|believed|about|around)\b", re.IGNORECASE)
TIMED = re.compile(r"\b(?:now|today|recently|currently|still|also|so far|yet|already|last|next|later)\b", re.IGNORECASE)
STRANDED = re.compile(r"\b(?:in|on|at|of|for|with|to|from|by|as|about|into)\s*[?.]$", re.IGNORECASE)
FRONTED = re.compile(r"^(?:in|on|at|of|for|with|to|from|by|after|before|during|under|according)\b", re.IGNORECASE)
NAME = re.compile(r"(?<=[^.?!“\"] )[A-Z][\w’'-]+")
QUESTION_WORDS = ("who", "whose", "when", "where", "why", "how", "which", "what")
WH = re.compile(rf"\b(?:{'|'.join(QUESTION_WORDS)})\b", re.IGNORECASE)
THING = re.compile(r"^what (?:is|are|was|were) (?:the name|the|a|an)\b", re.IGNORECASE)
DATE = re.compile(
    r"\d{4}|\d0s|century|year|decade|[A-Z][a-z]+ \d|\d [A-Z][a-z]+|\b(?:January|February|March|April|May|June)\b"
    r"|\b(?:July|August|September|October|November|December)\b"
)
COUNT = re.compile(r"\d|\b(?:one|two|three|four|five|six|seven|eight|nine|ten|twelve|dozen|hundred|thousand|million)\b")
LINKED = re.compile(r"\b(?:and|or|but)\b")
DEPENDENT = re.compile(r"\b(?:that|which|who|because|while|when|although|if|as)\b")


POINTED = re.compile(r"\b(?:according to|in) paragraph \d", re.IGNORECASE)
VAGUE_SUBJECT = re.compile(
    r"^(?:all|some|many|several|most|both|each|few|a number of|a group of|one of)\b", re.IGNORECASE
)
INDEFINITE_ROLE = re.compile(r"^who (?:is|was|are|were) an? ", re.IGNORECASE)
GAP_INSIDE = re.compile(rf"\b(?:a|an|the|its|his|her|their) {GAP} [a-z]", re.IGNORECASE)


@dataclass(frozen=True, slots=True)
class Wording:
    """The words of an item: stem, key, wrong options, and the sentence that shows the key."""

    stem: str
    key: str
    sentence: str
    wrong: tuple[str, ...] = ()


def _share(part: frozenset[str], whole: frozenset[str]) -> float:
    return len(part & whole) / len(part) if part else 0.0


def longest_run(words: Sequence[str], other: Sequence[str]) -> int:
    """Return how many words in a row both lists share at most."""
    best = 0
    last = [0] * (len(other) + 1)
    for word in words:
        row = [0] * (len(other) + 1)
        for index, candidate in enumerate(other):
            if word == candidate:
                row[index + 1] = last[index] + 1
                best = max(best, row[index + 1])
        last = row
    return best


def rarity(words: Sequence[str]) -> float:
    """Return the share of rare words; figures do not count."""
    known = [word for word in words if word.isalpha()]
    return sum(zipf(word) < RARE for word in known) / len(known) if known else 0.0


def _of_key(wording: Wording) -> dict[str, float]:
    key = wording.key
    words = tokens(key)
    return {
        "key_length": min(1.0, len(words) / LONG_KEY),
        "key_one_word": float(len(words) == 1),
        "key_figure": float(any(char.isdigit() for char in key)),
        "key_name": float(key[:1].isupper() and not any(char.isdigit() for char in key)),
        "key_rare": rarity(words),
        "key_in_stem": _share(meaning(key), meaning(wording.stem)),
        "key_sentence": min(1.0, len(words) / max(1, len(tokens(wording.sentence)))),
    }


def _of_options(wording: Wording) -> dict[str, float]:
    if not wording.wrong:
        return {}
    longest = max(len(text) for text in wording.wrong)
    return {
        "key_longest": float(len(wording.key) > longest),
        "options_even": min(len(wording.key), longest) / max(len(wording.key), longest, 1),
        "closeness": closeness(wording.key, wording.wrong),
    }


def closeness(key: str, wrong: tuple[str, ...]) -> float:
    """Return how near the wrong options lie to the key on average: ratio of figures, else of lengths in words."""
    return sum(_near(key, other) for other in wrong) / len(wrong) if wrong else 0.0


def _near(one: str, other: str) -> float:
    figures = [_figure(one), _figure(other)]
    if all(figure is not None and figure > 0 for figure in figures):
        low, high = sorted(figure or 0.0 for figure in figures)
        return low / high
    low, high = sorted((len(tokens(one)), len(tokens(other))))
    return low / high if high else 0.0


def _figure(text: str) -> float | None:
    found = re.search(r"\d[\d,]*(?:\.\d+)?", text)
    return float(found.group().replace(",", "")) if found else None


def _of_question(stem: str, key: str) -> dict[str, float]:
    """Return which question word asks, and how the question begins; a gap or a statement has none of them."""
    if not stem.rstrip("”\"' ").endswith("?"):
        return {}
    found = WH.search(stem)
    word = found.group().lower() if found else "none"
    counted = re.search(r"\bhow (?:many|much|long|often|far|old|tall|large)\b", stem, re.IGNORECASE)
    asked = "how_many" if counted else word
    return {
        f"asks_{asked}": 1.0,
        "unfit": float(not _fits(asked, key)),
        "asks_thing": float(bool(THING.match(stem))),
        "asks_late": float(found is not None and found.start() > len(stem) / 3),
        "stranded": float(bool(STRANDED.search(stem))),
    }


def _fits(asked: str, key: str) -> bool:
    """Say whether a key has the look of what the question word asks for: a year for when, a capital for who."""
    if asked == "when":
        return bool(DATE.search(key))
    if asked == "how_many":
        return bool(COUNT.search(key))
    if asked in {"who", "whose"}:
        return key[:1].isupper()
    return asked != "where" or key[:1].isupper() or bool(FRONTED.match(key))


def of_wording(wording: Wording) -> Mapping[str, float]:
    """Return the features of the words."""
    stem = wording.stem
    words = tokens(stem.replace(GAP, " "))
    asked, shown = meaning(stem.replace(GAP, " ")), meaning(wording.sentence)
    said = content(stem)
    named = bool(NAME.search(stem))
    digits = any(char.isdigit() for char in stem)
    past = bool(PAST.search(stem))
    return {
        "stem_length": min(1.0, len(words) / LONG_STEM),
        "stem_short": float(len(words) < SHORT_STEM),
        "shared": _share(asked, shown),
        "thin": float(len(asked & shown) <= 1),
        "repeated": float(len(said) > len(set(said))),
        "verbatim": longest_run(words, tokens(wording.sentence)) / max(1, len(words)),
        "covered": _share(shown, asked | meaning(wording.key)),
        "evidence_length": min(1.0, len(tokens(wording.sentence)) / 50),
        "rare": rarity(words),
        "loose": min(1.0, len(LOOSE.findall(stem)) / 2),
        "demonstrative": float(bool(DEMONSTRATIVE.search(stem))),
        "definites": min(1.0, len(DEFINITE.findall(stem)) / 4),
        "definite_first": float(stem.lower().startswith("the ") and not named),
        "named": float(named),
        "dated": float(digits),
        "general": float(not named and not digits and not past and bool(PRESENT.search(stem))),
        "past": float(past),
        "passive": float(bool(PASSIVE.search(stem))),
        "perfect": float(bool(PERFECT.search(stem))),
        "negated": float(bool(NEGATED.search(stem))),
        "hedged": float(bool(HEDGED.search(stem))),
        "timed": float(bool(TIMED.search(stem))),
        "quoted": float("“" in stem or '"' in stem),
        "commas": min(1.0, stem.count(",") / 3),
        "broken": float(any(mark in stem for mark in ("–", "—", ":", ";", "("))),
        "linked": float(bool(LINKED.search(stem))),
        "dependent": min(1.0, len(DEPENDENT.findall(stem)) / 2),
        "fronted": float(bool(FRONTED.search(stem))),
        "pointed": float(bool(POINTED.search(stem))),
        "vague_subject": float(bool(VAGUE_SUBJECT.search(POINTED.sub("", stem).lstrip(" ,")))),
        "indefinite_role": float(bool(INDEFINITE_ROLE.search(stem))),
        "gap_inside": float(bool(GAP_INSIDE.search(stem)) and not any(char.isdigit() for char in wording.key)),
        "gap_first": float(stem.startswith(GAP)),
        "gap_last": float(stem.rstrip(" .").endswith(GAP)),
        **_of_question(stem, wording.key),
        **_of_key(wording),
        **_of_options(wording),
    }
