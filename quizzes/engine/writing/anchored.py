"""Whether a question says of whom and of what it asks: nothing in it may need what it does not show."""

import re
from typing import Any

from quizzes.engine.items.draft import Draft
from quizzes.engine.writing.deeds import idle

# "the next train to pass": after which one? A context line that names a train answers
COMPARED = re.compile(r"\bthe (?:next|other|previous|following|latter|former|latest|same|remaining|rest) (\w+)")
# what stands for a deed or a thing that the question does not tell
STANDING_IN = re.compile(
    r"\b(?:do|does|did|done|doing) (?:so|the same|likewise)\b|\bthereby\b|\bsomeone else\b|\bor (?:so|thereabouts)\b"
    r"|\b(?:last|next|this) (?:week|month|year|spring|summer|autumn|fall|winter|january|february|march|april|may|june"
    r"|july|august|september|october|november|december)\b"
    r"|\bdid [a-z]+ (?:rise|fall|climb|drop|shrink)\b"  # "bills": whose?
    r"|\bthose|\bthese|\bthem\b(?!sel)|\bof (?:it|this|that)\b",
    re.IGNORECASE,
)
PERSONAL = re.compile(r"\b(?:he|she|his|hers?|him)\b", re.IGNORECASE)
THINGS = re.compile(r"\b(?:its?|they|their)\b", re.IGNORECASE)
NOUN_BEFORE = re.compile(r"^Which |\b(?:the|an?) [a-z]")
WHO = re.compile(r"(?:Who|By whom|What is the name of)\b")
NAME = re.compile(r"(?<=[a-z0-9,] )[A-Z][\w’'-]+")
SHOWN = re.compile(r"\b(?:the|his|her|its|their|this) [a-z-]+ \w+|\b[A-Z][a-z]+['’]s\b")
# verbs that say nothing when what they act on is missing: "gave up", "agreed", "began"
TEMPORAL = frozenset("in on by since until during after before from".split())
QUOTED = frozenset("rise fall climb drop gain lose close trade slip slide jump".split())
BARE = frozenset("give begin start stop continue finish agree refuse follow join win lose cease resume quit".split())


def anchored(draft: Draft) -> bool:
    """Say whether a question stands alone with its context line: "What did the next train tear down?" does not."""
    stem, context = draft.stem, (draft.context or "").lower()
    if STANDING_IN.search(stem):
        return False
    if any(noun.lower() not in context for noun in COMPARED.findall(stem)):
        return False
    name = NAME.search(stem)
    known = name.start() if name is not None else len(stem)
    person, thing = PERSONAL.search(stem), THINGS.search(stem)
    if person is not None and person.start() < known and not WHO.match(stem):
        return False
    return thing is None or known < thing.start() or NOUN_BEFORE.search(stem[: thing.start()]) is not None


def placed(stem: str) -> bool:
    """Say whether a question about an event names something that is known: "In what year was a cable laid?" not."""
    return NAME.search(stem) is not None or SHOWN.search(stem) is not None


def bare(verb: Any) -> bool:
    """Say whether a verb lacks what it needs: "In what year did Stone's grandfather give up?"."""
    if verb.lemma_.lower() not in BARE:
        return False
    told = {"dobj", "xcomp", "ccomp", "nsubjpass", "dative", "acomp"}
    return not any(
        child.dep_ in told or (child.dep_ == "prep" and child.lower_ not in TEMPORAL) for child in verb.children
    )


def moved(verb: Any) -> bool:
    """Say whether the place of a verb is only where it was counted, or the verb is none of the clause's own.

    "Shares fell 3 per cent in Oslo", "photographs taken near Leith show a field".
    """
    auxiliary = any(child.dep_ in {"aux", "auxpass"} for child in verb.children)
    participle = "Part" in verb.morph.get("VerbForm") or verb.lower_.endswith(("ken", "wn", "ven"))
    return verb.lemma_.lower() in QUOTED or (participle and not auxiliary)


def scenery(verb: Any) -> bool:
    """Say whether a verb only paints a scene: "nine women sat in a row", "Ada Stone counts for ten minutes"."""
    return idle(verb) or verb.lemma_.lower() in {"stand", "crouch", "perch", "lie", "count", "pause", "stare"}
