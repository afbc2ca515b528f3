"""Whether what is left of a clause is a whole sentence: the structure is checked, the parse is not trusted."""

from itertools import pairwise
from typing import Any

from quizzes.engine.facts.deixis import dated_from_today, from_today
from quizzes.engine.facts.syntax import FINITE, SUBJECTS, auxiliaries, finite_token, is_plural
from quizzes.engine.language.inflection import agrees
from quizzes.engine.language.lexicon import PERSON_NOUNS

LONGEST_INNER_CUT = 4  # an adverb or "in this way" may leave the middle of a clause
PURPOSES = frozenset("challenge goal aim task problem idea plan step solution job key trick purpose priority".split())


def sound(verb: Any, subject: Any, kept: set[int]) -> bool:
    """Check the structure instead of trusting the parse: agreement, no orphans, one subject, finite verb."""
    doc = verb.doc
    finite = finite_token(verb)
    if finite is None or verb.i not in kept or subject.i not in kept:
        return False
    if (
        subject.tag_ not in {"PRP", "WP", "WDT", "DT", "EX"}
        and not agrees(finite.tag_, finite.text, is_plural(subject))
        and subject.lower_ not in {"number", "majority", "group", "team", "staff", "none", "some", "all", "half"}
    ):
        return False
    if sum(child.dep_ in SUBJECTS and child.i in kept for child in verb.children) > 1:
        return False
    for position in kept:
        token = doc[position]
        if (
            position not in {verb.i, subject.i}
            and token.head.i not in kept
            and not token.is_punct
            and token.dep_ not in {"cc"}
        ):
            return False
    quotes = sum(doc[position].text.count('"') for position in kept)
    if quotes % 2:
        return False
    if _torn(doc[max(kept)]):
        return False
    if from_today(verb, subject) or any(dated_from_today(doc[p]) or doc[p].lower_ == "here" for p in kept):
        return False
    if max(kept) == verb.i and not auxiliaries(verb):
        return False  # "The move comes.": what it is about was cut off
    if _background(verb, kept) or _half_pair(doc, kept) or _joined_marks(verb, kept) or _undated(doc, kept):
        return False
    if _that_without_verb(verb, kept) or _unnamed(subject) or headless(subject):
        return False
    # "One challenge is creating maps" is no progressive
    return not (verb.tag_ == "VBG" and subject.lemma_.lower() in PURPOSES)


def headless(subject: Any) -> bool:
    """Say whether a subject owns something that only the sentence before names: "Mr Holm's, dated 9 May, was lost"."""
    return any(child.tag_ == "POS" and child.i > subject.i for child in subject.children)


def _background(verb: Any, kept: set[int]) -> bool:
    """Say whether the news was cut off behind "when": "was moving a cabinet, | when he found a ballot behind it"."""
    if verb.tag_ != "VBG":
        return False
    return any(t.lower_ == "when" and t.i > verb.i and t.i not in kept for t in verb.sent)


def _half_pair(doc: Any, kept: set[int]) -> bool:
    """Say whether "between", "both" or "either" lost its second half: "went between the Board | and the city"."""
    for position in kept:
        token = doc[position]
        if token.lower_ not in {"between", "both", "either"} or token.dep_ == "pobj":
            continue
        whole = token.head if token.lower_ != "between" else token
        links = {t.i for t in whole.subtree if t.i > position and t.dep_ == "cc"}
        if links and not any(t > position and doc[t].dep_ == "cc" for t in kept):
            return True
    return False


def _joined_marks(verb: Any, kept: set[int]) -> bool:
    """Say whether a cut behind the verb joined words across a colon or semicolon: "are taken ...: up by 20p"."""
    doc, ordered = verb.doc, sorted(p for p in kept if p >= verb.i)
    for one, two in pairwise(ordered):
        gap = doc[one + 1 : two]
        if len(gap) and any(t.text in {":", ";"} for t in gap) and gap[0].text not in {"(", "["}:
            return True
        if len(gap) > LONGEST_INNER_CUT and not (gap[0].is_punct and (gap[-1].is_punct or doc[two].is_punct)):
            return True
    return False


def _undated(doc: Any, kept: set[int]) -> bool:
    """Say whether a date at the head lost its preposition: "Since | March 2014 sensors have recorded"."""
    first = min(kept)
    before = doc[first - 1].lower_ if first else ""
    dated = doc[first].ent_type_ in {"DATE", "TIME"} or doc[first].like_num
    return dated and before in {"since", "until", "for", "by", "from", "before", "after"}


def _that_without_verb(verb: Any, kept: set[int]) -> bool:
    """Say whether a "that" opens a clause whose verb was cut: "believed that still objects on Earth"."""
    doc = verb.doc
    opened = [p for p in kept if doc[p].lower_ == "that" and p > verb.i and doc[p - 1].pos_ == "VERB"]
    return any(not any(q > p and doc[q].tag_ in FINITE for q in kept) for p in opened)


def _unnamed(subject: Any) -> bool:
    """Say whether a bare post lost the name that stood beside it: "Co-founder of Leith Mills, Ada Lund, left"."""
    lemma = subject.lemma_.lower()
    return bool(
        subject.tag_ == "NN"
        and (lemma in PERSON_NOUNS or lemma.endswith("founder"))
        and not any(child.dep_ in {"det", "poss", "nummod"} for child in subject.children)
    )


def _torn(last: Any) -> bool:
    """Say whether the last word asks for more: "since IS", "still follow different", "ready to"."""
    if last.dep_ == "pobj" and last.head.lower_ == "since" and last.ent_type_ not in {"DATE", "TIME", "EVENT"}:
        return True  # "is worrying since IS": the clause behind "since" was torn
    if last.pos_ == "ADJ" and last.dep_ in {"amod", "dobj"}:
        return True
    if (
        last.tag_ in {"JJR", "RBR", "JJ", "RB"}
        and last.i > 1
        and "how" in {t.lower_ for t in last.doc[last.i - 2 : last.i]}
    ):
        return True  # "has measured how much sooner"
    return bool((last.pos_ in {"ADP", "DET", "CCONJ", "SCONJ"} and last.dep_ != "prt") or last.tag_ == "TO")
