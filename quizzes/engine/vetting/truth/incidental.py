"""Part of F6: what is asked is no courtesy, gesture, scene, aside or bystander, and a true statement has a point."""

import re
from collections.abc import Iterator
from typing import Any

from quizzes.engine.items.values import GAP, Kind
from quizzes.engine.language.figures import WORDS
from quizzes.engine.vetting.values import Case

Found = tuple[str, tuple[int, int] | None]
PATTERNS = (
    (re.compile(r"\b(?:thoughts|prayers|condolences|sympath\w+) (?:\w+ ){0,2}(?:with|to|for)\b", re.I), "a courtesy"),
    (
        re.compile(r"\b(?:was|were) (?:asked|told|applauded|thanked|greeted|cheered)\b(?! \w+ed by)", re.I),
        "what was asked or told is no news",
    ),
    (
        re.compile(
            r"\b(?:took|takes?|taking) off (?:the|a|his|her|their) (?:\w+ ){0,2}(?:hat|coat|scarf|gloves?|boots)\b"
            r"|\b(?:put|puts|putting) on (?:the|a|his|her|their) (?:\w+ ){0,2}(?:hat|coat|scarf|gloves?|shoes|boots)\b"
            r"|\b(?:smiled|smiles|nodded|nods|shrugged|shrugs|grinned|winked|sipped|sips|hugged)\b"
            r"|\b(?:sitting|sat|sits|stood waiting|leaning|leaned) (?:\w+ )?(?:on|at|beside|by|in) (?:a|the|his|her) "
            r"(?:\w+ )?(?:bench|chair|sofa|table|window|bar|corner|step|wall)\b",
            re.I,
        ),
        "a gesture or a scene",
    ),
    (re.compile(r"\bwith (?:\w+ ){0,3}(?:suitcase|rucksack|bouquet)\b|\ba jar of\b", re.I), "a scene"),
    (
        re.compile(r"\bplan(?:s|ned)? to celebrate\b|\blearn(?:ed|t|s) to (?:swim|ride|walk)\b", re.I),
        "a detail of a life",
    ),
    (
        re.compile(
            rf"\b(?:{GAP}|[\d,]+) (?:\w+ )?(?:residents|spectators|onlookers|bystanders|guests|protesters|mourners"
            r"|well-wishers|passers-by|villagers) [^.?]*\b(?:applauded|held up|cheered|sang|watched|waved|clapped)\b"
            rf"|\b(?:applauded|cheered|watched|greeted) by (?:\w+ )?(?:{GAP}|[\d,]+)\b",
            re.I,
        ),
        "a count of bystanders",
    ),
    (
        re.compile(rf"\bin {GAP} and (?:again )?in \d{{4}}|\bin \d{{4}} and (?:again )?in {GAP}"),
        "one of two years of the same event",
    ),
    (re.compile(r"\b(?:had been|was|were) (?:right|wrong)\.$|\bto look\b(?! (?:for|at|into|after))"), "half a claim"),
    (re.compile(r"\bsaid (?:he|she|they) had (?:taken|heard|seen|felt)\b|\btold the crowd\b"), "an eyewitness"),
    (re.compile(rf"\bof the {GAP} (?:children|sons|daughters|brothers|sisters)\b"), "a detail of a life"),
    (re.compile(rf"\b[Tt]he {GAP} (?:minutes|hours|days|weeks|months|miles|metres|meters)\b"), "“the” and a figure"),
    (
        re.compile(
            r"\b(?:an?|each|every) (?:single )?(?:adult|male|female|juvenile|specimen) (?:can|could|may|will)\b"
        ),
        "a role without its species",
    ),
)
WHERE_ONCE = re.compile(r"^Where\b[^?]*\bonce\b")
IN_PLACE = re.compile(
    r"\b(?:stood|stands|lies|lay|is|was) (?:at|on|by|beside|near) the "
    r"(?:\w+[’']s )?(?:edge|banks?|foot|shore|coast|heart)\b"
)
MODAL = re.compile(r"^(?:According to paragraph \d+, )?(?:An?|Some|Any) [^,;]*?\b(?:may|might|can|could)\b", re.I)
LONG = 12  # a long clause says enough by itself
GOING_ON = re.compile(r"^(?:According to paragraph \d+, )?The \w+ (?:is|are) \w+ing\b")
NOT_YET = re.compile(r"\bhad (?:\w+ly |not |never |also |just )?(\w+)")
TIMED = re.compile(
    r"\b(?:by|because|before|when|after|since|until|already|if|said|says|told|found|reported|that|who|which|whose|ago|19\d\d|20\d\d)\b"
)
BACKSHIFTED = re.compile(r"\bwould (?:be|have|not|\w+)\b")
REPORTED = re.compile(
    r"\b(?:said|says|told|added|warned|promised|predicted|thought|believed|hoped|agreed|decided|announced|insisted|argued"
    r"|concluded|knew|meant|claimed|feared|expected|replied|suggested|found|feared|stressed|if|so that|often|always)\b"
)
POINT = re.compile(
    r"\b(?:because|since|so that|due to|led to|caused?|results?|despite|rather|instead|unlike|than|only|never|not"
    r"|cannot|first|last|second|third|most|least|half|all|every|none|no|still|before|after|until|without|nearly|almost"
    r"|third|quarter|twice|double|[a-z]{3,}est)\b|\d|n[’']t\b"
)
CLAIMED = frozenset(("ROOT", "conj", "ccomp"))


