"""Quotations that a copied text marks line by line, as letters and Markdown do ("> So it was.")."""

import re
from collections.abc import Sequence
from dataclasses import replace

from quizzes.engine.text.characters import Line, cut
from quizzes.engine.text.sentences import is_open

_MARK = re.compile(r"(?:>[ \u00a0]?)+(?=\S|$)")
_AMOUNT = re.compile(r"> ?[\d£€$=]")


def without_quotation_marks(lines: Sequence[Line]) -> list[Line]:
    """Take the marks off and remember which lines had them; "> 40" in a wrapped sentence is none."""
    plain: list[Line] = []
    quoted = gap = False
    for line in lines:
        found = None if _AMOUNT.match(line.text) else _MARK.match(line.text)
        begins = line.gap or not plain or not is_open(plain[-1].text)
        if found is None or not (quoted or begins):
            plain.append(replace(line, gap=line.gap or gap or quoted))
            quoted = gap = False
            continue
        pieces = cut(line.pieces, 0, found.end())
        text = line.text[found.end() :]
        if text:
            gap = line.gap or gap or not quoted
            plain.append(replace(line, text=text, pieces=tuple(pieces), gap=gap, quoted=True))
        gap = not text
        quoted = True
    return plain
