"""F5: the stem does not give the key away, and who has not read the article cannot be sure."""

import re
from collections.abc import Iterator
from itertools import pairwise

from quizzes.engine.items.draft import AnswerClass
from quizzes.engine.items.values import GAP, Kind
from quizzes.engine.items.wording import FUNCTION_WORDS, meaning, stands_in, tokens
from quizzes.engine.language.geography import told_by
from quizzes.engine.language.lexicon import ALIASES, CONTINENTS
from quizzes.engine.text.lexicon import zipf
from quizzes.engine.vetting.values import Case, Check, Finding

CODE = "F5"
NAMES = frozenset((AnswerClass.PERSON, AnswerClass.PLACE, AnswerClass.ORGANIZATION, AnswerClass.NAME))
LEAST, LEAST_TRUTH = 4, 5
POINTER = re.compile(r"^According to paragraph \d+, ")
SHORT, RARE = 4, 3.2  # on the Zipf scale: less than twice in a million words
TOPIC_PARAGRAPHS = 4
TOPIC_SHARE = 0.3
NAMED = re.compile(r"(?<!^)(?<![.?!“\"] )\b[A-Z][\w’'-]+|\d")


VAGUE = re.compile(r"^(?:A number of|A few|Some|Many|Several|Various|Certain|Others|A variety of|A range of) [^,;\d]*$")
TELLING = re.compile(
    r"\d|\b(?:because|since|although|though|while|whereas|unlike|but|despite|instead|rather|only|first|last|never|not|no"
    r"|without|due to|so that|in order to|caused?|led to|result\w*|than|most|least|\w{3,}est|half|third|quarter|twice"
    r"|two|three|four|five|six|seven|eight|nine|ten|dozen|hundreds?|thousands?|millions?|billions?)\b|n[’']t\b",
    re.IGNORECASE,
)
KNOWN_YEARS = (
    (re.compile(r"\b(?:Apollo 11|(?:first )?moon landing|first (?:man|men|person) on the moon)\b", re.I), {1969}),
    (re.compile(r"\b(?:World War (?:I|One)|First World War)\b"), {1914, 1918}),
    (re.compile(r"\b(?:World War (?:II|Two)|Second World War)\b"), {1939, 1945}),
    (re.compile(r"\b(?:September 11|9/11|Twin Towers)\b"), {2001}),
    (re.compile(r"\bBerlin Wall\b"), {1961, 1989}),
    (re.compile(r"\bFrench Revolution\b"), {1789}),
    (re.compile(r"\bDeclaration of Independence\b"), {1776}),
    (re.compile(r"\bTitanic\b"), {1912}),
    (re.compile(r"\bColumbus\b"), {1492}),
)


def _known(case: Case) -> Iterator[Finding]:
    """Find a place that the names of the stem settle ("Rohingya from _____") and a year that everybody knows."""
    draft, shown = case.draft, case.shown
    if draft.answer_class is AnswerClass.PLACE:
        keys = {ALIASES.get(key, key) for key in draft.keys}
        words = [word.removesuffix("’s").removesuffix("'s") for word in re.findall(r"\b[A-Z][\w’'-]+", shown)]
        pairs = [f"{one} {two}" for one, two in pairwise(words)]
        setting = [mention.text for mention in case.analysis.mentions if draft.keys[0] in CONTINENTS]
        if sum(draft.keys[0] in told_by(name) for name in setting) >= SETTING:
            yield Finding(CODE, "the whole article plays on this continent")
            return
        for name in (*words, *pairs):
            if keys & told_by(name):
                yield Finding(CODE, f"“{name}” of the stem tells the place")
                return
    if draft.answer_class in {AnswerClass.YEAR, AnswerClass.DATE}:
        for event, years in KNOWN_YEARS:
            if draft.value in years and event.search(shown):
                yield Finding(CODE, "everybody knows the year")


def _is_empty(case: Case) -> bool:
    """Say whether a true statement says nothing that could be otherwise: no figure, second name, contrast or cause."""
    stem = POINTER.sub("", case.draft.stem)
    if VAGUE.match(stem):
        return True
    if TELLING.search(stem):
        return False
    named = {mention.canonical for mention in case.analysis.mentions if stands_in(mention.text, stem)}
    return len(named) < 1 and len(meaning(stem)) < SUBSTANCE


YEAR = re.compile(r"\b(?:1\d{3}|20\d{2})\b")


def _out_of_order(case: Case, now: str, then: str) -> bool:
    """Say whether a changed year passed another year of the stem: "after the season of 2014, ... return in 2013".

    What is planned may not come before the last year that the article tells of either.
    """
    stem = case.draft.stem
    new, old = YEAR.search(now), YEAR.search(then)
    if new is None or old is None:
        return False
    others = [int(year) for year in YEAR.findall(stem) if year != new.group()]
    if re.search(r"\b(?:will|plans? to)\b", stem):
        named = [figure.value for figure in case.analysis.figures if figure.figure_class.value in {"year", "date"}]
        others += [int(year) for year in named if 1000 < year < int(old.group())]
    return any((other < int(old.group())) != (other < int(new.group())) for other in others)


