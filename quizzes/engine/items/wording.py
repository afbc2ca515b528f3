"""Words of a stem or sentence as the checks compare them: folded, without function words, with a light stem."""

import re
from functools import lru_cache

BRACKETED = re.compile(r" \[[^\[\]]*\]")
WORD = re.compile(r"[^\W_]+(?:[-'’.,][^\W_]+)*")
FUNCTION_WORDS = frozenset(
    """a an the and or nor but if then than so as of in on at by to for from with without into onto over under about
    against between among through during before after above below up down out off again further once is are was were
    be been being am do does did doing done have has had having can could may might must shall should will would not
    no it its he she they them his her their theirs him hers we us our you your i me my this that these those there
    here what which who whom whose when where why how many much more most less least some any each every either
    neither both all such own same other another also only just very too according paragraph article text says said
    say 's ’s s""".split()
)
_SUFFIXES = (("ies", "y"), ("sses", "ss"), ("ing", ""), ("ed", ""), ("es", "e"), ("s", ""))


@lru_cache(maxsize=4096)
def tokens(text: str) -> tuple[str, ...]:
    """Return the words in order, in lower case; figures keep their commas and points. Kept, as `content` is."""
    return tuple(word.lower().removesuffix("'s").removesuffix("’s") for word in WORD.findall(text))


def stem_of(word: str) -> str:
    """Cut one common ending, so that "attack", "attacks" and "attacked" compare equal; short words stay."""
    for suffix, instead in _SUFFIXES if word.endswith(("s", "ing", "ed")) else ():
        if word.endswith(suffix) and len(word) - len(suffix) >= 3 and not word.endswith("ss"):
            cut = word.removesuffix(suffix) + instead
            return cut[:-1] if cut.endswith("e") else cut
    return word.removesuffix("e") if len(word) > 4 else word


@lru_cache(maxsize=4096)
def content(text: str) -> tuple[str, ...]:
    """Return the stems of the words that carry meaning, in order; kept, since every check asks for the same texts."""
    return tuple(stem_of(word) for word in tokens(text) if word not in FUNCTION_WORDS)


@lru_cache(maxsize=4096)
def meaning(text: str) -> frozenset[str]:
    """Return the set of those stems, to compare texts by what they share."""
    return frozenset(content(text))


def stands_in(part: str, whole: str) -> bool:
    """Say whether `part` occurs in `whole` as whole words, whatever its case."""
    part, whole = part.lower(), whole.lower()
    at = whole.find(part)
    while at >= 0:
        end = at + len(part)
        if not _joins(whole[at - 1 : at]) and not _joins(whole[end : end + 1]):
            return True
        at = whole.find(part, at + 1)
    return False


def _joins(char: str) -> bool:
    """Say whether a character beside a word makes it part of a longer one; "" stands for no character."""
    return char.isalnum() or char in {"_", "-"}


def without_names(context: str) -> str:
    """Return a context line as the text has it, without the names that explain a pronoun: "She [Ada Lind] left"."""
    return BRACKETED.sub("", context)
