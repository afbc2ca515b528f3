"""A whole round of rating: pools of texts for several raters, and their judgements back as files of ratings.

`python -m benchmarks.rating.rounds make FOLDER TEXT... --beside ITEMS.json...` writes FOLDER/p1.json to p4.json and,
for the raters, p1.blind.txt to p4.blind.txt. Each rater of a pool writes FOLDER/p1.NAME.jsonl, and
`python -m benchmarks.rating.rounds collect FOLDER --rated DATE` brings them to the project's ratings, one file a pool;
an item of a pool counts once all its raters have judged it.
"""

import argparse
import json
import sys
from collections.abc import Sequence
from pathlib import Path
from random import Random
from typing import Any

from benchmarks.rating import pool
from benchmarks.rating.collect import collected, judgements
from benchmarks.rating.summary import summary
from benchmarks.rating.values import ENGINE, FOLDER, Rating, RatingError, write
from quizzes.intake import IntakeError

POOLS, SIZE = 4, 75
OWN = FOLDER / "texts"


def divided(texts: Sequence[tuple[str, str]], pools: int, seed: int) -> list[list[tuple[str, str]]]:
    """Return the texts of each pool: about as many each, at random, so that no pool has all that are alike."""
    mixed = sorted(texts)
    Random(seed).shuffle(mixed)
    return [part for part in (mixed[number::pools] for number in range(pools)) if part]


def make(
    folder: Path, texts: Sequence[tuple[str, str]], others: Sequence[dict[str, Any]], pools: int, size: int, seed: int
) -> list[list[dict[str, Any]]]:
    """Write the pools and return them."""
    folder.mkdir(parents=True, exist_ok=True)
    made = []
    for number, part in enumerate(divided(texts, pools, seed), start=1):
        items, reading = pool.pooled(part, others, seed=seed, size=size)
        pool.write(folder / f"p{number}.json", items, reading)
        made.append(items)
    return made


def raters(folder: Path, name: str) -> dict[str, Path]:
    """Return who judged a pool, and in which file."""
    return {path.name.removeprefix(f"{name}.").removesuffix(".jsonl"): path for path in folder.glob(f"{name}.*.jsonl")}


def collect(folder: Path, rated: str, out: Path) -> list[Rating]:
    """Write one file of ratings for each pool that somebody judged, and return all ratings."""
    own = {path.stem for path in OWN.glob("*.txt")}
    found: list[Rating] = []
    for path in sorted(folder.glob("p*.json")):
        judged = {name: judgements(file) for name, file in sorted(raters(folder, path.stem).items())}
        if judged:
            ratings = collected(json.loads(path.read_text(encoding="utf-8")), judged, rated, own)
            write(out / f"{rated}-{path.stem}.jsonl", ratings)
            found += ratings
    if not found:
        raise RatingError(f"“{folder}” has no pool that its raters have judged; they write p1.NAME.jsonl there.")
    return found


def _make(given: argparse.Namespace) -> None:
    texts, others = pool.read(given.texts, given.beside)
    for number, items in enumerate(make(given.folder, texts, others, given.pools, given.size, given.seed), start=1):
        own = [item for item in items if item["source"] == ENGINE]
        best = sum(bool(item["recommended"]) for item in own)
        articles = len({item["article"] for item in items})
        sys.stdout.write(f"p{number}: {articles} texts, {len(own)} items ({best} recommended)")
        sys.stdout.write(f", {len(items) - len(own)} of other makers\n")


def _collect(given: argparse.Namespace) -> None:
    sys.stdout.write("\n".join(summary(collect(given.folder, given.rated, given.out))) + "\n")


def main(arguments: list[str]) -> int:
    """Make the pools of a round, or collect what its raters wrote and sum it up."""
    parser = argparse.ArgumentParser(prog="python -m benchmarks.rating.rounds", description=__doc__)
    commands = parser.add_subparsers(required=True)
    making = commands.add_parser("make", help="write the pools and what the raters get")
    making.add_argument("folder", type=Path)
    making.add_argument("texts", nargs="+", type=Path, help="text files, one article each")
    making.add_argument("--beside", type=Path, nargs="*", default=[], help="items of other makers")
    making.add_argument("--pools", type=int, default=POOLS)
    making.add_argument("--size", type=int, default=SIZE, help="the most items a pool")
    making.add_argument("--seed", type=int, default=0, help="decides which texts go together, and the raters' order")
    making.set_defaults(run=_make)
    collecting = commands.add_parser("collect", help="bring the judgements to the ratings")
    collecting.add_argument("folder", type=Path)
    collecting.add_argument("--rated", required=True, help="the day of the rating, YYYY-MM-DD")
    collecting.add_argument("--out", type=Path, default=FOLDER, help="where the files of ratings go")
    collecting.set_defaults(run=_collect)
    given = parser.parse_args(arguments)
    try:
        given.run(given)
    except (OSError, IntakeError, RatingError, json.JSONDecodeError) as error:
        sys.stderr.write(f"{error}\n")
        return 2
    return 0


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
