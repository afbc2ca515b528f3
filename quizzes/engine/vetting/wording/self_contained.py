"""F2: nobody needs the sentence before it: no loose pronoun, no "the group" and no "Tuesday"."""

import re
from collections.abc import Iterator

from quizzes.engine.items.values import GAP
from quizzes.engine.items.wording import FUNCTION_WORDS, WORD, stem_of, tokens
from quizzes.engine.vetting.values import Case, Check, Finding

CODE = "F2"
FIRST_SECOND = frozenset("we us i me you your our my ours yours mine".split())
PLURAL = frozenset("they them their theirs themselves".split())
NEUTER = frozenset(("it", "its", "itself"))
PRONOUNS = re.compile(
    r"\b(he|she|they|him|them|we|us|I|me|you|your|our|my|ours|yours|mine|himself|herself"
    r"|his|her|hers|its|their|theirs|itself|themselves|it)\b",
    re.IGNORECASE,
)
EXPLETIVE = re.compile(
    r"\bit (?:(?:is|was|took|takes|will take|would take) (?!a |an |the )|take\b)", re.IGNORECASE
)  # "it took years to build", "How long did it take"
INVERTED = re.compile(
    r"\b(?:do|does|did|is|are|was|were|has|have|had|can|could|will|would|should|may|might|must) $", re.IGNORECASE
)  # "How many passengers did they carry": the subject of the question itself
DEMONSTRATIVES = re.compile(
    r"\b(?:this|these|those(?! who\b| that\b| of\b| in\b| [a-z]+ed\b))\b"
    r"|\bthat (?=number|figure|time|year|day|month|point|group|case|way|kind|sort|moment|place)"
    r"|\b(?:such (?:a|an)?\b(?! as)|the (?:same|latter|former|other|others|following|above)\b(?! of))"
    r"|^(?:in|of|for|by|with|from) that\b",
    re.IGNORECASE,
)
DEIXIS = re.compile(
    r"\b(?:today|yesterday|tomorrow|tonight|nowadays|recently|currently|ago|here|there and then|so far|meanwhile"
    r"|(?:last|next|this|past|coming|previous|following) (?:few )?(?:year|month|week|night|decade|century|summer|winter"
    r"|spring|autumn)s?|in (?:past|recent) (?:years|months|weeks)|for the moment|now|the next time around|at the time"
    r"|(?:years?|months?|weeks?|decades?) (?:has|have) passed"
    r"|(?:on |last |next )?(?:Monday|Tuesday|Wednesday|Thursday|Friday|Saturday|Sunday)(?!,? \d))\b"
)
# "the X" that everybody knows, whatever the article
KNOWN = frozenset(
    """world west east north south sun moon earth sea sky internet public united middle european west's future past
    present country's international global media law police army press web universe weather climate
    environment""".split()
)
ORDINAL = frozenset("first second third last only main most least best worst largest biggest".split())
NOUNS = frozenset(("NN", "NNS", "NNP", "NNPS"))
# a lookahead, so that "the east of the country" is looked at twice
DEFINITE = re.compile(r"\bthe (?=((?:[^\W_]+(?:[-'’][^\W_]+)*['’]?\s?){1,5}))", re.IGNORECASE)
POINTER = re.compile(r"^According to paragraph \d+, ")
# bare nouns whose bearer the sentence before must name
EMPTY = frozenset(
    """group organization organisation country region area city town state movement organ place community company
    man woman people person men women children leader team project program programme plan decision attack attacks
    perpetrators authors officials authorities figure number amount study report paper law book film family building
    site event incident case issue problem fact point idea reason result change process system method technique
    latter former other others same thing things situation circumstances conditions experiment fighters jihadists
    bones animal animals creature species device machine clock bridge tower ship crew council government experts
    researchers scientists engineers term terms threat setbacks""".split()
)


def _antecedent_before(case: Case, position: int, pronoun: str) -> bool:
    """Say whether a name, a noun, a gap or "who" stands before a pronoun: "Ghana doubled its harvest"."""
    before = case.draft.stem[:position]
    asks = "which" if pronoun in NEUTER else "who"
    if INVERTED.search(before):
        return False
    if GAP in before or re.search(rf"\b{asks}\b", before, re.IGNORECASE):
        return True
    for found in WORD.finditer(before):
        word = found.group()
        tag = case.tags.get(word.lower(), "")
        unknown = not tag and word[0].isupper() and word.lower() not in FUNCTION_WORDS
        if unknown or tag.startswith("NNP") or tag == ("NNS" if pronoun in PLURAL else "NN"):
            return True
    return False


def _loose_pronouns(case: Case) -> Iterator[Finding]:
    """Find pronouns without an antecedent in the stem; first and second person always, outside quotation marks."""
    stem = case.draft.stem
    unquoted = re.sub(r"[“\"][^”\"]*[”\"]", lambda match: " " * len(match.group()), stem)
    for found in PRONOUNS.finditer(unquoted):
        word = found.group()
        if word in {"US", "IT"} or (word.lower() == "it" and EXPLETIVE.match(unquoted, found.start())):
            continue
        outside = word.lower() in FIRST_SECOND or not _antecedent_before(case, found.start(), word.lower())
        if outside:
            yield Finding(CODE, f"“{word}” points outside the item", found.span())


def _head(words: list[str], tags: dict[str, str]) -> tuple[str, bool]:
    """Return the last noun of a noun phrase that begins with `words`, and whether something modifies it."""
    head, modified = "", False
    for position, word in enumerate(words):
        tag = tags.get(word.lower(), "NN" if position == 0 else "")
        if tag in NOUNS:
            head, modified = word, position > 0
        elif tag not in {"JJ", "JJR", "JJS", "CD", "VBN", "VBG", "POS", "RB"} or head:
            break
    return head, modified


def _loose_definites(case: Case) -> Iterator[Finding]:
    stem = case.draft.stem
    if POINTER.match(stem):
        return
    for found in DEFINITE.finditer(stem):
        words = found.group(1).split()
        if words[0][0].isupper() or words[0].lower() in KNOWN | ORDINAL:
            continue
        head, modified = _head(words, case.tags)
        if not head or head[0].isupper() or (modified and any(word[0].isupper() for word in words[:3])):
            continue
        after = stem[found.start() + stem[found.start() :].find(head) + len(head) :].lstrip()
        if re.match(
            r"(?:of|that|who|which|whose|for|between|behind|from|to|in|at|on|with|against|where|when)\b", after
        ):
            continue
        if case.draft.context and stem_of(head.lower()) in map(stem_of, tokens(case.draft.context)):
            continue
        if head.lower() in EMPTY and not modified:
            yield Finding(CODE, f"“the {head}” is not named in the item", found.span())


def run(case: Case) -> Iterator[Finding]:
    """Find pronouns, demonstratives, definites and times that only the text around the sentence explains."""
    yield from _loose_pronouns(case)
    for pattern in (DEMONSTRATIVES, DEIXIS):
        if (found := pattern.search(case.draft.stem)) and not case.draft.context:
            yield Finding(CODE, f"“{found.group().strip()}” points outside the item", found.span())
    yield from _loose_definites(case)


CHECK = Check(CODE, "The item can be read as it is: no loose pronoun, demonstrative, definite or day.", run)
