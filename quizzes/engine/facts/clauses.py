"""Clauses that can become statements: which tokens of a sentence make one complete, finite clause."""

from collections.abc import Iterator
from dataclasses import dataclass
from typing import Any

from quizzes.engine.facts.syntax import (
    CORE,
    SUBJECTS,
    auxiliaries,
    finite_token,
    in_list,
    is_break,
    is_plural,
    span,
    subject_of,
)
from quizzes.engine.language.inflection import agrees
from quizzes.engine.language.lexicon import SPEECH, WEEKDAYS

OPENERS = frozenset(
    """but and so yet or moreover however therefore thus furthermore besides lastly finally firstly secondly then
    meanwhile nevertheless nonetheless instead also indeed unfortunately fortunately consequently hence still additionally
    likewise similarly accordingly overall""".split()
)
PHRASES = (
    "in fact",
    "after all",
    "in other words",
    "for example",
    "for instance",
    "of course",
    "in addition",
    "as a result",
    "on the other hand",
    "on the one hand",
    "by contrast",
    "in contrast",
    "and lastly",
    "for the moment",
    "at first",
    "to be sure",
    "in short",
    "above all",
)
DEICTIC = frozenset(
    """today yesterday tomorrow tonight now currently recently lately presently nowadays ago soon here""".split()
)
LOOSE_ADVERBS = DEICTIC | frozenset(
    "also however moreover therefore thus indeed instead apparently unfortunately certainly too even".split()
)
TIME_NOUNS = frozenset("week month year day night evening morning afternoon decade century time moment".split()) | {
    day.lower() for day in WEEKDAYS
}


@dataclass(frozen=True, slots=True)
class Clause:
    """A finite clause: its verb and subject, the positions kept, the fronted adjunct, and whether anything was cut."""

    verb: Any
    subject: Any
    kept: frozenset[int]
    front: tuple[int, int] | None
    whole: bool
    rule: str


def opening(sentence: Any) -> int:
    """Return how many tokens of discourse words open the sentence: 3 for "In fact, the mill was sold."."""
    lead = 0
    length = len(sentence)
    while lead < min(length - 1, 6):
        lower = sentence[lead:].text.lower()
        phrase = next((p for p in PHRASES if lower.startswith(p + ",")), None)
        if phrase:
            lead += len(phrase.split()) + 1
        elif sentence[lead].lower_ in OPENERS and sentence[lead].dep_ in {"cc", "advmod"}:
            lead += 1
            if sentence[lead].text in {",", "–", "—"}:
                lead += 1
        else:
            break
    return lead


def deictic(token: Any) -> bool:
    """Say whether an adjunct's time only holds from the writer's day: "on Tuesday", "this week", "recently", "last year".

    "On Easter Sunday 2019" holds for ever: its year stands with it.
    """
    inside = list(token.subtree)
    if any(word.text.isdigit() and len(word.text) == 4 for word in inside):
        return False
    words = {word.lower_ for word in inside}
    if token.lower_ in DEICTIC or "ago" in words:
        return True
    lemmas = {word.lemma_.lower() for word in inside}
    if lemmas & {day.lower() for day in WEEKDAYS}:
        return True
    return bool(words & {"this", "last", "next", "past"} and lemmas & TIME_NOUNS and token.dep_ in {"npadvmod", "prep"})


def _without_asides(verb: Any, positions: set[int], first: int) -> set[int]:
    """Drop what stands between two break marks before the verb: appositions, comma relatives, dashes."""
    doc = verb.doc
    kept = set(positions)
    for token in [doc[position] for position in sorted(positions)]:
        if token.dep_ not in {"appos", "relcl", "acl", "advcl", "parataxis", "prep", "advmod", "amod", "nmod", "dep"}:
            continue
        start, end = span(token)
        if token.i >= verb.i or start <= first or end >= len(doc) or end > verb.i:
            continue
        if is_break(doc[start - 1]) and is_break(doc[end]) and start - 1 in kept:
            closing = {end} if doc[end].text != "," or doc[start - 1].text == "," else set()
            kept -= set(range(start - 1, end)) | closing
    return kept


def _without_dashes(verb: Any, kept: set[int]) -> set[int] | None:
    """Drop what two spaced dashes enclose after the verb; refuse "since the firm – and its rivals – know": it counts."""
    doc = verb.doc
    dashes = [p for p in sorted(kept) if p > verb.i and doc[p].text in {"-", "–", "—"} and is_break(doc[p])]
    if len(dashes) < 2:
        return kept
    if doc[dashes[0] + 1].dep_ == "cc" and doc[dashes[0] + 1].lower_ == "and":
        return None
    return kept - set(range(dashes[0], dashes[1] + 1))


def _first_break(verb: Any, kept: set[int]) -> int | None:
    """Return the position of the first mark after the verb that opens something non-restrictive, or None."""
    doc = verb.doc
    for position in sorted(kept):
        if position > verb.i and is_break(doc[position]) and not in_list(doc[position]):
            return position
    return None


def _front(verb: Any, subject: Any, kept: set[int]) -> tuple[tuple[int, int] | None, set[int]] | None:
    """Sort what stands before the subject: one plain adjunct may stay, discourse goes, anything else refuses."""
    doc = verb.doc
    start = span(subject)[0]
    kept = set(kept)
    front: tuple[int, int] | None = None
    for child in verb.lefts:
        begin, end = span(child)
        if begin >= start or child.i not in kept or child.dep_ in {"cc", "punct", "preconj", "mark"}:
            continue
        following = {end} if end < len(doc) and doc[end].text in {",", "–", "—"} else set()
        if _dropped_front(child):
            kept -= set(range(begin, end)) | following
        elif child.dep_ in {"prep", "npadvmod", "advmod", "advcl"} and front is None and end - begin <= 14:
            if child.dep_ == "advmod" and child.lower_ not in {"there"} and not list(child.children):
                return None
            front = begin, end
        else:
            return None
    for position in list(kept):
        token = doc[position]
        if position < start and token.dep_ in {"cc", "punct", "preconj"} and token.head.i == verb.i:
            if front is None or not front[0] <= position <= front[1]:
                kept.discard(position)
    if any(position < start and (front is None or not front[0] <= position <= front[1]) for position in kept):
        return None
    return front, kept


