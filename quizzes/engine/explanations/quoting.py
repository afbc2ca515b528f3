"""Quotations for explanations: short enough to read, cut at a word, with the mark of the cut."""

from quizzes.engine.items.values import Evidence

LONGEST = 220
AROUND = 32


def shortened(text: str, around: tuple[int, int] = (0, 0), longest: int = LONGEST) -> str:
    """Return `text` cut at words to about `longest` characters that hold the range `around`."""
    if len(text) <= longest:
        return text
    middle = sum(around) // 2
    start = max(0, min(middle - longest // 2, len(text) - longest))
    end = start + longest
    if start:
        start = text.find(" ", start) + 1
    if end < len(text):
        end = text.rfind(" ", 0, end)
    return ("… " if start else "") + text[start:end].strip(" ,;:–—-") + (" …" if end < len(text) else "")


def inner(text: str) -> str:
    """Return a sentence ready to stand in double quotation marks: its own double marks become single ones."""
    marks = str.maketrans({"“": "‘", "”": "’", '"': "'"})
    return text.strip().translate(marks)


def evidence(paragraph: int, start: int, end: int, text: str) -> Evidence:
    """Return the quotation of `text[start:end]` with a little of what stands before and after it."""
    return Evidence(
        paragraph, start, end, text[start:end], text[max(0, start - AROUND) : start], text[end : end + AROUND]
    )
