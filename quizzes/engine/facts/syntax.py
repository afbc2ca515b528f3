"""Questions to a parse. Tokens are compared by position, since each access makes a new object."""

from collections.abc import Iterable
from typing import Any

SUBJECTS = frozenset(("nsubj", "nsubjpass"))
CORE = frozenset(("dobj", "attr", "acomp", "xcomp", "ccomp", "agent", "oprd", "dative", "prt", "expl"))
BREAKS = frozenset((",", ":", ";", "–", "—", "-", "(", ")", "--"))
FINITE = frozenset(("VBD", "VBZ", "VBP", "MD"))
BE = frozenset(("be",))


def subject_of(verb: Any) -> Any:
    """Return the verb's own subject token, or None."""
    found = [child for child in verb.lefts if child.dep_ in SUBJECTS and not is_share(child)]
    return _behind_comma(found[0], verb) if len(found) == 1 else None


def _behind_comma(subject: Any, verb: Any) -> Any:
    """Correct a torn list: "Between the fields and those by the river, a band of herons is ..." is about the band.

    A true apposition closes with a comma; one that runs into its verb is the subject.
    """
    for child in subject.rights:
        if child.dep_ == "appos" and child.i < verb.i and subject.doc[child.left_edge.i - 1].text == ",":
            following = subject.doc[child.right_edge.i + 1] if child.right_edge.i + 1 < len(subject.doc) else None
            if (
                following is not None
                and following.head.i in {verb.i, verb.head.i}
                and following.pos_ in {"AUX", "VERB"}
            ):
                return child
    return subject


def is_share(token: Any) -> bool:
    """Say whether a second subject only tells a share of the first: "Growers, many of them new, are ..."."""
    return token.lower_ in {"many", "most", "some", "all", "both", "each", "none", "several", "few"} and (
        token.i > 0 and token.doc[token.i - 1].text == ","
    )


def auxiliaries(verb: Any) -> list[Any]:
    """Return auxiliaries in order."""
    return [child for child in verb.lefts if child.dep_ in {"aux", "auxpass"}]


def finite_token(verb: Any) -> Any:
    """Return the token that carries the tense: the first auxiliary or the verb itself; None if neither is finite."""
    helpers = auxiliaries(verb)
    first = helpers[0] if helpers else verb
    return first if first.tag_ in FINITE else None


def span(token: Any) -> tuple[int, int]:
    """Return the token range of a subtree, end exclusive."""
    return token.left_edge.i, token.right_edge.i + 1


def is_plural(token: Any) -> bool:
    """Say whether a noun phrase takes a plural verb; a coordination with "and" does."""
    if any(child.dep_ == "cc" and child.lower_ == "and" for child in token.children) and any(
        child.dep_ == "conj" for child in token.children
    ):
        return True
    return token.tag_ in {"NNS", "NNPS"} or token.lower_ in {"they", "we", "these", "those", "people", "police", "many"}


def negated(verb: Any) -> bool:
    """Say whether the verb is denied by "not", "never", "hardly" or a subject with "no"."""
    words = {child.lower_ for child in verb.children}
    return any(child.dep_ == "neg" for child in verb.children) or bool(
        words & {"never", "hardly", "rarely", "seldom", "nothing", "nobody", "neither", "barely", "scarcely"}
    )


def spaced(token: Any) -> bool:
    """Say whether a dash is a break: a hyphen inside a word has no space beside it ("US-led")."""
    before = token.doc[token.i - 1].whitespace_ if token.i else ""
    return bool(before or token.whitespace_)


def is_break(token: Any) -> bool:
    """Say whether a punctuation mark may open something non-restrictive."""
    if token.text not in BREAKS:
        return False
    return token.text not in {"-", "–"} or spaced(token)


def in_list(token: Any) -> bool:
    """Say whether a comma only parts the members of a list or two adjectives: "money, food and tents"."""
    if token.text != "," or token.i + 1 >= len(token.doc):
        return False
    following = token.doc[token.i + 1]
    if following.like_num and token.i and token.doc[token.i - 1].like_num:
        return True  # "rooms 115, 117 and 118"
    member = following
    while member.head.i != member.i and member.dep_ not in {"conj"} and member.left_edge.i >= token.i:
        if member.head.i <= token.i:
            break
        member = member.head
    if member.dep_ == "conj" and member.head.i < token.i and member.pos_ not in {"VERB", "AUX"}:
        return True
    if following.dep_ == "cc":
        return any(child.dep_ == "conj" and child.pos_ not in {"VERB", "AUX"} for child in following.head.children)
    return following.dep_ == "amod" and token.doc[token.i - 1].pos_ in {"ADJ", "VERB"}


def tokens(doc: Any, positions: Iterable[int]) -> list[Any]:
    """Return the tokens at these positions in order."""
    return [doc[position] for position in sorted(positions)]
