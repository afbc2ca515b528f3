"""The evidence score: how much of an item's evidence the sentence holds that a learner marked."""

from collections.abc import Iterable

Span = tuple[int, int, int]  # paragraph number, start and end (exclusive) in code points


def evidence_share(marked: Span, evidence: Iterable[Span]) -> float:
    """Return the share of the evidence, 0 to 1, that stands in the marked sentence.

    Evidence within one sentence is found whole or not at all: "Vell lies on the coast. It has 400 boats." with the
    evidence "400 boats" gives 1 for the second sentence and 0 for the first. Evidence over several sentences gives
    each its part. Stretches that overlap are counted once.
    """
    stretches = {(paragraph, at) for paragraph, start, end in evidence for at in range(start, end)}
    if not stretches:
        return 0.0
    paragraph, start, end = marked
    held = sum(where == paragraph and start <= at < end for where, at in stretches)
    return round(held / len(stretches), 2)
