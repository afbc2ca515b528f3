"""Cloze: what something is called: "The steady divergence of two clocks is called _____."."""

from collections.abc import Iterator
from typing import Any

from quizzes.engine.facts.antecedents import FEMALE, MALE
from quizzes.engine.facts.values import Statement
from quizzes.engine.items.draft import AnswerClass, Draft
from quizzes.engine.items.values import Interaction, Kind
from quizzes.engine.items.wording import meaning
from quizzes.engine.language.lexicon import PEOPLE_NOUNS
from quizzes.engine.language.values import NameClass
from quizzes.engine.writing.rule import Article
from quizzes.engine.writing.wording import exact, gapped

NAMING = frozenset(("call", "name", "term", "dub", "nickname", "christen"))
LONGEST_TERM = 4
CLOSERS = frozenset((",", ".", ";", ":", ")", "–", "—", '"'))
OWNERS = frozenset("my his her its our their".split())
EMPTY = frozenset("it one so that this thing things names name what".split())


def write(statement: Statement, article: Article) -> list[Draft]:
    """Blank a term where the text gives it, since nothing else can be right; people's names are asked for elsewhere."""
    drafts: list[Draft] = []
    for term in _terms(statement):
        start, end = term
        stem = gapped(statement, start, end)
        if stem is None or _person(statement, article, start, end):
            continue
        key, source = exact(statement, article.text(statement), start, end)
        if meaning(key) & meaning(stem):
            continue  # "A court of appeal is called an appeal court."
        drafts.append(
            Draft(
                kind=Kind.CLOZE,
                interaction=Interaction.TEXT_ENTRY,
                stem=stem,
                keys=_accepted(key),
                fact=statement.fact,
                answer_class=AnswerClass.PHRASE,
                rule="gap-called",
                key_source=source,
                context=statement.context,
                features={**statement.features, "phrase": 1.0, "kind_cloze": 1.0},
            )
        )
    return drafts


def _accepted(key: str) -> tuple[str, ...]:
    """Return a term with and without its article or owner: "her failures", "failures"."""
    owner, _, rest = key.partition(" ")
    return (key, rest) if rest and owner.lower() in OWNERS else (key, f"the {key}")


def _terms(statement: Statement) -> Iterator[tuple[int, int]]:
    """Give the tokens of each term that a verb of naming brings in, without its article and quotation marks."""
    doc = statement.doc
    for word in statement.words:
        verb = doc[word.start]
        noun = _named(verb)
        if noun is None or noun.i < verb.i or noun.lower_ in EMPTY or _of_somebody(verb):
            continue
        start, end = noun.left_edge.i, noun.i + 1
        while start < end and (doc[start].pos_ == "DET" or doc[start].is_quote):
            start += 1
        whole = noun.right_edge.i == noun.i or doc[end].text in CLOSERS
        closes = end >= len(doc) or doc[end].text in CLOSERS or doc[end].pos_ in {"CCONJ", "SCONJ"}
        closes = closes or (doc[end].pos_ == "ADP" and noun.pos_ != "PROPN")  # "the Council on Studies" is one name
        plain = all(t.pos_ in {"NOUN", "PROPN", "ADJ", "PUNCT"} or noun.dep_ == "oprd" for t in doc[start:end])
        if whole and closes and plain and 0 < end - start <= LONGEST_TERM:
            yield start, end


def _named(verb: Any) -> Any:
    """Return the head of what a verb of naming gives: "is called drift", "known as strata", "dubbed it the Stink"."""
    if verb.lemma_ == "know" and verb.tag_ == "VBN":
        as_ = next((c for c in verb.children if c.dep_ == "prep" and c.lower_ == "as" and c.i == verb.i + 1), None)
        return None if as_ is None else next((c for c in as_.children if c.dep_ == "pobj"), None)
    if verb.lemma_ not in NAMING or verb.tag_ == "VBG":
        return None
    found = [c for c in verb.rights if c.dep_ in {"oprd", "attr"} and c.pos_ in {"NOUN", "PROPN", "ADV"}]
    if not found and verb.tag_ == "VBN":  # the parser takes "called strata" for an object
        found = [c for c in verb.rights if c.dep_ == "dobj" and c.left_edge.i == verb.i + 1]
    return found[0] if len(found) == 1 else None


def _of_somebody(verb: Any) -> bool:
    """Say whether it is a person who gets the name: "a widower called Moon", "She was named Ida"."""
    above = [verb.head, *verb.head.ancestors]  # "a widower in his seventies called Moon"
    bearers = above if verb.dep_ == "acl" else [c for c in verb.children if c.dep_ in {"nsubjpass", "dobj"}]
    return any(b.lower_ in MALE | FEMALE or b.lemma_.lower() in PEOPLE_NOUNS for b in bearers)


def _person(statement: Statement, article: Article, start: int, end: int) -> bool:
    first, last = statement.doc[start], statement.doc[end - 1]
    return any(
        mention.name_class is NameClass.PERSON and first.idx < mention.end and mention.start < last.idx + len(last.text)
        for mention in article.mentions(statement)
    )
