"""When "the X" is clear alone, and what may be put before X to make it clear."""

import re
from collections.abc import Sequence
from typing import Any

UNIQUE = frozenset(
    """world sun moon earth west east north south internet public sky sea ocean past future present century climate
    economy environment universe planet atmosphere same time""".split()
)
CONTRASTIVE = frozenset("other former latter first second same following previous above next last opposite".split())
VAGUE = frozenset(
    """own many several new such more different unusual other earlier later late recent little big good bad few
    certain""".split()
)
# adjectives that only tell one from another that the clause does not name: "the old price"
TELLING_APART = frozenset(
    """old new original final latest earlier previous current recent smaller larger bigger older newer younger
    upper lower inner outer broken missing british foreign local big small whole entire only""".split()
)
DECADE = re.compile(r"^\d{3}0s$")  # "the 1920s"
PREMODIFIERS = frozenset(("compound", "amod", "nmod", "npadvmod", "punct"))


def vague(text: str) -> bool:
    return bool(
        set(text.lower().split()) & CONTRASTIVE
        | set(text.lower().split()) & {"own", "many", "several", "new", "such", "more"}
    )


def _plainly(token: Any) -> str:
    """Return a pre-modifier with its space, without the capital that only the sentence's head gave it."""
    text = token.text if token.pos_ == "PROPN" or token.ent_type_ or token.text.isupper() else token.lower_
    return f"{text}{token.whitespace_}"


def premodifiers(head: Any) -> str:
    """Return the unbroken run of compounds, adjectives and names before a noun, or nothing if a half word heads it."""
    run: list[Any] = []
    for position in range(head.i - 1, head.left_edge.i - 1, -1):
        token = head.doc[position]
        if token.is_quote and not run:
            continue
        if not (token.text == "-" or (token.dep_ in PREMODIFIERS and token.pos_ in {"NOUN", "PROPN", "ADJ"})):
            if token.whitespace_ == "":
                return ""  # "50-meter", "battery-powered": a piece of a word
            break
        run.insert(0, token)
    if run and (run[0].text == "-" or any(token.pos_ == "NUM" for token in run)):
        return ""
    return "".join(_plainly(token) for token in run).strip()


def compounds(docs: Sequence[Any], earlier: Sequence[tuple[int, int, str, bool]]) -> bool:
    """Say whether only nouns stand before each mention: "the stone bridge", but no "small sum" or "most swaps"."""
    return all(
        token.pos_ == "NOUN"
        for position, index, text, _ in earlier
        if text
        for token in docs[position][index - len(text.split()) : index]
    )


def held_by_name(docs: Sequence[Any], earlier: Sequence[tuple[int, int, str, bool]]) -> str | None:
    """Return the one earlier mention with the name it belongs to: "spokesman for the Leith Harbour Trust"."""
    if len(earlier) != 1 or vague(earlier[0][2]):
        return None
    position, index, before, _ = earlier[0]
    token = docs[position][index]
    for child in token.rights:
        tail = token.doc[child.left_edge.i : child.right_edge.i + 1]
        named = any(t.pos_ == "PROPN" for t in tail) and not any(t.is_punct or t.tag_ == "PRP$" for t in tail)
        if child.dep_ == "prep" and child.lower_ in {"of", "for"} and child.i == index + 1 and named and len(tail) < 8:
            return f"{before} {token.text} {tail.text}".strip()
    return None


def following(clause: Any) -> bool:
    """Say whether a clause only says that something came after or before: "in the winter that followed"."""
    return clause.lemma_ in {"follow", "ensue", "precede"} and not any(
        c.dep_ in {"dobj", "prep"} for c in clause.rights
    )


def clear_alone(token: Any, head: Any, kept: frozenset[int]) -> bool:
    """Say whether a definite is clear by itself: "the end of the war", "the men who came", "the world"."""
    for child in head.children:
        if child.i > head.i and child.i in kept:
            if child.dep_ == "prep" and child.lower_ in {
                "of",
                "for",
                "to",
                "between",
                "in",
                "on",
                "from",
                "at",
                "with",
            }:
                return True
            if child.dep_ in {"relcl", "acl", "ccomp", "appos"}:
                return not following(child)
    before = list(head.doc[token.i + 1 : head.i])
    if any(t.ent_type_ in {"GPE", "NORP", "ORG", "PERSON", "LOC"} for t in before):
        return True
    if any(t.tag_ == "JJS" or t.lower_ == "most" for t in before):
        return False
    return head.lemma_.lower() in UNIQUE and len(before) <= 1
