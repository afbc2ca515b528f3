"""Texts whose structure is known: a block a paragraph, as web pages, Markdown and word processors have them."""

from collections.abc import Sequence
from dataclasses import dataclass

from quizzes.engine.text.characters import Piece, read_lines
from quizzes.engine.text.cleaning import numbered
from quizzes.engine.text.kinds import classify
from quizzes.engine.text.values import Cleaned, ParagraphKind, Removed

GAP = "\n\n"


@dataclass(frozen=True, slots=True)
class Block:
    """One paragraph as its source marks it; `kind` None leaves it to its words to say what it is.

    `noise` says why it does not belong to the text ("caption", "menu"); "" when it does.
    """

    kind: ParagraphKind | None
    text: str
    noise: str = ""


def clean_blocks(blocks: Sequence[Block]) -> tuple[str, Cleaned]:
    """Return the raw text (the blocks with a blank line between), its paragraphs and its noise; empty blocks go."""
    raw = GAP.join(block.text for block in blocks)
    offset = 0
    read: list[tuple[Block, list[Piece]]] = []
    removed: list[Removed] = []
    for block in blocks:
        pieces = _pieces(block.text, offset)
        if pieces and block.noise:
            text = "".join(piece.text for piece in pieces)
            removed.append(Removed(offset, offset + len(block.text), text, block.noise))
        elif pieces:
            read.append((block, pieces))
        offset += len(block.text) + len(GAP)
    texts = ["".join(piece.text for piece in pieces) for _, pieces in read]
    guessed = classify(texts, [block.kind is ParagraphKind.LIST_ITEM for block, _ in read])
    kinds = [block.kind or guess for (block, _), guess in zip(read, guessed, strict=True)]
    return raw, numbered(texts, kinds, [pieces for _, pieces in read], removed)


def with_noise(raw: str, cleaned: Cleaned, notes: Sequence[Block]) -> tuple[str, Cleaned]:
    """Add what a reader left out of a text at the end of the raw text, so that it can be brought back from there."""
    removed = list(cleaned.removed)
    for note in notes:
        raw += GAP + note.text
        removed.append(Removed(len(raw) - len(note.text), len(raw), note.text, note.noise))
    return raw, Cleaned(cleaned.paragraphs, tuple(removed))


def _pieces(text: str, offset: int) -> list[Piece]:
    """Write the lines of one block as one line whose pieces know their place in the whole raw text."""
    pieces: list[Piece] = []
    for line in read_lines(text):
        pieces += [Piece(" ", None)] if pieces else []
        pieces += [Piece(part, None if raw is None else raw + offset) for part, raw in line.pieces]
    return pieces