SUBSTANCE = 6
SETTING = 3


def _leak(case: Case) -> Iterator[Finding]:
    words = [word for word in tokens(case.draft.keys[0]) if word not in FUNCTION_WORDS]
    shown = case.shown.replace(GAP, " ")
    if stands_in(case.draft.keys[0], shown):
        yield Finding(CODE, "the key stands in the stem")
        return
    known = meaning(shown)
    held = [word for word in words if meaning(word) & known]
    answer = case.draft.answer_class
    if answer in {AnswerClass.PHRASE, AnswerClass.REFERENT}:
        leaks = 2 * len(held) >= len(words) > 0
    elif answer in {AnswerClass.PERSON, AnswerClass.ORGANIZATION}:
        leaks = bool(held)
    else:
        leaks = bool(held) and len(held) == len(words)
    if leaks:
        yield Finding(CODE, f"“{held[0]}” of the key stands in the stem")


def _is_common(case: Case, name: str) -> bool:
    """Say whether a word passes for a name only because it heads a sentence: the article has it in lower case too."""
    lower = name.lower()
    return any(re.search(rf"(?<![\w-]){re.escape(lower)}(?![\w-])", block.text) for block in case.paragraphs)


def _specific(case: Case) -> bool:
    """Say whether a statement holds a name, a figure, a rare term, or tells of something past.

    "Exercise strengthens the heart" may be known to anybody, "The grower sold the orchard" to nobody.
    """
    stem = POINTER.sub("", case.draft.stem)
    if NAMED.search(stem) or any(
        stands_in(mention.text, stem) and not _is_common(case, mention.text) for mention in case.analysis.mentions
    ):
        return True
    words = tokens(stem)
    if any(case.tags.get(word) == "VBD" for word in words):
        return True
    if any(len(word) > SHORT and word.isalpha() and zipf(word) < RARE for word in words):
        return True
    fact = case.draft.fact
    return any(
        figure.paragraph == fact.paragraph and fact.start <= figure.start < fact.end and stands_in(figure.text, stem)
        for figure in case.analysis.figures
    )


def _is_thin(case: Case) -> bool:
    """Say whether a stem has too few words of substance to be about one thing: "Hall was _____ years old."."""
    least = LEAST_TRUTH if case.draft.kind is Kind.TRUE_FALSE else LEAST
    if POINTER.match(case.draft.stem) or case.draft.context or NAMED.search(case.draft.stem.replace(GAP, " ")):
        least -= 1
    elif GAP in case.draft.stem and not NAMED.search(case.draft.stem):
        least += 2  # "Typical speeds are _____ revolutions per minute": of what?
    # "This is known as _____.": what a gap is about may stand in the quoted sentences
    told = case.shown if case.draft.kind is Kind.CLOZE else case.draft.stem
    return len(meaning(POINTER.sub("", told.replace(GAP, " ")))) < least


def _is_topic(case: Case) -> bool:
    """Say whether the key is what the whole article is about: readers would guess it from any other item."""
    known = {mention.canonical for mention in case.analysis.mentions if mention.text == case.draft.keys[0]}
    texts = {mention.text for mention in case.analysis.mentions if mention.canonical in known}
    blocks = [block.text for block in case.paragraphs if block.text]
    holding = sum(any(stands_in(text, block) for text in texts) for block in blocks)
    return holding >= TOPIC_PARAGRAPHS and holding >= TOPIC_SHARE * len(blocks)


def run(case: Case) -> Iterator[Finding]:
    """Find key words in stem or context, and stems with nothing of this article in them."""
    draft = case.draft
    if _is_thin(case):
        yield Finding(CODE, "too few words of substance")
    if draft.kind is Kind.TRUE_FALSE:
        if not _specific(case):
            yield Finding(CODE, "a general statement without name or figure: anybody may know")
        elif draft.changed is not None and _out_of_order(case, *draft.changed):
            yield Finding(CODE, "another year of the stem shows that it is false")
        elif draft.changed is None and _is_empty(case):
            yield Finding(CODE, "nothing in the statement could be otherwise")
        return
    yield from _leak(case)
    yield from _known(case)
    if draft.answer_class in NAMES and _is_topic(case):
        yield Finding(CODE, "the key is what the whole article is about")
    if draft.answer_class is AnswerClass.PERCENT and draft.value in {0.0, 100.0}:
        yield Finding(CODE, "all or nothing is easily guessed")


CHECK = Check(CODE, "The key is not in the stem or context, and the stem is about this article.", run)
