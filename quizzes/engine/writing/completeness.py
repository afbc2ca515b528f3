"""Whether each verb of a statement keeps what it has in the article, and claims enough without what is not shown."""

from collections.abc import Sequence
from typing import Any

from quizzes.engine.facts.values import Statement, once
from quizzes.engine.language.lexicon import DURATIONS, MONTHS

COMPLEMENTS = frozenset("dobj attr acomp xcomp ccomp oprd dative agent nsubjpass".split())
NEEDED = COMPLEMENTS | {"prt"}
# "The service opened" says all; what "The government gave up" or "Leith escaped" says is left open
COMPLETE = frozenset(
    """open close die live work happen occur begin start end finish stop rise fall grow shrink increase decrease decline
    double triple halve fade appear disappear vanish arrive land sail depart collapse sink burst explode erupt freeze
    melt evaporate rot rust burn fail survive perish drown starve bloom hatch breed marry retire resign last expire
    sleep swim fly sing dance smile weep run walk drift flow flood rain snow strengthen weaken expand contract harden
    soften crack shatter break split swell emerge recover strike vote migrate emigrate improve worsen deteriorate
    accelerate slow tighten widen narrow""".split()
)
LOOSE_PLACES = frozenset("back away there elsewhere apart inside outside nearby beyond further".split())


@once
def kept(statement: Statement) -> tuple[Any, ...]:
    """Return the tokens whose words stand in the statement; of a name written out for a pronoun, the first."""
    return tuple(statement.doc[word.start] for word in statement.words)


def figured(token: Any) -> bool:
    return bool(token.like_num or any(child.like_num for child in token.children))


def complete(statement: Statement, tokens: Sequence[Any]) -> bool:
    """Say whether each verb and preposition keeps what it has in the article, and the main verb has enough."""
    for token in tokens:
        if token.pos_ in {"VERB", "AUX"} and not all(
            _stands(child, statement) for child in token.children if child.dep_ in NEEDED
        ):
            return False
        if token.dep_ == "prep" and not any(_stands(child, statement) for child in token.children):
            return False
        if _placeless(token):
            return False
    return all(_enough(verb, statement) for verb in _asserted(statement))


def _stands(token: Any, statement: Statement) -> bool:
    return any(word.start <= token.i < word.end for word in statement.words)


def _placeless(token: Any) -> bool:
    """Say whether a word of place lacks its other end: "go back", "eleven miles away", but "away from Leith"."""
    loose = token.lower_ in LOOSE_PLACES and token.dep_ in {"advmod", "prt", "acomp"}
    following = token.doc[token.i + 1] if token.i + 1 < len(token.doc) else None
    return loose and (following is None or following.pos_ not in {"ADP", "PROPN"}) and not list(token.rights)


def _asserted(statement: Statement) -> list[Any]:
    """Return the verbs whose meaning the claim rests on: the main verb, and what is said to have happened."""
    verbs = [statement.verb]
    for verb in verbs:
        verbs += [c for c in verb.children if c.dep_ in {"ccomp", "xcomp"} and c.pos_ == "VERB"]
    return verbs


def _enough(verb: Any, statement: Statement) -> bool:
    """Say whether a verb has a complement beyond a time: "escaped because ..." and "gave up in April" have none."""
    if verb.pos_ != "VERB" or verb.lemma_.lower() in COMPLETE - _with_particle(verb):
        return True
    children = [child for child in verb.children if _stands(child, statement)]
    if any(child.dep_ in COMPLEMENTS for child in children):
        return True
    if verb.dep_ == "xcomp" and verb.tag_ == "VBN":
        return True
    if any(child.dep_ == "npadvmod" and figured(child) and not timed(child) for child in children):
        return True
    return any(child.dep_ == "prep" and not _time(child) for child in children)


def _with_particle(verb: Any) -> frozenset[str]:
    """Return the verb as one that says less with its particle: "broke down", "ran off"."""
    return frozenset((verb.lemma_.lower(),)) if any(c.dep_ == "prt" for c in verb.children) else frozenset()


def _time(preposition: Any) -> bool:
    return any(timed(child) for child in preposition.children if child.dep_ in {"pobj", "pcomp"})


def timed(token: Any) -> bool:
    """Say whether a noun is a time: a date, a month, a span."""
    return bool(
        token.ent_type_ in {"DATE", "TIME"}
        or token.text in MONTHS
        or token.lemma_.lower() in DURATIONS | {"time", "morning", "evening", "afternoon", "summer", "winter"}
        or (token.text.isdigit() and len(token.text) == 4)
    )
