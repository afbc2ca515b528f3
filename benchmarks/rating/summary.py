"""Sum ratings up: `python -m benchmarks.rating.summary [FILE.jsonl ...]`, by default all that the project keeps.

Usable means usable to every rater. Each share comes with its 95 % interval after Wilson.
"""

import sys
from collections import Counter
from collections.abc import Callable, Iterator, Sequence
from dataclasses import replace
from itertools import combinations
from math import sqrt
from pathlib import Path

from benchmarks.rating.values import ENGINE, Rating, RatingError, read_all

Z = 1.96
BANDS = (0.5, 0.6, 0.7, 0.8, 0.9)


def wilson(good: int, total: int) -> tuple[float, float]:
    """Return the 95 % interval of a share."""
    if not total:
        return 0.0, 1.0
    share, part = good / total, Z * Z / total
    middle = share + part / 2
    reach = Z * sqrt(share * (1 - share) / total + part / (4 * total))
    return (middle - reach) / (1 + part), (middle + reach) / (1 + part)


def kappa(pairs: Sequence[tuple[bool, bool]]) -> float:
    """Return Cohen's kappa: agreement of two raters beyond what their shares of yes would give by chance."""
    if not pairs:
        return 0.0
    agreed = sum(one == other for one, other in pairs) / len(pairs)
    first, second = (sum(pair[side] for pair in pairs) / len(pairs) for side in (0, 1))
    chance = first * second + (1 - first) * (1 - second)
    return (agreed - chance) / (1 - chance) if chance < 1 else 1.0


def agreement(ratings: Sequence[Rating]) -> list[tuple[bool, bool]]:
    """Return each pair of verdicts on one item, raters in the order of their names."""
    return [
        (one.usable, other.usable)
        for rating in ratings
        for one, other in combinations([rating.verdicts[name] for name in sorted(rating.verdicts)], 2)
    ]


def band(score: float) -> str:
    """Return the band of a score: "0.70 to 0.80"."""
    cuts = (0.0, *BANDS, 1.0)
    low = max(cut for cut in cuts[:-1] if score >= cut)
    return f"{low:.2f} to {cuts[cuts.index(low) + 1]:.2f}"


def share(name: str, ratings: Sequence[Rating]) -> str:
    """Return one line: how many of the ratings are usable."""
    good = sum(rating.usable for rating in ratings)
    low, high = wilson(good, len(ratings))
    part = 100 * good / len(ratings) if ratings else 0.0
    return f"{name}: {good} of {len(ratings)} = {part:.0f} % ({100 * low:.0f} to {100 * high:.0f})"


def _groups(ratings: Sequence[Rating], name: str, key: Callable[[Rating], str]) -> Iterator[str]:
    for value in sorted({key(rating) for rating in ratings}):
        yield share(f"{name} {value}", [rating for rating in ratings if key(rating) == value])


def _by_rater(name: str, ratings: Sequence[Rating]) -> str:
    """Return one line: how many items a rater alone would use, to tell a strict one from a kind one."""
    alone = [replace(rating, verdicts={name: rating.verdicts[name]}) for rating in ratings]
    return share(f"rater {name}", alone)


def summary(ratings: Sequence[Rating]) -> Iterator[str]:
    """Yield the lines: overall, by kind, rule, band and article, agreement, and which gate failed first."""
    own = [rating for rating in ratings if rating.source == ENGINE]
    yield share("shown", own)
    yield share("recommended", [rating for rating in own if rating.recommended])
    yield share("not recommended", [rating for rating in own if not rating.recommended])
    yield from _groups([rating for rating in ratings if rating.source != ENGINE], "made by", lambda one: one.source)
    yield from _groups(own, "kind", lambda rating: rating.kind)
    yield from _groups(own, "rule", lambda rating: rating.rule)
    yield from _groups(own, "score", lambda rating: band(rating.score))
    yield from _groups(own, "article", lambda rating: rating.article)
    for name in sorted({name for rating in own for name in rating.verdicts}):
        yield _by_rater(name, [rating for rating in own if name in rating.verdicts])
    pairs = agreement(ratings)
    yield f"kappa: {kappa(pairs):.2f} ({len(pairs)} pairs of verdicts)"
    fails = Counter(verdict.first_fail for rating in own for verdict in rating.verdicts.values())
    for code, count in sorted(fails.items(), key=lambda pair: (-pair[1], pair[0] or "")):
        if code is not None:
            yield f"first failed {code}: {count}"


def main(arguments: list[str]) -> int:
    """Print the summary."""
    try:
        ratings = read_all([Path(argument) for argument in arguments])
    except RatingError as error:
        sys.stderr.write(f"{error}\n")
        return 2
    sys.stdout.write("\n".join(summary(ratings)) + "\n")
    return 0


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
