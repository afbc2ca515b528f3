"""Words that point back though neither a pronoun's noun nor an article shows it."""

from collections.abc import Sequence
from typing import Any

from quizzes.engine.facts.syntax import SUBJECTS, subject_of

# Nouns that sum up what was said, "shell nouns" (Schmid 2000): alone they say nothing of what it was.
SHELLS = frozenset(
    """advantage aim answer arrangement change choice claim complaint conclusion consequence contrast danger decision
    difference difficulty disadvantage discovery distinction doubt drawback effect event evidence exception experience
    explanation fact failure fear finding gap hope idea improvement incident issue lesson logic matter method mistake
    move news objection outcome paradox plan point possibility practice principle problem procedure process proposal
    purpose question rate reason remedy result risk rule scheme secret situation solution step subject success
    suggestion surprise task technique thing transaction trick trouble truth weakness""".split()
)
COMPLEMENTS = frozenset("of to about for in on between against behind with from".split())
# what one does is a deed, told by a sentence and not by a noun: "Plenty of shops charge. The chain tried it."
DOING = frozenset("do try attempt mean expect avoid prevent repeat".split())
CONTENTS = frozenset("dobj attr acomp xcomp ccomp oprd prt".split())


def bare_shell(noun: Any) -> bool:
    """Say whether a noun sums something up without saying what: "The change came", not "a change of colour"."""
    if noun.lemma_.lower() not in SHELLS or noun.tag_ not in {"NN", "NNS"}:
        return False
    if any(c.dep_ in {"relcl", "acl", "ccomp", "appos", "poss", "compound"} for c in noun.children):
        return False
    return not any(c.dep_ == "prep" and c.lower_ in COMPLEMENTS for c in noun.children)


def deed(token: Any) -> bool:
    """Say whether a pronoun stands for what somebody does: "tried it", "did this"."""
    return token.dep_ == "dobj" and token.head.lemma_ in DOING


def elliptical(root: Any) -> bool:
    """Say whether a sentence leaves out what its "do" does: "Plenty of stores now do, at $4 a parcel."."""
    if root.lemma_ not in {"do", "can", "will"} or root.pos_ not in {"VERB", "AUX"}:
        return False
    return not any(child.dep_ in CONTENTS for child in root.children)


def controller(token: Any) -> Any:
    """Return the subject that acts in the pronoun's own phrase, and so is not its object; None where there is none.

    "The presses ran for hours without satisfying them": whoever they are, they are not the presses.
    """
    verb = token.head
    if token.dep_ != "dobj" or verb.dep_ not in {"pcomp", "xcomp", "advcl"} or subject_of(verb) is not None:
        return None
    while verb.head.i != verb.i and subject_of(verb) is None:
        verb = verb.head
    return subject_of(verb)


def bare_number(token: Any) -> bool:
    """Say whether a number counts something that its sentence does not name: "went home with twenty-six"."""
    if token.pos_ != "NUM" or token.ent_type_ in {"DATE", "TIME", "MONEY", "PERCENT"} or list(token.children):
        return False
    if token.dep_ == "dobj":
        return True
    return bool(token.dep_ == "pobj" and token.head.lower_ == "with")


def names_a_place(nouns: Sequence[Any]) -> bool:
    """Say whether one of these nouns is where something happens, so that "there" has something to stand for."""
    named = (noun.ent_type_ in {"GPE", "LOC", "FAC"} and noun.dep_ not in SUBJECTS for noun in nouns)
    return any(named) or any(_is_set_in(noun) for noun in nouns)


def _is_set_in(noun: Any) -> bool:
    """Say whether something is, goes or happens at a noun: "in a shed", "to the mill"."""
    if noun.dep_ != "pobj" or noun.head.lower_ not in {"in", "at", "to", "into", "on", "near"} or noun.lower_ == "one":
        return False
    return noun.ent_type_ not in {"DATE", "TIME"} and noun.head.dep_ not in SUBJECTS


# words for some of a group, beside which "others" are the rest of it
PARTS = frozenset("some many several most half one few two three four five six seven eight nine ten".split())


def both_named(token: Any) -> bool:
    """Say whether "both" floats behind the two whom its clause names: "Ada Lund and Otto Holm both voted"."""
    subject = subject_of(token.head) if token.head.pos_ in {"VERB", "AUX"} else token.head
    return subject is not None and subject.i < token.i and any(c.dep_ == "conj" for c in subject.children)


def counted_one(token: Any, before: Sequence[Any]) -> bool:
    """Say whether "one" is a share, or one of what stands before it.

    "One in three women", "Of the 40 mills, only one was sold", "No two mills are alike. An ordinary one has 12 rooms."
    """
    doc = token.doc
    if token.i + 2 < len(doc) and doc[token.i + 1].lower_ == "in" and doc[token.i + 2].like_num:
        return True
    first = doc[token.sent.start]
    if first.lower_ in {"of", "among"} and first.i < token.i:
        return True
    described = any(c.dep_ in {"amod", "det", "relcl", "prep"} and c.lower_ != "no" for c in token.children)
    return described and any(noun.pos_ == "NOUN" and noun.dep_ != "compound" for noun in before)


def rest_of_some(token: Any, before: Sequence[Any]) -> bool:
    """Say whether "others" are the rest of a group of which a part was told: "Some sold. Others held out."."""
    return any(t.lower_ in PARTS and t.dep_ in SUBJECTS | {"det", "nummod", "amod"} for t in before)
