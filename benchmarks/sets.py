"""What must hold for the items of one article together, and for the options of many: read from the items alone."""

from collections import Counter
from collections.abc import Iterator, Sequence
from itertools import combinations, permutations

from quizzes.engine.items.values import GAP, ItemContent, Kind
from quizzes.engine.items.wording import meaning, stands_in

ALIKE = 0.8
SHARED = 0.4
PLACES = 4
OPEN = frozenset((Kind.MULTIPLE_CHOICE, Kind.CLOZE, Kind.SHORT_ANSWER))  # kinds whose key is a text that can leak
LEAST_TRUE, MOST_TRUE = 0.4, 0.6


def faults(items: Sequence[ItemContent]) -> Iterator[str]:
    """Yield one line for each fault of a set: the same fact twice, a key given away, true and false out of balance."""
    for one, other in combinations(items, 2):
        if twice(one, other):
            yield f"one fact twice: “{one.stem}” and “{other.stem}”"
    for one, other in permutations(items, 2):
        if gives_away(one, other):
            yield f"“{one.stem}” gives away “{other.keys[0]}”, the key of “{other.stem}”"
    share = true_share(items)
    if share is not None and not LEAST_TRUE <= share <= MOST_TRUE:
        yield f"{100 * share:.0f} % of true/false are true"


def asked(item: ItemContent) -> frozenset[str]:
    """Return the words that an item asks with, less its key."""
    return meaning(item.stem.replace(GAP, " ")) - meaning(item.keys[0])


def twice(one: ItemContent, other: ItemContent) -> bool:
    """Say whether two items ask for the same key from the same sentence, or with nearly the same words."""
    sentences = [{(quoted.paragraph, quoted.start) for quoted in item.evidence[:1]} for item in (one, other)]
    if sentences[0] & sentences[1] and one.keys[0] == other.keys[0] and one.kind in OPEN and other.kind in OPEN:
        return True
    first, second = meaning(one.stem), meaning(other.stem)
    return min(len(first), len(second)) > 2 and len(first & second) / min(len(first), len(second)) > ALIKE


def gives_away(one: ItemContent, other: ItemContent) -> bool:
    """Say whether whoever reads `one` learns the key of `other`: it stands there beside the words that ask for it."""
    if other.kind not in OPEN:
        return False
    shown = f"{one.context or ''} {one.stem}"
    words = asked(other)
    shared = words & meaning(shown)
    return stands_in(other.keys[0], shown) and len(shared) > 1 and len(shared) >= SHARED * len(words)


def true_share(items: Sequence[ItemContent]) -> float | None:
    """Return the share of true statements among true/false items; None where there are fewer than two."""
    keys = [item.keys[0] for item in items if item.kind is Kind.TRUE_FALSE]
    return keys.count("True") / len(keys) if len(keys) > 1 else None


def choices(items: Sequence[ItemContent]) -> list[list[tuple[str, bool]]]:
    """Return text and key of each option of the items with four options to choose one of."""
    kinds = {Kind.MULTIPLE_CHOICE, Kind.CLOZE}
    offered = [item.options for item in items if item.kind in kinds and item.options and len(item.options) == PLACES]
    return [[(option.text, option.key) for option in options] for options in offered]


def longest_share(items: Sequence[ItemContent]) -> float:
    """Return the share of choices whose key is longer than every other option."""
    found = choices(items)
    longest = sum(
        all(len(text) < len(key) for text, right in options if not right)
        for options in found
        for key in [next(text for text, right in options if right)]
    )
    return longest / len(found) if found else 0.0


def positions(items: Sequence[ItemContent]) -> list[float]:
    """Return how often the key stands in each place, as shares."""
    found = Counter([right for _, right in options].index(True) for options in choices(items))
    return [found[place] / max(1, found.total()) for place in range(PLACES)]
