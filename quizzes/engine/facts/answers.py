"""Answer candidates: every span of a sentence that a question may ask for, with the part it plays."""

from collections.abc import Iterator
from dataclasses import dataclass
from enum import StrEnum
from typing import Any

from quizzes.engine.facts.syntax import SUBJECTS, span

NOUNS = frozenset(("NOUN", "PROPN", "PRON", "NUM", "SYM", "X"))
CLAUSES = frozenset("advcl relcl acl ccomp xcomp pcomp csubj".split())
EDGES = frozenset((",", ";", ":", "-", "–", "—", "--", "(", ")", '"', "'", "“", "”", ".", "``", "''"))
REASONS = frozenset(("because", "since", "as"))
CONDITIONS = frozenset(("if", "unless", "when", "provided"))


class Role(StrEnum):
    """What an answer tells, as far as grammar shows it."""

    SUBJECT = "subject"
    OBJECT = "object"
    AGENT = "agent"
    COMPLEMENT = "complement"
    ADJUNCT = "adjunct"
    QUANTITY = "quantity"
    REASON = "reason"
    PURPOSE = "purpose"
    MEANS = "means"
    CONDITION = "condition"
    CLAUSE = "clause"
    PREDICATE = "predicate"
    QUALITY = "quality"
    PART = "part"


@dataclass(frozen=True, slots=True)
class Answer:
    """A candidate: the tokens `start` to `end` (exclusive) of the document, its head's position, and its role.

    `whole` says that the span is the head's whole phrase, so that nothing is left behind when it is taken out.
    """

    start: int
    end: int
    head: int
    role: Role
    whole: bool


def answers(sentence: Any) -> list[Answer]:
    """Return the candidates of one sentence in order, each span once: whole phrases win over parts of them."""
    found: dict[tuple[int, int], Answer] = {}
    for token in sentence:
        for answer in _of_token(token):
            kept = _bare(token.doc, answer)
            if kept is None or not (sentence.start <= kept.start and kept.end <= sentence.end):
                continue
            known = found.get((kept.start, kept.end))
            if known is None or (kept.whole and not known.whole):
                found[kept.start, kept.end] = kept
    return [found[place] for place in sorted(found)]


def _of_token(token: Any) -> Iterator[Answer]:
    if token.pos_ in NOUNS:
        yield from _counted(token)  # first: a bare numeral is a quantity rather than a part
        yield from _noun(token)
    elif token.pos_ in {"VERB", "AUX"}:
        yield from _clause(token)
    elif token.pos_ in {"ADJ", "ADV"}:
        yield from _quality(token)
    if token.dep_ in {"prep", "agent", "mark"} or token.pos_ == "ADP":
        yield Answer(*span(token), token.i, Role.ADJUNCT, True)


def _bare(doc: Any, answer: Answer) -> Answer | None:
    """Cut marks off both ends: "(the old mill)," gives "the old mill"."""
    start, end = answer.start, answer.end
    while start < end and doc[start].text in EDGES:
        start += 1
    while end > start and doc[end - 1].text in EDGES:
        end -= 1
    return None if start == end else Answer(start, end, answer.head, answer.role, answer.whole)


def _noun(noun: Any) -> Iterator[Answer]:
    """Yield a noun phrase, and what is left without its last modifiers or its first ones.

    "the old mill of Leith, which burned down" gives that, "the old mill of Leith", "the old mill", "old mill", "mill".
    """
    role = _role(noun)
    start, end = span(noun)
    inner = [c.left_edge.i for c in noun.lefts if c.dep_ not in {"det", "punct", "cc", "preconj"}]
    starts = sorted({start, *inner, int(noun.i)})
    ends = {int(noun.i) + 1, end}
    for child in noun.rights:
        ends |= {int(child.left_edge.i), int(child.right_edge.i) + 1}
    # "the mill of Leith | that the town built": the clause may hang on the inner noun
    inside = [t for t in noun.doc[noun.i + 1 : end] if t.dep_ in {"relcl", "acl", "appos", "cc", "prep", "punct"}]
    ends |= {int(t.left_edge.i) for t in inside}
    for first in starts:
        for last in sorted(e for e in ends if e > noun.i):
            yield Answer(first, last, noun.i, role, (first, last) == (start, end))
    if noun.dep_ in {"compound", "poss", "nmod", "nummod", "appos"}:
        yield Answer(start, int(noun.i) + 1, noun.i, Role.PART, start == noun.i)
    if noun.head.i > noun.i and noun.dep_ in {"compound", "amod", "nmod", "poss", "nummod"}:
        siblings = [c for c in noun.head.lefts if c.i >= noun.i and c.dep_ != "punct"]
        for last in siblings:
            yield Answer(start, int(last.i) + 1, last.i, Role.PART, False)


