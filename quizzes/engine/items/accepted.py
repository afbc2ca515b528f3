"""Which further texts count as a typed key: the other names of the same bearer that a reader may write."""

import re
from collections.abc import Collection, Iterator, Mapping, Sequence
from dataclasses import dataclass, field, replace
from functools import lru_cache

from quizzes.engine.items.amounts import in_digits, other_ways
from quizzes.engine.items.draft import AnswerClass, Draft
from quizzes.engine.items.values import Interaction
from quizzes.engine.items.wording import stands_in

NAMES = frozenset((AnswerClass.PERSON, AnswerClass.PLACE, AnswerClass.ORGANIZATION, AnswerClass.NAME))
FIGURES = frozenset(
    (
        AnswerClass.COUNT,
        AnswerClass.MONEY,
        AnswerClass.PERCENT,
        AnswerClass.DATE,
        AnswerClass.DURATION,
        AnswerClass.MEASURE,
    )
)
COMMON = (
    ("United States", "US", "U.S.", "USA", "U.S.A.", "United States of America", "America"),
    ("United Kingdom", "UK", "U.K.", "Britain", "Great Britain"),
    ("United Nations", "UN", "U.N."),
    ("European Union", "EU", "E.U."),
    ("World Health Organization", "World Health Organisation", "WHO"),
    ("Myanmar", "Burma"),
    ("Czechia", "Czech Republic"),
    ("Netherlands", "Holland"),
    ("Ivory Coast", "Côte d’Ivoire"),
    ("Russia", "Russian Federation"),
    ("Islamic State", "IS", "ISIS", "ISIL", "Daesh"),
)
GROUPS = {name: group for group in COMMON for name in group}
AFTER_SURNAMES = re.compile(r"^(?:[IVX]+|[JS]r\.?|MP|PhD|MD)$")
PARTICLES = frozenset("de van von der den al el la le bin ibn di da du dos del of the st st.".split())
TITLE = (
    r"(?:Mr|Mrs|Ms|Dr|Prof|Professor|Sir|Dame|Lord|Lady|President|Chancellor|Prime Minister|General|Colonel|Captain"
    r"|Senator|Governor|Mayor|King|Queen|Prince|Princess|Pope|Bishop|Archbishop|Judge|Justice|Emperor|Saint)\.?"
)
LEADING_TITLE = re.compile(rf"^{TITLE} (?=[A-Z])")
ROYAL = re.compile(r"^(?:King|Queen|Prince|Princess|Pope|Lord|Lady|Saint|Emperor)\b")
FIRMS = re.compile(r",? (?:Inc|Ltd|Limited|Corp|Corporation|Company|Co|plc|PLC|LLC|AG|GmbH)\.?$")
KINDS_OF_PLACE = re.compile(r" (?:River|Province|County|City|Desert|Mountains|Sea|State)$")
BRACKETED = re.compile(r"((?:[\w’'&-]+ ){1,8})\(([A-Z][A-Za-z&.-]{1,9})\)")
UNBRACKETED = re.compile(r"\b([A-Z][A-Z&]{1,8}) \(((?:[\w’'&-]+ ){1,8}[\w’'&-]+)\)")
ROLE = r"(?:[a-z]+['’]s )?[a-z]+(?: [a-z]+)?"
OWNED = re.compile(r"^the [a-z]+['’]s ")
SMALL_WORDS = frozenset("of the and for in on to de a an".split())


@dataclass(frozen=True, slots=True)
class Names:
    """What an article calls its bearers.

    `people` are the full names of its persons, `forms` the texts of each bearer by any of them, `texts` its
    paragraphs, and `leads` words that may stand before a name and tell a role or a nationality, in lower case.
    """

    people: Collection[str] = ()
    forms: Mapping[str, Collection[str]] = field(default_factory=dict)
    texts: Sequence[str] = ()
    leads: Collection[str] = ()


def with_aliases(draft: Draft, names: Names) -> Draft:
    """Accept every other form of a typed key: a name's surname, acronym or long form, another way to write a figure."""
    if draft.interaction is not Interaction.TEXT_ENTRY:
        return draft
    if draft.answer_class in FIGURES:
        # a year reads as no count, and a date's value is its year
        counted = None if draft.answer_class is AnswerClass.DATE else draft.value
        ways = [way for key in draft.keys for way in (*in_digits(key, counted), *other_ways(key))]
        return replace(draft, keys=tuple(dict.fromkeys((*draft.keys, *ways)))) if ways else draft
    if draft.answer_class not in NAMES:
        return draft
    keys = list(dict.fromkeys(key for key in draft.keys if not AFTER_SURNAMES.match(key)))
    for key in (*keys, *names.forms.get(draft.keys[0], ())):
        keys += [alias for alias in _aliases(key, draft.answer_class, names) if alias not in keys]
    # "What is the name of the clerk who ...?" is not answered by "the clerk"
    told = [key for key in keys if not (key.startswith("the ") and stands_in(key.removeprefix("the "), draft.stem))]
    return replace(draft, keys=tuple(dict.fromkeys([draft.keys[0], *told])))


def _aliases(key: str, answer_class: AnswerClass, names: Names) -> Iterator[str]:
    yield key
    yield from GROUPS.get(key, ())
    if answer_class is AnswerClass.PERSON:
        yield from _of_person(key, names)
        return
    if stripped := _without_lead(key, names.leads):
        yield stripped
    if answer_class is AnswerClass.PLACE:
        yield KINDS_OF_PLACE.sub("", key)
        return
    yield FIRMS.sub("", key)
    yield from spelt_out(key, names.texts)


