"""With what opening a sentence leans on the one before: "This ...", "It ...", "They ..."."""

import re
from collections.abc import Iterator, Sequence
from typing import Any

from quizzes.engine.facts.antecedents import COLLECTIVE, empty_it
from quizzes.engine.language.lexicon import PEOPLE_NOUNS
from quizzes.engine.writing.placing.set_ties import several
from quizzes.engine.writing.placing.ties import EMPTY, Tie

SUBJECTS = frozenset(("nsubj", "nsubjpass"))
CORE = frozenset(("nsubj", "nsubjpass", "dobj", "attr", "pobj"))
POINTING = frozenset(("this", "that", "these", "those", "such"))
PLURAL, SINGULAR = frozenset(("they", "their", "them")), frozenset(("it", "its"))
WEATHER = frozenset("rain snow be seem take happen appear turn become get help matter cost follow".split())
REACH = 6
# an opening that goes on from a sentence said before
CONNECTIVE = re.compile(
    r"(?:For example|For instance|As a result|In other words|Instead|Even so|By contrast|On the contrary|Similarly"
    r"|Likewise|Moreover|Nor|Neither|Both|Others)(?=,)"
    r"|(?:Nor|Neither)(?= (?:was|were|is|are|did|does|do|had|has|have)\b)"
    r"|(?:That|This) is why\b"
)


def opening_ties(spans: Sequence[Any], index: int) -> Iterator[Tie]:
    """ "The council sold a mill. It ...": no paragraph opens so, and the first sentence says what is meant."""
    link = clings(spans, index) if index == 1 else ""
    if link:
        yield Tie(link, "", 0, 0.9)


def clings(spans: Sequence[Any], index: int) -> str:
    """Return the opening with which a sentence leans on the one before; empty where it may stand alone."""
    if not index:
        return ""
    before, sentence = spans[index - 1], spans[index]
    found = CONNECTIVE.match(sentence.text.strip())
    if found is not None:
        return found.group()
    for token in sentence[:REACH]:
        lower = token.lower_
        if token.pos_ in {"NOUN", "PROPN"} and token.ent_type_ not in {"DATE", "TIME"}:
            return ""
        if lower in POINTING and _points(token, sentence):
            return _pointer(token)
        if lower in PLURAL and token.i - sentence.start < REACH and _plural_before(before):
            return str(token.text)
        if lower in SINGULAR and not _expletive(token) and any(map(_thing, before)):
            return str(token.text)
        if token.pos_ == "PRON" and lower not in POINTING:
            return ""
    return ""


def _points(token: Any, sentence: Any) -> bool:
    """Say whether "this" is a subject or belongs to the noun at the opening; not "that" of "that it rained"."""
    if token.lower_ in {"those", "that"} and any(c.dep_ in {"relcl", "acl", "prep"} for c in token.rights):
        return False  # "Those who had lived there said so": they are said here
    if token.dep_ in SUBJECTS:
        return bool(token.i - sentence.start <= 1)
    noun = token.head
    explained = any(c.i > noun.i and c.dep_ in {"prep", "relcl", "acl"} for c in noun.children)
    return bool(
        token.dep_ in {"det", "predet", "amod"}
        and noun.pos_ == "NOUN"
        and noun.i - token.i <= 3
        and not explained
        and not noun.ent_type_
    )


def _pointer(token: Any) -> str:
    if token.dep_ in SUBJECTS:
        return str(token.text)
    return str(token.doc[token.i : token.head.i + 1].text)


def _plural_before(before: Any) -> bool:
    return any(noun.dep_ != "conj" for noun in several(before)) or any(
        t.lemma_.lower() in COLLECTIVE and t.dep_ in CORE for t in before
    )


def _expletive(it: Any) -> bool:
    """Say whether "it" only prepares what follows: "it was Holm who", "it rained", "it is said that"."""
    if it.tag_ == "PRP$":
        return False
    verb = it.head
    clause = any(child.dep_ in {"ccomp", "csubj", "csubjpass"} for child in verb.children)
    clause = clause or (it.dep_ == "nsubjpass" and any(child.dep_ == "xcomp" for child in verb.children))
    return clause or empty_it(it) or (verb.lemma_.lower() in WEATHER and it.dep_ == "nsubj")


def _thing(token: Any) -> bool:
    singular = token.tag_ in {"NN", "NNP"} and token.dep_ in CORE and token.ent_type_ not in {"PERSON", "DATE", "TIME"}
    return bool(singular and token.lemma_.lower() not in PEOPLE_NOUNS | EMPTY)