def _dropped_front(child: Any) -> bool:
    if child.dep_ == "advmod" and child.lower_ in OPENERS | LOOSE_ADVERBS:
        return True
    if deictic(child):
        return True
    opener = child.left_edge.lower_
    if child.dep_ == "advcl":
        return opener in {"while", "although", "though", "even", "asked", "whereas"}
    if child.dep_ == "prep":
        return opener in {"besides", "unlike", "despite", "along", "according", "under", "as"} and child.lower_ in {
            "besides",
            "unlike",
            "despite",
            "along",
        }
    return child.dep_ == "intj"


def _trimmed(verb: Any, subject: Any, positions: set[int], first: int) -> Clause | None:
    doc = verb.doc
    kept = _without_asides(verb, positions, first)
    inner = _without_dashes(verb, kept)
    if inner is None:
        return None
    kept = inner
    fronted = _front(verb, subject, kept)
    if fronted is None:
        return None
    front, kept = fronted
    cut = _first_break(verb, kept)
    if cut is not None:
        if any(child.dep_ in CORE and child.left_edge.i > cut for child in verb.children):
            return None
        kept = {position for position in kept if position < cut}
    for child in list(verb.children):
        loose = child.dep_ in {"advmod", "npadvmod", "prep"} and (deictic(child) or child.lower_ in {"also"})
        if loose and child.i in kept and (front is None or child.i not in range(*front)):
            kept -= set(range(*span(child)))
    while kept and doc[max(kept)].is_punct and doc[max(kept)].text not in {'"', "%"}:
        kept.discard(max(kept))
    whole = positions - kept <= {p for p in positions if doc[p].is_punct}
    return Clause(verb, subject, frozenset(kept), front, whole, "main") if _sound(verb, subject, kept) else None


def _sound(verb: Any, subject: Any, kept: set[int]) -> bool:
    """Check the structure instead of trusting the parse: agreement, no orphans, one subject, finite verb."""
    doc = verb.doc
    finite = finite_token(verb)
    if finite is None or verb.i not in kept or subject.i not in kept:
        return False
    if subject.tag_ not in {"PRP", "WP", "WDT", "DT", "EX"} and not agrees(
        finite.tag_, finite.text, is_plural(subject)
    ):
        if not (subject.lower_ in {"number", "majority", "group", "team", "staff", "none", "some", "all", "half"}):
            return False
    if sum(child.dep_ in SUBJECTS for child in verb.children) != 1:
        return False
    for position in kept:
        token = doc[position]
        if position != verb.i and token.head.i not in kept and not token.is_punct and token.dep_ not in {"cc"}:
            return False
    quotes = sum(doc[position].text.count('"') for position in kept)
    if quotes % 2:
        return False
    last = doc[max(kept)]
    return (
        not (last.pos_ in {"ADP", "DET", "CCONJ", "SCONJ"} and last.dep_ not in {"prt", "prep"}) and last.tag_ != "TO"
    )


def _own(verb: Any, excluded: list[Any]) -> set[int]:
    positions = {token.i for token in verb.subtree}
    for other in excluded:
        positions -= {token.i for token in other.subtree}
    return positions


def _conjuncts(verb: Any) -> Iterator[Any]:
    for child in verb.children:
        if child.dep_ == "conj" and child.pos_ in {"VERB", "AUX"} and subject_of(child) is not None:
            yield child
            yield from _conjuncts(child)


def _joined(verb: Any, others: list[Any]) -> set[int]:
    """Return the coordinators and marks that lead to the excluded clauses."""
    loose = set()
    for other in others:
        start = span(other)[0]
        for position in (start - 1, start - 2):
            if position > verb.i and (
                verb.doc[position].dep_ == "cc" or verb.doc[position].text in {",", ";", "-", "–"}
            ):
                loose.add(position)
    return loose


def extract(sentence: Any) -> list[Clause]:
    """Return the clauses of one sentence that pass the structural checks: main clause, own-subject conjuncts, reports."""
    doc = sentence.doc
    lead = opening(sentence)
    first = sentence.start + lead
    clauses: list[Clause] = []
    root = sentence.root
    heads = [root, *_conjuncts(root)]
    for head in heads:
        subject = subject_of(head)
        if subject is None or subject.i < first:
            continue
        others = [other for other in heads if other.i != head.i and other.head.i == head.i]
        positions = {p for p in _own(head, others) if p >= first} - _joined(head, others)
        if head.i != root.i:
            positions -= {p for p in positions if p < span(subject)[0] and doc[p].dep_ == "cc"}
        else:
            ends = [p for p in positions if doc[p].dep_ == "punct" and doc[p].text in {".", "!", "?"}]
            positions -= set(ends)
        clause = _trimmed(head, subject, positions, first)
        if clause is not None:
            clauses.append(clause)
    return clauses


def is_report(verb: Any) -> bool:
    """Say whether a clause reports what somebody said or thinks."""
    return verb.lemma_ in SPEECH and any(child.dep_ == "ccomp" for child in verb.children)


__all__ = ["Clause", "auxiliaries", "deictic", "extract", "is_report", "opening"]
