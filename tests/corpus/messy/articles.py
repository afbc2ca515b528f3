"""Texts whose clean form is known: the project's own articles."""

from pathlib import Path

from quizzes.engine.text import clean

Gold = tuple[tuple[str, str], ...]
FOLDER = Path(__file__).resolve().parents[3] / "seeds/articles"
NAMES = (
    "barcode-check-digit",
    "four-lighthouses",
    "hill-railway",
    "sea-otters",
    "state-lost-movement-left.clean",
    "thornmouth-lido",
)
LIST = (
    ("heading", "What the town was promised"),
    (
        "body",
        "The plan that was shown at the town hall has three parts, of which each is to be paid for by someone else:",
    ),
    (
        "list_item",
        "a sea wall, which would be built by the state in two years and would stand 40 metres from the old one",
    ),
    ("list_item", "well-known trees from the valley along the whole of the road"),
    ("list_item", "a school for 14-year-old sailors"),
    ("body", "Nobody has said when the first of these would be begun, or what would happen if one of them failed."),
)


def gold(name: str) -> Gold:
    """Give the kind and the text of each paragraph."""
    rows = tuple((str(each.kind), each.text) for each in clean((FOLDER / f"{name}.txt").read_text(encoding="utf-8")))
    return (*rows, *LIST)
