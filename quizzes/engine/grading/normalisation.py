"""The readings of a typed answer: words folded, numbers, dates and signs in one form."""

import re
import unicodedata
from fractions import Fraction

from quizzes.engine.grading.numerals import NUMBER, ORDINAL, date_token, number_token, read_dates, read_numbers
from quizzes.engine.grading.shares import add_shares, read_shares

_QUOTES_AND_DASHES = str.maketrans(
    {**dict.fromkeys("“”„«»", '"'), **dict.fromkeys("‘’‚`´", "'"), **dict.fromkeys("‐‑‒–—―−", "-")}
)
_SPECIAL_LETTERS = str.maketrans({"ø": "o", "ł": "l", "đ": "d", "æ": "ae", "œ": "oe", "ð": "d", "þ": "th", "ı": "i"})
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
    r"|(?P<other>[^\s\w.,;:!?'\"()\[\]/&*-])"
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


def squeezed(text: str) -> str:
    """Give the text with plain spaces, quotation marks and dashes, without any at the ends but those that count."""
    plain = "".join(_plain_character(character) for character in unicodedata.normalize("NFC", text))
    return " ".join(plain.translate(_QUOTES_AND_DASHES).split())


def _plain_character(character: str) -> str:
    """Write any script's decimal digit as 0 to 9; a superscript is no digit ("10²" is not 102)."""
    if character.isascii() or not character.isdecimal():
        return character
    return str(unicodedata.decimal(character))


def without_accents(text: str) -> str:
    """Give the text in base letters: "Café" and "Cafe" become one."""
    bare = "".join(
        character for character in unicodedata.normalize("NFD", text) if not unicodedata.combining(character)
    )
    return unicodedata.normalize("NFC", bare.translate(_SPECIAL_LETTERS))


def readings(folded: str) -> frozenset[tuple[str, ...]]:
    """Give every way to read a squeezed, case-folded answer.

    "5m" is five million or five metres, "10/11/2019" a day in November or in October; elsewhere there is one reading.
    """
    found = set()
    for million in (True, False):
        for day_first in (True, False):
            found.add(_reading(folded, million=million, day_first=day_first))
    return frozenset(found)


def _reading(folded: str, *, million: bool, day_first: bool) -> tuple[str, ...]:
    text = re.sub(r"\bper cent\b", "percent", folded)
    tokens: list[str] = []
    for match in _TOKEN.finditer(text):
        tokens += _tokens_of(match, million=million, day_first=day_first)
    tokens = read_dates(add_shares(read_numbers(read_shares(tokens))))
    return tuple(_signs_first(_without_range_words(tokens)))


def _tokens_of(match: re.Match[str], *, million: bool, day_first: bool) -> list[str]:
    kind = match.lastgroup or ""
    text = match.group()
    if kind == "iso":
        year, month, day = (int(part) for part in text.split("-"))
        return [date_token(year, month, day) or text]
    if match.group("date"):
        first, second, year = (int(part) for part in re.split("[./-]", text))
        day, month = (first, second) if day_first else (second, first)
        return [date_token(year, month, day) or text]
    if kind == "share":
        return _share_tokens(*text.split("/"))
    if match.group("number"):
        return _number_tokens(match, million=million)
    if kind == "bare":
        return [number_token(Fraction(text))]
    if kind == "word":
        word = text.replace("'", "")
        return [_SIGN_WORDS.get(word, word)]
    return [_SIGN_WORDS.get(text, text)]


def _share_tokens(count: str, parts: str) -> list[str]:
    """Read "1/3" as a share; "3/1" stays two numbers."""
    if 0 < int(count) < int(parts):
        return [number_token(Fraction(int(count), int(parts)))]
    return [number_token(Fraction(count)), number_token(Fraction(parts))]


def _number_tokens(match: re.Match[str], *, million: bool) -> list[str]:
    value = Fraction(re.sub("[, ']", "", match.group("number")))
    suffix = match.group("suffix") or ""
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
        if word == "$" and ordered and ordered[-1] == "us":
            ordered.pop()
        if word in MONEY_SIGNS and ordered and ordered[-1].startswith(NUMBER):
            ordered.insert(len(ordered) - 1, word)
        else:
            ordered.append(word)
    return ordered
