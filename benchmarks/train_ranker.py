"""Train the weights of the score on rated items: `python -m benchmarks.train_ranker [--write] [RATINGS.jsonl ...]`.

Without `--write` it only prints how well the model does on articles that it was not trained on, `name: value` a line.
It learns from the project's own ratings (tests/corpus/ratings) and, with a smaller weight, from what teachers said
about generated questions (benchmarks/teachers.py), where these data are at hand. An item rated by two counts as usable
when both would use it. How good the engine was, and how strict its raters, differs from round to round: each day of
rating has a level of its own, and scores and threshold are of the last. The same data give the same weights.
"""

import argparse
import json
import math
import sys
from collections import Counter
from collections.abc import Callable, Iterable, Mapping, Sequence
from pathlib import Path

from benchmarks import teachers
from benchmarks.logistic import Model, area, fit
from benchmarks.rating.values import ENGINE, FOLDER, Rating, RatingError, read
from benchmarks.teachers import Example
from quizzes.engine.items.values import Kind
from quizzes.engine.vetting.ranking import LEAST_SALIENCE, WEIGHTS, is_trusted
from quizzes.engine.writing import RULES

SPREAD = 0.4  # how far from 0 a weight may well lie, on the scale of log-odds
SPREAD_OF_ONE = 0.6  # of a single rule, kind or class of answer, few of which were rated
TEACHERS_WEIGHT = 0.1
FOREIGN = "foreign"  # takes up how much kinder or stricter the teachers were
FREE = 10.0
TEMPLATE = "template"
# what is believed of the kinds that are right by construction until many of them are rated: usable, and how many
# rated items that belief is worth
BELIEVED = {Kind.LOCATE: (0.75, 6), Kind.INSERTION: (0.65, 4), Kind.MATCHING: (0.75, 4), Kind.ORDERING: (0.75, 4)}
TARGET = 0.9
LEAST_RECOMMENDED = 0.7  # a weak model must not hide what the rules of recommendation let through
LEAST_OF_A_DAY = 60  # items of the last day of rating from which its own threshold can be read
ROUND, RULE = "round:", "rule:"
LEVEL = 1.5  # how far a round's level may well lie from the others'
HELD = ("doubt", "unsettled")  # items with these are never recommended, whatever their score
KNOWN = 1.0  # such a feature is 0 or 1; one between stands for batches that did not know it
LEAST_SEEN = 3  # a feature that fewer items have says nothing yet


def own_examples(batches: Sequence[Sequence[Rating]]) -> list[Example]:
    """Return the engine's rated items as examples.

    A feature that no item of a batch has was not yet known when the batch was made: it gets the mean of the others.
    """
    batches = [[rating for rating in batch if rating.source == ENGINE and rating.features] for batch in batches]
    known = [{name for rating in batch for name in rating.features} for batch in batches]
    names = set().union(*known)
    means = {
        name: _mean(
            rating.features.get(name, 0.0)
            for batch, has in zip(batches, known, strict=True)
            if name in has
            for rating in batch
        )
        for name in names
        if ":" not in name
    }
    return [
        Example(
            {
                **{name: mean for name, mean in means.items() if name not in has},
                **rating.features,
                f"{ROUND}{rating.rated}": 1.0,
            },
            rating.usable,
            rating.article,
        )
        for batch, has in zip(batches, known, strict=True)
        for rating in batch
    ]


def _mean(values: Iterable[float]) -> float:
    kept = list(values)
    return sum(kept) / len(kept) if kept else 0.0


def spreads(examples: Sequence[Example]) -> dict[str, float]:
    """Return the prior's standard deviation for each feature that at least LEAST_SEEN examples have."""
    seen = Counter(name for example in examples for name, value in example.features.items() if value)
    return {name: _spread(name) for name, count in seen.items() if count >= LEAST_SEEN}


def _spread(name: str) -> float:
    if name.startswith(ROUND):
        return LEVEL
    return SPREAD_OF_ONE if ":" in name else SPREAD


def day(example: Example) -> str:
    """Return the day on which an example was rated, or nothing."""
    return max((name.removeprefix(ROUND) for name in example.features if name.startswith(ROUND)), default="")


def rule_of(example: Example) -> str:
    """Return the rule that wrote an item, or nothing for one whose rule was not kept."""
    return next((name.removeprefix(RULE) for name in example.features if name.startswith(RULE)), "")


