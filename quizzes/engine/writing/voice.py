"""An active statement in the passive: "Ada Lund designed the bridge in 1911" as "The bridge was designed by ..."."""

from typing import Any

from quizzes.engine.facts.find import capitalised, joined, lowered
from quizzes.engine.facts.syntax import is_plural, negated, span
from quizzes.engine.facts.values import Statement, Word
from quizzes.engine.language.inflection import inflect
from quizzes.engine.writing.wording import stopped

LONGEST_SIDE = 8
HELPED = frozenset("aux auxpass neg prt xcomp ccomp dative oprd nsubjpass expl conj agent advcl".split())
# what reads well in the passive: somebody does it to something
DONE = frozenset(
    """build open design found write publish lead organize organise buy sell propose reject approve criticize criticise
    praise destroy kill introduce discover invent paint fund launch ban close restore win develop cause replace create
    support oppose damage elect appoint hire conquer defeat arrest edit translate compose commission
    finance fill draw print sign grant abolish ruin revive settle attack invade burn demolish occupy overturn""".split()
)


def passive(statement: Statement) -> str | None:
    """Return a plain active statement turned into the passive, or None where that would not read well."""
    verb = statement.verb
    if verb.lemma_.lower() not in DONE or verb.tag_ not in {"VBD", "VBZ", "VBP"} or negated(verb):
        return None
    objects = [c for c in verb.children if c.dep_ == "dobj"]
    if len(objects) != 1 or any(c.dep_ in HELPED for c in verb.children):
        return None
    return _turned(statement, objects[0])


def _turned(statement: Statement, thing: Any) -> str | None:
    doc, verb, subject = statement.doc, statement.verb, statement.subject
    begin, end = span(thing)
    first, last = span(subject)
    if begin != verb.i + 1 or last != verb.i or not _plain(thing, begin, end) or not _plain(subject, first, last):
        return None
    if not statement.covers(begin, end):
        return None
    words = statement.words
    front = [word for word in words if word.start < first]
    doer = [word for word in words if first <= word.start < last]
    done_to = [word for word in words if begin <= word.start < end]
    tail = [word for word in words if word.start >= end]
    if not doer:
        return None
    past = {True: "were", False: "was"} if verb.tag_ == "VBD" else {True: "are", False: "is"}
    done = f"{past[is_plural(thing)]} {inflect(verb.lemma_.lower(), 'VBN')} by"
    doer[0] = lowered(doer[0], doc)
    turned = [*front, *done_to, Word(done, verb.i, verb.i), *doer, *tail]
    return stopped(capitalised(joined(turned, doc)))


def _plain(noun: Any, begin: int, end: int) -> bool:
    """Say whether a noun phrase may change its side: short, no pronoun in it, no clause on it."""
    inside = noun.doc[begin:end]
    return (
        end - begin <= LONGEST_SIDE
        and not any(
            t.pos_ in {"PRON", "ADV"} or t.dep_ in {"relcl", "acl", "appos", "conj"} or t.text == "," for t in inside
        )
        and noun.pos_ != "NUM"
    )
