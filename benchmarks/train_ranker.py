"""Train the weights of the score on rated items: `python -m benchmarks.train_ranker [--write] [RATINGS.jsonl ...]`.

Without `--write` it only prints how well the model does on articles that it was not trained on, `name: value` a line.
It learns from the project's own ratings (tests/corpus/ratings) and, with a smaller weight, from what teachers said
about generated questions (benchmarks/teachers.py), where these data are at hand. The same data give the same weights.
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
from quizzes.engine.vetting.ranking import WEIGHTS
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
LEAST_RECOMMENDED = 0.7  # a weak model must not hide what the checks had no doubt about
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
            {**{name: mean for name, mean in means.items() if name not in has}, **rating.features},
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
    return {name: SPREAD_OF_ONE if ":" in name else SPREAD for name, count in seen.items() if count >= LEAST_SEEN}


def trained(own: Sequence[Example], taught: Sequence[Example]) -> Model:
    """Return the model of own ratings, helped by the teachers' labels and by what is believed of few kinds."""
    beliefs = {kind: {TEMPLATE: 1.0, f"kind:{kind}": 1.0, "salience": 0.5} for kind in BELIEVED}
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
    return Model(model.bias, {name: weight for name, weight in model.weights.items() if name != FOREIGN})


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

    Where no cut reaches the target, or only one that leaves fewer than LEAST_RECOMMENDED of the items, it is the score
    that leaves so many.
    """
    ranked = sorted(zip((chance(margin) for margin in margins), examples, strict=True), key=lambda pair: -pair[0])
    least = math.ceil(LEAST_RECOMMENDED * len(ranked))
    good = 0
    found = ranked[least - 1][0]
    for number, (score, example) in enumerate(ranked, start=1):
        good += example.accepted
        if number >= least and good >= TARGET * number:
            found = score
    return round(found, 3)


def data_file(model: Model, cut: float, measured: Mapping[str, float]) -> str:
    """Return the text of the weights' file: what it was trained on, threshold, bias, and the weights by name.

    Rules that were rated once and are no longer in force leave no weight.
    """
    gone = {name for name in model.weights if name.startswith("rule:")} - {f"rule:{rule.name}" for rule in RULES}
    kept = {
        name: round(weight, 3)
        for name, weight in sorted(model.weights.items())
        if abs(weight) >= 0.0005 and name not in gone
    }
    about = {name: round(value, 3) for name, value in measured.items()}
    content = {"trained": about, "threshold": cut, "bias": round(model.bias, 3), "features": kept}
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
    margins = held_out(own, lambda rest: trained(rest, taught))
    measured = figures("own", own, margins)
    if taught:
        measured |= figures("teachers", taught, held_out(taught, lambda rest: fit_plain(rest)))
    cut = threshold(own, margins)
    above = [example.accepted for example, margin in zip(own, margins, strict=True) if chance(margin) >= cut]
    measured |= {"recommended_share": len(above) / len(own), "recommended_accepted": _mean(map(float, above))}
    for name, value in (*measured.items(), ("threshold", cut)):
        sys.stdout.write(f"{name}: {value:.3f}\n" if value % 1 else f"{name}: {value:.0f}\n")
    if given.write:
        WEIGHTS.write_text(data_file(trained(own, taught), cut, measured))
    return 0


def fit_plain(examples: Sequence[Example]) -> Model:
    """Return a model of these examples alone, each counted once."""
    spread = spreads(examples)
    return fit([example.features for example in examples], [float(one.accepted) for one in examples], spread)


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
