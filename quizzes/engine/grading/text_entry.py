"""Grading of a typed answer: lenient in form, strict in content, and it says which rules let it pass."""

from collections.abc import Iterator, Mapping, Sequence, Set
from itertools import combinations

from quizzes.engine.grading.normalisation import SIGNS, readings, squeezed
from quizzes.engine.grading.numerals import DATE, NUMBER, ORDINAL
from quizzes.engine.grading.rules import Rule, Settings, in_order
from quizzes.engine.grading.spelling import difference, is_near_enough, likeness
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
_NEGATIONS = frozenset("not no never nor neither without cannot".split())
_EXTRA_WORDS = 2
_MARKS = (NUMBER, ORDINAL, DATE)


def _subsets(rules: tuple[Rule, ...]) -> tuple[frozenset[Rule], ...]:
    """Give every choice of rules, the smallest and strictest first."""
    return tuple(frozenset(some) for count in range(len(rules) + 1) for some in combinations(rules, count))


_FOLDS = _subsets((Rule.CASE, Rule.ACCENTS, Rule.NUMBERS, Rule.DATES))
_SLACKS = _subsets((Rule.ARTICLES, Rule.NUMBERS, Rule.EXTRAS, Rule.PLURALS, Rule.TYPOS))
_SAID_BESIDE = frozenset((Rule.PLURALS, Rule.TYPOS))  # the learner is told to look at the spelling
Tokens = tuple[str, ...]


def grade_text(given: Mapping[str, object], keys: Sequence[str], settings: Settings) -> Verdict:
    """Grade `{"text": "..."}` against the accepted texts with the rules that are on."""
    text = given.get("text")
    return grade_typed(text, keys, settings) if isinstance(text, str) else WRONG


def grade_typed(text: str, keys: Sequence[str], settings: Settings) -> Verdict:
    """Grade one typed text; the fewest and strictest rules by which any key passes are the reason.

    A set of rules accepts whatever a part of it accepts, so switching one off never makes a wrong answer right.
    """
    allowed = keys if Rule.ALIASES in settings.rules else keys[:1]
    if not text.strip():
        return WRONG
    if len(text) > LONGEST_ANSWER:
        return _accepted(text, text, _alias(allowed.index(text))) if text in allowed else WRONG
    found: list[tuple[frozenset[Rule], str]] = []
    ours = squeezed(text)
    for at, key in enumerate(key for key in allowed if len(key) <= LONGEST_ANSWER):
        needed = _needed(ours, squeezed(key), settings)
        found += [(needed | _alias(at), key)] if needed is not None else []
    if found:
        needed, key = min(found, key=lambda one: _leniency(one[0]))
        return _accepted(text, key, needed)
    return _refused(ours, [squeezed(key) for key in allowed])


def _alias(at: int) -> frozenset[Rule]:
    return frozenset((Rule.ALIASES,)) if at else frozenset()


def _leniency(rules: Set[Rule]) -> tuple[int, int]:
    return len(rules), sum(1 << at for at, rule in enumerate(Rule) if rule in rules)


def _accepted(text: str, key: str, needed: frozenset[Rule]) -> Verdict:
    by = in_order(needed)
    if not needed & _SAID_BESIDE:
        return Verdict(1.0, ", ".join(by) or "exact", accepted_by=by)
    return Verdict(1.0, ", ".join(by), "check_spelling", difference(squeezed(text), squeezed(key)), by)


def _refused(given: str, keys: Sequence[str]) -> Verdict:
    nearest = max(keys, key=lambda key: likeness(given, key), default=None)
    if nearest is None or not likeness(given, nearest):
        return WRONG
    return Verdict(0.0, near=difference(given, nearest))


def _needed(given: str, key: str, settings: Settings) -> frozenset[Rule] | None:
    """Give the smallest set of rules by which one text passes for the other, None where all of them are not enough."""
    if given == key:
        return frozenset()
    if not _may_agree(given, key):
        return None
    slack = settings.rules & _SLACKS[-1]
    compared: set[tuple[Tokens, Tokens]] = set()
    found: list[frozenset[Rule]] = []
    for folds in _FOLDS:
        if not folds <= settings.rules:
            continue
        for pair in _pairs(given, key, folds):
            if pair in compared:
                continue
            compared.add(pair)
            if _same(*pair, slack, settings.lookalikes):
                least = (some for some in _SLACKS if some <= slack and _same(*pair, some, settings.lookalikes))
                found.append(folds | next(least))
    return min(found, key=_leniency, default=None)