def _without_lead(key: str, leads: Collection[str]) -> str:
    """Return a name without the word before it that only describes: "Supreme Court" for "US Supreme Court"."""
    first, _, rest = key.partition(" ")
    return rest if rest[:1].isupper() and (first.lower() in leads or first in GROUPS) else ""


def _of_person(key: str, names: Names) -> Iterator[str]:
    bare = LEADING_TITLE.sub("", key)
    if not ROYAL.match(key):
        yield bare
    stripped = _without_lead(bare, names.leads)
    if len(stripped.split()) > 1:  # "Scientologist Tom Cruise"
        yield bare
        bare = stripped
        yield bare
    yield from _titled(bare, names.texts)
    yield from _described(bare, names.texts)
    without_initial = re.sub(r"(?<=\w) [A-Z]\.?(?= [A-Z])", "", bare)
    if without_initial != bare:
        yield without_initial  # "Ida B. Stone" is Ida Stone
    if surname := surname_of(bare):
        namesakes = {full for full in names.people if surname_of(full) == surname and surname_of(full) != full}
        forms = set(names.forms.get(key, ())) | set(names.forms.get(bare, ())) | {key, bare}
        if namesakes <= forms:
            yield surname
            yield from _titled(surname, names.texts)
            yield from (f"{titled.removesuffix(bare)}{surname}" for titled in _titled(bare, names.texts))
            before = bare[: bare.rindex(surname)].split()
            if before and before[-1] in PARTICLES:  # "du Pont"
                yield f"{before[-1]} {surname}"


def _described(name: str, texts: Sequence[str]) -> Iterator[str]:
    """Yield what the article calls a person beside the name: "Ada Holm, the mayor, ...", "the painter Ada Holm"."""
    escaped = re.escape(name)
    behind = re.compile(rf"\b{escaped}, (the {ROLE})(?=[,.;])")
    before = re.compile(rf"\b([Tt]he {ROLE}) {escaped}(?![\w-])")
    for text in _naming(name, texts):
        yield from behind.findall(text)
        yield from (found[0].lower() + found[1:] for found in before.findall(text))


def surname_of(name: str) -> str:
    """Return the surname of a full name, or "": "Holm" of "Erik Holm Jr.", none of "Otto III" or "Anne of Lind"."""
    words = name.split()
    numbered = bool(words) and re.fullmatch(r"[IVX]+", words[-1]) is not None
    while words and AFTER_SURNAMES.match(words[-1]):
        words.pop()
    if len(words) < 2 or numbered or {"of", "the"} & {word.lower() for word in words} or ROYAL.match(name):
        return ""
    prefixed = words[-1].rpartition("-")[2][:1].isupper()  # "al-Hadi"
    return words[-1] if prefixed and words[-1].lower() not in PARTICLES else ""


def _titled(name: str, texts: Sequence[str]) -> Iterator[str]:
    """Yield a name with each title that the article puts before it: "Lady Holm"."""
    pattern = re.compile(rf"\b{TITLE} {re.escape(name)}(?![\w-])")
    for text in _naming(name, texts):
        yield from pattern.findall(text)


def _naming(name: str, texts: Sequence[str]) -> Iterator[str]:
    return (text for text in texts if name in text)


def _initials(words: Sequence[str]) -> str:
    return "".join(
        part[0] for word in words if word.lower() not in SMALL_WORDS for part in word.split("-") if part
    ).upper()


def _spelt(short: str, words: Sequence[str]) -> str:
    """Return the last of these words that the letters of an acronym begin, or ""."""
    letters = re.sub(r"[^A-Z]", "", short.rstrip("s"))
    for start in range(len(words) - 1, -1, -1):
        if words[start].lower() not in SMALL_WORDS and _initials(words[start:]) == letters:
            return " ".join(words[start:])
    return ""


@lru_cache(maxsize=1024)
def _brackets(text: str) -> tuple[list[tuple[str, str]], list[tuple[str, str]]]:
    """Return the long forms with short ones in brackets, and the reverse; kept, since every acronym asks for them."""
    return BRACKETED.findall(text), UNBRACKETED.findall(text)


def spelt_out(key: str, texts: Sequence[str]) -> Iterator[str]:
    """Yield the acronym of a long form, and the reverse, as the article gives them in brackets or as initials show."""
    for text in texts:
        if "(" not in text:
            continue
        bracketed, unbracketed = _brackets(text)
        for before, short in bracketed:
            if short == key and (long := _spelt(short, before.split())):
                yield long
            elif stands_in(key, before) and before.rstrip().endswith(key.split()[-1]):
                yield short
        for short, long in unbracketed:
            if key in {short, long}:
                yield long if key == short else short
    words = key.split()
    initials = _initials(words)
    known = any(stands_in(initials, text) for text in texts)
    if known and len(initials) > 1 and all(word[0].isupper() or word in SMALL_WORDS for word in words):
        yield initials
    if key.isupper() and key.isalpha() and len(key) > 2:
        pattern = r"(?:(?:of|and|for|the) )*".join(rf"[{letter}{letter.lower()}][a-z’'-]+ ?" for letter in key)
        for text in texts:
            if found := re.search(rf"\b{pattern}(?!\w)", text):
                yield found.group().strip()
