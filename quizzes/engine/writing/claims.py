"""Whether a statement is one whole claim: one predicate, nothing hung on it, every verb with what it needs."""

from typing import Any

from quizzes.engine.facts.deixis import deictic
from quizzes.engine.facts.syntax import BREAKS, FINITE, SUBJECTS, finite_token, in_list, spaced
from quizzes.engine.facts.values import Statement
from quizzes.engine.language.lexicon import DURATIONS, MONTHS, SPEECH

COMPLEMENTS = frozenset("dobj attr acomp xcomp ccomp oprd dative agent nsubjpass".split())
NEEDED = COMPLEMENTS | {"prt"}
HUNG_ON = frozenset(("relcl", "acl", "advcl", "appos"))
CONTRAST = frozenset("but yet nor whereas although though while albeit".split())
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
INFINITE = frozenset(("VBG", "VBN"))


def kept(statement: Statement) -> list[Any]:
    """Return the tokens whose words stand in the statement; of a name written out for a pronoun, the first."""
    return [statement.doc[word.start] for word in statement.words]


def one_claim(statement: Statement) -> bool:
    """Say whether the statement makes one claim, as a whole sentence with one finite verb that is asserted."""
    tokens = kept(statement)
    return not (
        any(_second(token, statement) for token in tokens)
        or _loose_mark(statement, tokens)
        or _double_predicate(statement)
        or not _complete(statement, tokens)
        or _expletive_named(statement)
        or _wandering_subject(statement)
        or _torn(statement)
    )


def _second(token: Any, statement: Statement) -> bool:
    """Say whether a word brings a second claim in: "recovered and returned", ", which was sold", "saying that"."""
    if token.dep_ in {"parataxis", "dep", "intj"} or (token.dep_ == "cc" and token.lower_ in CONTRAST):
        return True
    if token.dep_ == "conj" and token.pos_ in {"VERB", "AUX"}:
        return True
    if token.dep_ == "mark" and token.lower_ in CONTRAST:
        return True
    if token.dep_ not in HUNG_ON or token.i == statement.verb.i:
        return False
    before = token.left_edge.i - 1
    if before >= 0 and statement.doc[before].text == "," and statement.covers(before, before + 1):
        return token.left_edge.i > statement.verb.i
    if token.dep_ == "advcl":
        return token.tag_ in INFINITE and not _marked(token)
    return bool(token.dep_ == "relcl" and token.head.pos_ == "PROPN")


def _marked(clause: Any) -> bool:
    """Say whether a conjunction or "to" opens an adverbial clause, or a verb of its own carries its tense."""
    return any(c.dep_ in {"mark", "aux", "auxpass", "nsubj", "nsubjpass"} or c.tag_ == "WRB" for c in clause.lefts)


def _loose_mark(statement: Statement, tokens: list[Any]) -> bool:
    """Say whether a mark parts the statement: every comma but the one of a list, a date or a fronted adjunct."""
    for token in tokens:
        if token.text not in BREAKS or not statement.covers(token.i, token.i + 1):
            continue
        if token.text in {"-", "–"} and not spaced(token):
            continue
        closes_front = statement.front is not None and token.i == statement.front[1]
        if token.text != "," or not (closes_front or in_list(token) or _dated(token)):
            return True
    return False


def _dated(comma: Any) -> bool:
    """Say whether a comma belongs to a date: "May 9, 2016"."""
    following = comma.doc[comma.i + 1] if comma.i + 1 < len(comma.doc) else None
    return bool(comma.i and comma.doc[comma.i - 1].like_num and following is not None and following.like_num)


def _double_predicate(statement: Statement) -> bool:
    """Say whether a plain "is" says two things, one of them a figure: "is 22 and six feet four"."""
    said = [c for c in statement.verb.children if c.dep_ in {"attr", "acomp"}]
    if any(c.dep_ == "cc" and c.i > statement.verb.i and statement.covers(c.i, c.i + 1) for c in statement.verb.children):
        return True  # "is a baker and his mother a nurse"
    return any(c.dep_ == "conj" and (_figured(c) or _figured(one)) for one in said for c in one.children)


def _figured(token: Any) -> bool:
    return bool(token.like_num or any(child.like_num for child in token.children))


def _complete(statement: Statement, tokens: list[Any]) -> bool:
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
    if any(child.dep_ == "npadvmod" and _figured(child) and not timed(child) for child in children):
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


def _expletive_named(statement: Statement) -> bool:
    """Say whether a name took the place of an empty "it": "In the evening it was found that nine men had gone"."""
    subject = statement.subject
    written = next((word.text for word in statement.words if word.start <= subject.i < word.end), subject.text)
    if subject.lower_ != "it" or written.lower() == "it":
        return False
    return any(c.dep_ in {"ccomp", "csubj", "xcomp", "acomp"} for c in statement.verb.children)


def _wandering_subject(statement: Statement) -> bool:
    """Say whether anything but helpers and adverbs stands between subject and verb: the parse took the wrong word."""
    verb, subject = statement.verb, statement.subject
    if subject.i > verb.i:
        return subject.dep_ in SUBJECTS
    edge = max((t.i for t in subject.subtree if t.i < verb.i and statement.covers(t.i, t.i + 1)), default=subject.i)
    between = [t for t in kept(statement) if edge < t.i < verb.i]
    return any(t.head.i != verb.i and t.head.head.i != verb.i for t in between)


def _torn(statement: Statement) -> bool:
    """Say whether a clause lost its head or its verb.

    "... before a printer, Peace, | undertook it" keeps a subject without its verb; in "the price had fallen, exports
    had climbed" two clauses share one stop.
    """
    verb, doc = statement.verb, statement.doc
    if finite_token(verb) is None or any(c.dep_ == "ccomp" and c.i < verb.i for c in verb.children):
        return True
    last = statement.words[-1].end
    if last < len(doc) and not (doc[last].is_punct or doc[last].dep_ == "cc" or deictic(doc[last])):
        if statement.words[-1].start > verb.i and not doc[last].is_sent_start:
            return True  # "awarded credit for the discovery | to a team": what was cut belongs to it
    for child in doc[last - 1].children:
        after = child.right_edge.i + 1
        if child.dep_ == "appos" and after + 1 < len(doc) and doc[after].text == "," and doc[after + 1].tag_ in FINITE:
            return True
    return False


def reports(verb: Any) -> bool:
    """Say whether a verb only hands on what somebody said."""
    return bool(verb.lemma_.lower() in SPEECH and any(c.dep_ == "ccomp" for c in verb.children))
