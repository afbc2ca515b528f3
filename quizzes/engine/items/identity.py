"""Which items are the same: an id made of what an item asks, and a test that looks past its options."""

from collections.abc import Sequence
from hashlib import sha256

from quizzes.engine.items.values import ItemContent, Kind, Prompt
from quizzes.engine.items.wording import meaning

ID_LENGTH = 16


def item_id(
    kind: Kind,
    context: str | None,
    stem: str,
    keys: tuple[str, ...],
    place: str,
    prompts: Sequence[Prompt] = (),
) -> str:
    """Return a short hash of kind, context, stem, first key and place; options and scores do not change it.

    `place` is the id of the paragraph with the evidence, so that an edit elsewhere in the article keeps the id. Pairs
    count whatever their order of display.
    """
    pairs = sorted(f"{prompt.text}\x1e{prompt.match}" for prompt in prompts)
    parts = (kind.value, context or "", stem, *([] if pairs else [keys[0]]), place, *pairs)
    return sha256("\x1f".join(parts).encode()).hexdigest()[:ID_LENGTH]


def same_item(one: ItemContent, other: ItemContent) -> bool:
    """Say whether two items ask for the same key with the same words, in whatever order and kind."""
    return one.id == other.id or (
        one.keys[0].casefold() == other.keys[0].casefold() and meaning(one.stem) == meaning(other.stem)
    )
