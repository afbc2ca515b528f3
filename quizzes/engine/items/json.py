"""An item as the plain object that leaves the engine, and back."""

from collections.abc import Mapping
from dataclasses import asdict
from typing import Any

from quizzes.engine.items.values import Evidence, Interaction, ItemContent, Kind, Option, Prompt, Source


def to_dict(item: ItemContent) -> dict[str, Any]:
    """Return strings, numbers, lists and nulls only, in the order of the contract."""
    shown: dict[str, Any] = _plain(asdict(item))
    return shown


def _plain(value: Any) -> Any:
    if isinstance(value, dict):
        return {key: _plain(part) for key, part in value.items()}
    if isinstance(value, list | tuple):
        return [_plain(part) for part in value]
    if isinstance(value, Kind | Interaction):
        return value.value
    return value


def _option(data: Mapping[str, Any]) -> Option:
    source = Source(**data["source"]) if data["source"] else None
    return Option(data["text"], data["key"], data["rationale"], source)


def _prompt(data: Mapping[str, Any]) -> Prompt:
    return Prompt(data["text"], data["match"], Source(**data["source"]) if data["source"] else None)


def from_dict(data: Mapping[str, Any]) -> ItemContent:
    """Return the item that `to_dict` was given."""
    return ItemContent(
        **{
            **data,
            "kind": Kind(data["kind"]),
            "interaction": Interaction(data["interaction"]),
            "options": None if data["options"] is None else tuple(map(_option, data["options"])),
            "prompts": None if data["prompts"] is None else tuple(map(_prompt, data["prompts"])),
            "keys": tuple(data["keys"]),
            "evidence": tuple(Evidence(**quotation) for quotation in data["evidence"]),
        }
    )
