"""D1 for the kinds whose options are no four rivals: everything fits together, and nothing is left over by mistake."""

from collections.abc import Iterator

from quizzes.engine.items.draft import AnswerClass
from quizzes.engine.items.values import Kind
from quizzes.engine.vetting.values import PAIRED, PLACED, Case, Check, Finding

CODE = "D1"
FEWEST, MOST = 3, 5
FEWEST_PLACES = 3
SENTENCES = 4  # of which one is missing


def run(case: Case) -> Iterator[Finding]:
    """Find too few or too many pairs, prompts that share an option, and places with other than one key."""
    draft = case.draft
    texts = [option.text for option in draft.options]
    keys = [option.text for option in draft.options if option.key]
    if draft.kind in PLACED:
        fewest = SENTENCES if draft.answer_class is AnswerClass.MISSING else FEWEST_PLACES
        if len(set(texts)) < fewest or keys != [draft.keys[0]]:
            yield Finding(CODE, "there are too few places or sentences, or not one key")
        return
    matches = [prompt.match for prompt in draft.prompts]
    if not FEWEST <= len(matches) <= MOST:
        yield Finding(CODE, "there are not three to five pairs")
    if sorted(matches) != sorted(keys) or len(set(matches)) < len(matches) or len(set(texts)) < len(texts):
        yield Finding(CODE, "the prompts do not take one option each")
    if draft.kind is Kind.ORDERING and len(matches) != len(texts):
        yield Finding(CODE, "an event has no place in the order")


CHECK = Check(
    CODE, "Pairs, events and places: three or more, each prompt with one option of its own.", run, PAIRED | PLACED
)
