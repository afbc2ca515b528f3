"""Whether a statement says something that a reader can check and would want to know."""

import re
from typing import Any

from quizzes.engine.facts.syntax import span
from quizzes.engine.facts.values import Statement, once
from quizzes.engine.items.wording import meaning, tokens
from quizzes.engine.language.lexicon import PERSON_NOUNS, SPEECH
from quizzes.engine.writing.claims import reports
from quizzes.engine.writing.completeness import kept, timed

CONTENT = frozenset(("NOUN", "PROPN", "NUM", "ADJ", "VERB"))
LEAST = 3
FORETOLD = 0.75
# what these name stands outside the statement unless "of", "that" or "to" says it: "have a luxury that hers lack"
SHELLS = frozenset(
    """luxury chance idea thing way point matter problem effect reason difference trouble story answer version change
    opportunity advantage choice mistake success failure result thought aim situation case fact issue task solution
    deal habit turn move side kind sort hope fear secret surprise question approach measure step plan purpose
    conclusion lesson possibility disadvantage drawback catch exception explanation proportion figure rate""".split()
)
SAYING_WHAT = frozenset("of for between that whether to in behind".split())
INDEFINITE = frozenset(
    """something anything nothing everything someone anyone somebody anybody everyone everybody thing what whatever
    whoever somewhere""".split()
)
BARE = frozenset(
    "he she it they this that these those there one ones some others another many such all both rest".split()
)
ELSEWHERE = frozenset(
    """such similar other others another same different former latter respective latest previous next following
    """.split()
)
DISCOURSE = frozenset(
    """merely just also thereby therefore thus hence however instead too indeed meanwhile likewise similarly
    nevertheless nonetheless otherwise besides moreover furthermore accordingly consequently simply though anyway
    perhaps possibly subsequently presumably evidently apparently arguably surely certainly clearly naturally""".split()
)
PHRASES = (
    "in turn", "for their part", "for its part", "for his part", "for her part", "in practice", "in fact", "as well",
    "of course", "in theory", "for example", "for instance", "at all", "on the other hand", "after all", "as it turned",
    "so to speak", "in the end", "at last", "at first", "in the meantime", "at the time", "by then", "until then",
    "since then", "the outset", "the beginning", "one of those", "some of those", "those who",
    "in other words", "in any case", "in effect", "in short", "what there was",
)  # fmt: skip
MAY = frozenset("may might could would should".split())
AFTERWARDS = frozenset("later earlier before after afterwards beforehand".split())
LASTING = SPEECH | frozenset(
    """be have own run lead head live teach work study play want plan hope intend need prefer use make build know keep
    belong remain call blame support oppose see find regard consider describe""".split()
)
PICTURES = frozenset("photograph photo picture caption video footage snapshot".split())
POSTURES = frozenset("sit stand lie wait lean smile nod look laugh sigh stare point wave kneel gaze".split())
YEAR = re.compile(r"\b(?:1\d|20)\d\d\b")
PERSONS = frozenset("man woman boy girl person people couple passenger".split()) | PERSON_NOUNS


@once
def worth_stating(statement: Statement) -> bool:
    """Say whether a statement, with its context line, is settled, checkable and worth knowing."""
    return not (
        _leans(statement)
        or _vague(statement)
        or _thin(statement)
        or _anecdotal(statement)
        or (statement.context is None and _earlier(statement))
        or _given(statement)
    )


def _leans(statement: Statement) -> bool:
    """Say whether a word leans on what went before: discourse words, a bare "this", "last spring", "the others"."""
    text = f" {statement.text.lower()} "
    words = set(tokens(statement.text))
    if words & DISCOURSE or any(f" {phrase} " in text.replace(",", " ").replace(".", " ") for phrase in PHRASES):
        return True
    subject = statement.subject
    if subject.lower_ in BARE and _written(statement, subject).lower() == subject.lower_:
        return True
    if any(_whose(token, statement) for token in kept(statement)):
        return True
    if _named_thing(statement) or _named_twice(statement):
        return True
    if any(_seen_from_today(token) or _afterwards(token, statement) for token in kept(statement)):
        return True
    return statement.context is None and bool(words & ELSEWHERE)


def _written(statement: Statement, token: Any) -> str:
    return next((word.text for word in statement.words if word.start <= token.i < word.end), token.text)


def _named_thing(statement: Statement) -> bool:
    """Say whether "it" or "they" was written out as a common noun, which is too often the wrong one."""
    for word in statement.words:
        token = statement.doc[word.start]
        if token.lower_ in {"it", "they", "them", "its", "their"} and word.text.lower() != token.lower_:
            names = [part for part in word.text.split()[1:] if part[0].isupper()]
            if not names and (word.text[0].islower() or word.text.lower().startswith(("the ", "a ", "an "))):
                return True
    return False


def _named_twice(statement: Statement) -> bool:
    """Say whether the subject's name comes again without "'s": a pronoun was written out as the wrong person."""
    name = _written(statement, statement.subject).split()[-1]
    again = [w for w in statement.words if name in w.text.split() and not w.start <= statement.subject.i < w.end]
    return statement.subject.pos_ in {"PROPN", "PRON"} and name[:1].isupper() and bool(again)


