"""Grading of a typed answer: lenient in form, strict in content, and it says which rule let it pass."""

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass

from quizzes.engine.grading.normalisation import MONEY_SIGNS, SIGNS, readings, squeezed, without_accents
from quizzes.engine.grading.numerals import DATE, NUMBER, ORDINAL
from quizzes.engine.grading.spelling import difference, is_misspelt, is_other_number, likeness
from quizzes.engine.grading.values import WRONG, Verdict

LONGEST_ANSWER = 300
_ARTICLES = frozenset({"the", "a", "an"})
# What may stand before a right answer without changing it: "in 2014", "about 400", "at least 2,000".
_LEADS = frozenset(
    "in on at by to from of since during for with about around roughly approximately approx some nearly almost over"
    " least more than up as many was were is are it they he she there".split()
)
# What a key may begin with and an answer leave out: "on Tuesday".
_PLACES = frozenset({"in", "on", "at"})
_OTHER_UNITS = SIGNS | frozenset(
    "km m kg cm mm mile miles hour hours minute minutes second seconds day days week weeks month months year years"
    " hundred thousand million billion trillion hundreds thousands millions billions percentage cents pence degrees"
    " times not or no".split()
)
_EXTRA_WORDS = 2


@dataclass(frozen=True, slots=True)
class _Answer:
    """One side of the comparison, in the forms that the rules compare."""

    text: str
    plain: str
    folded: str
    readings: frozenset[tuple[str, ...]]
    bare: frozenset[tuple[str, ...]]


def _answer(text: str) -> _Answer:
    plain = squeezed(text)
    folded = plain.casefold()
    return _Answer(text, plain, folded, readings(folded), readings(without_accents(folded)))


def grade_text(given: Mapping[str, object], keys: Sequence[str]) -> Verdict:
    """Grade `{"text": "..."}` against the accepted texts; the strictest rule that any key passes is the reason."""
    text = given.get("text")
    if not isinstance(text, str) or not text.strip():
        return WRONG
    if len(text) > LONGEST_ANSWER:
        return Verdict(1.0, "exact") if text in keys else WRONG
    ours = _answer(text)
    theirs = [_answer(key) for key in keys if len(key) <= LONGEST_ANSWER]
    for rule, passes in RULES:
        for key in theirs:
            if passes(ours, key):
                return _accepted(rule(ours, key) if callable(rule) else rule, ours, key)
    return _refused(ours, theirs)


def _accepted(rule: str, given: _Answer, key: _Answer) -> Verdict:
    if rule not in ("spelling", "plural"):
        return Verdict(1.0, rule)
    return Verdict(1.0, rule, "check_spelling", difference(given.plain, key.plain))


def _refused(given: _Answer, keys: Sequence[_Answer]) -> Verdict:
    nearest = max(keys, key=lambda key: likeness(given.plain, key.plain), default=None)
    if nearest is None or not likeness(given.plain, nearest.plain):
        return WRONG
    return Verdict(0.0, near=difference(given.plain, nearest.plain))


def _pairwise(compare: Callable[[tuple[str, ...], tuple[str, ...]], bool]) -> Callable[[_Answer, _Answer], bool]:
    """Make a rule of a comparison of readings; any reading of one may meet any of the other."""

    def passes(given: _Answer, key: _Answer) -> bool:
        return any(compare(ours, theirs) for ours in given.bare for theirs in key.bare if ours and theirs)

    return passes


def _without_articles(tokens: tuple[str, ...]) -> tuple[str, ...]:
    rest = tokens[1:] if len(tokens) > 1 and tokens[0] in _ARTICLES else tokens
    return tuple(word for word in rest if word != "the") or rest


def _same_but_articles(given: tuple[str, ...], key: tuple[str, ...]) -> bool:
    return _without_articles(given) == _without_articles(key)


def _same_but_spacing(given: tuple[str, ...], key: tuple[str, ...]) -> bool:
    """Compare without the spaces between words; number tokens keep their marks, so "1 4" is not 14."""
    return "".join(_without_articles(given)) == "".join(_without_articles(key))


def _sign_left_out(given: tuple[str, ...], key: tuple[str, ...]) -> bool:
    """Accept "60" for "60%": the question names the unit. Another sign, or a sign the key lacks, is wrong."""
    numbers = [token for token in key if token not in SIGNS]
    signed = len(numbers) == 1 and numbers[0].startswith(NUMBER) and len(key) == 2
    return signed and list(given) == numbers


def _same_but_extra_words(given: tuple[str, ...], key: tuple[str, ...]) -> bool:
    """Accept "in 2014", "Tuesday" for "on Tuesday" and, with a number, the thing that is counted: "800 fighters"."""
    start = 0
    while start < len(given) - 1 and given[start] in _LEADS | _ARTICLES:
        start += 1
    rest = _without_articles(given[start:])
    wanted = _without_articles(key[1:] if len(key) > 1 and key[0] in _PLACES else key)
    if rest == wanted:
        return True
    extra = rest[1:]
    counted = len(wanted) == 1 and wanted[0].startswith(NUMBER) and rest[:1] == wanted
    return counted and len(extra) <= _EXTRA_WORDS and all(word.isalpha() and word not in _OTHER_UNITS for word in extra)


def _same_but_number(given: tuple[str, ...], key: tuple[str, ...]) -> bool:
    return is_other_number(_without_articles(given), _without_articles(key))


def _same_but_spelling(given: tuple[str, ...], key: tuple[str, ...]) -> bool:
    return is_misspelt(_without_articles(given), _without_articles(key))


def _form(given: _Answer, key: _Answer) -> str:
    """Name what differs between two texts with the same reading."""
    tokens = next(iter(given.readings & key.readings))
    if _letters(given.folded) == _letters(key.folded):
        return "punctuation"
    if any(token.startswith(DATE) for token in tokens):
        return "date form"
    return (
        "number form"
        if any(token[0] in NUMBER + ORDINAL or token in MONEY_SIGNS for token in tokens)
        else "punctuation"
    )


def _letters(text: str) -> str:
    return "".join(character for character in text if character.isalnum())


Rule = tuple[str | Callable[[_Answer, _Answer], str], Callable[[_Answer, _Answer], bool]]
# From the strictest to the most lenient; the first that passes is stored with the response.
RULES: tuple[Rule, ...] = (
    ("exact", lambda given, key: given.text == key.text),
    ("spacing", lambda given, key: given.plain == key.plain),
    ("case", lambda given, key: given.folded == key.folded),
    (_form, lambda given, key: bool(key.folded) and any(given.readings & key.readings)),
    ("accents", _pairwise(lambda given, key: given == key)),
    ("article", _pairwise(_same_but_articles)),
    ("spacing", _pairwise(_same_but_spacing)),
    ("sign left out", _pairwise(_sign_left_out)),
    ("extra words", _pairwise(_same_but_extra_words)),
    ("plural", _pairwise(_same_but_number)),
    ("spelling", _pairwise(_same_but_spelling)),
)
