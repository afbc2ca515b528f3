"""Easy, medium, hard: what a difficulty from 0 to 1 is called."""

from typing import Literal

Band = Literal["easy", "medium", "hard"]

# the cuts stand near the thirds of what the engine shows for its own corpus (docs/engine.md); the same cuts
# serve an observed difficulty, which is 1 less the facility
MEDIUM_FROM = 0.4
HARD_FROM = 0.55


def difficulty_band(value: float) -> Band:
    """Return the band of a difficulty, predicted or observed."""
    if value < MEDIUM_FROM:
        return "easy"
    return "medium" if value < HARD_FROM else "hard"