def _whose(token: Any, statement: Statement) -> bool:
    """Say whether "him" or "his" has nobody in the statement before it: "Lund replaced him", "led by his deputy"."""
    if token.tag_ not in {"PRP", "PRP$"} or _written(statement, token).lower() != token.lower_:
        return False
    if token.tag_ == "PRP" and token.dep_ == "dobj" and token.head.i == statement.verb.i:
        return not token.lower_.endswith(("self", "selves"))
    if token.lower_ not in {"his", "her"} or token.tag_ != "PRP$":
        return False
    before = [t for t in kept(statement) if t.i < token.i and t.head.dep_ != "det"]
    return not any(t.pos_ == "PROPN" or t.lemma_.lower() in PERSONS or t.lower_ in {"he", "she", "who"} for t in before)


def _seen_from_today(token: Any) -> bool:
    """Say whether a time hangs on the day of writing: "last spring", "next January", "this year"."""
    season = timed(token) or token.lower_ in {"spring", "autumn", "fall", "week", "weekend", "season"}
    return bool(season and token.i and token.doc[token.i - 1].lower_ in {"last", "next", "this", "past"})


def _afterwards(token: Any, statement: Statement) -> bool:
    """Say whether a time counts from another that no year of the context line gives: "six days later"."""
    dated = statement.context is not None and YEAR.search(statement.context) is not None
    return token.lower_ in AFTERWARDS and token.dep_ in {"advmod", "prt", "pcomp"} and not dated


def _vague(statement: Statement) -> bool:
    """Say whether the claim is empty: "saw their chance", "did something", "may come home", "what there was"."""
    verb = statement.verb
    for token in kept(statement):
        if token.lower_ in INDEFINITE and token.dep_ not in {"mark", "det"}:
            return True
        if token.lower_ in MAY and token.tag_ == "MD" and not _reported(token.head, verb):
            return True
        if token.dep_ == "pobj" and token.pos_ == "NUM" and token.head.lower_ == "by" and not list(token.children):
            return True  # "have been rising by 3": three what?
        if token.dep_ == "dobj" and token.lower_ in {"%", "percent", "cent"} and not list(token.rights):
            return True  # "achieved more than 80%": of what?
        if (
            token.lemma_.lower() in SHELLS
            and token.dep_ in {"dobj", "attr", "nsubj", "nsubjpass"}
            and not _filled(token)
        ):
            return True
    return False


def _reported(inner: Any, verb: Any) -> bool:
    """Say whether a verb stands in what somebody said: "said that it would close a mill"."""
    return bool(reports(verb) and inner.i != verb.i)


def _filled(shell: Any) -> bool:
    """Say whether a noun brings what it stands for: "the aim of saving the mill", "10 per cent of", "the oil price"."""
    for child in shell.children:
        if child.dep_ == "prep" and child.lower_ in SAYING_WHAT:
            return True
        if child.dep_ == "acl" and any(c.lower_ in SAYING_WHAT for c in child.lefts):
            return True
        if child.dep_ in {"compound", "amod", "nummod"} and child.pos_ in {"NOUN", "PROPN", "NUM"}:
            return True
    return False


def _thin(statement: Statement) -> bool:
    """Say whether too little is claimed: "said that no commitments had been made", "said he'd seen her play"."""
    verb = statement.verb
    begin, end = span(statement.subject)
    everything = kept(statement)
    outside = [t for t in everything if not begin <= t.i < end]
    dated = any(t.like_num or timed(t) for t in outside)
    claimed = sum(_carries(t) for t in outside)
    if reports(verb):
        denied = any(t.dep_ == "neg" or t.lower_ == "no" for t in outside)
        return claimed - 1 < LEAST + (denied and not dated)
    return claimed < 2 or sum(_carries(t) for t in everything) < (LEAST if dated else LEAST + 1)


def _carries(token: Any) -> bool:
    """Say whether a word carries meaning: no helper, no "be" or "have"."""
    manner = token.pos_ == "ADV" and token.lower_.endswith("ly")
    light = token.lemma_.lower() in {"be", "have", "do", "make", "get", "take", "give", "say"}
    return (token.pos_ in CONTENT or manner) and not light and token.dep_ not in {"aux", "auxpass"}


def _anecdotal(statement: Statement) -> bool:
    """Say whether it is about a passer-by or sets a scene: "A driver who set out", "nine women sat in a row"."""
    subject = statement.subject
    person = subject.ent_type_ == "PERSON" or subject.lemma_.lower() in PERSONS | {"he", "she", "they"}
    if person and statement.verb.lemma_.lower() in POSTURES:
        return True
    alone = subject.ent_type_ == "PERSON" or subject.lower_ in {"he", "she"}
    if alone and statement.verb.tag_ == "VBZ" and statement.verb.lemma_.lower() not in LASTING:
        return True  # "Lund counts for ten minutes" is a scene that the writer saw
    if subject.lemma_.lower() in PICTURES:
        return True
    plain = subject.tag_ == "NN" and subject.lemma_.lower() in PERSONS
    return plain and any(child.lower_ in {"a", "an", "one", "another"} for child in subject.lefts)


def _earlier(statement: Statement) -> bool:
    """Say whether it is told as what had gone before, with nothing shown that it went before."""
    told = any(word.text.lower() in {"before", "by", "until", "when"} for word in statement.words)
    return not told and any(c.lower_ == "had" and c.dep_ in {"aux", "auxpass"} for c in statement.verb.children)


def _given(statement: Statement) -> bool:
    """Say whether the context line says it already."""
    said = meaning(statement.text)
    return statement.context is not None and len(said & meaning(statement.context)) > FORETOLD * len(said)
