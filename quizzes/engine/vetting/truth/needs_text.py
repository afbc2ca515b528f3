"""F5: the stem does not give the key away, and who has not read the article cannot be sure."""

import re
from collections.abc import Iterator

from quizzes.engine.items.draft import AnswerClass
from quizzes.engine.items.values import GAP, Kind
from quizzes.engine.items.wording import FUNCTION_WORDS, meaning, stands_in, tokens
from quizzes.engine.vetting.values import Case, Check, Finding

CODE = "F5"
NAMES = frozenset((AnswerClass.PERSON, AnswerClass.PLACE, AnswerClass.ORGANIZATION, AnswerClass.NAME))
LEAST, LEAST_TRUTH = 4, 5
POINTER = re.compile(r"^According to paragraph \d+, ")
TOPIC_PARAGRAPHS = 4
TOPIC_SHARE = 0.3
NAMED = re.compile(r"(?<!^)(?<![.?!“\"] )\b[A-Z][\w’'-]+|\d")


def _leak(case: Case) -> Iterator[Finding]:
    words = [word for word in tokens(case.draft.keys[0]) if word not in FUNCTION_WORDS]
    shown = case.shown.replace(GAP, " ")
    if stands_in(case.draft.keys[0], shown):
        yield Finding(CODE, "the key stands in the stem")
        return
    known = meaning(shown)
    held = [word for word in words if meaning(word) & known]
    answer = case.draft.answer_class
    if answer is AnswerClass.PHRASE:
        leaks = 2 * len(held) >= len(words) > 0
    elif answer in {AnswerClass.PERSON, AnswerClass.ORGANIZATION}:
        leaks = bool(held)
    else:
        leaks = bool(held) and len(held) == len(words)
    if leaks:
        yield Finding(CODE, f"“{held[0]}” of the key stands in the stem")


def _specific(case: Case) -> bool:
    """Say whether a stem holds a name, a figure or a pointer to its paragraph."""
    stem = case.draft.stem
    if NAMED.search(stem) or any(stands_in(mention.text, stem) for mention in case.analysis.mentions):
        return True
    fact = case.draft.fact
    return any(
        figure.paragraph == fact.paragraph and fact.start <= figure.start < fact.end and stands_in(figure.text, stem)
        for figure in case.analysis.figures
    )


def _is_thin(case: Case) -> bool:
    """Say whether a stem has too few words of substance to be about one thing: "Hall was _____ years old."."""
    least = LEAST_TRUTH if case.draft.kind is Kind.TRUE_FALSE else LEAST
    if POINTER.match(case.draft.stem) or case.draft.context:
        least -= 1
    return len(meaning(POINTER.sub("", case.draft.stem.replace(GAP, " ")))) < least


def _is_topic(case: Case) -> bool:
    """Say whether the key is what the whole article is about: readers would guess it from any other item."""
    known = {mention.canonical for mention in case.analysis.mentions if mention.text == case.draft.keys[0]}
    texts = {mention.text for mention in case.analysis.mentions if mention.canonical in known}
    holding = sum(any(stands_in(text, block.text) for text in texts) for block in case.paragraphs)
    return holding >= TOPIC_PARAGRAPHS and holding >= TOPIC_SHARE * len(case.paragraphs)


def run(case: Case) -> Iterator[Finding]:
    """Find key words in stem or context, and stems with nothing of this article in them."""
    draft = case.draft
    if _is_thin(case):
        yield Finding(CODE, "too few words of substance")
    if draft.kind is Kind.TRUE_FALSE:
        if not _specific(case):
            yield Finding(CODE, "a general statement without name or figure: anybody may know")
        return
    yield from _leak(case)
    if draft.answer_class in NAMES and _is_topic(case):
        yield Finding(CODE, "the key is what the whole article is about")
    if draft.answer_class is AnswerClass.PERCENT and draft.value in {0.0, 100.0}:
        yield Finding(CODE, "all or nothing is easily guessed")


CHECK = Check(CODE, "The key is not in the stem or context, and the stem is about this article.", run)
