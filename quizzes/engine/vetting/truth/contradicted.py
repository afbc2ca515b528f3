"""T1: a true statement is stated by the article, a false one is contradicted and not merely unmentioned."""

import re
from collections.abc import Iterator

from quizzes.engine.items.values import Kind
from quizzes.engine.items.wording import meaning, stands_in
from quizzes.engine.vetting.values import Case, Check, Finding

CODE = "T1"
FIGURE = re.compile(r"\d")
STATED = 0.75
ELSEWHERE = 0.7


def run(case: Case) -> Iterator[Finding]:
    """Compare a statement's words with its evidence, and a false one with every other sentence."""
    draft = case.draft
    if draft.kind is not Kind.TRUE_FALSE:
        return
    said = meaning(draft.stem)
    around = case.sentence + " " + " ".join(mention.canonical for mention in case.analysis.mentions)
    if draft.changed is None:
        stated = said & (meaning(around) | meaning(draft.fact.statement))
        if len(stated) < STATED * len(said):
            yield Finding(CODE, "the statement says more than the evidence")
        return
    now, then = draft.changed
    if draft.context and FIGURE.search(then) and any(stands_in(text, draft.context) for text in (now, then)):
        yield Finding(CODE, "the context line shows the figure that was changed")
    for sentence in case.analysis.sentences:
        if not stands_in(now, sentence.text) or (
            sentence.start == draft.fact.start and sentence.paragraph == draft.fact.paragraph
        ):
            continue
        if len(said & meaning(sentence.text)) >= ELSEWHERE * len(said):
            yield Finding(CODE, f"paragraph {sentence.paragraph} may make the false statement true")


CHECK = Check(CODE, "A true statement is stated by its evidence; a false one is contradicted by it.", run)
