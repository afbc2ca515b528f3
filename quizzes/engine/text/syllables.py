"""How many syllables an English word has, by its letters; good enough for a mean over a text, not for verse."""

import re
from functools import cache

_VOWELS = re.compile(r"[aeiouy]+")
# Each match is a syllable more than there are groups of vowels; the words beside a pattern have it.
_MORE = re.compile(
    r"[bdhmprv]i[aou](?<!avio)|[ln]ia(?!n$)|^lio|^gia"  # radio, serious, colonial, lion, giant
    r"|(?<!f)(?:[^cgst]ien|scien)|iet"  # client, science, society
    r"|[^gq]u(?=a[lrtn]|e[ln])|[^gq]uin|uou"  # usual, January, fuel, influence, ruin, continuous
    r"|crea(?![mskl])|eali[tsz]|^react|thea|eum|eo(?!p|us|rg)|^co(?=o[pr]|ex)"  # create, reality, museum, video
    r"|oe[mt]|[aeou]ing$|[^aeou]ying$|[aeou]y(?=[aeiou])(?!ed$)"  # poet, doing, flying, player
    r"|(?:s|th)m$"  # prism, rhythm
)
# Each match is a group of vowels that is not heard.
_FEWER = re.compile(
    r"[^aeiouylr]e$|[aeiouy][lr]e$|(?<!ar)[gq]ues?$"  # name, whale, fire, league; not table, metre, argue
    r"|(?<![aeiouysxzcg])(?<!ch)(?<!sh)(?<![^aeiouy][lr])es$"  # times; not houses, watches, tables
    r"|[^aeioudty]ed$"  # asked; not wanted, played (one group as it is)
    r"|[^aeiouy]e(?=(?:ment|ful|less|ly|ness|where)s?$)|^some(?=t|wh|th|on|bod)|^ever(?=y)"  # movement, sometimes
)
_LETTERS = re.compile(r"[^a-z]")
_EXCEPTIONS = {"business": 2, "evening": 2, "area": 3, "areas": 3, "idea": 3, "ideas": 3, "hundred": 2, "naked": 2}
_EXCEPTIONS |= {"sacred": 2, "wicked": 2, "eye": 1, "eyes": 1, "clothes": 1, "heroine": 3, "the": 1}


@cache
def syllables(word: str) -> int:
    """Return the number of syllables, at least 1; a hyphenated word is the sum of its parts."""
    if "-" in word.strip("-"):
        return sum(syllables(part) for part in word.split("-") if part)
    letters = _LETTERS.sub("", word.casefold())
    if letters in _EXCEPTIONS:
        return _EXCEPTIONS[letters]
    heard = len(_VOWELS.findall(letters)) + len(_MORE.findall(letters)) - len(_FEWER.findall(letters))
    return max(1, heard)
