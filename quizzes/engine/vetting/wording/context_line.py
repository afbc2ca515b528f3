"""F2: a context line that itself needs a context, or that says nothing of what the stem is about."""

import re
from collections.abc import Iterator

from quizzes.engine.items.draft import AnswerClass
from quizzes.engine.items.wording import meaning, without_names
from quizzes.engine.vetting.values import Case, Finding

CODE = "F2"
# a time that nobody can tell without the day of the writing, whatever stands before
DATED = re.compile(
    r"\b(?:today|yesterday|tomorrow|tonight|nowadays|this (?:year|month|week|morning|summer|winter|spring|autumn)"
    r"|(?<!the )(?:last|next) (?:few )?(?:year|month|week|night|decade|century|summer|winter|spring|autumn)s?"
    r"|ago|(?:Monday|Tuesday|Wednesday|Thursday|Friday|Saturday|Sunday)(?!,? \d|s))\b"
)
OPEN_START = re.compile(
    r"(?:it|other|they|he|she|this|these|that|those|his|her|their|its|such|another|both|but|and|so|however|yet|or|also|then"
    r"|therefore|thus|moreover|furthermore|instead|meanwhile|we|i|you|our|there(?! (?:is|are|was|were)))\b",
    re.IGNORECASE,
)
EXPLAINED = re.compile(r"^\w+ \[")
# with one of these a stem leans on its line, whatever words the two share
LEANING = re.compile(
    r"\b(?:he|she|it|they|him|them|his|her|hers|its|their|theirs|this|these|those|there|then|one|ones|such|both|others?"
    r"|first|second|third|last|next|later|after(?:wards)?|follow(?:s|ed))\b",
    re.IGNORECASE,
)
# "Her plan rests on three sources of money." brings in a sum
SUMS = re.compile(r"\b(?:money|cost|price|pa(?:y|id)|fund|budget|fee|debt|loan|income)", re.IGNORECASE)
NAME = re.compile(r"\b[A-Z][\w’'-]+")


def run(case: Case) -> Iterator[Finding]:
    """Find a line that opens with "This works", that names a "Tuesday", that cuts a quotation, and one that is idle.

    "She [Morag Drever] came in May" opens well: the bracket says who. What it tells of later is not asked about.
    """
    context = case.draft.context
    if context is None:
        return
    found = OPEN_START.match(context)
    if found and not EXPLAINED.match(context):
        yield Finding(CODE, f"the context line begins with “{found.group()}”", doubt=True)
    if found := DATED.search(context):
        yield Finding(CODE, f"“{found.group()}” of the context line points outside the item", doubt=True)
    if (place := _elsewhere(case, context)) == "before":
        yield Finding(CODE, "the context line ends the paragraph before", doubt=True)
    elif place:
        yield Finding(CODE, "the context line stands in another paragraph, and not just before")
    if context.count("“") != context.count("”") or context.count('"') % 2:
        yield Finding(CODE, "the context line cuts a quotation")
    if idle(context, case.draft.stem) and not (case.draft.answer_class is AnswerClass.MONEY and SUMS.search(context)):
        yield Finding(CODE, "the context line says nothing of what the stem is about", doubt=True)


def _elsewhere(case: Case, context: str) -> str:
    """Say where a line stands: "" for the item's own paragraph, "before" where its sentence goes on from the last one.

    Raters used 6 of 13 items whose line ends the paragraph before, and 1 of 7 with one from further away.
    """
    fact, line = case.draft.fact, without_names(context).strip()
    own = case.paragraphs[fact.paragraph - 1].text
    if line in own or not any(line in block.text for block in case.paragraphs):
        return ""
    last = case.paragraphs[fact.paragraph - 2].text if fact.paragraph > 1 else ""
    return "before" if line in last and not own[: fact.start].strip() else "away"


def idle(context: str, stem: str) -> bool:
    """Say whether a line and a stem share no word, no name and no reference.

    Raters used 16 of 35 such items, and of those with another line 66 of 98: "The winter is five months long." helps
    nobody to "Two brothers have not spoken since _____".
    """
    if LEANING.search(stem) or meaning(context) & meaning(stem):
        return False
    return not set(NAME.findall(context)) & set(NAME.findall(stem[1:]))
