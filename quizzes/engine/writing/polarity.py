"""False: one small word turned round: still and no longer, before and after, at least and fewer than."""

from typing import Any

from quizzes.engine.facts.find import capitalised, joined
from quizzes.engine.facts.syntax import negated
from quizzes.engine.facts.values import Statement
from quizzes.engine.items.draft import Draft
from quizzes.engine.items.values import Source
from quizzes.engine.language.lexicon import DURATIONS
from quizzes.engine.writing.rule import Article
from quizzes.engine.writing.truth import LONGEST, draft_truth
from quizzes.engine.writing.wording import exchanged, stopped

ADVERBS = {"no longer": "still", "still": "no longer", "hardly ever": "almost always", "almost always": "hardly ever"}
SHORTEST = 11  # "The heron is hardly ever heard": where?
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


def write(statement: Statement, article: Article) -> list[Draft]:
    """Turn one word round, where the article's sentence then contradicts the statement."""
    conjoined = any(c.dep_ == "conj" and statement.covers(c.i, c.i + 1) for c in statement.verb.children)
    if conjoined:
        return []  # "still stand or can be built again": which part is turned?
    if not SHORTEST <= len(statement.words) <= LONGEST or statement.text[0] in '“"':
        return []
    for start, end, then, now in _turns(statement, article):
        if not statement.covers(start, end):
            continue
        stem = stopped(capitalised(joined(exchanged(statement, start, end, now), statement.doc)))
        fact = statement.fact
        return [
            draft_truth(
                statement,
                stem,
                "False",
                "false-turned",
                Source(fact.paragraph, fact.start, fact.end),
                f"Paragraph {fact.paragraph} says “{then}”, not “{now}”.",
                (now, then),
                {"turned": 1.0, "key_true": 0.0},
            )
        ]
    return []


def _turns(statement: Statement, article: Article) -> list[tuple[int, int, str, str]]:
    """Return token range, old and new words for each turn that the statement allows, best first."""
    found: list[tuple[int, int, str, str]] = []
    positions = sorted(word.start for word in statement.words if word.end == word.start + 1)
    doc = statement.doc
    for position in positions:
        pair = doc[position : position + 2].text.lower()
        token = doc[position]
        if pair in ADVERBS and _of_the_verb(doc[position + 1], statement):
            found.append((position, position + 2, pair, ADVERBS[pair]))
        elif token.lower_ in ADVERBS and _of_the_verb(token, statement) and not negated(statement.verb):
            found.append((position, position + 1, token.lower_, ADVERBS[token.lower_]))
        elif token.lower_ in DEGREES and token.dep_ == "advmod" and token.head.dep_ == "acomp":
            found.append((position, position + 1, token.lower_, DEGREES[token.lower_]))
        elif token.lower_ in ORDER and _orders(token, statement):
            found.append((position, position + 1, token.lower_, ORDER[token.lower_]))
    return found + _bounds(statement, article)


def _of_the_verb(token: Any, statement: Statement) -> bool:
    return bool(token.dep_ in {"advmod", "neg"} and token.head.i == statement.verb.i)


def _orders(token: Any, statement: Statement) -> bool:
    """Say whether "before" or "after" orders the whole statement: a plain phrase of time beside its verb."""
    past = statement.verb.tag_ in {"VBD", "VBN"} or any(c.tag_ == "VBD" for c in statement.verb.lefts)
    if negated(statement.verb) or token.dep_ != "prep":
        return False
    # "before 1911" and "after two years" turn into nonsense, "before their rise in 1911" does not
    inside = any(
        word.like_num or word.lemma_.lower() in DURATIONS or any(c.like_num for c in word.lefts)
        for word in token.children
    )
    return bool(past and not inside and token.head.pos_ in {"VERB", "AUX"})


def _bounds(statement: Statement, article: Article) -> list[tuple[int, int, str, str]]:
    found = []
    for figure in article.figures(statement):
        now = BOUNDS.get(figure.approximator.lower())
        if now is None or figure.figure_class.value != "count" or negated(statement.verb):
            continue
        before = figure.start - len(figure.approximator) - 1
        span = statement.doc.char_span(before, before + len(figure.approximator))
        if span is not None and figure.unit:
            found.append((span.start, span.end, figure.approximator.lower(), now))
    return found
