"""False: one small word turned round, where the article's sentence then certainly contradicts the statement."""

import re
from collections.abc import Iterator
from typing import Any

from quizzes.engine.facts.find import capitalised, joined
from quizzes.engine.facts.syntax import auxiliaries, negated
from quizzes.engine.facts.values import Statement
from quizzes.engine.items.draft import Draft
from quizzes.engine.items.values import Source
from quizzes.engine.language.inflection import inflect
from quizzes.engine.language.lexicon import DURATIONS
from quizzes.engine.writing import opposites
from quizzes.engine.writing.exchanges import renumbered, swapped
from quizzes.engine.writing.reversal import denied, renamed, reversed_roles
from quizzes.engine.writing.rule import Article
from quizzes.engine.writing.truth import draft_truth, sayable
from quizzes.engine.writing.wording import exchanged, stopped

ADVERBS = {"no longer": "still", "still": "no longer", "hardly ever": "almost always", "almost always": "hardly ever"}
SHORTEST = 8
SHORTEST_FREQUENCY = 11  # "The heron is hardly ever heard": where?
LEAST_BOUND = 10  # "fewer than three" is hardly less than "at least three"
DEGREES = {"less": "more", "more": "less"}  # "have become less clear"
ORDER = {"before": "after", "after": "before"}
BOUNDS = {
    "at least": "fewer than",
    "more than": "fewer than",
    "over": "fewer than",
    "fewer than": "more than",
    "up to": "more than",
    "as many as": "more than",
}
HEDGES = frozenset("may might could would should can likely perhaps probably possibly if unless almost nearly".split())
# a word in one of these clauses does not carry what the sentence says
INNER = frozenset(("relcl", "acl", "advcl", "ccomp", "csubj", "appos", "parataxis", "pcomp"))
EVENT = re.compile(
    r"(?:tion|sion|ment|al|ance|ence|war|death|birth|rise|fall|end|start|election|battle|flood|storm|fire|crisis|peace"
    r"|strike|vote|trial|attack|siege|visit|marriage|treaty|collapse|launch|talk|earthquake|match|meeting|wedding)$"
)
Turn = tuple[int, int, str, str]


def write(statement: Statement, article: Article) -> list[Draft]:
    """Turn one word round, where the article's sentence then contradicts the statement."""
    if len(statement.words) < SHORTEST or not sayable(statement, article):
        return []
    for start, end, then, now in _turns(statement, article):
        if statement.covers(start, end):
            return [_draft(statement, start, end, then, now)]
    return []


def _draft(statement: Statement, start: int, end: int, then: str, now: str) -> Draft:
    fact = statement.fact
    return draft_truth(
        statement,
        stopped(capitalised(joined(exchanged(statement, start, end, now), statement.doc))),
        "False",
        "false-turned",
        Source(fact.paragraph, fact.start, fact.end),
        f"Paragraph {fact.paragraph} says “{then}”, not “{now}”.",
        (now, then),
        {"turned": 1.0, "key_true": 0.0},
    )


def _turns(statement: Statement, article: Article) -> Iterator[Turn]:
    """Give token range, old and new words for each turn that the statement allows, best first."""
    hedged = any(word.text.lower() in HEDGES for word in statement.words)
    if not hedged and not any(word.text.lower() in {"no", "nothing", "nobody", "none"} for word in statement.words):
        yield from reversed_roles(statement, article.mentions(statement))
        yield from denied(statement)
        yield from renamed(statement, article.mentions(statement), article)
        if not negated(statement.verb):
            yield from swapped(statement)
            yield from renumbered(statement)
        if not negated(statement.verb):
            yield from _verbs(statement)
            yield from _degrees(statement)
    yield from _adverbs(statement)
    if not hedged:
        yield from _bounds(statement, article)
    if not hedged and not negated(statement.verb):
        yield from _details(statement)


def _adverbs(statement: Statement) -> Iterator[Turn]:
    doc = statement.doc
    for position in sorted(word.start for word in statement.words if word.end == word.start + 1):
        pair = doc[position : position + 2].text.lower()
        token = doc[position]
        if pair in ADVERBS and _of_the_verb(doc[position + 1], statement):
            if len(statement.words) >= SHORTEST_FREQUENCY:
                yield position, position + 2, pair, ADVERBS[pair]
        elif token.lower_ in ADVERBS and _of_the_verb(token, statement) and not negated(statement.verb):
            yield position, position + 1, token.lower_, ADVERBS[token.lower_]
        elif token.lower_ in DEGREES and token.dep_ == "advmod" and _degree_of_the_claim(token, statement):
            yield position, position + 1, token.lower_, DEGREES[token.lower_]
        elif token.lower_ in ORDER and _orders(token, statement):
            yield position, position + 1, token.lower_, ORDER[token.lower_]


