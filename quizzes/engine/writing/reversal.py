"""Whole statements turned round: two names that change places, another name, and a denial that is taken back."""

from collections.abc import Iterator, Sequence
from typing import Any

from quizzes.engine.facts.syntax import SUBJECTS, negated, span
from quizzes.engine.facts.values import Statement
from quizzes.engine.language.inflection import inflect
from quizzes.engine.language.values import Mention, NameClass
from quizzes.engine.writing.exchanges import text_of
from quizzes.engine.writing.opposites import ASYMMETRIC
from quizzes.engine.writing.rule import Article
from quizzes.engine.writing.stakes import ONCE, PLACED

Turn = tuple[int, int, str, str]
NOT_ALONE = frozenset("only yet just merely even necessarily all always every quite simply entirely".split())
# words that live in the shadow of "not", or that answer it: "not the mill but the farm"
IN_ITS_SHADOW = frozenset(
    "any anything anyone anybody ever either yet until nor but much many because rather at long enough".split()
)
HELPERS = frozenset("is are was were can will could has have had must".split())


def _name(token: Any, mentions: Sequence[Mention]) -> Mention | None:
    """Return the mention that is the whole of a noun phrase, with or without "the"."""
    begin, end = span(token)
    if token.doc[begin].lower_ == "the":
        begin += 1
    first, last = token.doc[begin], token.doc[end - 1]
    return next((m for m in mentions if m.start == first.idx and m.end == last.idx + len(last.text)), None)


def reversed_roles(statement: Statement, mentions: Sequence[Mention]) -> Iterator[Turn]:
    """Let two names of one kind change places around a verb that only holds one way: "Leith sued Sandby"."""
    verb = statement.verb
    if verb.lemma_.lower() not in ASYMMETRIC or any(c.dep_ in {"neg", "conj"} for c in verb.children):
        return
    agents = [child for c in verb.children if c.dep_ == "agent" for child in c.children if child.dep_ == "pobj"]
    objects = [c for c in verb.children if c.dep_ == "dobj"] or agents
    subjects = [c for c in verb.children if c.dep_ in SUBJECTS]
    if len(objects) != 1 or len(subjects) != 1:
        return
    one, other = _name(subjects[0], mentions), _name(objects[0], mentions)
    if one is None or other is None or one.canonical == other.canonical or one.name_class is not other.name_class:
        return
    if one.name_class is NameClass.OTHER:
        return
    (start, middle), (after, end) = span(subjects[0]), span(objects[0])
    if not statement.covers(start, end):
        return
    first, last = text_of(statement, start, middle), text_of(statement, after, end)
    between = text_of(statement, middle, after)
    if first.startswith("The "):
        first = "t" + first[1:]
    yield start, end, text_of(statement, start, end), f"{last} {between.strip()} {first}"


def denied(statement: Statement) -> Iterator[Turn]:
    """Take a denial back: "did not approve the plan" gives "approved the plan"."""
    verb, doc = statement.verb, statement.doc
    nots = [c for c in verb.children if c.dep_ == "neg" and c.lower_ in {"not", "n't", "never"}]
    words = {word.text.lower() for word in statement.words}
    if len(nots) != 1 or words & IN_ITS_SHADOW or doc[nots[0].i + 1].lower_ in NOT_ALONE:
        return
    no = nots[0].i
    if any(c.dep_ == "advmod" and c.i in {no - 1, no - 2} for c in verb.children) or words & {"contrary"}:
        return
    helper = doc[no - 1]
    if nots[0].lower_ == "never":
        if statement.covers(no, no + 2) and verb.i > no and statement.subject.i < no:
            yield no, no + 2, text_of(statement, no, no + 2), text_of(statement, no + 1, no + 2)
    elif helper.lower_ in {"do", "does", "did"} and verb.i == no + 1:
        tag = {"do": "VBP", "does": "VBZ", "did": "VBD"}[helper.lower_]
        if statement.covers(no - 1, verb.i + 1):
            yield no - 1, verb.i + 1, text_of(statement, no - 1, verb.i + 1), inflect(verb.lemma_.lower(), tag)
    elif helper.lower_ in HELPERS and statement.covers(no - 1, no + 2) and doc[no + 1].is_alpha:
        now = f"{text_of(statement, no - 1, no).strip()} {text_of(statement, no + 1, no + 2)}"
        yield no - 1, no + 2, text_of(statement, no - 1, no + 2), now


def renamed(statement: Statement, mentions: Sequence[Mention], article: Article) -> Iterator[Turn]:
    """Put another name of the article for who did, or where there happened, what happened once.

    "The hall was opened by Lund" denies that Weiss opened it, "an agreement was reached at Leith" that it was
    reached at Sandby. The other name stands behind the same preposition somewhere, so that it fits the place.
    """
    verb = statement.verb
    if verb.lemma_.lower() not in ONCE or verb.tag_ not in {"VBD", "VBN"} or negated(verb):
        return
    here = {mention.canonical for mention in mentions}
    for place in _once_told(verb):
        mention = _name(place, mentions)
        begin, end = span(place)
        bare = mention is not None and place.doc[begin].idx == mention.start
        if mention is None or not bare or not statement.covers(begin, end):
            continue
        before = {place.head.lower_, "by"} if place.head.dep_ == "agent" else {place.head.lower_}
        rivals = [m for m in article.analysis.mentions if m.canonical not in here and _fits(m, before, article)]
        other = _rival(mention, rivals)
        if other is not None:
            yield begin, end, text_of(statement, begin, end), other


def _once_told(verb: Any) -> Iterator[Any]:
    """Give the nouns that say by whom or where: the agent of a passive, what follows "in" or "at"."""
    for child in verb.children:
        placed = child.dep_ == "prep" and child.lower_ in {"in", "at"} and verb.lemma_.lower() in PLACED
        if child.dep_ == "agent" or placed:
            found = [c for c in child.children if c.dep_ == "pobj"]
            if len(found) == 1 and found[0].pos_ == "PROPN":
                yield found[0]


def _fits(mention: Mention, before: set[str], article: Article) -> bool:
    """Say whether a name may follow a preposition: a person without "the", a place that follows it in the article."""
    text = article.analysis.docs[mention.paragraph - 1].text[: mention.start].lower().split()
    last = text[-1] if text else ""
    return last in before or (mention.name_class is NameClass.PERSON and "by" in before and last != "the")


def _rival(mention: Mention, others: Sequence[Mention]) -> str | None:
    """Return the nearest other name of the same class that shares no word with it, or None."""
    if mention.name_class is NameClass.OTHER:
        return None
    same = [
        other
        for other in others
        if other.name_class is mention.name_class and not set(other.canonical.split()) & set(mention.canonical.split())
    ]
    near = min(same, key=lambda other: (abs(other.paragraph - mention.paragraph), other.start), default=None)
    return near.canonical if near is not None else None
