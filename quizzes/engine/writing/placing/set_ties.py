"""What a sentence takes up of several things that only the sentence before speaks of: "both", "one of them", "they"."""

import re
from collections.abc import Iterator, Sequence
from typing import Any

from quizzes.engine.facts.antecedents import COLLECTIVE
from quizzes.engine.writing.placing.ties import EMPTY, Tie

COUNTED = re.compile(
    r"Both(?= (?!the\b|a\b|of the\b|in\b|on\b)\w)|Neither(?= (?:was|is|had|has|could|would|did)\b)"
    r"|Neither(?= of (?:them|these|those)\b)"
    r"|The other(?= (?:was|is|had|has|one|would|could|did)\b)|Each(?= of them\b)"
    r"|Each(?= (?:was|is|had|has|would|could|will|can)\b)"
    r"|(?:One|Two|Three|Some|Most|Half|Many|All|None|Several) of (?:them|these|those)\b"
    r"|One(?= (?:was|is|had|has|came|went)\b)|The (?:first|former|latter)(?= (?:was|is|had|has)\b)"
)
SEVERAL = re.compile(r"(?:They|These|Those(?! (?:of us|of you|who|that|which)\b))(?= [a-z])")
COUNTS = frozenset("two three four five six seven eight nine ten several both pair couple some dozen".split())
GROUPS = COLLECTIVE | {"gang", "police", "people", "family", "couple", "pair", "party", "club", "firm"}
LONGEST = 8
SUBJECTS = frozenset(("nsubj", "nsubjpass"))
ARGUMENTS = frozenset("nsubj nsubjpass dobj pobj attr conj".split())


def set_ties(spans: Sequence[Any], index: int, left: Any = None) -> Iterator[Tie]:
    """ "Two boats were lost. One was found in May": nothing earlier in the paragraph is counted.

    `left` is the sentence that the paragraph before ends with: its subject is no "they" either.
    """
    if not index:
        return
    text = spans[index].text
    for pattern, nouns, strength in ((COUNTED, _counted, 1.0), (SEVERAL, several, 0.9)):
        found = pattern.match(text)
        if found is None or (pattern is SEVERAL and spans[index][0].dep_ == "det"):
            continue
        if left is not None and pattern is SEVERAL and any(noun.dep_ in SUBJECTS for noun in nouns(left)):
            continue
        here = list(nouns(spans[index - 1]))
        if here and not any(True for span in spans[: index - 1] for _ in nouns(span)):
            source = _source(here, spans[index - 1]) if pattern is SEVERAL else _number(here, spans[index - 1])
            yield Tie(found.group(), source, index - 1, strength, strength == 1.0)
    yield from _one_of(spans, index)


def _one_of(spans: Sequence[Any], index: int) -> Iterator[Tie]:
    """ "Three craters were found. One crater was six metres wide": no other sentence before speaks of craters."""
    first, noun = spans[index][0], spans[index][0].head
    if first.lower_ not in {"one", "another"} or noun.tag_ != "NN" or noun.i != first.i + 1:
        return
    alike = [[token for token in span if token.lemma_.lower() == noun.lemma_.lower()] for span in spans[:index]]
    here = [token for token in alike[-1] if token.tag_ == "NNS"]
    if here and not any(alike[:-1]) and (first.lower_ == "one" or len(alike[-1]) == 1):
        yield Tie(f"{first.text} {noun.text}", _named(here[0]), index - 1, 1.0, near=True)


def _number(nouns: Sequence[Any], sentence: Any) -> str:
    """Name what "both" counts where one main noun has a number: not in "a flash, or the crash of two stars"."""
    numerals = [token for token in sentence if token.like_num or token.lower_ in COUNTS]
    main = nouns[0].head.i == sentence.root.i and nouns[0].dep_ in {*SUBJECTS, "dobj"}
    return _named(nouns[0]) if len(nouns) == len(numerals) == 1 and main else ""


def _source(nouns: Sequence[Any], sentence: Any) -> str:
    """Name whom "they" means where only the subject may be, not in "Ada and Peter reached the islands"."""
    first = [noun for noun in nouns if noun.dep_ != "conj"]
    if len(first) != 1 or first[0].dep_ not in SUBJECTS:
        return ""
    joined = any(token.dep_ == "conj" and {token.pos_, token.head.pos_} <= {"NOUN", "PROPN"} for token in sentence)
    others = any(token.lemma_.lower() in GROUPS or token.lower_ in {"he", "she"} for token in sentence)
    own = any(child.dep_ == "conj" for child in first[0].rights)
    return "" if others or (joined and not own) else _named(first[0])


def _named(noun: Any) -> str:
    """Name a noun with all that it is joined to: "180 students and employees"."""
    while noun.dep_ == "conj" and noun.head.pos_ in {"NOUN", "PROPN"}:
        noun = noun.head
    last = noun
    while (following := next((child for child in last.rights if child.dep_ == "conj"), None)) is not None:
        last = following
    end = last.i if last.i - noun.i <= LONGEST else noun.i
    return str(noun.doc[noun.left_edge.i : end + 1].text)


def _counted(sentence: Any) -> Iterator[Any]:
    """Yield the nouns of several things that a sentence counts: "two boats", "several of the boats"."""
    for noun in several(sentence):
        if any(child.lower_ in COUNTS or child.dep_ == "nummod" for child in noun.lefts):
            yield noun


def several(sentence: Any) -> Iterator[Any]:
    """Yield the nouns of several things, and names joined by "and", that a plural pronoun may mean."""
    for noun in sentence:
        joined = noun.dep_ in ARGUMENTS and any(child.dep_ == "conj" for child in noun.rights)
        if noun.ent_type_ in {"DATE", "TIME", "QUANTITY", "MONEY", "PERCENT"} or noun.lemma_.lower() in EMPTY:
            continue
        if noun.dep_ in ARGUMENTS and (noun.tag_ in {"NNS", "NNPS"} or (noun.pos_ == "PROPN" and joined)):
            yield noun
