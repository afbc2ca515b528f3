"""F7: the question word asks for what the key is; a gap takes out one whole constituent."""

import re
from collections.abc import Iterator

from quizzes.engine.items.draft import AnswerClass
from quizzes.engine.items.values import GAP, Kind
from quizzes.engine.language.lexicon import TITLES
from quizzes.engine.vetting.values import Case, Check, Finding

CODE = "F7"
A = AnswerClass
ASKS_FOR = (
    (re.compile(r"\b(?:who|whom|whose)\b", re.I), {A.PERSON, A.ORGANIZATION, A.PHRASE, A.NAME}),
    (re.compile(r"\bhow many\b", re.I), {A.COUNT, A.DURATION, A.MEASURE, A.MONEY}),
    (re.compile(r"\bhow much\b", re.I), {A.MONEY, A.PERCENT, A.MEASURE, A.PHRASE}),
    (re.compile(r"\bhow long\b", re.I), {A.DURATION, A.MEASURE}),
    (re.compile(r"\bwhat percentage|what share|what proportion\b", re.I), {A.PERCENT}),
    (re.compile(r"\b(?:what|which) year\b", re.I), {A.YEAR}),
    (re.compile(r"^when\b", re.I), {A.YEAR, A.DATE, A.PHRASE}),
    (re.compile(r"^where\b", re.I), {A.PLACE, A.PHRASE, A.NAME, A.ORGANIZATION}),
    (re.compile(r"\b(?:which|what) (?:country|city|place|region|island|province)\b", re.I), {A.PLACE, A.NAME}),
)
# what before a key of this class belongs to the same name
JOINED = {
    A.ORGANIZATION: re.compile(r"\b[A-Z][a-z]+ (?:and |of |& )?$"),
    A.PLACE: re.compile(r"\b(?!President|King|Queen)[A-Z][a-z]+ (?:of )$"),
}
SPELT = r"(?:two|three|four|five|six|seven|eight|nine|ten|\w+teen|\w+ty)"
RANGE = re.compile(
    rf"\b(?:\d[\d,.]*|{SPELT})%? (?:to|or) {GAP}"
    rf"|{GAP} (?:to|or) (?:\d|{SPELT}\b)"
)
HUMAN_GAP = re.compile(
    rf"{GAP} (?:was |were |is |had been )?"
    r"(?:elected|born|married|crowned|appointed|murdered|executed|said|says|died|wrote|studied|retired|resigned)\b"
)
YEAR_OF_NAME = re.compile(
    rf"\b(?!In|On|By|Since|January|February|March|April|May|June|July|August|September|October"
    rf"|November|December)[A-Z][a-z]+ of {GAP}"
)
INDEFINITE_ROLE = re.compile(r"^Who (?:is|was) an? ")
GOES_ON = re.compile(r" (?:for|of|against) (?:the )?[A-Z]")
MEASURED = {A.DURATION, A.MEASURE}
GOES_ON_COUNTING = re.compile(
    r" and (?:a half|a quarter|\d|(?:two|three|four|five|six|seven|eight|nine|ten|\w+teen|\w+ty)\b)"
)
FIGURES = {A.COUNT, A.MONEY, A.PERCENT, A.MEASURE, A.DURATION}


