"""Dated events: clauses in the past whose one date can be taken out, so that they can be put in order or dated."""

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from itertools import combinations
from typing import Any

from quizzes.engine.facts.find import capitalised, joined, lowered
from quizzes.engine.facts.syntax import in_list, negated
from quizzes.engine.facts.values import Statement, Word
from quizzes.engine.items.draft import Fact
from quizzes.engine.items.values import Source
from quizzes.engine.language.values import Figure, FigureClass
from quizzes.engine.writing.rule import Article
from quizzes.engine.writing.wording import token_range

SHORTEST, LONGEST, LONGEST_IN_ORDER = 5, 18, 16
SHORTEST_NAMED = 3  # "Ada Holm was knighted"
FEWEST, MOST = 3, 5
FARTHEST = 150  # a king and a railway need no article to be put in order
YEAR = re.compile(r"\b(?:1\d{3}|20\d{2})\b")
TELLS_TIME = re.compile(
    r"\b\d{4}s?\b|\b(?:first|second|third|last|final(?:ly)?|later|earlier|previous(?:ly)?|former(?:ly)?|again|anew"
    r"|still|already|eventually|originally|initially|afterwards?|then|new|newly|since|until|before|after|following"
    r"|next|decades?|centur(?:y|ies)|anniversary|re-\w+|no longer|as well|also|another|return\w*|remain\w*|continu\w*"
    r"|time|years?|months?|age|young\w*|old\w*|ever|successor|predecessor|future|eve|by then)\b",
    re.IGNORECASE,
)
# "two years later" dates an event by another one
RELATIVE = re.compile(
    r"\b\d{4}s?\b|\b(?:later|earlier|until|since|after|before|decades?|centur(?:y|ies)|anniversary|years?|months?|again"
    r"|also|as well|now|so far)\b",
    re.IGNORECASE,
)
HEDGED = re.compile(r"[“”\"()]|\b(?:likely|perhaps|possibly|probably|reportedly|circa|believed|said)\b", re.I)
# a life, or the life of a thing, has an order that needs no article
LIFE = frozenset(
    "die bear bury marry retire return resume remain continue plan expect hope mark celebrate have".split()
)
BEGINS = frozenset(
    """found establish begin start open launch create build introduce construct form invent discover design propose
    appoint elect arrive settle enter join buy acquire commission order name call""".split()
)
ENDS = frozenset(
    """close end abolish demolish destroy dissolve complete finish sell replace collapse leave fall resign restore
    renovate rebuild repair win lose defeat kill repeal rename expand merge""".split()
)
LEADS = frozenset(("early", "late", "only", "back", "as", "again", "later", "mid"))


@dataclass(frozen=True, slots=True)
class Event:
    """A clause without its date and final stop; `when` is (year, month, day), zero where the text does not say."""

    text: str
    when: tuple[int, int, int]
    date: Source
    fact: Fact
    nouns: frozenset[str]
    turning: bool

    @property
    def place(self) -> Source:
        """The sentence that tells of the event."""
        return Source(self.fact.paragraph, self.fact.start, self.fact.end)


def find_events(article: Article) -> list[Event]:
    """Return the events of an article in its order, one a sentence."""
    found: dict[tuple[int, int], Event] = {}
    for statement in article.statements:
        event = _event(statement, article)
        if event is not None:
            place = event.fact.paragraph, event.fact.start
            if place not in found or len(event.text) < len(found[place].text):
                found[place] = event
    return list(found.values())


def _event(statement: Statement, article: Article) -> Event | None:
    verb = statement.verb
    settled = statement.settled and not statement.verbatim
    if not settled or not _past(verb) or negated(verb) or verb.lemma_.lower() in LIFE:
        return None
    dates = [f for f in article.figures(statement) if f.figure_class in {FigureClass.YEAR, FigureClass.DATE}]
    dated = [(figure, place) for figure in dates if (place := _adjunct(statement, figure)) is not None]
    if len(dated) != 1 or len(YEAR.findall(statement.text)) != 1:
        return None
    figure, (start, end) = dated[0]
    text = _without(statement, start, end)
    if text is None or _loose(statement, start, end):
        return None
    kept = [statement.doc[word.start] for word in statement.words if not start <= word.start < end]
    return Event(
        text,
        _when(figure),
        Source(figure.paragraph, figure.start, figure.end),
        statement.fact,
        frozenset(token.lemma_.lower() for token in kept if token.pos_ in {"NOUN", "PROPN"}),
        verb.lemma_.lower() in BEGINS | ENDS,
    )


def _past(verb: Any) -> bool:
    """Say whether a clause tells what happened: "opened", "was opened"; not "had opened", "would open"."""
    helpers = {child.lower_ for child in verb.children if child.dep_ in {"aux", "auxpass"}}
    if verb.tag_ == "VBN":
        return bool(helpers) and helpers <= {"was", "were"}
    return verb.tag_ == "VBD" and not helpers and verb.lemma_ != "be"


def _adjunct(statement: Statement, figure: Figure) -> tuple[int, int] | None:
    """Return the tokens of "in 1911" or "on 4 May 1911" that hang on the verb alone, or None."""
    place = token_range(statement, figure.start, figure.end)
    if place is None or place[0] == 0 or YEAR.search(figure.text) is None:
        return None
    preposition, doc = statement.doc[place[0] - 1], statement.doc
    own = preposition.lower_ in {"in", "on"} and _of_verb(statement, preposition, place[1])
    if not own or preposition.right_edge.i >= place[1] or not statement.covers(preposition.i, place[1]):
        return None
    if preposition.i and doc[preposition.i - 1].lower_ in LEADS:
        return None
    return preposition.i, place[1]


