"""An item as the engine hands it over, and the rows that keep it."""

from collections.abc import Iterable, Mapping
from typing import Any

from quizzes.engine.grading import LOOKALIKES, lookalikes
from quizzes.engine.items.json import from_dict
from quizzes.engine.items.values import ItemContent
from quizzes.models import Evidence, Item, ItemRevision


def wording_fields(content: Mapping[str, Any]) -> dict[str, Any]:
    """Return what an item revision takes from an item as a plain object."""
    same = ("interaction", "stem", "options", "prompts", "explanation", "fact", "rule")
    return {**{name: content[name] for name in same}, "context": content["context"] or "", "keys": content["keys"]}


def content_of(item: Item, wording: ItemRevision, evidence: Iterable[Evidence]) -> ItemContent:
    """Return a stored item as the engine knows it; `evidence` comes with its paragraphs."""
    same = ("interaction", "stem", "options", "prompts", "keys", "explanation", "fact", "rule")
    quotations = [
        {"paragraph": row.paragraph.number, **{name: getattr(row, name) for name in ("start", "end", "exact")}}
        | {"prefix": row.prefix, "suffix": row.suffix}
        for row in evidence
    ]
    known = {name: getattr(item, name) for name in ("kind", "difficulty", "score", "recommended")}
    return from_dict(
        {
            **{name: getattr(wording, name) for name in same},
            **known,
            "id": item.fingerprint,
            "context": wording.context or None,
            "evidence": quotations,
        }
    )


def lookalikes_in(keys: Iterable[str], texts: Iterable[str]) -> dict[str, list[str]]:
    """Return what the grading of a typed item keeps of the article: words that are no slips of a key."""
    found = lookalikes(list(keys), texts)
    return {LOOKALIKES: found} if found else {}
