"""Where the benchmarks find data that is too large for the repository: a folder beside it, or one that is named."""

import os
from pathlib import Path

VARIABLE = "BENCHMARK_DATA"
BESIDE = Path(__file__).resolve().parents[2] / "shared" / "data"


def folder(given: str | None = None) -> Path:
    """Return the folder of the data sets: the argument, the environment's BENCHMARK_DATA, or ../shared/data."""
    return Path(given or os.environ.get(VARIABLE) or BESIDE)
