"""Where the benchmarks find data that is too large for the repository: a folder beside it, or one that is named."""

import os
from pathlib import Path

VARIABLE = "BENCHMARK_DATA"
ROOT = Path(__file__).resolve().parents[1]
KNOWN = ("xquad", "nqg-dev", "quiz-design")


def folder(given: str | None = None) -> Path:
    """Return the folder of the data sets: the argument, the environment's BENCHMARK_DATA, or a neighbour's "data"."""
    named = given or os.environ.get(VARIABLE)
    if named:
        return Path(named)
    beside = sorted(ROOT.parent.glob("*/data"))
    return next((found for found in beside if any((found / name).is_dir() for name in KNOWN)), ROOT.parent / "data")


def articles(given: str | None = None) -> list[Path]:
    """Return the folders of articles with gold texts beside the data sets: each has a clean.txt, some a facts.json."""
    return sorted(file.parent for file in folder(given).parent.glob("articles/*/clean.txt"))