def _of_verb(statement: Statement, preposition: Any, end: int) -> bool:
    """Say whether a date hangs on the verb, or ends the clause behind nouns: "drew a map of the port in 1795"."""
    head = preposition.head
    if head.i == statement.verb.i:
        return True
    last = max(word.end for word in statement.words)
    while head.pos_ in {"NOUN", "PROPN", "ADP"} and head.i != head.head.i:
        head = head.head
    return bool(end == last and head.i == statement.verb.i)


def _without(statement: Statement, start: int, end: int) -> str | None:
    """Return the clause without its date, or None when what is left is too long or tells the time."""
    doc = statement.doc
    words = [word for word in statement.words if not start <= word.start < end]
    position = next((index for index, word in enumerate(words) if word.start >= end), len(words))
    if position < len(words) and words[position].text == ",":
        del words[position]
        if position and words[position - 1].text == ",":
            del words[position - 1]
    if not words or not words[-1].text[-1:].isalnum():
        return None
    first = statement.words[0]
    words = [lowered(word, doc) if word is first and word is not words[0] else word for word in words]
    text = capitalised(joined(words, doc)).rstrip(".")
    fewest = (
        SHORTEST_NAMED
        if words[0].start == statement.subject.left_edge.i and statement.subject.pos_ == "PROPN"
        else SHORTEST
    )
    if not fewest <= len(text.split()) <= LONGEST or RELATIVE.search(text) or HEDGED.search(text):
        return None
    return None if any(_breaks(word, doc) for word in words) else text


def _breaks(word: Word, doc: Any) -> bool:
    """Say whether a mark of punctuation opens a second thought; the comma of a list does not."""
    return word.text in {",", ";", ":", "–", "—"} and not in_list(doc[word.start])


def _loose(statement: Statement, start: int, end: int) -> bool:
    """Say whether a word points outside the clause: a pronoun, "this law", "the law" alone, "her" before its name."""
    doc = statement.doc
    kept = {word.start for word in statement.words if word.end == word.start + 1 and not start <= word.start < end}
    for position in kept:
        token = doc[position]
        if token.tag_ in {"PRP", "WP", "MD", "EX", "JJR", "RBR", "JJS", "RBS", "DT"} and token.lower_ not in {
            "the", "a", "an", "all", "no", "that", "which",
        } and doc[position + 1 : position + 2].text != "than":  # fmt: skip
            return True
        if token.tag_ == "PRP$" and not (any(doc[before].pos_ == "PROPN" and before < position for before in kept)):
            return True
        if token.lower_ == "that" and token.dep_ == "det":
            return True
        if token.lower_ == "the" and not explained(token.head, kept):
            return True
        if token.dep_ == "conj" and position != statement.verb.i and token.pos_ in {"VERB", "AUX"}:
            return True
    return False


def explained(noun: Any, kept: set[int]) -> bool:
    """Say whether a definite description says whose or which it is: "the port of Leith", "the Leith mill"."""
    if noun.pos_ == "PROPN" or noun.ent_type_:
        return True
    for child in noun.children:
        if child.i in kept and (child.pos_ == "PROPN" or (child.dep_ in {"prep", "relcl", "acl"} and child.i > noun.i)):
            inside = [token for token in child.subtree if token.i in kept]
            return any(token.pos_ == "PROPN" or token.ent_type_ for token in inside)
    return False


def _when(figure: Figure) -> tuple[int, int, int]:
    """Return year, month and day of a date, zero for what it leaves out."""
    year = YEAR.search(figure.text)
    rest = YEAR.sub("", figure.text)
    month = next((at for at, name in enumerate(MONTHS_IN_ORDER, start=1) if name[:3].lower() in rest.lower()), 0)
    day = re.search(r"\b\d{1,2}", rest)
    return int(year.group()) if year else 0, month, int(day.group()) if day else 0


MONTHS_IN_ORDER = (
    "January", "February", "March", "April", "May", "June", "July", "August", "September", "October", "November",
    "December",
)  # fmt: skip


def apart(one: Event, other: Event, *, ordered: bool) -> bool:
    """Say whether two events can stand in one item: other years of one age, and not the begin and end of one thing."""
    if one.when[0] == other.when[0] or abs(one.when[0] - other.when[0]) > FARTHEST:
        return False
    if one.nouns == other.nouns or one.text == other.text:
        return False
    return not (ordered and (one.turning or other.turning) and one.nouns & other.nouns)


def _tells(text: str) -> bool:
    return TELLS_TIME.search(text) is not None or len(text.split()) > LONGEST_IN_ORDER


def sets_of(events: Sequence[Event], *, ordered: bool, most: int = 12) -> Iterator[tuple[Event, ...]]:
    """Yield sets of events that can stand together, the largest and most salient first, at most `most`.

    What is to be put in order may not hint at its time: "the first mill", "the new mill".
    """
    fit = [event for event in events if not (ordered and _tells(event.text))]
    best = sorted(fit, key=lambda event: -event.fact.salience)[: MOST + 2]
    given = 0
    for size in range(min(MOST, len(best)), FEWEST - 1, -1):
        for chosen in combinations(best, size):
            if given < most and all(apart(one, other, ordered=ordered) for one, other in combinations(chosen, 2)):
                given += 1
                yield chosen
