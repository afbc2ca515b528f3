"""An item as the engine hands it over, and the fields of the row that keeps its wording."""

from collections.abc import Mapping
from typing import Any


def wording_fields(content: Mapping[str, Any]) -> dict[str, Any]:
    """Return what an item revision takes from an item as a plain object."""
    same = ("interaction", "stem", "options", "prompts", "explanation", "fact", "rule")
    return {**{name: content[name] for name in same}, "context": content["context"] or "", "keys": content["keys"]}
