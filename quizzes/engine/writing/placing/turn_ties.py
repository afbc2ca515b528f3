"""What a sentence takes up as the other half of a turn: "Some ... Others", "Why ...? Because"."""

import re
from collections.abc import Iterator, Sequence
from typing import Any

from quizzes.engine.writing.placing.ties import Tie

# the opening of the second half, and what the sentence before, and no other, says for it
TURNS = (
    (r"Because\b", r"\b[Ww]hy\b.*[?]$", 1.0),
    (r"(?:Yes|No)[,.]", r"[?]$", 1.0),
    (
        r"(?:The o|O)thers(?= [a-z])|The other(?= (?:is|was|has|had|one)\b)|(?:For|To|Among|In) (?:the )?others?\b"
        r"|(?:For|To|Among|In) the rest\b|The rest\b",
        r"^(?:Some|Half|Many|Most|Several|One|A few|A third|A quarter)\b|^In one\b",
        1.0,
    ),
    (r"Other(?= [a-z])", r"^(?:Some|A few)\b", 1.0),
    (
        r"(?:A|The|His|Her|Its|Their) second\b|Second(?:ly)?,",
        r"\b(?:[Tt]he|a|his|her|its|their|one|at) first\b|\bFirst(?:ly)?\b|\bOne\b",
        0.9,
    ),
    (
        r"(?:A|The|His|Her|Its|Their) third\b(?! of)|Third(?:ly)?,",
        r"\b[Ss]econd(?:ly)?\b|\b[Aa]nother\b",
        0.9,
    ),
)
COMPILED = tuple((re.compile(opening), re.compile(partner), strength) for opening, partner, strength in TURNS)


def turn_ties(spans: Sequence[Any], index: int) -> Iterator[Tie]:
    """ "Some paid at once. Others waited": the first half stands in the sentence before alone."""
    text = spans[index].text.strip()
    for pattern, partner, strength in COMPILED if index else ():
        found = pattern.match(text)
        here = partner.search(spans[index - 1].text.strip()) if found else None
        if found is None or here is None:
            continue
        rest = (span.text.strip() for at, span in enumerate(spans) if at not in {index - 1, index})
        if not any(partner.search(other) for other in rest):
            source = "" if here.group().endswith("?") else here.group()
            yield Tie(found.group().rstrip(",."), source, index - 1, strength, strength == 1.0)