def _behind_comma(case: Case, detail: Any) -> bool:
    """Say whether the detail stands in a clause or apposition by the way, while the stem says something else.

    "Ann Moor, whose house is 40 yards from the line, heard a noise": neither is the figure what it is about.
    """
    for token in (detail, *detail.ancestors):
        if token.dep_ not in {"relcl", "appos"} or token.left_edge.i == 0:
            continue
        before = token.doc[token.left_edge.i - 1].text
        if before not in {",", "–", "—", "("}:
            continue
        above = next((t for t in token.ancestors if t.pos_ in {"VERB", "AUX"}), None)
        behind = token.dep_ == "relcl" or (above is not None and above.i > token.i)
        if above is not None and behind and re.search(rf"\b{re.escape(above.text)}\b", case.draft.stem):
            return True
    return False


def _pointless(case: Case) -> bool:
    """Say whether a true statement has neither a figure, a second name, a cause nor a contrast."""
    stem = re.sub(r"^According to paragraph \d+, ", "", case.draft.stem)
    words = stem.split()
    if len(words) >= LONG or POINT.search(stem) or any(word.strip(",.").lower() in WORDS for word in words):
        return False
    own = re.match(r"(?:(?:The|Mr|Mrs|Ms|Dr)\.? )?[A-Z][\w’'-]+(?: (?:[A-Z]|of|de|van)[\w’'-]*)*", stem)
    return re.search(r"\b[A-Z][\w’'-]+", stem[own.end() :] if own else stem) is None


def _claims(case: Case) -> Iterator[Found]:
    """Find true/false statements that cannot be otherwise, or that lost the time or the speaker."""
    stem = case.draft.stem
    if found := MODAL.search(stem):
        yield "what something may do cannot be false", found.span()
    if case.draft.changed is None and (found := GOING_ON.search(stem)):
        yield "what is going on in a scene", found.span()
    if found := IN_PLACE.search(stem):
        yield "where a place lies is no news", found.span()
    for found in NOT_YET.finditer(stem):
        past = case.known_tags.get(found.group(1).lower()) in {"VBN", "VBD"}
        if past and not TIMED.search(stem.removeprefix("According to paragraph")):
            yield "a past perfect without its time", found.span()
    if (found := BACKSHIFTED.search(stem)) and not REPORTED.search(stem):
        yield "“would” without who said so", found.span()
    if re.match(r"(?:According to paragraph \d+, )?It was \w+ (?:days|weeks|months|years)\b", stem, re.I):
        yield "a length of time with no event", None
    if re.search(r"\bhow (?:much|many) ?\w*\.$", stem):
        yield "“how much” with nothing behind it", None
    if case.draft.changed is None and _pointless(case):
        yield "a true statement without figure, name, cause or contrast", None


def incidental(case: Case, detail: Any | None) -> Iterator[Found]:
    """Find courtesies, gestures, scenes, bystanders and asides, then what only statements do wrong."""
    stem = case.draft.stem
    for pattern, reason in PATTERNS:
        if found := pattern.search(stem):
            yield reason, found.span()
    if found := WHERE_ONCE.search(stem):
        yield "the place of an anecdote", found.span()
    if detail is not None and case.draft.rule not in {"role", "who-clause"} and _behind_comma(case, detail):
        yield f"“{detail.text}” stands in a clause by the way", None
    if case.draft.rule.startswith(("true-", "false-")):
        yield from _claims(case)
    if case.draft.kind is Kind.CLOZE and (padding := _padding(stem)):
        yield f"a second claim beside the gap: “{padding}”", None


def _padding(stem: str) -> str:
    """Return a second half of over ten words, or a third clause, that does not hold the gap."""
    parts = re.split(r"; |, (?:and|but|while|so) ", stem)
    loose = [part for part in parts if GAP not in part]
    return next((part for part in loose if len(part.split()) > 10), "")
