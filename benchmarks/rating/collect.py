"""Bring raters' judgements of a pool into a file of ratings.

`python -m benchmarks.rating.collect POOL.json OUT.jsonl --rated DATE first=JUDGED.jsonl second=JUDGED.jsonl`. A
judgement is a line {"id", "usable", "fails", "minor", "why"} whose id is that of the pool. Stem and key stay out, since
most texts are somebody else's, but for `--own ARTICLE`, which names a text of the project's.
"""

import argparse
import json
import sys
from collections.abc import Collection, Mapping, Sequence
from pathlib import Path
from typing import Any

from benchmarks.rating.values import ENGINE, Rating, RatingError, Verdict, objects, verdict_of, write
from quizzes.engine import VERSION

Judged = Mapping[str, Mapping[str, Verdict]]


def judgements(path: Path) -> dict[str, Verdict]:
    """Return one rater's verdicts by the item's id in the pool; a later line about an item replaces an earlier one."""
    found: dict[str, Verdict] = {}
    for number, data in objects(path):
        try:
            found[str(data["id"])] = verdict_of(data)
        except (KeyError, RatingError) as error:
            raise RatingError(f"“{path}”, line {number}: {error}; give id and usable (true or false).") from error
    return found


def collected(pool: Sequence[Mapping[str, Any]], judged: Judged, rated: str, own: Collection[str] = ()) -> list[Rating]:
    """Return a rating for each item that every rater has judged."""
    known = {item["pid"] for item in pool}
    for rater, verdicts in judged.items():
        strange = sorted(set(verdicts) - known)
        if strange:
            raise RatingError(f"Rater “{rater}” judged “{strange[0]}”, which is not in the pool; check the ids.")
    return [
        Rating(
            engine=item.get("engine", VERSION),
            rated=rated,
            article=item["article"],
            id=item.get("id") or item["pid"],
            kind=item["kind"],
            rule=item.get("rule") or "",
            score=item.get("score") or 0.0,
            recommended=bool(item.get("recommended")),
            verdicts={rater: verdicts[item["pid"]] for rater, verdicts in judged.items()},
            features=item.get("features") or {},
            stem=item["stem"] if item["article"] in own else None,
            key=item["keys"][0] if item["article"] in own else None,
            source=item.get("source", ENGINE),
        )
        for item in pool
        if all(item["pid"] in verdicts for verdicts in judged.values())
    ]


def main(arguments: list[str]) -> int:
    """Write the ratings file."""
    parser = argparse.ArgumentParser(prog="python -m benchmarks.rating.collect", description=__doc__)
    parser.add_argument("pool", type=Path)
    parser.add_argument("out", type=Path)
    parser.add_argument("judged", nargs="+", help="NAME=FILE, one a rater")
    parser.add_argument("--rated", required=True, help="the day of the rating, YYYY-MM-DD")
    parser.add_argument("--own", action="append", default=[], help="an article of the project's, whose words may stay")
    given = parser.parse_args(arguments)
    try:
        judged = {name: judgements(Path(file)) for name, _, file in (part.partition("=") for part in given.judged)}
        ratings = collected(json.loads(given.pool.read_text()), judged, given.rated, given.own)
    except (RatingError, OSError, json.JSONDecodeError) as error:
        sys.stderr.write(f"{error}\n")
        return 2
    write(given.out, ratings)
    sys.stdout.write(f"ratings: {len(ratings)}\nusable: {sum(rating.usable for rating in ratings)}\n")
    return 0


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
