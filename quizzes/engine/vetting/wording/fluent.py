"""F1: the stem is a complete, correctly cased and spaced sentence or question."""

import re
from collections.abc import Iterator

from quizzes.engine.items.draft import AnswerClass
from quizzes.engine.items.values import GAP, Kind
from quizzes.engine.language.figures import WORDS
from quizzes.engine.language.values import NameClass
from quizzes.engine.vetting.values import Case, Check, Finding

CODE = "F1"
SHORTEST, SHORTEST_WORD = 5, 3
PATTERNS = (
    (re.compile(r"\s{2,}"), "two spaces in a row"),
    (re.compile(r"\s[,.;:?!)](?!\.\.)"), "a space before a punctuation mark"),
    (re.compile(r"[,;:–—-]\s*[.?!]|,,|\(\s*\)|[?!.]{2,}$"), "punctuation marks that do not go together"),
    (re.compile(r"\b(the|a|an|of|to|in|and|is|was|that) \1\b", re.IGNORECASE), "a word twice in a row"),
    (re.compile(r"\b(?:he|she|it) (?:are|were|have|do)\b|\b(?:they|we|you) (?:is|was|has|does)\b", re.I), "agreement"),
    (
        re.compile(r"\b(?:does|do|did) (?:(?!that\b|wh)\w+ ){0,6}?(?:has|is|was|were|had)\b(?=[^,]*\?)"),
        "two finite verbs",
    ),
    (re.compile(r"\ba (?=[aeio])(?!one\b|once\b|eu|use|uni)", re.I), "a before a vowel"),
    (re.compile(r"\ban (?=[bcdfgjklmnpqrstvwxyz])(?!hour|heir|honest|honou?r)[a-z]"), "an before a consonant"),
    (re.compile(r"\b(?:the|a|an|of|and|or|to|with|by|from|that|which|whose|because|its|their)[.?!]$"), "a stray end"),
    (re.compile(r"^(?:And|But|Or|So|However|Moreover|Also|Then|Thus|Therefore|Furthermore)\b"), "a linking word first"),
    (re.compile(r"(?:^|[(\s])['’](?:s|re|ve|ll)\b"), "a clitic alone"),
    (re.compile(r"\bof the [A-Z]\w+(?: [A-Z]\w+)*s['’] [a-z]"), "a possessive behind an of-phrase"),
    (re.compile(r"^\d[\d,]* and \d"), "a range without its first word"),
    (
        re.compile(r"^(?!According)[^,]+, (?:was|is|were|are|has|have|had|will|would|can|could)\b"),
        "a comma before the verb",
    ),
    (re.compile(r"\[[a-z ]+\]"), "an editor's mark"),
    (re.compile(r"\s/\s"), "a stroke between spaces"),
    (re.compile(r"\binclude[sd]? [^,.]+, (?:(?!\band\b|,).)+\.$"), "a list without its last member"),
    (
        re.compile(r"^(?:According to paragraph \d+, )?[A-Z][\w.]+(?: [A-Z]\w+)* (?:who|which) [^,]*, [a-z]"),
        "half a pair of commas",
    ),
    (
        re.compile(
            r"^(?:According to paragraph \d+, )?(?:[A-Z]\w+ )*[A-Z]\w+, "
            r"(?:former|now|then|once|chief) [^,]*\b(?:was|is|has) "
        ),
        "half a pair of commas",
    ),
    (re.compile(r"\b(?:who|which|what) (?:who|which|what)\b", re.I), "two question words"),
)
CAPITAL = re.compile(r"(?<=[a-z0-9,] )[A-Z][a-z]*\b(?! [A-Z])")
PLAIN = frozenset("DT IN CD PRP PRP$ CC WRB RB EX TO MD".split())
NUMERALS = frozenset(WORDS)
NOUN_TWICE = frozenset("organization group company country team government council trust article".split())
QUESTION = re.compile(r"\b(?:who|whom|whose|what|which|when|where|why|how)\b", re.IGNORECASE)
# "How many ferries were sold in 2014, the vast majority in Norway, where ...?"
RUN_ON = re.compile(r"(?<!\?), (?:where|which|the (?:vast )?majority|and [a-z]+ of)\b| [–—] ")
OPENED = re.compile(r"(?<=\s)['‘](?!\d|em\b|til\b|tis\b|twas\b)(?=\w)")
CLOSED = re.compile(r"['’](?=[\s.,?!]|$)")
PAIRS = (("(", ")"), ("[", "]"), ("“", "”"))


def _unbalanced(stem: str) -> bool:
    if len(OPENED.findall(stem)) > len(CLOSED.findall(stem)):
        return True  # "at the 'Lord's House?"; a possessive may close without having opened
    return any(stem.count(one) != stem.count(other) for one, other in PAIRS) or stem.count('"') % 2 == 1