def _may_agree(given: str, key: str) -> bool:
    """Tell whether numbers, dates, signs and negations agree in some reading; no rule forgives another value.

    Without it "the third" would be "a third" but for the article, and "800 percent" 800 with a word beside it.
    """
    return any(
        _values(ours) == _values(theirs) and _signs(ours) <= _signs(theirs)
        for ours in readings(given, _FOLDS[-1])
        for theirs in readings(key, _FOLDS[-1])
    )


def _values(tokens: Tokens) -> list[str]:
    """Find what an answer says in figures, and what turns it round, so that "not able" is never "notable"."""
    return sorted(token for token in tokens if token[:1] in _MARKS or token in _NEGATIONS)


def _signs(tokens: Tokens) -> set[str]:
    return {token for token in tokens if token in SIGNS}


def _pairs(given: str, key: str, folds: frozenset[Rule]) -> Iterator[tuple[Tokens, Tokens]]:
    """Give every reading of one side with every reading of the other; what has no tokens cannot be compared."""
    return (
        (ours, theirs) for ours in readings(given, folds) for theirs in readings(key, folds) if "".join(ours + theirs)
    )


def _same(given: Tokens, key: Tokens, rules: Set[Rule], lookalikes: Set[str]) -> bool:
    """Compare two readings; each further rule adds forms to compare and takes none away."""
    if not given or not key:
        return False
    typos, plurals = Rule.TYPOS in rules, Rule.PLURALS in rules
    for ours, theirs in _forms(given, key, rules):
        # Spaces never count, but number tokens keep their marks, so "1 4" is not 14.
        if ours == theirs or "".join(ours) == "".join(theirs):
            return True
        if is_near_enough(ours, theirs, typos=typos, plurals=plurals, lookalikes=lookalikes):
            return True
        if Rule.NUMBERS in rules and _is_sign_left_out(ours, theirs):
            return True
        if Rule.EXTRAS in rules and _is_counted(ours, theirs):
            return True
    return False


def _forms(given: Tokens, key: Tokens, rules: Set[Rule]) -> Iterator[tuple[Tokens, Tokens]]:
    yield given, key
    if Rule.ARTICLES in rules:
        yield _without_articles(given), _without_articles(key)
    if Rule.EXTRAS in rules:
        bare, wanted = _without_leads(given, rules), key[1:] if len(key) > 1 and key[0] in _PLACES else key
        yield bare, wanted
        if Rule.ARTICLES in rules:
            yield _without_articles(bare), _without_articles(wanted)


def _without_articles(tokens: Tokens) -> Tokens:
    rest = tokens[1:] if len(tokens) > 1 and tokens[0].casefold() in _ARTICLES else tokens
    return tuple(word for word in rest if word.casefold() != "the") or rest


def _without_leads(given: Tokens, rules: Set[Rule]) -> Tokens:
    """Leave out "in", "about", "it was" before an answer, with articles between them where those do not count."""
    small = _LEADS | _ARTICLES if Rule.ARTICLES in rules else _LEADS
    start = 0
    while start < len(given) - 1 and given[start].casefold() in small:
        start += 1
    return given[start:]


def _is_sign_left_out(given: Tokens, key: Tokens) -> bool:
    """Accept "60" for "60%": the question names the unit. Another sign, or a sign the key lacks, is wrong."""
    numbers = [token for token in key if token not in SIGNS]
    return len(key) == 2 and len(numbers) == 1 and numbers[0].startswith(NUMBER) and list(given) == numbers


def _is_counted(given: Tokens, key: Tokens) -> bool:
    """Accept what is counted beside its number: "800 fighters" for "800"; not "800 percent" or "800 million"."""
    extra = given[1:]
    counted = len(key) == 1 and key[0].startswith(NUMBER) and given[:1] == key
    return (
        counted
        and len(extra) <= _EXTRA_WORDS
        and all(word.isalpha() and word.casefold() not in _OTHER_UNITS for word in extra)
    )
