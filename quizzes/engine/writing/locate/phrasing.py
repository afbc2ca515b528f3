"""Wording that no locate item takes: loose comparisons, times and pronouns, stray ends, a noun said twice."""

import re
from collections import Counter

from quizzes.engine.items.wording import FUNCTION_WORDS

MONTHS = "(?:January|February|March|April|May|June|July|August|September|October|November|December)"
BE_OR_HAVE = "(?:was|were|is|are|had|have|has|did|do)"
LOOSE = tuple(
    re.compile(pattern, re.IGNORECASE)
    for pattern in (
        r"\b(?:so|too|such|as) (?:few|many|much|little|far|long)\b(?! as)",  # of "because so few were made"
        r"\brespectively\b|\bin the meantime\b|\bin turn\b|\bat the same time\b|\bhowever\b|\bever since\b",
        r"\b(?:weeks|months|years|days) ahead\b|\b(?:above|below|following|previous|next)\b",
        r"\bthe (?:former|latter|aforementioned)\b(?! \w)|\b(?:this|these|those|said|such)\b|\b\w+-which\b",
        rf"\bwill\b.*\bin {MONTHS}\b(?! \d)",
        rf"\b(?:one|two|three|others|some|many|most|few|several|both|all) {BE_OR_HAVE}\b",
        rf"\bthe (?:first|second|third|last|others?|two|three|four|ones?)(?= (?:{BE_OR_HAVE}|of)\b|$)",
        r"\bothers\b|\bfellow\b|\b(?:thereafter|thereby|therein|afterwards?|elsewhere)\b",
        r"(?<!^)(?<!that )(?<!and )(?<!but )(?<!if )(?<!, )\bthere\b",
        rf"\blast (?:{MONTHS}|week|month|year|spring|summer|autumn|fall|winter|night)\b",
        rf"\b(?:tens|hundreds|thousands|dozens|millions) (?:of thousands )?{BE_OR_HAVE}\b",
        r"\bin fact\b|\bactually\b|\bby (?:then|this point|this time|that time)\b",
        r"\bat the time\b(?! of)|\bthe same (?:year|day)\b",
        r"\b(?:then|now|indeed|instead|moreover|therefore|nevertheless|of course)$|\b(?:was|were|had|has|is) then\b",
        r"\bnot (?:just|only|even)\b|\bthe (?:more|less)\b|\bhaving\b|\[",
        r"^(?:others?|early|later|earlier|subsequent|initial|additional|similar|further)\b",
        rf"\b(?:opened|closed|began|started|ended|died|born|held) \d{{1,2}} {MONTHS}\b",  # "closed 25 February"
    )
)
STRAY = re.compile(
    r"\b(?:in case|in order|so|such|as|as well|due|because|than|when|while|if|even|only|both|rather|but|though|also"
    r"|not)$",
    re.IGNORECASE,
)


def fluent(text: str) -> bool:
    """Refuse loose wording, stray ends and a noun said twice: "at the mosque in order to enlarge the mosque"."""
    bare = text.rstrip(".?")
    words = Counter(word for word in bare.split() if word.islower() and word not in FUNCTION_WORDS and len(word) > 4)
    loose = any(pattern.search(bare) for pattern in LOOSE)
    return not (loose or STRAY.search(bare)) and max(words.values(), default=0) < 2
