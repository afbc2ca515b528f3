"""Whether a statement is one whole claim: one predicate, nothing hung on it, every verb with what it needs."""

from collections.abc import Sequence
from typing import Any

from quizzes.engine.facts.deixis import deictic
from quizzes.engine.facts.syntax import BREAKS, FINITE, SUBJECTS, finite_token, in_list, is_plural, spaced
from quizzes.engine.facts.values import Statement, once
from quizzes.engine.language.lexicon import SPEECH
from quizzes.engine.writing.completeness import complete, figured, kept

HUNG_ON = frozenset(("relcl", "acl", "advcl", "appos"))
CONTRAST = frozenset("but yet nor whereas although though while albeit".split())
INFINITE = frozenset(("VBG", "VBN"))


@once
def one_claim(statement: Statement) -> bool:
    """Say whether the statement makes one claim, as a whole sentence with one finite verb that is asserted."""
    tokens = kept(statement)
    return not (
        any(_second(token, statement) for token in tokens)
        or _loose_mark(statement, tokens)
        or _double_predicate(statement)
        or not complete(statement, tokens)
        or _expletive_named(statement)
        or _wandering_subject(statement)
        or _torn(statement)
    )


def _second(token: Any, statement: Statement) -> bool:
    """Say whether a word brings a second claim in: "recovered and returned", ", which was sold", "saying that"."""
    if token.i == statement.verb.i:
        return False
    if (
        token.dep_ in {"parataxis", "intj"}
        or (token.dep_ == "dep" and token.pos_ != "NOUN")
        or (token.dep_ == "cc" and token.lower_ in CONTRAST)
    ):
        return True
    if token.dep_ == "conj" and token.pos_ in {"VERB", "AUX"}:
        return True
    if token.dep_ == "mark" and token.lower_ in CONTRAST:
        return True
    if token.dep_ not in HUNG_ON:
        return False
    before = token.left_edge.i - 1
    if before >= 0 and statement.doc[before].text == "," and statement.covers(before, before + 1):
        return bool(token.left_edge.i > statement.verb.i)
    if token.dep_ == "advcl":
        return bool(token.tag_ in INFINITE and not _marked(token))
    return bool(token.dep_ == "relcl" and token.head.pos_ == "PROPN")


def _marked(clause: Any) -> bool:
    """Say whether a conjunction or "to" opens an adverbial clause, or a verb of its own carries its tense."""
    return any(c.dep_ in {"mark", "aux", "auxpass", "nsubj", "nsubjpass"} or c.tag_ == "WRB" for c in clause.lefts)


def _loose_mark(statement: Statement, tokens: Sequence[Any]) -> bool:
    """Say whether a mark parts the statement: every comma but the one of a list, a date or a fronted adjunct."""
    for token in tokens:
        if token.text not in BREAKS or not statement.covers(token.i, token.i + 1):
            continue
        if token.text in {"-", "–"} and not spaced(token):
            continue
        closes_front = token.i in {(statement.front or (0, -1))[1], statement.subject.left_edge.i - 1}
        if token.text != "," or not (closes_front or in_list(token) or _dated(token)):
            return True
    return False


def _dated(comma: Any) -> bool:
    """Say whether a comma belongs to a date: "May 9, 2016"."""
    following = comma.doc[comma.i + 1] if comma.i + 1 < len(comma.doc) else None
    return bool(comma.i and comma.doc[comma.i - 1].like_num and following is not None and following.like_num)


def _double_predicate(statement: Statement) -> bool:
    """Say whether a plain "is" says two things: "is 22 and six feet four", "is as wide as a car and a bit louder"."""
    verb = statement.verb
    said = [c for c in verb.children if c.dep_ in {"attr", "acomp"}]
    if any(c.dep_ == "cc" and c.i > verb.i and statement.covers(c.i, c.i + 1) for c in verb.children):
        return True  # "is a baker and his mother a nurse"
    if any(t.dep_ == "conj" and t.like_num and t.head.like_num for one in said for t in one.subtree):
        return True
    if is_plural(statement.subject) and any(c.tag_ == "NNP" and not list(c.conjuncts) for c in said):
        return True  # "The companions were Ada Lund | and Omar": the list was cut
    if any(t.dep_ == "conj" and any(c.tag_ == "PRP$" for c in t.children) for one in said for t in one.subtree):
        return True  # "is a baker and his mother a nurse"
    pairs = [(one, c) for one in said for c in one.children if c.dep_ == "conj"]
    return any(
        figured(one) or figured(two) or (one.dep_ == "acomp" and any(c.dep_ != "cc" for c in two.children))
        for one, two in pairs
    )


def _expletive_named(statement: Statement) -> bool:
    """Say whether a name took the place of an empty "it": "In the evening it was found that nine men had gone"."""
    subject = statement.subject
    written = next((word.text for word in statement.words if word.start <= subject.i < word.end), subject.text)
    if subject.lower_ != "it" or written.lower() == "it":
        return False
    return any(c.dep_ in {"ccomp", "csubj", "xcomp", "acomp"} for c in statement.verb.children)


def _wandering_subject(statement: Statement) -> bool:
    """Say whether anything but helpers and adverbs stands between subject and verb: the parse took the wrong word."""
    verb, subject = statement.verb, statement.subject
    if subject.i > verb.i:
        return subject.dep_ in SUBJECTS
    edge = max((t.i for t in subject.subtree if t.i < verb.i and statement.covers(t.i, t.i + 1)), default=subject.i)
    between = [t for t in kept(statement) if edge < t.i < verb.i]
    return any(t.head.i != verb.i and t.head.head.i != verb.i for t in between)


def _torn(statement: Statement) -> bool:
    """Say whether a clause lost its head or its verb.

    "... before a printer, Peace, | undertook it" keeps a subject without its verb; in "the price had fallen, exports
    had climbed" two clauses share one stop.
    """
    verb, doc, last = statement.verb, statement.doc, statement.words[-1].end
    if finite_token(verb) is None or any(c.dep_ == "ccomp" and c.i < verb.i for c in verb.children):
        return True
    following = doc[last] if last < len(doc) and last - 1 > verb.i else None
    if following is not None and not (
        following.is_punct or following.dep_ == "cc" or following.is_sent_start or deictic(following)
    ):
        return True  # "awarded credit for the discovery | to a team": what was cut belongs to it
    for child in doc[last - 1].children:
        after = child.right_edge.i + 1
        if child.dep_ == "appos" and after + 1 < len(doc) and doc[after].text == "," and doc[after + 1].tag_ in FINITE:
            return True
    return False


def reports(verb: Any) -> bool:
    """Say whether a verb only hands on what somebody said."""
    return bool(verb.lemma_.lower() in SPEECH and any(c.dep_ == "ccomp" for c in verb.children))
