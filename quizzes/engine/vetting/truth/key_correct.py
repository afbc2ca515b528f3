"""F3: hedges, negations and attributions of the evidence are still there, so that the key is right as asked."""

import re
from collections.abc import Iterator

from quizzes.engine.items.values import GAP
from quizzes.engine.items.wording import meaning, stands_in, tokens
from quizzes.engine.vetting.values import Case, Check, Finding

CODE = "F3"
HEDGES = frozenset("may might could likely unlikely apparently probably possibly perhaps allegedly reportedly".split())
SAME = {"unlikely": "likely", "could": "can", "may": "might", "might": "may"}
APPROXIMATORS = (
    "as many as", "as much as", "as few as", "at least", "at most", "more than", "less than", "fewer than", "up to",
    "nearly", "almost", "about", "around", "roughly", "approximately", "over", "under", "an estimated", "estimated",
    "upwards of", "in excess of",
)  # fmt: skip
ALIKE = (
    {"roughly", "about", "around", "approximately", "nearly", "almost", "an estimated", "estimated"},
    {"as many as", "as much as", "up to"},
    {"over", "more than", "upwards of", "in excess of"},
    {"under", "fewer than", "less than"},
)
NEGATIONS = re.compile(r"\b(?:not|never|no|cannot|nor|neither|hardly)\b|n[’']t\b", re.IGNORECASE)
QUOTED = re.compile(r"[“\"]([^”\"]{3,})[”\"]")
BELIEF = re.compile(
    r"\b(?:believed|expected|considered|thought|claim\w*|said to|seen as|alleged\w*|predict\w*)\b", re.I
)


def _clause(case: Case) -> str:
    """Return the part of the evidence between marks of punctuation that shares most with the stem."""
    parts = re.split(r"(?<=[;:,—–])\s", case.sentence)
    asked = meaning(case.draft.fact.statement or case.draft.stem) | meaning(case.draft.keys[0])
    held = [part for part in parts if len(asked & meaning(part)) >= max(1, len(meaning(part)) // 2)]
    return " ".join(held) or case.sentence


def _said(case: Case) -> str:
    return f"{case.draft.stem} {' '.join(case.draft.keys)} {case.draft.approximator}"


def run(case: Case) -> Iterator[Finding]:
    """Find a hedge, negation, approximation, belief or quotation mark of the evidence that the item has lost."""
    clause, said = _clause(case), _said(case)
    spoken = set(tokens(said))
    for hedge in sorted(HEDGES & set(tokens(clause))):
        if hedge not in spoken and SAME.get(hedge) not in spoken:
            yield Finding(CODE, f"“{hedge}” of the evidence is lost")
    if case.draft.changed is None:
        lost = len(NEGATIONS.findall(clause)) > len(NEGATIONS.findall(said))
        if lost and NEGATIONS.search(clause):
            yield Finding(CODE, "a negation of the evidence is lost")
        elif NEGATIONS.search(said) and not NEGATIONS.search(case.sentence):
            yield Finding(CODE, "a negation that the evidence does not have")
    if (belief := BELIEF.search(clause)) and not BELIEF.search(said):
        yield Finding(CODE, f"“{belief.group()}” of the evidence is lost")
    yield from _lost_approximator(case)
    if _inside_quotation(case):
        yield Finding(CODE, "a speaker's words without the speaker")
    yield from _lost_quotation(case)


def _inside_quotation(case: Case) -> bool:
    """Say whether the evidence lies inside a quotation that began in an earlier sentence of its paragraph."""
    before = case.paragraphs[case.draft.fact.paragraph - 1].text[: case.draft.fact.start]
    return before.count("“") > before.count("”") or before.count('"') % 2 == 1


def _lost_approximator(case: Case) -> Iterator[Finding]:
    draft = case.draft
    if not draft.approximator:
        return
    known = next((word for word in APPROXIMATORS if word in draft.approximator.lower()), None)
    kept = known is None or known in case.shown.lower()
    if not kept and not any(known in alike and any(stands_in(word, case.shown) for word in alike) for alike in ALIKE):
        yield Finding(CODE, f"“{draft.approximator}” of the figure is lost")


def _lost_quotation(case: Case) -> Iterator[Finding]:
    stem = case.draft.stem
    for found in QUOTED.finditer(case.sentence):
        words = found.group(1).rstrip(".,!?")
        shown = words in stem.replace(GAP, case.draft.keys[0])
        if shown and not QUOTED.search(stem) and len(words.split()) > 1 and words not in case.draft.keys[0]:
            yield Finding(CODE, "words of a quotation without their marks")


CHECK = Check(CODE, "Hedge, negation, approximation, attribution and quotation marks of the evidence are kept.", run)
