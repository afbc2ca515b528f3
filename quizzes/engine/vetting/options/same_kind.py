"""D1: all options share type, number and form."""

import re
from collections.abc import Iterator

from quizzes.engine.items.draft import AnswerClass
from quizzes.engine.items.values import Interaction, Kind
from quizzes.engine.vetting.values import Case, Check, Finding

CODE = "D1"
NAMES = frozenset((AnswerClass.PERSON, AnswerClass.PLACE, AnswerClass.ORGANIZATION, AnswerClass.NAME))
WANTED = 4
FEWEST_REFERENTS = 3  # a paragraph rarely names more things that a pronoun could mean


def _form(text: str) -> str:
    """Return the form of a figure: digits become 0, words of number become w."""
    return re.sub(r"[a-z]+(?:-[a-z]+)?", "w", re.sub(r"\d[\d,]*(?:\.\d+)?", "0", text.lower()))


def run(case: Case) -> Iterator[Finding]:
    """Find too few options, more than one key, a name among other things, and figures of mixed form."""
    draft = case.draft
    if draft.kind is Kind.TRUE_FALSE or draft.interaction is Interaction.TEXT_ENTRY:
        return
    fewest = FEWEST_REFERENTS if draft.answer_class is AnswerClass.REFERENT else WANTED
    if not fewest <= len(draft.options) <= WANTED or sum(option.key for option in draft.options) != 1:
        yield Finding(CODE, "there are not four options with one key")
        return
    texts = [option.text for option in draft.options]
    if draft.answer_class in NAMES and any(not any(char.isupper() for char in text) for text in texts):
        yield Finding(CODE, "not all options are names")
    if draft.answer_class is AnswerClass.PERSON and len({len(text.split()) > 1 for text in texts}) > 1:
        yield Finding(CODE, "full names beside bare surnames", None, minor=True)
    figures = draft.answer_class not in NAMES | {AnswerClass.PHRASE, AnswerClass.REFERENT, AnswerClass.DATE}
    if figures and len({_form(text) for text in texts}) > 1:
        yield Finding(CODE, "figures in different forms")


CHECK = Check(CODE, "Four options, one key, all of one type and form; for a pronoun three will do.", run)
