"""Data for measuring that the project does not contain: found in the folders beside it, or where BENCH_DATA says."""

import os
from pathlib import Path

ROOT = Path(__file__).resolve().parents[1]


def beside(pattern: str) -> list[Path]:
    """Return the files that fit a pattern, such as "data/quiz-design/*.jsonl", in BENCH_DATA or a neighbour folder."""
    named = os.environ.get("BENCH_DATA")
    if named:
        return sorted(Path(named).glob(pattern))
    return sorted(found for folder in ROOT.parent.iterdir() if folder != ROOT for found in folder.glob(pattern))
