"""E1 for items that rest on several sentences or on a place: every place named is an exact slice."""

from collections.abc import Iterator

from quizzes.engine.items.values import Source
from quizzes.engine.vetting.values import PAIRED, PLACED, Case, Check, Finding

CODE = "E1"


def _lies_in(case: Case, place: Source) -> bool:
    if not 1 <= place.paragraph <= len(case.paragraphs):
        return False
    text = case.paragraphs[place.paragraph - 1].text
    return 0 <= place.start < place.end <= len(text) and bool(text[place.start : place.end].strip())


def run(case: Case) -> Iterator[Finding]:
    """Find evidence outside its paragraph, and a pair whose place lies in none of the sentences given as evidence."""
    draft = case.draft
    sentences = (Source(draft.fact.paragraph, draft.fact.start, draft.fact.end), *draft.more_evidence)
    named = [prompt.source for prompt in draft.prompts] + [option.source for option in draft.options]
    if not all(_lies_in(case, place) for place in (*sentences, *filter(None, named))):
        yield Finding(CODE, "the evidence lies outside its paragraph")
    if draft.kind not in PAIRED:
        return
    matches = {option.text: option.source for option in draft.options}
    for prompt in draft.prompts:
        source = matches.get(prompt.match)
        if source is None or not any(
            held.paragraph == source.paragraph and held.start <= source.start < source.end <= held.end
            for held in sentences
        ):
            yield Finding(CODE, f"no sentence is given for “{prompt.match}”")


CHECK = Check(CODE, "Each pair, event and place of an item has its exact sentence.", run, PAIRED | PLACED)