def rates(examples: Sequence[Example]) -> dict[str, tuple[int, int]]:
    """Return how many items of each rule were usable, of how many that were rated on the last day."""
    last = max(map(day, examples), default="")
    late = [example for example in examples if day(example) == last and rule_of(example)]
    usable = Counter(rule_of(example) for example in late if example.accepted)
    return {rule: (usable[rule], rated) for rule, rated in sorted(Counter(map(rule_of, late)).items())}


def held_backs(examples: Sequence[Example]) -> list[bool]:
    """Say of each item whether the engine, which knows only the other articles' ratings, would not recommend it."""
    known = {
        article: rates([example for example in examples if example.article != article])
        for article in {example.article for example in examples}
    }
    return [_is_held_back(example, known[example.article]) for example in examples]


def _is_held_back(example: Example, known: Mapping[str, tuple[int, int]]) -> bool:
    doubted = any(example.features.get(name) == KNOWN for name in HELD)
    slight = example.features.get("matters", KNOWN) < LEAST_SALIENCE
    return doubted or slight or not is_trusted(*known.get(rule_of(example), (0, 0)))


def of_last_day(examples: Sequence[Example], last: str) -> list[bool]:
    """Say of each example whether it was rated on that day."""
    return [day(example) == last for example in examples]


def trained(own: Sequence[Example], taught: Sequence[Example], last: str | None = None) -> Model:
    """Return the model of own ratings, helped by the teachers' labels and by what is believed of few kinds.

    Its scores are of the level of the round of the day `last`, by default of the last one.
    """
    last = max(map(day, own)) if last is None else last
    beliefs = {kind: {TEMPLATE: 1.0, f"kind:{kind}": 1.0, "matters": 0.5, f"{ROUND}{last}": 1.0} for kind in BELIEVED}
    spread = spreads(own) | {name: SPREAD_OF_ONE for belief in beliefs.values() for name in belief if ":" in name}
    model = fit(
        [
            *(example.features for example in own),
            *({**example.features, FOREIGN: 1.0} for example in taught),
            *beliefs.values(),
        ],
        [*(float(example.accepted) for example in (*own, *taught)), *(BELIEVED[kind][0] for kind in beliefs)],
        spread | {FOREIGN: FREE, TEMPLATE: FREE},
        [*[1.0] * len(own), *[TEACHERS_WEIGHT] * len(taught), *(float(BELIEVED[kind][1]) for kind in beliefs)],
    )
    level = model.weights.get(ROUND + last, 0.0)
    kept = {name: weight for name, weight in model.weights.items() if name != FOREIGN and not name.startswith(ROUND)}
    return Model(model.bias + level, kept)


def held_out(examples: Sequence[Example], train: Callable[[list[Example]], Model]) -> list[float]:
    """Return each example's log-odds from a model that saw no example of its article."""
    margins = [0.0] * len(examples)
    for article in sorted({example.article for example in examples}):
        model = train([example for example in examples if example.article != article])
        for index, example in enumerate(examples):
            if example.article == article:
                margins[index] = model.margin(example.features)
    return margins


def chance(margin: float) -> float:
    """Return the chance that belongs to log-odds."""
    return 1 / (1 + math.exp(-margin))