def _stray_capital(case: Case) -> re.Match[str] | None:
    """Find a function word or numeral that kept the capital of the sentence's start: "what do The fighters plant?"."""
    for found in CAPITAL.finditer(case.draft.stem):
        if case.tags.get(found.group().lower()) in PLAIN or found.group().lower() in NUMERALS:
            return found
    return None


def _said_twice(case: Case) -> str:
    """Return a bearer or a "the X" that the stem names twice: "Hall told his doctor that Henry Hall"."""
    stem = re.sub(r"[“\"][^”\"]*[”\"]", " ", case.draft.stem)
    people = [m for m in case.analysis.mentions if m.text in stem and m.name_class is NameClass.PERSON]
    for one in people:
        rest = stem.replace(one.text, " ", 1)
        if any(two.canonical == one.canonical and two.text in rest for two in people):
            return one.text
    definites = [found.lower() for found in re.findall(r"\bthe [a-z]+\b", stem, re.IGNORECASE)]
    return next((found for found in definites if definites.count(found) > 1 and found.split()[1] in NOUN_TWICE), "")


def _small_name(case: Case) -> str:
    """Return a name that the stem writes with a small letter and the article never does: "did voss reopen"."""
    names = {word for m in case.analysis.mentions for word in m.canonical.split() if len(word) > 2}
    small = {name.lower() for name in names if name.istitle()} & set(re.findall(r"[a-z]+", case.draft.stem))
    return next((w for w in sorted(small) if not any(_writes(w, p.text) for p in case.paragraphs)), "")


def _kept_capital(case: Case) -> str:
    """Return the first word of the evidence where a stem keeps its capital inside: "did Arthritis force her out"."""
    first = case.sentence.split()[0].strip("“\"'‘(,")
    if not (first.istitle() and first.isalpha() and len(first) > SHORTEST_WORD):
        return ""
    inside = re.compile(rf"[\w,;:] {first}\b")
    if not inside.search(case.draft.stem) or any(first in m.text.split() for m in case.analysis.mentions):
        return ""
    return "" if any(inside.search(paragraph.text) for paragraph in case.paragraphs) else first


def _writes(word: str, text: str) -> bool:
    return re.search(rf"\b{word}\b", text) is not None


def _capitals(case: Case) -> Iterator[Finding]:
    if small := _small_name(case):
        yield Finding(CODE, f"it writes the name “{small}” with a small letter")
    if kept := _kept_capital(case):
        yield Finding(CODE, f"“{kept}” keeps the capital of its sentence")
    if capital := _stray_capital(case):
        yield Finding(CODE, f"“{capital.group()}” has a capital inside the sentence", capital.span())


def _end_is_wrong(case: Case) -> bool:
    stem = case.draft.stem.rstrip("”\"'’")
    if case.draft.kind in {Kind.MULTIPLE_CHOICE, Kind.SHORT_ANSWER}:
        return not stem.endswith("?") and GAP not in stem
    return not stem.endswith((".", "!", "?")) or (case.draft.kind is Kind.TRUE_FALSE and stem.endswith("?"))


def run(case: Case) -> Iterator[Finding]:
    """Find what code can see of a broken sentence; the trimming rules keep the rest out."""
    stem = case.draft.stem
    first = stem.lstrip("“\"'‘(")[:1]
    if not (first.isupper() or first.isdigit() or first in "£$€") and not stem.startswith((GAP, "al-")):
        yield Finding(CODE, "it does not begin with a capital", (0, 1))
    if _end_is_wrong(case):
        yield Finding(CODE, "it does not end with the right mark", (len(stem) - 1, len(stem)))
    if _unbalanced(stem):
        yield Finding(CODE, "quotation marks or brackets are not balanced")
    if twice := _said_twice(case):
        yield Finding(CODE, f"it names “{twice}” twice")
    yield from _capitals(case)
    for pattern, reason in PATTERNS:
        if found := pattern.search(stem):
            yield Finding(CODE, reason, found.span())
    unquoted = re.sub(r"[“\"][^”\"]*[”\"]|^According to paragraph \d+,", " ", stem)  # ", which river ..." begins there
    if stem.endswith("?") and (found := RUN_ON.search(unquoted)):
        yield Finding(CODE, "a second clause runs on in the question")
    if len(stem.split()) < SHORTEST:
        yield Finding(CODE, "it has too few words to be a whole sentence")
    asks = case.draft.kind in {Kind.MULTIPLE_CHOICE, Kind.SHORT_ANSWER} and GAP not in stem
    if asks and case.draft.answer_class is not AnswerClass.TRUTH and not QUESTION.search(stem):
        yield Finding(CODE, "a question without a question word")


CHECK = Check(CODE, "The stem is a complete sentence or question, with its capital, end mark, spaces and pairs.", run)
