"""F2: words that ask for a second half: "by then", "a version", "had gone", "blamed miasma"."""

import re
from collections.abc import Iterator

from quizzes.engine.vetting.values import Case, Finding

CODE = "F2"
LEAD = re.compile(r"^According to paragraph \d+, ")
# a time seen from the sentence before, or a word that ties the sentence to it
TIMES = re.compile(
    r"\b(?:by then|(?<!since )then"
    r"|(?:by|at|from|until) (?:this|that|the) (?:point|time|stage|moment)(?! (?:of|when|that)\b)"
    r"|(?:the|that) same (?:year|day|week|month|night|evening|time)"
    r"|in fact|after that|of (?:the|this|that) (?:kind|sort)|as a result(?! of\b))\b"
    r"|\blater(?=[.?,]|$)(?<!sooner or later)",
    re.IGNORECASE,
)
# what ties a clause to the one before: "it would also close a mill", "the houses thereby entitled", "in turn"
LINKS = re.compile(r"\b(?:also|thereby|therefore|likewise|accordingly|in turn|for (?:his|her|its|their) part)\b", re.I)
# a way or a place without its other end: "She rents in Leith, eleven miles away", "She intends to go back"
WAYS = re.compile(
    r"\b(?:miles|kilomet(?:er|re)s|met(?:er|re)s|yards|feet|minutes) away(?! from\b)"
    r"|\b(?:go|goes|going|went|gone) back(?! (?:to|into|in|on)\b)|\bwhat there (?:was|were|is)\b",
    re.IGNORECASE,
)
# what is one only of something: "San Francisco tried a version"
RELATIONAL = re.compile(
    r"\b(?:a|an|any|no|the|its|his|her|their) (?:(?:[a-z-]+ )?(?:version|copy|conclusion|result|effect|example)"
    r"|decision|deadlock|scheme|package|move|increase|decrease|inquiry|finding|outcome|difference)s?\b"
    r"(?! (?:of|for|to|that|in (?!\d)|about|between|with|on|against|into|which|who|[a-z]+ed by)\b)",
    re.IGNORECASE,
)
# verbs that say too little alone: blamed for what, gallons of what
COMPLEMENTS = (
    re.compile(r"\bblam(?:e|es|ed|ing)\b(?!.*\b(?:for|on)\b)", re.IGNORECASE),
    re.compile(r"\byield(?:s|ed)? (?:[a-z]+ )?(?:_+|[\d.,]+) [a-z]+(?=[.?])", re.IGNORECASE),
    re.compile(r"\bhow many [a-z]+ .*\byield\?", re.IGNORECASE),
    re.compile(r"\b(?:accused|deprived|reminded)\b(?!.*\bof\b)", re.IGNORECASE),
)
# "A single adult can filter": an adult what?
SPECIES = re.compile(
    r"\b(?:a|an|each|every|one|the) (?:single )?(?:adult|juvenile|individual|female|male)s?\b(?: ([a-z]+))?",
    re.IGNORECASE,
)
# "the 45 minutes came down to 19": which minutes?
COUNTED = re.compile(
    r"\bthe (?:_+|\d[\d,.]*) [a-z]+s\b(?! (?:of|that|who|which|in|on|at|where|whose|from|to|between|with)\b)", re.I
)
EXISTS = re.compile(r"^there (?:was|were)\b", re.IGNORECASE)
SITUATED = re.compile(r"\b(?:in|at|on|near|between|among|under|over|along|inside|outside|within|around)\b|\d{4}")
MORE = re.compile(r"\b(?<!no )(?<!once )(?:more|less) ([a-z]+)\b")
PAST_PERFECT = re.compile(r"\b(?:had|hadn[’']t) (?:[a-z]+ly |not |never |already |been )*([a-z]+)")
BACKSHIFTED = re.compile(r"\b(?:would|could|might)\b")
TIMED = re.compile(r"\b(?:before|by|when|until|after|since|already|once|if|because|while|than)\b|\b\d{4}\b", re.I)
# somebody who says or thinks it, or a clause that hangs on another
HELD = re.compile(
    r"\b(?:said|says|say|told|replied|answered|asked|argued|warned|added|promised|claimed|concluded|found|believed|thought"
    r"|knew|learned|learnt|showed|shows?|suggested|stressed|reported|recalled|feared|hoped|wrote|announced|insisted|explained"
    r"|predicted|estimated|expected|denied|discovered|noticed|realised|realized|admitted|complained|agreed|decided|that|who|which"
    r"|where|whose|whom)\b"
)
SPEECH = re.compile(r"\b(?:said|says|told|replied|answered|asked|argued|warned|added|promised|insisted|explained)\b")
NEARBY = 220


def _loose_tense(case: Case, stem: str) -> Iterator[Finding]:
    """Find the main clause in a past before the past, and "would" or "could" whose "she said" stands elsewhere."""
    perfect = PAST_PERFECT.search(stem)
    past = perfect is not None and case.known_tags.get(perfect[1], "").startswith("VB")
    if perfect is not None and past and not HELD.search(stem[4 : perfect.start()]) and not TIMED.search(stem):
        yield Finding(CODE, f"“{perfect.group()}”: before what?")
    shifted = BACKSHIFTED.search(stem)
    if shifted is None or HELD.search(stem[4 : shifted.start()]) or re.search(r"\bif\b", stem, re.IGNORECASE):
        return
    fact = case.draft.fact
    around = case.paragraphs[fact.paragraph - 1].text[max(0, fact.start - NEARBY) : fact.end]
    if SPEECH.search(around) and not SPEECH.search(stem):
        yield Finding(CODE, f"“{shifted.group()}” is what somebody said")


def run(case: Case) -> Iterator[Finding]:
    """Find times, nouns, verbs and comparisons whose second half stands outside the item."""
    stem = LEAD.sub("", case.draft.stem)
    unquoted = re.sub(r"[“\"][^”\"]*[”\"]", "", stem)
    for pattern in (TIMES, LINKS, WAYS, RELATIONAL, COUNTED, *COMPLEMENTS):
        if found := pattern.search(unquoted):
            yield Finding(CODE, f"“{found.group()}” leaves its second half outside the item")
    species = SPECIES.search(unquoted)
    if species and case.known_tags.get(species[1] or "", "") not in {"NN", "NNS"}:
        yield Finding(CODE, f"“{species.group()}” of what kind?")
    if EXISTS.match(stem) and not SITUATED.search(stem):
        yield Finding(CODE, "“there was” without a place or a time")
    more = MORE.search(stem)
    if more and case.known_tags.get(more[1], "") in {"JJ", "RB"} and not re.search(r"\bthan\b", stem):
        yield Finding(CODE, f"“{more.group()}” than what?")
    yield from _loose_tense(case, unquoted)