def _gap_is_cut(case: Case) -> Iterator[Finding]:
    stem = case.draft.stem
    at = stem.find(GAP)
    before, after = stem[:at], stem[at + len(GAP) :]
    if re.search(r"[\w’']-$|[£$€]$", before) or re.match(r"-\w|%", after) or re.match(r"\w", after):
        yield Finding(CODE, "the gap cuts a word or a figure", (at, at + len(GAP)))
    if re.search(r"\b(?:a|an)\s$", before, re.IGNORECASE) and case.draft.answer_class not in FIGURES:
        yield Finding(CODE, "a or an before the gap gives a hint", (at, at + len(GAP)))
    if re.search(r"\ban?\s$", before, re.IGNORECASE) and case.draft.answer_class in {A.MONEY, A.COUNT}:
        yield Finding(CODE, "the gap takes a word that only describes: “a _____ national centre”", (at, at + len(GAP)))
    found = RANGE.search(stem) if case.draft.answer_class in FIGURES | {A.YEAR} else None
    if found and not re.search(r"\b(?:from|between)\b", stem[: found.start()], re.IGNORECASE):
        yield Finding(CODE, "the gap is half of a range", found.span())
    if case.draft.answer_class is A.PLACE and (found := HUMAN_GAP.search(stem)):
        yield Finding(CODE, "what a person does is asked of a place", found.span())
    year = case.draft.answer_class is A.YEAR or re.fullmatch(r"1[5-9]\d\d|20\d\d", case.draft.keys[0])
    if year and re.search(r"\b(?:the|an?|his|her|its|their)\s$", before, re.IGNORECASE) and re.match(r" \w", after):
        yield Finding(CODE, "the year only describes: “the _____ referendum”", (at, at + len(GAP)))
    if case.draft.answer_class is A.YEAR and (found := YEAR_OF_NAME.search(stem)):
        yield Finding(CODE, "the year belongs to a name: “the Confession of _____”", found.span())
    is_name = case.draft.answer_class not in FIGURES | {A.YEAR, A.DATE, A.PHRASE}
    last = before.split()[-1] if before.split() else ""
    if is_name and (
        re.match(r"\s(?:[A-Z]\w|\d)", after)
        or (
            len(before.split()) > 1
            and last[:1].isupper()
            and last[-1:].isalpha()
            and not (case.draft.answer_class is A.PERSON and last.lower() in TITLES)  # "General _____"
        )
    ):
        yield Finding(CODE, "the gap cuts a name in half", (at, at + len(GAP)))
    cut = case.draft.answer_class in MEASURED and _measure_goes_on(case, after)
    magnitude = re.match(r" (?:million|billion|thousand|hundred|per cent|percent)\b", after)
    if cut or (case.draft.answer_class in FIGURES and magnitude):
        yield Finding(CODE, "the gap takes a number without its unit", (at, at + len(GAP)))


def _measure_goes_on(case: Case, after: str) -> bool:
    """Say whether the unit of measure, or a further part of the figure, stands behind the gap: "_____ hours"."""
    units = {case.draft.unit, f"{case.draft.unit}s", "feet" if case.draft.unit == "foot" else case.draft.unit}
    left = case.draft.unit and units & {word.strip(".,;") for word in after.split()[:2]}
    return bool(left or GOES_ON_COUNTING.match(after))


def _half_name(case: Case) -> bool:
    """Say whether the name begins before the key or goes on behind it: "Fish and" before "Wildlife Service"."""
    source, fact = case.draft.key_source, case.draft.fact
    if source is None or case.draft.answer_class not in JOINED:
        return False
    text = case.paragraphs[fact.paragraph - 1].text
    before = JOINED[case.draft.answer_class].search(text[fact.start : source.start])
    goes_on = case.draft.answer_class is A.ORGANIZATION and GOES_ON.match(text[source.end : fact.end])
    return (before is not None and before.start() > 0) or bool(goes_on)


def run(case: Case) -> Iterator[Finding]:
    """Compare the question word with the class of the key, and look at what stands beside a gap."""
    draft = case.draft
    if draft.kind is Kind.TRUE_FALSE:
        return
    if draft.answer_class is AnswerClass.REFERENT:
        return  # the question word asks what a pronoun means, whatever else the quotation asks
    if _half_name(case):
        yield Finding(CODE, "the key is half a name")
    if INDEFINITE_ROLE.match(draft.stem):
        yield Finding(CODE, "“who is a” asks for one of many")
    if GAP in draft.stem:
        yield from _gap_is_cut(case)
        return
    if draft.kind is Kind.CLOZE:
        yield Finding(CODE, "a cloze item without a gap")
    for pattern, classes in ASKS_FOR:
        if found := pattern.search(draft.stem):
            if draft.answer_class not in classes:
                yield Finding(CODE, f"“{found.group()}” does not ask for a {draft.answer_class.value}", found.span())
            return


CHECK = Check(CODE, "The question word fits the key, and a gap removes one whole name, figure or phrase.", run)
