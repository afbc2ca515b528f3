"""What the ends of two neighbouring lines say about each other."""

import re

HYPHENS = "-\u2010\u2011"
# A full stop may have closing marks or a note's number behind it: "it ended.” [12]".
_CLOSED = re.compile(r"[.!?…:](?:[\"'”’»)\]]| ?\[[^\[\]]{1,30}\])*$")
# "since Oct." or "told Cllr." ends a line, not a sentence.
_ABBREVIATION = re.compile(
    r"(?:^|[\s(“‘])(?:Mr|Mrs|Ms|Dr|St|Prof|Gen|Sen|Rep|Rev|Gov|Cllr|Capt|Col|Lt|Sgt"
    r"|Jan|Feb|Apr|Aug|Sept?|Oct|Nov|Dec|vs|e\.g|i\.e)\.$"
)
_OPENING = "“‘\"'([«"
# A heading does not end on one of these; a line that does goes on after any gap.
_DANGLING = frozenset(
    "a an the of in on at to for from by with and or but nor as than that which who whose his her its their our my your"
    " this these those not into over under between about after before".split()
)
_LAST_WORD = re.compile(r"(\w+)\W?$")


def is_open(text: str) -> bool:
    """Tell whether the sentence goes on after this line, by its last mark."""
    return _CLOSED.search(text[-48:]) is None or _ABBREVIATION.search(text[-8:]) is not None


def continues(text: str) -> bool:
    """Tell whether the line begins in the middle of a sentence: with a small letter or a closing or joining mark."""
    first = text.lstrip(_OPENING)[:1]
    return first.islower() or (first != "" and first in ",;.)]–—-/&%’”")


def is_dangling(text: str) -> bool:
    """Tell whether the line ends on a word or mark that something must follow ("the Battle of", "in Syria,")."""
    if text.endswith((",", ";", " -", "–", "—", "&", "(")) or _ABBREVIATION.search(text[-8:]):
        return True
    last = _LAST_WORD.search(text[-16:])
    return last is not None and last.group(1) in _DANGLING


def ends_with_hyphen(text: str) -> bool:
    """Tell whether the line ends inside a hyphenated word, soft or real ("terror-"), not on a dash ("so -")."""
    return len(text) > 1 and text[-1] in HYPHENS and text[-2].isalnum()
