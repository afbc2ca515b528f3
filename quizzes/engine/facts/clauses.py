"""Clauses that can become statements: which tokens of a sentence make one complete, finite clause."""

from collections.abc import Iterator
from typing import Any

from quizzes.engine.facts.openings import opening
from quizzes.engine.facts.syntax import SUBJECTS, auxiliaries, finite_token, is_break, span, subject_of
from quizzes.engine.facts.trimming import Clause, trimmed

FACTIVE = frozenset("true clear understandable obvious evident remarkable striking".split())
LONGEST_BEFORE = 4
GRANTED = frozenset("although though while whereas because".split())


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
    """Return the clauses of one sentence that pass the structural checks.

    Main clause, conjuncts with a subject of their own or the shared one, granted concessions ("Although the mill
    closed, ...") and what "that means that" or "it is true that" lets stand by itself.
    """
    first = sentence.start + opening(sentence)
    root = sentence.root
    heads = [root, *_conjuncts(root)]
    found: list[Clause | None] = []
    for head in heads:
        others = [other for other in heads if other.i != head.i and other.head.i == head.i]
        found.append(_clause(head, others, first, head.i == root.i))
        shared = [child for child in head.children if _shares(child, head)]
        if shared:
            found.append(_clause(head, [*others, *shared], first, head.i == root.i))
            found += [_shared(head, child, first) for child in shared]
    for verb in (root, *(head for head in heads if head.i != root.i)):
        for child in verb.children:
            if _stands_alone(child, verb):
                found.append(_clause(child, [], span(child)[0], False))
                # "While it is true that the mill closed, ..." gives "The mill closed."
                inner = [c for c in child.children if _stands_alone(c, child) and c.dep_ == "ccomp"]
                found += [_clause(c, [], span(c)[0], False) for c in inner]
    found += [_clause(token, [], span(token)[0], False) for token in sentence if _where(token) or _leading(token, root)]
    return [clause for clause in found if clause is not None]


def _where(token: Any) -> bool:
    """Say whether a clause after ", where" tells its own event: "at the yard, where in 1878 welders struck"."""
    if token.dep_ not in {"relcl", "advcl"} or token.left_edge.i == 0 or not is_break(token.doc[token.left_edge.i - 1]):
        return False
    openers = [child for child in token.lefts if child.lower_ == "where" and child.i == token.left_edge.i]
    return len(openers) == 1 and subject_of(token) is not None


def _leading(token: Any, root: Any) -> bool:
    """Say whether the parse hung the main clause on what follows: "The king died in May when, to hide, he went ..."."""
    if token.dep_ != "ccomp" or token.head.i != root.i or token.i > root.i:
        return False
    subject = subject_of(token)
    told = any(child.lower_ in {"when", "where", "while"} for child in token.doc[token.i : root.i])
    return told and subject is not None and root.tag_ == "VBD" and subject.pos_ in {"NOUN", "PROPN"}


def _clause(head: Any, others: list[Any], first: int, is_root: bool) -> Clause | None:
    doc, subject = head.doc, subject_of(head)
    if subject is None or subject.i < first or head.pos_ not in {"VERB", "AUX"}:
        return None
    positions = {p for p in _own(head, others) if p >= first} - _joined(head, others)
    if is_root:
        positions -= {p for p in positions if doc[p].dep_ == "punct" and doc[p].text in {".", "!", "?"}}
    else:
        marks = {"cc", "mark", "punct"}
        positions -= {p for p in positions if p < span(subject)[0] and doc[p].dep_ in marks and doc[p].head.i == head.i}
        loose = {"even", "just", "where"}
        positions -= {p for p in positions if p < span(subject)[0] and doc[p].lower_ in loose}
    return trimmed(head, subject, positions, min(positions, default=first))


def _shares(child: Any, head: Any) -> bool:
    return bool(
        child.dep_ == "conj" and child.pos_ in {"VERB", "AUX"} and subject_of(child) is None and child.i > head.i
    )


def _shared(head: Any, conjunct: Any, first: int) -> Clause | None:
    """Give a finite conjunct the subject it shares: "The mill shut and became a museum" gives "The mill became ..."."""
    subject = subject_of(head)
    if (
        subject is None
        or subject.i < first
        or finite_token(conjunct) is None
        or conjunct.doc[conjunct.i - 1].tag_ in {"NN", "TO"}
    ):
        return None
    if auxiliaries(head) and not auxiliaries(conjunct) and conjunct.tag_ != "VBZ":
        return None  # "had overseen and organized": which tense the second has is open
    loose = {"cc", "aux", "auxpass", "neg", "punct", "mark"}
    if any(c.dep_ not in loose and len(list(c.subtree)) > LONGEST_BEFORE for c in conjunct.lefts):
        return None  # "redwoods drink fog, and in summer as much as a third of the water may have come from it"
    others = [child for child in conjunct.children if child.dep_ == "conj" and child.pos_ in {"VERB", "AUX"}]
    tail = _own(conjunct, others) - _joined(conjunct, others)
    positions = {p for p in tail if not (conjunct.doc[p].dep_ == "punct" and conjunct.doc[p].text in {".", "!", "?"})}
    positions |= set(range(*span(subject)))
    return trimmed(conjunct, subject, positions, span(subject)[0])


def _stands_alone(child: Any, verb: Any) -> bool:
    """Say whether a dependent clause states something by itself."""
    opener = next((token.lower_ for token in child.lefts if token.dep_ in {"mark", "advmod"}), "")
    if child.dep_ == "advcl":
        marks = {token.lower_ for token in child.lefts if token.dep_ == "mark"}
        return bool(marks & GRANTED)
    if child.dep_ != "ccomp" or opener not in {"that", ""}:
        return False
    subject = next((token for token in verb.lefts if token.dep_ in SUBJECTS), None)
    if subject is None or subject.lower_ not in {"it", "this", "that"}:
        return False
    granted = any(token.lower_ in FACTIVE for token in verb.children if token.dep_ == "acomp")
    return (verb.lemma_ == "mean" and subject.lower_ != "it") or granted or verb.lemma_ in {"help", "matter"}
