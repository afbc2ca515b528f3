"""Raise the floors that the corpus tests hold the engine to (tests/corpus/floors.json): `python -m benchmarks.floors`.

A floor never sinks here. Whoever has to lower one edits the file by hand and says why in the commit.
"""

import json
import sys
from collections.abc import Mapping, Sequence

from benchmarks import coverage
from benchmarks.quality import ROOT, Measured, measured, own_texts

FLOORS = ROOT / "tests" / "corpus" / "floors.json"
Floors = dict[str, dict[str, int]]


def reached(article: Measured) -> dict[str, int]:
    """Return what the engine makes of an article: items shown, recommended, content paragraphs and kinds covered."""
    items = article.made.items
    content = coverage.content_paragraphs(article.paragraphs)
    return {
        "shown": len(items),
        "recommended": article.made.report.recommended,
        "paragraphs": len(coverage.covered_paragraphs(items) & content),
        "kinds": len({item.kind for item in items}),
    }


def raised(floors: Mapping[str, Mapping[str, int]], articles: Sequence[Measured]) -> Floors:
    """Return the floors with each figure at its highest so far; articles that are gone are left out."""
    return {
        article.name: {
            name: max(value, floors.get(article.name, {}).get(name, 0)) for name, value in reached(article).items()
        }
        for article in sorted(articles, key=lambda article: article.name)
    }


def read() -> Floors:
    """Return the floors in force."""
    floors: Floors = json.loads(FLOORS.read_text())
    return floors


def main() -> int:
    """Replace the file and say which floors rose."""
    before = read()
    after = raised(before, [measured(file) for file in own_texts()])
    FLOORS.write_text(json.dumps(after, indent=2) + "\n")
    for article, floors in after.items():
        for name, value in floors.items():
            if value != before.get(article, {}).get(name):
                sys.stdout.write(f"{article}_{name}: {value}\n")
    return 0


if __name__ == "__main__":
    sys.exit(main())
