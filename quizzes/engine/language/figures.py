"""Figures: every number with its class, unit, approximator and value, found in the text and placed by the parse."""

import re
from typing import Any

from quizzes.engine.language.lexicon import CURRENCIES, DURATIONS, MEASURES, MONTHS, WEEKDAYS
from quizzes.engine.language.values import Figure, FigureClass

WORDS = {
    word: value
    for value, word in enumerate(
        """zero one two three four five six seven eight nine ten eleven twelve thirteen fourteen fifteen sixteen
        seventeen eighteen nineteen""".split()
    )
} | {
    word: 10 * value
    for value, word in enumerate("twenty thirty forty fifty sixty seventy eighty ninety".split(), start=2)
}
MAGNITUDES = {"hundred": 1e2, "thousand": 1e3, "million": 1e6, "billion": 1e9, "trillion": 1e12, "m": 1e6, "bn": 1e9}

_WORD = "|".join(sorted(WORDS, key=len, reverse=True))
_DIGITS = r"\d{1,3}(?:,\d{3})+(?:\.\d+)?|\d+(?:\.\d+)?"
_SPELT = rf"(?:(?:{_WORD})(?:[- ](?:{_WORD}))?)"
_NUMERAL = rf"(?:(?:{_DIGITS})|{_SPELT})(?:(?: |-)(?:hundred|thousand|million|billion|trillion))?(?: and a half)?"
_MONTH = rf"(?:(?:{'|'.join(MONTHS)})|(?:Jan|Feb|Mar|Apr|Aug|Sept?|Oct|Nov|Dec)\.)"
_DAY = r"\d{1,2}(?:st|nd|rd|th)?"
_WEEKDAY = rf"(?:{'|'.join(sorted(WEEKDAYS))})"
_YEAR = r"(?:1[0-9]{3}|20[0-9]{2})"

DATE = re.compile(
    rf"\b(?:{_WEEKDAY},? )?(?:{_MONTH} {_DAY}(?:, {_YEAR}\b)?(?!\d)|{_DAY} {_MONTH}(?:,? {_YEAR}\b)?"
    rf"|{_MONTH},?(?: of)? {_YEAR}\b"
    rf"|(?:[A-Z][a-z]+ )?{_WEEKDAY},? {_YEAR}\b)"
)
MONEY = re.compile(rf"(?:US|A|C)?[£$€¥](?:{_DIGITS})(?: ?(?:thousand|million|billion|trillion|m|bn)\b)?")
PERCENT = re.compile(rf"\b{_NUMERAL}(?:%| per ?cent\b)", re.IGNORECASE)
NUMBER = re.compile(rf"(?<![\w.,$£€-])(?:{_NUMERAL})(?:st|nd|rd|th|s)?\b", re.IGNORECASE)
APPROXIMATOR = re.compile(
    r"(?:^|(?<=\s))((?:as (?:many|much|few|little|long|far|low|high) as"
    r"|(?:just |well |slightly |far )?(?:more|fewer|less)"
    r" than|(?:just |well )?(?:over|under)|at (?:least|most)|up to|no (?:more|fewer|less) than|about|around|roughly"
    r"|approximately|nearly|almost|some|an estimated|the estimated|estimated|only|just|exactly|close to"
    r"|upwards of|in excess of)\s)$",
    re.IGNORECASE,
)


BOUNDING = (
    " than", "over", "under", "up to", "upwards of", "in excess of", "as many as", "as much as", "as little as",
    "as few as", "at least", "at most",
)  # fmt: skip


def value_of(text: str) -> float | None:
    """Return the value of a numeral in digits or words, or None: "£4.6 million" is 4600000, "forty-eight" is 48."""
    half = text.lower().endswith(" and a half")
    pieces = re.findall(r"\d[\d,]*(?:\.\d+)?|[a-z]+", text.lower().removesuffix(" and a half"))
    total = 0.0
    found = False
    for piece in pieces:
        if piece[0].isdigit():
            total, found = total + float(piece.replace(",", "")), True
        elif piece in WORDS:
            total, found = total + WORDS[piece], True
        elif piece in MAGNITUDES and found:
            total *= MAGNITUDES[piece]
    if not found:
        return None
    return total + 0.5 if half else total


def approximator_before(text: str, start: int) -> str:
    """Return the hedge that stands directly before a numeral: "at least" in "at least 2,000"."""
    found = APPROXIMATOR.search(text[max(0, start - 30) : start])
    return found.group(1).strip() if found else ""


def is_bound(approximator: str) -> bool:
    """Say whether a hedge only bounds its figure, so that others hold too: "at least 2,000" holds "at least 750"."""
    hedge = approximator.lower()
    return hedge.endswith(BOUNDING) or hedge.startswith(("at least", "at most"))


def _counted(token: Any) -> Any:
    """Return the noun that a numeral counts, or None: the last of the first run, "workers" in "400 mill workers".

    The run and not the parse decides: "32,768 times a second" counts times.
    """
    doc, noun = token.doc, None
    for position in range(token.i + 1, min(token.i + 6, len(doc))):
        following = doc[position]
        if following.tag_ in {"NN", "NNS", "NNP", "NNPS"}:
            noun = following
            if noun.lemma_.lower() in DURATIONS | MEASURES:
                break  # "5 degrees Celsius"
        elif noun is not None or following.tag_ not in {"JJ", "JJR", "JJS", "HYPH", "VBN", "VBG", "RB", "CD"}:
            break
    return noun


