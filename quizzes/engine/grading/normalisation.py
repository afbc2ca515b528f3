"""The readings of a typed answer: words folded, numbers, dates and signs in one form."""

import re
import unicodedata
from collections.abc import Set
from fractions import Fraction
from functools import lru_cache

from quizzes.engine.grading.numerals import (
    NUMBER,
    ORDINAL,
    VOCABULARY,
    date_token,
    number_token,
    read_dates,
    read_numbers,
)
from quizzes.engine.grading.rules import Rule
from quizzes.engine.grading.shares import SHARE_WORDS, add_shares, read_shares

_QUOTES_AND_DASHES = str.maketrans(
    {**dict.fromkeys("“”„«»", '"'), **dict.fromkeys("‘’‚`´", "'"), **dict.fromkeys("‐‑‒–—―−", "-")}
)
_SPECIAL_LETTERS = str.maketrans(
    {"ø": "o", "ł": "l", "đ": "d", "æ": "ae", "œ": "oe", "ð": "d", "þ": "th", "ı": "i", "ё": "е"}
    | {"Ø": "O", "Ł": "L", "Đ": "D", "Æ": "AE", "Œ": "OE", "Ð": "D", "Þ": "TH", "Ё": "Е"}
)
# Marks that a reader of the script may leave out: the vowels of Hebrew and Arabic, the accents of Latin and Greek.
_VOWEL_MARKS = re.compile("[\u0591-\u05bd\u05bf\u05c1\u05c2\u05c4\u05c5\u064b-\u0652\u0670]")
_ACCENTED = re.compile("(?<=[A-Za-z\u00aa-\u024f\u0370-\u03ff\u1e00-\u1eff])[\u0300-\u036f]+")
# What is typed without being seen: direction marks, joiners, soft hyphens, and which picture of a sign is meant.
_UNSEEN = re.compile("[\u00ad\u061c\u200b-\u200f\u202a-\u202e\u2060-\u2064\u2066-\u2069\ufe00-\ufe0f\ufeff]")
# The wide forms of ASCII, and the small digits below a line: "H₂O" is typed as H2O.
_PLAIN_FORMS = {code: code - 0xFEE0 for code in range(0xFF01, 0xFF5F)} | {
    code: code - 0x2080 + ord("0") for code in range(0x2080, 0x208A)
}
_TOKEN = re.compile(
    r"(?P<iso>(?<!\d)\d{4}-\d{1,2}-\d{1,2}(?!\d))"
    r"|(?P<date>(?<!\d)\d{1,2}(?P<mark>[./-])\d{1,2}(?P=mark)\d{4}(?!\d))"
    r"|(?P<share>(?<![\d/.,])\d/(?:\d|10)(?![\d/]))"
    r"|(?P<number>(?:(?<!\S)-)?(?:\d{1,3}(?:[, ']\d{3})+(?!\d)|\d{1,30})(?:\.\d{1,30})?)"
    r"(?P<suffix>k|m|bn|b|tn|st|nd|rd|th)?(?![a-z])"
    r"|(?P<bare>\d{1,30}(?:\.\d{1,30})?)"
    r"|(?P<sign>us\$|[$£€¥₹%+#])"
    r"|(?P<end>(?<=[a-z])-$)"
    r"|(?P<word>[^\W\d_]+(?:'[^\W\d_]+)*)"
    r"|(?P<other>[^\s\w.,;:!?'\"()\[\]/&*-])",
    re.IGNORECASE,
)
_SUFFIXES = {"k": 10**3, "m": 10**6, "b": 10**9, "bn": 10**9, "tn": 10**12}
# One spelling for what means the same beside a number.
_SIGN_WORDS = {
    **dict.fromkeys(("percent", "pct", "pc"), "%"),
    **dict.fromkeys(("dollar", "dollars", "usd", "us$"), "$"),
    **dict.fromkeys(("pounds", "gbp"), "£"),
    **dict.fromkeys(("euro", "euros", "eur"), "€"),
    **dict.fromkeys(("yen", "jpy"), "¥"),
    **dict.fromkeys(("rupees", "inr"), "₹"),
    **dict.fromkeys(("kilometre", "kilometres", "kilometer", "kilometers", "kms"), "km"),
    **dict.fromkeys(("metre", "metres", "meter", "meters"), "m"),
    **dict.fromkeys(("kilogram", "kilograms", "kilogramme", "kilogrammes", "kilos", "kgs"), "kg"),
    **dict.fromkeys(("centimetre", "centimetres", "centimeter", "centimeters"), "cm"),
}
MONEY_SIGNS = frozenset("$£€¥₹")
SIGNS = MONEY_SIGNS | {"%"}
_READ = VOCABULARY | SHARE_WORDS


def squeezed(text: str) -> str:
    """Give the text with plain spaces, quotation marks, dashes, digits and letters, and without unseen characters."""
    seen = _UNSEEN.sub("", unicodedata.normalize("NFC", text.translate(_PLAIN_FORMS)))
    plain = "".join(_plain_character(character) for character in seen)
    spaced = " ".join(plain.translate(_QUOTES_AND_DASHES).split())
    return re.sub(r"(?<= )&(?= )", "and", spaced)


def _plain_character(character: str) -> str:
    """Write any script's decimal digit as 0 to 9; a superscript is no digit ("10²" is not 102)."""
    if character.isascii() or not character.isdecimal():
        return character
    return str(unicodedata.decimal(character))