def _role(noun: Any) -> Role:
    if noun.dep_ in SUBJECTS:
        return Role.SUBJECT
    if noun.dep_ in {"dobj", "dative"}:
        return Role.OBJECT
    if noun.dep_ in {"attr", "oprd"}:
        return Role.COMPLEMENT
    if noun.dep_ == "pobj":
        return Role.AGENT if noun.head.dep_ == "agent" else Role.ADJUNCT
    return Role.ADJUNCT if noun.dep_ == "npadvmod" else Role.PART


def _counted(token: Any) -> Iterator[Answer]:
    """Yield a numeral alone, with the words that round it off, and with its magnitude: "about 3 million"."""
    doc = token.doc
    if not (token.like_num or token.tag_ == "CD" or token.text[:1].isdigit()):
        return
    start = token.left_edge.i
    first = token.i
    while first > token.sent.start and (doc[first - 1].tag_ in {"CD", "$"} or doc[first - 1].text in {"-", "–", "/"}):
        first -= 1
    last = token.i + 1
    while last < token.sent.end and (doc[last].tag_ == "CD" or doc[last].text in {"%", "percent", "-", "–"}):
        last += 1
    for begin in {start, first, int(token.i)}:
        for end in {last, int(token.i) + 1, min(last + 1, int(token.sent.end))}:
            yield Answer(begin, end, token.i, Role.QUANTITY, begin == start)


def _clause(verb: Any) -> Iterator[Answer]:
    """Yield a clause with and without what opens it, and its predicate: what the subject did."""
    start, end = span(verb)
    if verb.dep_ in CLAUSES or verb.dep_ == "conj":
        yield Answer(start, end, verb.i, _purport(verb), True)
        for child in verb.lefts:
            if child.i > start or child.dep_ in {"mark", "aux", "nsubj", "advmod"}:
                yield Answer(int(child.left_edge.i), end, verb.i, Role.CLAUSE, False)
        inside = next((c for c in verb.lefts if c.dep_ not in {"mark", "advmod", "punct", "cc", "aux"}), verb)
        yield Answer(int(inside.left_edge.i), end, verb.i, Role.CLAUSE, False)
    yield Answer(int(verb.i), int(verb.i) + 1, verb.i, Role.PREDICATE, False)
    begin = min((c.i for c in verb.lefts if c.dep_ in {"aux", "auxpass", "neg"}), default=verb.i)
    for child in verb.rights:
        if child.dep_ == "punct":
            continue
        for first in {int(verb.i), int(begin)}:
            yield Answer(first, int(child.right_edge.i) + 1, verb.i, Role.PREDICATE, False)
        if child.dep_ in {"dobj", "ccomp", "xcomp", "attr", "acomp", "prep", "oprd"}:
            for later in verb.rights:
                if later.i > child.i and later.dep_ != "punct":
                    yield Answer(int(child.left_edge.i), int(later.right_edge.i) + 1, child.i, Role.PREDICATE, False)


def _purport(verb: Any) -> Role:
    """Tell a reason, purpose, means or condition by the word that opens the clause."""
    opener = verb.left_edge.lower_
    if verb.dep_ == "advcl" and opener in REASONS:
        return Role.REASON
    if verb.dep_ == "advcl" and opener in CONDITIONS:
        return Role.CONDITION
    if verb.dep_ == "advcl" and verb.tag_ == "VB" and any(c.tag_ == "TO" for c in verb.lefts):
        return Role.PURPOSE
    if verb.dep_ == "pcomp" and verb.head.lower_ == "by":
        return Role.MEANS
    return Role.CLAUSE


def _quality(token: Any) -> Iterator[Answer]:
    """Yield an adjective or adverb with what belongs to it, alone, and up to the next word of its noun phrase."""
    start, end = span(token)
    yield Answer(start, end, token.i, Role.QUALITY, True)
    yield Answer(start, int(token.i) + 1, token.i, Role.QUALITY, False)
    yield Answer(int(token.i), int(token.i) + 1, token.i, Role.QUALITY, False)
    if token.head.i > token.i and token.dep_ in {"amod", "advmod"}:
        for later in token.head.lefts:
            if later.i > token.i and later.dep_ != "punct":
                yield Answer(start, int(later.i) + 1, later.i, Role.PART, False)
