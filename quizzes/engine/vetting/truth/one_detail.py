"""T2: one proposition; a false statement differs from its evidence in one meaningful detail."""

import re
from collections.abc import Iterator

from quizzes.engine.items.values import Kind
from quizzes.engine.items.wording import stands_in
from quizzes.engine.vetting.values import Case, Check, Finding

CODE = "T2"
KEYS = frozenset(("True", "False"))
CLAUSES = re.compile(
    r";|, (?:and|but|or(?! \w+,)|so|while|which|who|where|when|although|because) "
    r"|, (?:of|in|for|to|on) (?:which|whom) |, there (?:is|are|was|were) |\b(?:but|whereas|although)\b"
    r"|\band (?:[A-Z]\w+ )+(?:says?|said|estimate[sd]|claim(?:s|ed)|believe[sd]|thinks?|thought|argue[sd]|added|told)\b"
    r"|\b(?:and|or) (?:can|could|will|would|may|might|must|has|have|had|is|are|was|were|does|do|did)\b"
)


def run(case: Case) -> Iterator[Finding]:
    """Find a missing or doubled change, and two propositions in one statement."""
    draft = case.draft
    if draft.kind is not Kind.TRUE_FALSE:
        return
    if draft.keys[0] not in KEYS or [option.text for option in draft.options] != ["True", "False"]:
        yield Finding(CODE, "the options are not True and False")
        return
    if (draft.keys[0] == "False") != (draft.changed is not None):
        yield Finding(CODE, "only a false statement names what was changed")
    if draft.changed is not None:
        now, then = draft.changed
        if not stands_in(now, draft.stem) or stands_in(then, draft.stem) or now.lower() == then.lower():
            yield Finding(CODE, "the statement does not differ in the detail that it names")
        if re.search(rf"\b{re.escape(now)} (?:and|or) \d{{4}}\b|\b\d{{4}} (?:and|or) {re.escape(now)}\b", draft.stem):
            yield Finding(CODE, "the new detail is one of two years")
        if stands_in(now, case.sentence):
            yield Finding(CODE, "the new detail stands in the evidence as well")
    if found := CLAUSES.search(draft.stem):
        yield Finding(CODE, "more than one proposition", found.span())


CHECK = Check(CODE, "One proposition, and a false one differs in exactly one detail.", run)