def _degree_of_the_claim(token: Any, statement: Statement) -> bool:
    """Accept "have become less clear", refuse "no evidence that it is more effective"."""
    denied = negated(statement.verb) or any(word.text.lower() == "no" for word in statement.words)
    return token.head.dep_ == "acomp" and token.head.head.i == statement.verb.i and not denied


def _of_the_verb(token: Any, statement: Statement) -> bool:
    return bool(token.dep_ in {"advmod", "neg"} and token.head.i == statement.verb.i)


def _of_the_claim(token: Any, statement: Statement) -> bool:
    """Say whether a word belongs to the main clause: no "that", "who" or "when" stands between it and the verb."""
    while token.i != statement.verb.i:
        if token.dep_ in INNER or token.dep_ == "conj" or token.head.i == token.i:
            return False
        token = token.head
    return True


def _plain_quality(token: Any, statement: Statement) -> bool:
    """Accept "The bridge is safe for carts", refuse "is so small that", "is too large", "is small and light"."""
    verb = statement.verb
    plain = not any(c.dep_ in {"advmod", "npadvmod", "conj", "cc"} for c in token.children)
    tied = token.dep_ == "acomp" and token.head.i == verb.i and verb.lemma_ in {"be", "become", "remain", "stay"}
    return tied and plain and token.tag_ == "JJ"


def _orders(token: Any, statement: Statement) -> bool:
    """Say whether "before" or "after" orders the whole statement: a plain phrase of time beside its verb."""
    past = statement.verb.tag_ in {"VBD", "VBN"} or any(c.tag_ == "VBD" for c in statement.verb.lefts)
    if negated(statement.verb) or token.dep_ != "prep" or statement.verb.tag_ == "VBG":
        return False  # who "had been working before joining" may have gone on after it
    if token.head.lemma_ in {"name", "look", "model", "take", "call", "pattern", "shape"} or not _event(token):
        return False
    if token.doc[token.i - 1].pos_ == "ADV" or token.doc[token.i - 1].lower_ in {"even", "just"}:
        return False
    # "before 1911" and "after two years" turn into nonsense, "before their rise in 1911" does not
    inside = any(
        word.like_num or word.lemma_.lower() in DURATIONS or any(c.like_num for c in word.lefts)
        for word in token.children
    )
    return bool(past and not inside and token.head.pos_ in {"VERB", "AUX"})


def _event(preposition: Any) -> bool:
    """Say whether a preposition leads to something that happens: "the rise of prices", "leaving", "the war"."""
    inside = [c for c in preposition.children if c.dep_ in {"pobj", "pcomp"}]
    return any(c.tag_ == "VBG" or EVENT.search(c.lemma_.lower()) for c in inside)


def _bounds(statement: Statement, article: Article) -> Iterator[Turn]:
    for figure in article.figures(statement):
        now = BOUNDS.get(figure.approximator.lower())
        if now is None or figure.figure_class.value != "count" or figure.value < LEAST_BOUND or negated(statement.verb):
            continue
        before = figure.start - len(figure.approximator) - 1
        span = statement.doc.char_span(before, before + len(figure.approximator))
        if span is not None and figure.unit:
            yield span.start, span.end, figure.approximator.lower(), now


def _verbs(statement: Statement) -> Iterator[Turn]:
    """Turn the main verb round: "Exports rose in 2014", but not "rose from 10 to 20", which shows the way."""
    verb = statement.verb
    lemma = verb.lemma_.lower()
    now = opposites.VERBS.get(lemma)
    children = list(verb.children)
    undertaken = opposites.UNDERTAKEN.get(lemma)
    if undertaken is not None and any(c.dep_ == "xcomp" and any(t.tag_ == "TO" for t in c.lefts) for c in children):
        if not auxiliaries(verb):
            yield verb.i, verb.i + 1, verb.text, inflect(undertaken, verb.tag_)
        return
    if now is None or any(c.dep_ in {"prt", "neg", "xcomp", "ccomp", "acomp", "attr"} for c in children):
        return
    words = {word.text.lower() for word in statement.words}
    if words & {"not", "as", "high", "low"} or any(c.dep_ == "prep" and c.lower_ == "from" for c in children):
        return  # "rose from 10 to 20" shows the way, "opposed it as a waste" the side
    if any(c.dep_ == "prep" and any(g.dep_ == "pcomp" for g in c.children) for c in children):
        return  # "closed the base by locking its gates" shows which
    if lemma in opposites.MOTION and statement.subject.lemma_.lower() not in opposites.QUANTITIES:
        return
    objects = [c for c in children if c.dep_ in {"dobj", "nsubjpass"}]
    if (lemma in opposites.WITH_OBJECT or now in opposites.WITH_OBJECT) and not objects:
        return
    if lemma == "win" and not any(c.lemma_.lower() in opposites.CONTESTS for c in objects):
        return
    if lemma in opposites.MOTION and objects and now not in {"increase", "decrease"}:
        return
    if any(a.tag_ == "MD" and a.lower_ not in {"will", "must"} for a in auxiliaries(verb)):
        return
    yield verb.i, verb.i + 1, verb.text, inflect(now, verb.tag_)