def figures(name: str, examples: Sequence[Example], margins: Sequence[float]) -> dict[str, float]:
    """Return how well held-out log-odds tell accepted items, beside always saying what most are."""
    labels = [example.accepted for example in examples]
    share = sum(labels) / len(labels)
    right = sum((margin > 0) == label for margin, label in zip(margins, labels, strict=True)) / len(labels)
    loss = -_mean(math.log(chance(margin if label else -margin)) for margin, label in zip(margins, labels, strict=True))
    best = sorted(zip(margins, labels, strict=True), key=lambda pair: -pair[0])[: max(1, len(labels) // 3)]
    return {
        f"{name}_examples": len(labels),
        f"{name}_articles": len({example.article for example in examples}),
        f"{name}_accepted": share,
        f"{name}_majority_accuracy": max(share, 1 - share),
        f"{name}_accuracy": right,
        f"{name}_auc": area(margins, labels),
        f"{name}_log_loss": loss,
        f"{name}_best_third_accepted": _mean(float(label) for _, label in best),
    }


def threshold(examples: Sequence[Example], margins: Sequence[float]) -> float:
    """Return the lowest score at and above which TARGET of the held-out items are usable.

    It is read from the items of the last round, where they are enough, less those that are held back in any case. Where
    no cut reaches the target, or only one that leaves fewer than LEAST_RECOMMENDED of them, it is the score that leaves
    so many.
    """
    free = [not held for held in held_backs(examples)]
    late = [now and open_ for now, open_ in zip(of_last_day(examples, max(map(day, examples))), free, strict=True)]
    used = late if sum(late) >= LEAST_OF_A_DAY else free if any(free) else [True] * len(examples)
    scored = zip((chance(margin) for margin in margins), examples, used, strict=True)
    ranked = sorted(((score, example) for score, example, use in scored if use), key=lambda pair: -pair[0])
    least = math.ceil(LEAST_RECOMMENDED * len(ranked))
    good = 0
    found = ranked[least - 1][0]
    for number, (score, example) in enumerate(ranked, start=1):
        good += example.accepted
        if number >= least and good >= TARGET * number:
            found = score
    return round(found, 3)


def data_file(model: Model, cut: float, measured: Mapping[str, float], rated: Mapping[str, tuple[int, int]]) -> str:
    """Return the text of the weights' file: what it was trained on, threshold, rules, bias, and the weights by name.

    Rules that were rated once and are no longer in force leave no weight.
    """
    gone = {name for name in model.weights if name.startswith(RULE)} - {f"{RULE}{rule.name}" for rule in RULES}
    kept = {
        name: round(weight, 3)
        for name, weight in sorted(model.weights.items())
        if abs(weight) >= 0.0005 and name not in gone
    }
    about = {name: round(value, 3) for name, value in measured.items()}
    rules = {rule: list(counts) for rule, counts in rated.items() if rule in {known.name for known in RULES}}
    content = {
        "trained": about,
        "threshold": cut,
        "rules": rules,
        "bias": round(model.bias, 3),
        "features": kept,
    }
    return json.dumps(content, indent=2) + "\n"


def main(arguments: list[str]) -> int:
    """Print the figures; with --write replace the weights."""
    parser = argparse.ArgumentParser(prog="python -m benchmarks.train_ranker", description=__doc__)
    parser.add_argument(
        "ratings", nargs="*", type=Path, help="files of ratings; by default all of tests/corpus/ratings"
    )
    parser.add_argument("--write", action="store_true", help=f"replace {WEIGHTS.name}")
    given = parser.parse_args(arguments)
    try:
        batches = [read(path) for path in given.ratings or sorted(FOLDER.glob("*.jsonl"))]
    except RatingError as error:
        sys.stderr.write(f"{error}\n")
        return 2
    own, taught = own_examples(batches), teachers.examples()
    if len({example.article for example in own}) < 2:
        sys.stderr.write("Ratings of at least two articles are needed to train; give more files.\n")
        return 2
    last = max(map(day, own))
    margins = held_out(own, lambda rest: trained(rest, taught, last))
    measured = figures("own", own, margins)
    if taught:
        measured |= figures("teachers", taught, held_out(taught, lambda rest: fit_plain(rest)))
    cut = threshold(own, margins)
    rows = zip(own, margins, held_backs(own), of_last_day(own, last), strict=True)
    late = [(example, chance(margin) >= cut and not held) for example, margin, held, now in rows if now]
    above = [example.accepted for example, recommended in late if recommended]
    measured |= {
        "last_round_examples": len(late),
        "last_round_accepted": _mean(float(example.accepted) for example, _ in late),
        "recommended_share": len(above) / len(late),
        "recommended_accepted": _mean(map(float, above)),
    }
    for name, value in (*measured.items(), ("threshold", cut)):
        sys.stdout.write(f"{name}: {value:.3f}\n" if value % 1 else f"{name}: {value:.0f}\n")
    if given.write:
        WEIGHTS.write_text(data_file(trained(own, taught), cut, measured, rates(own)))
    return 0


def fit_plain(examples: Sequence[Example]) -> Model:
    """Return a model of these examples alone, each counted once."""
    spread = spreads(examples)
    return fit([example.features for example in examples], [float(one.accepted) for one in examples], spread)


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
