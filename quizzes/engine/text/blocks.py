"""Texts whose structure is known: a block a paragraph, as web pages, Markdown and word processors have them."""

from collections.abc import Sequence
from dataclasses import dataclass

from quizzes.engine.text.characters import Piece, read_lines, segments_of
from quizzes.engine.text.cleaning import stable_ids
from quizzes.engine.text.kinds import classify
from quizzes.engine.text.values import Cleaned, Paragraph, ParagraphKind

GAP = "\n\n"


@dataclass(frozen=True, slots=True)
class Block:
    """One paragraph as its source marks it; `kind` None leaves it to its words to say what it is."""

    kind: ParagraphKind | None
    text: str


def clean_blocks(blocks: Sequence[Block]) -> tuple[str, Cleaned]:
    """Return the raw text (the blocks with a blank line between) and its paragraphs; blocks without words go."""
    raw = GAP.join(block.text for block in blocks)
    offset = 0
    read: list[tuple[Block, list[Piece]]] = []
    for block in blocks:
        pieces = _pieces(block.text, offset)
        offset += len(block.text) + len(GAP)
        if pieces:
            read.append((block, pieces))
    texts = ["".join(piece.text for piece in pieces) for _, pieces in read]
    guessed = classify(texts, [block.kind is ParagraphKind.LIST_ITEM for block, _ in read])
    rows = zip(stable_ids(texts), read, texts, guessed, strict=True)
    paragraphs = tuple(
        Paragraph(id, number, block.kind or guess, text, segments_of(pieces))
        for number, (id, (block, pieces), text, guess) in enumerate(rows, start=1)
    )
    return raw, Cleaned(paragraphs)


def _pieces(text: str, offset: int) -> list[Piece]:
    """Write the lines of one block as one line whose pieces know their place in the whole raw text."""
    pieces: list[Piece] = []
    for line in read_lines(text):
        pieces += [Piece(" ", None)] if pieces else []
        pieces += [Piece(part, None if raw is None else raw + offset) for part, raw in line.pieces]
    return pieces
