"""F5: the stem does not give the key away, and who has not read the article cannot be sure."""

import re
from collections.abc import Iterator

from quizzes.engine.items.draft import AnswerClass
from quizzes.engine.items.values import GAP, Kind
from quizzes.engine.items.wording import FUNCTION_WORDS, content, stands_in, tokens
from quizzes.engine.vetting.values import Case, Check, Finding

CODE = "F5"
NAMED = re.compile(r"(?<!^)(?<![.?!“\"] )\b[A-Z][\w’'-]+|\d")


def _leak(case: Case) -> Iterator[Finding]:
    words = [word for word in tokens(case.draft.keys[0]) if word not in FUNCTION_WORDS]
    shown = case.shown.replace(GAP, " ")
    if stands_in(case.draft.keys[0], shown):
        yield Finding(CODE, "the key stands in the stem")
        return
    known = set(content(shown))
    held = [word for word in words if set(content(word)) & known]
    answer = case.draft.answer_class
    if answer is AnswerClass.PHRASE:
        leaks = 2 * len(held) >= len(words) > 0
    elif answer in {AnswerClass.PERSON, AnswerClass.ORGANIZATION}:
        leaks = bool(held)
    else:
        leaks = bool(held) and len(held) == len(words)
    if leaks:
        yield Finding(CODE, f"“{held[0]}” of the key stands in the stem")


def run(case: Case) -> Iterator[Finding]:
    """Find key words in stem or context, and stems with nothing of this article in them."""
    draft = case.draft
    if draft.kind is Kind.TRUE_FALSE:
        if not NAMED.search(draft.stem):
            yield Finding(CODE, "a general statement without name or figure: anybody may know")
        return
    yield from _leak(case)
    if not NAMED.search(draft.stem) and len(set(content(draft.stem))) < 3:
        yield Finding(CODE, "nothing in the stem belongs to this article")


CHECK = Check(CODE, "The key is not in the stem or context, and the stem is about this article.", run)
