"""Leaving out closing parts whose reference is open, or that make a clause too long."""

from typing import Any

from quizzes.engine.facts.soundness import sound
from quizzes.engine.facts.trimming import Clause

LOOSE_PREPOSITIONS = frozenset("in at near under among after before during".split())
LOOSE_MARKS = frozenset("when while before after as because since although though".split())


def without_tail(clause: Clause, token: Any) -> Clause | None:
    """Leave out the closing adjunct that holds a token whose reference is open, if the clause is complete without it.

    "The fair drew 300 visitors in this period" keeps what it says; "strikes against them" says at whom, and stays open.
    """
    verb, doc = clause.verb, clause.verb.doc
    complete = any(c.dep_ in {"dobj", "attr", "acomp", "xcomp"} and c.i in clause.kept for c in verb.children)
    passive = any(c.dep_ == "auxpass" for c in verb.children)
    last = max(p for p in clause.kept if not doc[p].is_punct)
    above = token
    while above.head.i != above.i and above.i != verb.i:
        loose = above.dep_ == "prep" and above.lower_ in LOOSE_PREPOSITIONS and (complete or passive)
        if above.dep_ == "advcl":
            loose = any(c.lower_ in LOOSE_MARKS for c in above.lefts)
        if loose and above.i > verb.i and above.right_edge.i >= last:
            attached = above.head
            if attached.i == verb.i:
                kept = {p for p in clause.kept if p < above.left_edge.i}
                while kept and doc[max(kept)].is_punct and doc[max(kept)].text not in {'"', "%"}:
                    kept.discard(max(kept))
                if kept and max(kept) >= verb.i and sound(verb, clause.subject, kept):
                    return Clause(verb, clause.subject, frozenset(kept), clause.front, False, clause.rule)
        if above.dep_ == "conj" and above.pos_ in {"VERB", "AUX"} and above.i > verb.i and above.right_edge.i >= last:
            shorter = _without_conjunct(clause, above)
            if shorter is not None:
                return shorter
        above = above.head
    return None


def _without_conjunct(clause: Clause, conjunct: Any) -> Clause | None:
    """Leave out a closing conjunct with its conjunction: "that it lasted and that it took them a year to end it"."""
    doc = clause.verb.doc
    kept = {p for p in clause.kept if p < conjunct.left_edge.i}
    while kept and (doc[max(kept)].is_punct or doc[max(kept)].dep_ == "cc" or doc[max(kept)].lower_ in {"and", "but"}):
        kept.discard(max(kept))
    if not kept or max(kept) <= conjunct.head.i or not sound(clause.verb, clause.subject, kept):
        return None
    return Clause(clause.verb, clause.subject, frozenset(kept), clause.front, False, clause.rule)


def without_adjunct(clause: Clause) -> Clause:
    """Leave out the adjunct that closes a long clause: "... have become less clear | in the wake of the storm and"."""
    verb, doc = clause.verb, clause.verb.doc
    last = max(p for p in clause.kept if not doc[p].is_punct)
    for child in verb.rights:
        before = any(c.dep_ in {"dobj", "attr", "acomp"} and verb.i < c.i < child.i for c in verb.children)
        if child.dep_ == "prep" and child.right_edge.i == last and before and child.lower_ in LOOSE_PREPOSITIONS:
            kept = {p for p in clause.kept if p < child.i}
            if sound(verb, clause.subject, kept):
                return Clause(verb, clause.subject, frozenset(kept), clause.front, False, clause.rule)
    return clause
