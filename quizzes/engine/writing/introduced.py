"""Whether each "the coil" of a statement is known: from its context line, from itself, or as what the article is about.

Readers who had "The coil has to come close to the joint" before them asked which coil, even where the lines above were
quoted, unless these named it.
"""

from typing import Any

from quizzes.engine.facts.values import Statement
from quizzes.engine.items.wording import meaning
from quizzes.engine.language.kept import text_of
from quizzes.engine.language.lexicon import MONTHS
from quizzes.engine.writing.completeness import kept, timed
from quizzes.engine.writing.opposites import MOTION
from quizzes.engine.writing.rule import Article

OFTEN = 4
POINTING = frozenset("the that this these those".split())
# there is only one, or everybody has one in mind
UNIQUE = frozenset(
    """world sun moon sky sea earth air ground past future present government council public police law internet web
    economy press city town country state nation weather wind rain north south east west end beginning middle top bottom
    left right first second last same rest majority half environment universe body brain eye hand head heart
    war peace poor rich young old others way time dark night day spot road street house home river church""".split()
)
TELLING = frozenset(("prep", "relcl", "acl", "poss", "appos", "nummod"))


def introduced(statement: Statement, article: Article) -> bool:
    """Say whether every definite noun of a statement has been named, or tells by itself which it is."""
    seen = meaning(statement.context or "")
    if _bare_quantity(statement) and not meaning(statement.subject.text) <= seen:
        return False
    for token in kept(statement):
        if token.pos_ != "NOUN" or not any(child.lower_ in POINTING for child in token.lefts):
            continue
        if _tells(token, statement) or meaning(token.text) <= seen or _again(token, statement):
            continue
        if token.i < statement.verb.i and _often(token, article):
            continue
        return False
    return True


def _bare_quantity(statement: Statement) -> bool:
    """Say whether something unnamed rose or fell: "Bills rose by 8 percent in January" leaves open whose and where."""
    alone = statement.subject.tag_ == "NNS" and not list(statement.subject.children)
    named = any(token.pos_ == "PROPN" and token.text not in MONTHS for token in kept(statement))
    return bool(
        alone and statement.verb.lemma_.lower() in MOTION and statement.verb.tag_ in {"VBD", "VBN"} and not named
    )


def _tells(noun: Any, statement: Statement) -> bool:
    """Say whether a noun phrase names its bearer: "the end of the line", "the tallest mill", "the Leith bridge"."""
    if noun.lemma_.lower() in UNIQUE or timed(noun):
        return True
    for child in noun.children:
        if not any(word.start <= child.i < word.end for word in statement.words):
            continue
        if child.dep_ in TELLING or child.pos_ == "PROPN" or child.tag_ == "JJS":
            return True
        if child.lower_ in {"only", "first", "last", "final", "same", "whole"} or child.dep_ == "compound":
            return True
    return False


def _again(noun: Any, statement: Statement) -> bool:
    """Say whether the statement named it before: "who built a mill sold the mill"."""
    return any(token.lemma_ == noun.lemma_ and token.i < noun.i for token in kept(statement))


def _often(noun: Any, article: Article) -> bool:
    """Say whether the article is about it."""
    word = noun.lemma_.lower()
    return bool(sum(text_of(doc).lower().count(word) for doc in article.analysis.docs) >= OFTEN)