def _class_and_unit(token: Any, text: str, value: float) -> tuple[FigureClass, str] | None:
    noun = _counted(token)
    if re.fullmatch(_YEAR, text) and token.i and token.doc[token.i - 1].lower_ in {"the", "a"}:
        return FigureClass.YEAR, ""  # "the 2014 protests"
    if noun is None or (re.fullmatch(_YEAR, text) and _year(token, text, value) is not None):
        return _year(token, text, value)
    lemma = noun.lemma_.lower()
    if lemma in DURATIONS:
        return FigureClass.DURATION, lemma
    if lemma in MEASURES:
        return FigureClass.MEASURE, lemma
    if lemma in CURRENCIES:
        return FigureClass.MONEY, lemma
    if noun.tag_ == "NNS" or lemma in {"people", "staff", "cattle"}:
        return FigureClass.COUNT, lemma
    return _year(token, text, value)


def _year(token: Any, text: str, value: float) -> tuple[FigureClass, str] | None:
    if not re.fullmatch(_YEAR, text):
        return (FigureClass.COUNT, "") if text.replace(",", "").isdigit() and len(text) > 1 else None
    before = token.doc[token.i - 1].lower_ if token.i else ""
    if before in {"in", "since", "by", "until", "till", "from", "to", "before", "after", "during", "of", "and"}:
        return FigureClass.YEAR, ""
    return None


def _refused(token: Any, text: str, whole: str, start: int, end: int) -> bool:
    """Say whether a number is part of a name, a range or a label: "STS-1", "24-29", "room 16", "2013/14"."""
    around = whole[max(0, start - 1) : start], whole[end : end + 1]
    if around[0] in {"-", "/", "–", "#", "."} or around[1] in {"-", "/", "–"} or whole[end : end + 2] in {"-y", ":0"}:
        return True
    if text.lower() in {"one", "zero"} or (text[-1] in "sh" and text[0].isdigit()) or text.endswith(("st", "nd", "rd")):
        return True
    before = token.doc[token.i - 1] if token.i else None
    if before is not None and before.lower_ in {"or", "to"} and token.i > 1 and token.doc[token.i - 2].like_num:
        return True  # "three or four metres"
    near = {t.lower_ for t in token.doc[max(0, token.i - 4) : token.i]}
    if before is not None and (before.lower_ == "between" or (before.lower_ == "and" and "between" in near)):
        return True  # "between 18 and 32 miles"
    following = token.doc[token.i + 1 : token.i + 3]
    if len(following) == 2 and following[0].lower_ in {"or", "to"} and following[1].like_num:
        return True
    if before is not None and before.pos_ in {"NOUN", "PROPN"} and token.ent_type_ != "DATE" and text.isdigit():
        return before.ent_type_ not in {"DATE", "TIME"} and before.head.i >= before.i
    return bool(token.dep_ == "nummod" and token.head.i < token.i and token.head.pos_ in {"NOUN", "PROPN"})


def _overlaps(taken: list[tuple[int, int]], start: int, end: int) -> bool:
    return any(start < other_end and other_start < end for other_start, other_end in taken)


def find(doc: Any, text: str, paragraph: int) -> list[Figure]:
    """Return the figures of one parsed paragraph in order of place."""
    taken: list[tuple[int, int]] = []
    figures: list[Figure] = []

    def add(start: int, end: int, figure_class: FigureClass, unit: str) -> None:
        taken.append((start, end))
        exact = text[start:end]
        years = re.findall(_YEAR, exact)
        value = float(years[-1]) if figure_class is FigureClass.DATE and years else value_of(exact)
        figures.append(
            Figure(paragraph, start, end, exact, value or 0.0, figure_class, unit, approximator_before(text, start))
        )

    for pattern, figure_class in ((DATE, FigureClass.DATE), (MONEY, FigureClass.MONEY), (PERCENT, FigureClass.PERCENT)):
        for match in pattern.finditer(text):
            if not _overlaps(taken, *match.span()) and text[match.end() : match.end() + 1] not in {"-", "–"}:
                unit = "%" if figure_class is FigureClass.PERCENT else ""
                if figure_class is FigureClass.MONEY:
                    unit = re.sub(r"[\d\s].*", "", match.group())
                add(*match.span(), figure_class, unit)
    by_offset = {token.idx: token for token in doc}
    for match in NUMBER.finditer(text):
        token = by_offset.get(match.start())
        value = value_of(match.group())
        if token is None or value is None or _overlaps(taken, *match.span()):
            continue
        if _refused(token, match.group(), text, *match.span()):
            continue
        last = doc.char_span(*match.span())
        # a numeral of several tokens counts through its last one: "14 million people"
        known = _class_and_unit(last[-1] if last is not None else token, match.group(), value)
        if known is not None:
            add(*match.span(), *known)
    return sorted(figures, key=lambda figure: figure.start)