def without_accents(text: str) -> str:
    """Give the text in base letters: "Café" and "Cafe" become one; marks that make another letter stay ("が", "й")."""
    bare = _ACCENTED.sub("", unicodedata.normalize("NFD", text))
    return _VOWEL_MARKS.sub("", unicodedata.normalize("NFC", bare).translate(_SPECIAL_LETTERS))


@lru_cache(maxsize=8192)
def readings(plain: str, rules: Set[Rule]) -> frozenset[tuple[str, ...]]:
    """Give every way to read a squeezed answer under the rules about case, accents, numbers and dates.

    "5m" is five million or five metres; elsewhere there is one reading. The cache serves a class that answers the same
    questions: its keys are read once.
    """
    folded = plain.casefold() if Rule.CASE in rules else plain
    folded = without_accents(folded) if Rule.ACCENTS in rules else folded
    if Rule.NUMBERS not in rules:
        return frozenset((_reading(folded, rules, million=True),))
    return frozenset(_reading(folded, rules, million=million) for million in (True, False))


def _reading(folded: str, rules: Set[Rule], *, million: bool) -> tuple[str, ...]:
    numbers = Rule.NUMBERS in rules
    text = re.sub(r"\bper cent\b", "percent", folded) if numbers else folded
    tokens: list[str] = []
    for match in _TOKEN.finditer(text):
        tokens += _tokens_of(match, rules, million=million)
    if numbers:
        tokens = add_shares(read_numbers(read_shares(tokens)))
    if Rule.DATES in rules:
        tokens = read_dates(tokens)
    return tuple(_signs_first(_without_range_words(tokens)) if numbers else tokens)


def _tokens_of(match: re.Match[str], rules: Set[Rule], *, million: bool) -> list[str]:
    kind, text = match.lastgroup or "", match.group()
    if kind == "iso" or match.group("date"):
        return [_date_or_parts(text, is_read=Rule.DATES in rules)]
    if kind == "word":
        return [_word(text, rules)]
    if kind == "other" and not text.isascii() and unicodedata.category(text).startswith("P"):
        return []  # the quotation marks and full stops of other scripts
    if Rule.NUMBERS not in rules:
        return _as_written(match)
    if kind == "share":
        return _share_tokens(*text.split("/"))
    if match.group("number"):
        return _number_tokens(match, million=million)
    if kind == "bare":
        return [number_token(Fraction(text))]
    return [_SIGN_WORDS.get(text.lower(), text)]


def _word(text: str, rules: Set[Rule]) -> str:
    """Give a word without apostrophes; one that is read as a sign, a number or a date has no case of its own."""
    word = text.replace("'", "")
    folded = word.casefold()
    if Rule.NUMBERS in rules and folded in _SIGN_WORDS:
        return _SIGN_WORDS[folded]
    is_read = rules & {Rule.NUMBERS, Rule.DATES} and folded in _READ
    return folded if is_read else word


def _date_or_parts(text: str, *, is_read: bool) -> str:
    """Read "2019-10-26" and "26/10/2019"; "10/11/2019" may be either of two days, so it is nothing but its parts."""
    parts = [int(part) for part in re.split("[./-]", text)]
    written = "/".join(str(part) for part in parts)
    if not is_read:
        return written
    if parts[0] > 999:
        return date_token(*parts) or written
    first, second, year = parts
    days = {date_token(year, second, first), date_token(year, first, second)} - {None}
    return str(days.pop()) if len(days) == 1 else written


def _as_written(match: re.Match[str]) -> list[str]:
    """Give a number by its characters, for items in which its form counts."""
    if match.lastgroup in ("sign", "end", "other"):
        return [match.group()]
    suffix = match.group("suffix") or ""
    number = f"{NUMBER}{match.group().removesuffix(suffix)}"
    if suffix.lower() in ("st", "nd", "rd", "th"):
        return [f"{ORDINAL}{number[1:]}"]
    return [number, suffix] if suffix else [number]


def _share_tokens(count: str, parts: str) -> list[str]:
    """Read "1/3" as a share; "3/1" stays two numbers."""
    if 0 < int(count) < int(parts):
        return [number_token(Fraction(int(count), int(parts)))]
    return [number_token(Fraction(count)), number_token(Fraction(parts))]


def _number_tokens(match: re.Match[str], *, million: bool) -> list[str]:
    value = Fraction(re.sub("[, ']", "", match.group("number")))
    suffix = (match.group("suffix") or "").lower()
    if suffix in ("st", "nd", "rd", "th"):
        return [f"{ORDINAL}{value}"]
    if suffix == "m" and not million:
        return [number_token(value), "m"]
    return [number_token(value * _SUFFIXES.get(suffix, 1))]


def _without_range_words(tokens: list[str]) -> list[str]:
    """Leave out the "to" of "1990 to 2000", which may as well be a dash."""
    kept = []
    for index, word in enumerate(tokens):
        between = 0 < index < len(tokens) - 1 and tokens[index - 1][0] == tokens[index + 1][0] == NUMBER
        if not (word == "to" and between):
            kept.append(word)
    return kept


def _signs_first(tokens: list[str]) -> list[str]:
    """Put a money sign before its number: "4.6 million pounds" reads as "£4.6 million"; "us" before dollars goes."""
    ordered: list[str] = []
    for word in tokens:
        if word == "$" and ordered and ordered[-1].casefold() == "us":
            ordered.pop()
        if word in MONEY_SIGNS and ordered and ordered[-1].startswith(NUMBER):
            ordered.insert(len(ordered) - 1, word)
        else:
            ordered.append(word)
    return ordered
