"""How the references of one clause are made clear, and where the clause stands."""

from dataclasses import dataclass, field
from typing import Any


@dataclass(slots=True)
class Resolution:
    """What is written instead of pronouns and definites, by token range, how many there were, and whether all were."""

    replaced: dict[tuple[int, int], str] = field(default_factory=dict)
    resolved: int = 0
    settled: bool = True


@dataclass(frozen=True, slots=True)
class Place:
    """Where a clause stands: position of its paragraph, its sentence, the paragraph's sentences before it."""

    position: int
    sentence: Any
    before: tuple[Any, ...]

    @property
    def previous(self) -> Any:
        """Return the sentence before, or None at the head of a paragraph."""
        return self.before[-1] if self.before else None
