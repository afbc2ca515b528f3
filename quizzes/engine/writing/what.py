"""What: the object of a clause, where the noun phrase is whole and nothing stands behind it that hangs on it."""

from typing import Any

from quizzes.engine.facts.syntax import in_list, span
from quizzes.engine.facts.values import Statement
from quizzes.engine.items.draft import AnswerClass, Draft
from quizzes.engine.items.values import Kind
from quizzes.engine.language.lexicon import PEOPLE_NOUNS
from quizzes.engine.writing.questions import askable, inverted
from quizzes.engine.writing.rule import Article
from quizzes.engine.writing.wording import both, exact

LIGHT = frozenset(("have", "do", "make", "take", "get", "give", "be", "let", "see", "know", "mean", "want"))
VAGUE = frozenset(("thing", "something", "matter", "lot", "bit", "kind", "sort", "way", "part", "place"))
STRANDING = frozenset(("of", "from", "for", "with", "on", "between", "to", "about", "into", "against", "as"))


def write(statement: Statement, article: Article) -> list[Draft]:
    """Ask for the object: "What does the ferry carry on Sundays?"; light verbs and people are left to other rules."""
    verb = statement.verb
    inner = [child for child in verb.children if child.dep_ == "xcomp" and child.tag_ == "VB"]
    direct = any(child.dep_ == "dobj" for child in verb.children)
    # "tend to envision scenarios": the object of the infinitive
    governor = inner[0] if len(inner) == 1 and inner[0].i > verb.i and not direct else verb
    objects = [child for child in governor.children if child.dep_ == "dobj"]
    if verb.lemma_ == "be" and governor.i != verb.i:
        return []  # "The remedy is to record four moments"
    if not askable(statement) or len(objects) != 1 or governor.lemma_ in LIGHT:
        return []
    noun = objects[0]
    if not _fit(statement, governor, noun):
        return []
    start, end = span(noun)
    trimmed = _trimmed_end(statement, start, end)
    if trimmed is None:
        return []
    end = trimmed
    stem = inverted(statement, "What", (start, end))
    if stem is None or len(stem.split()) < (4 if statement.context or statement.pointer else 5):
        return []
    key, source = exact(statement, article.text(statement), start, end)
    if len(key.split()) > 8:
        return []
    if any(char.isdigit() for char in key):
        return []  # the figure is asked for by its own rule
    bare, _ = exact(statement, article.text(statement), start, min(noun.i + 1, end))
    return both(
        statement,
        kind=Kind.SHORT_ANSWER,
        stem=stem,
        key=key,
        others=(bare,) if bare != key and " of " not in key else (),
        answer_class=AnswerClass.PHRASE,
        rule="what-object",
        source=source,
        features={"phrase": 1.0, "kind_question": 1.0, "key_length": min(1.0, len(key.split()) / 8)},
    )


def _fit(statement: Statement, governor: Any, noun: Any) -> bool:
    if noun.pos_ != "NOUN" or noun.lemma_.lower() in PEOPLE_NOUNS | VAGUE:
        return False
    if any(child.dep_ in {"relcl", "ccomp", "acl"} and not statement.covers(*span(child)) for child in noun.children):
        return False
    if any(
        child.lower_ in {"this", "that", "these", "those", "such", "his", "her", "their", "its", "no"}
        for child in noun.lefts
    ):
        return False
    if any(t.dep_ == "conj" and t.pos_ in {"VERB", "AUX"} for t in noun.subtree):
        return False  # a torn coordination: "enter villages and take food"
    following = [c for c in governor.rights if c.i > noun.i and statement.covers(c.i, c.i + 1)]
    return not any(c.dep_ in {"dobj", "xcomp", "ccomp", "oprd", "acl"} or c.lower_ in STRANDING for c in following)


def _trimmed_end(statement: Statement, start: int, end: int) -> int | None:
    """Return where the object ends in the statement; refuse one that was cut in the middle or breaks off."""
    doc = statement.doc
    for position in range(start, end):
        if doc[position].is_punct and doc[position].text in {",", "–", "—", ":", "("} and not in_list(doc[position]):
            end = position
            break
    return end if end > start and statement.covers(start, end) else None