def _degrees(statement: Statement) -> Iterator[Turn]:
    """Turn a comparison with its second term, or a superlative: "older than", "the largest mill of Leith"."""
    doc = statement.doc
    for word in statement.words:
        token = doc[word.start]
        if not _of_the_claim(token, statement) or any(c.lower_ in {"no", "much"} for c in token.lefts):
            continue
        if token.dep_ == "conj" or any(c.dep_ == "conj" for c in token.children):
            continue  # "fitter, weaker and more powerful"
        following = doc[token.i + 1 : token.i + 6]
        if doc[max(0, token.i - 2)].lower_ == "of" and token.tag_ == "JJS":
            continue  # "one of the oldest schools"
        than = next((t for t in following if t.lower_ == "than"), None)
        if token.tag_ in {"JJR", "RBR"} and than is not None and not doc[than.i + 1].like_num:
            if token.lower_ == "more" and following[0].tag_ in {"JJ", "RB"}:
                yield token.i, token.i + 1, token.text, "less"
            elif token.lower_ == "more" and following[0].tag_ == "NNS":
                yield token.i, token.i + 1, token.text, "fewer"
            elif token.lower_ in opposites.COMPARATIVES and token.lower_ != "more":
                yield token.i, token.i + 1, token.text, opposites.COMPARATIVES[token.lower_]
        elif (
            (
                token.tag_ == "JJS"
                and token.lower_ in opposites.SUPERLATIVES
                and doc[token.i - 1].lower_ in {"the", "'s"}
            )
            and following
            and following[0].text != "-"
        ):
            yield token.i, token.i + 1, token.text, opposites.SUPERLATIVES[token.lower_]


def _detail(token: Any, statement: Statement) -> str | None:
    """Return the opposite of one word of the main clause, or None."""
    doc, lower = token.doc, token.lower_
    following = doc[token.i + 1] if token.i + 1 < len(doc) else None
    if _of_the_verb(token, statement) and lower in opposites.OFTEN | opposites.MANNERS:
        return (opposites.OFTEN | opposites.MANNERS)[lower]
    if lower in opposites.DIRECTIONS:
        # "little read outside the north" says nothing of the south, "southern California" is as good as a name
        ahead = following is not None and following.lower_ == "of" and token.dep_ in {"advmod", "acomp"}
        return opposites.DIRECTIONS[lower] if ahead or lower.endswith(("ward", "wards", "stream")) else None
    if lower in opposites.QUALITIES and _plain_quality(token, statement):
        return opposites.QUALITIES[lower]
    claimed = token.pos_ == "NOUN" and token.dep_ in {"dobj", "attr"}
    if lower in opposites.NOUNS and claimed and not any(c.lower_ in {"the", "this", "that"} for c in token.lefts):
        return opposites.NOUNS[lower]  # "attributed the rise to" takes it as known
    return None


def _details(statement: Statement) -> Iterator[Turn]:
    """Turn a direction, a quality, a rise, a majority or how often something is so."""
    doc = statement.doc
    for word in statement.words:
        token = doc[word.start]
        lower = token.lower_
        if not _of_the_claim(token, statement) or token.text != lower or "-" in doc[token.i : token.i + 2].text:
            continue
        now = _detail(token, statement)
        if now is not None:
            yield token.i, token.i + 1, token.text, now
    subject = statement.subject
    if subject.tag_ != "NNS":
        return
    for child in subject.lefts:
        if child.lower_ in opposites.MANY and child.dep_ == "amod" and statement.words[0].start == child.i:
            yield child.i, child.i + 1, child.text, opposites.MANY[child.lower_].capitalize()
