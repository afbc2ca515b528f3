"""A pronoun's place: the subject of its clause and of the clause above, what else than a noun may be meant."""

from typing import Any

from quizzes.engine.facts.antecedents import FOLLOWING
from quizzes.engine.facts.syntax import SUBJECTS

PLURAL = frozenset(("they", "them", "their"))
SINGULAR = frozenset(("it", "its"))
OWNING = frozenset(("its", "their"))
VERBS = frozenset(("VERB", "AUX"))
# what may be meant without being a noun: "one as small as this", "something", "two of them"
OPEN_ONES = frozenset("something one this that nothing everything anything what whatever none".split())
OPEN_MANY = frozenset(
    "ones these those some others two three four five both many most several few all none half rest".split()
)
NUMBERS = frozenset("two three four five half".split())
QUANTITIES = frozenset("some many most each all none several few half any part much rest".split())
CLAUSES = frozenset(("conj", "ccomp", "advcl"))
OBJECTS = frozenset(("dobj", "pobj", "dative"))
ARGUMENTS = frozenset((*SUBJECTS, "dobj", "pobj", "attr"))


def main_subject(sentence: Any) -> Any:
    """Return the subject of the main verb; of "there are", what there is."""
    root = sentence.root
    if any(child.dep_ == "expl" for child in root.lefts):
        found = [child for child in root.rights if child.dep_ in {"attr", "dobj"}]
        return found[0] if len(found) == 1 else None
    return subject_of(root)


def subject_of(verb: Any) -> Any:
    found = [child for child in verb.lefts if child.dep_ in SUBJECTS]
    return found[0] if len(found) == 1 else None


def above_of(pronoun: Any) -> tuple[Any, bool]:
    """Return the subject of the clause over that of a pronoun, and whether a relative clause stands between.

    An owner's is the subject of its own clause; over "it" in "When an engine hums, it pushes the air" stands "engine".
    """
    verb = next((t for t in pronoun.ancestors if t.pos_ in VERBS), None)
    if verb is None or (pronoun.lower_ not in OWNING and pronoun.dep_ not in SUBJECTS):
        return None, False
    if pronoun.lower_ in OWNING:
        return _owner(pronoun, verb), False
    fronted = [child for child in verb.lefts if child.dep_ == "advcl" and child.i < pronoun.i]
    if fronted:
        return (subject_of(fronted[0]) if len(fronted) == 1 else None), False
    relative = False
    while verb.dep_ in {*CLAUSES, "relcl"}:
        relative = relative or verb.dep_ == "relcl"
        verb = next((t for t in verb.ancestors if t.pos_ in VERBS), None) if verb.dep_ == "relcl" else verb.head
        if verb is None or verb.pos_ not in VERBS:
            return None, relative
        subject = subject_of(verb)
        if subject is not None:
            return subject, relative
    return None, relative


def _owner(pronoun: Any, verb: Any) -> Any:
    """Return the subject that owns an object: "The mill closed its gates", not "Traders followed their route"."""
    if verb.lemma_ in FOLLOWING or verb.dep_ not in {"ROOT", *CLAUSES}:
        return None
    own = subject_of(verb)
    while own is None and verb.dep_ == "conj" and verb.head.pos_ in VERBS:
        verb = verb.head
        own = subject_of(verb)
    return own if own is not None and pronoun.i > verb.i else None


def is_part(pronoun: Any) -> bool:
    """Say whether a number or quantity of the thing is told: "about 390 of them had been divided"."""
    above = pronoun.head.head
    return pronoun.head.lower_ == "of" and above.dep_ in SUBJECTS and (above.like_num or above.lower_ in QUANTITIES)


def actor_of(pronoun: Any) -> Any:
    """Return the subject of an object's own clause, which the pronoun never means."""
    if pronoun.dep_ not in OBJECTS:
        return None
    verb = next((t for t in pronoun.ancestors if t.pos_ in VERBS), None)
    while verb is not None:
        subject = subject_of(verb)
        if subject is not None:
            return subject
        verb = verb.head if verb.dep_ in {"conj", "xcomp", "advcl"} and verb.head.pos_ in VERBS else None
    return None


def is_open(sentence: Any, plural: bool, end: int) -> bool:
    """Say whether a sentence has a word before `end` that a pronoun may mean and that is no noun."""
    words = OPEN_MANY if plural else OPEN_ONES
    return any(
        token.lower_ in words
        and token.i < end
        and token.dep_ in ARGUMENTS
        and token.tag_ not in {"WDT", "IN", "WP"}
        and not (token.dep_ == "attr" and subject_of(token.head) is not None)
        and not (token.dep_ == "pobj" and token.lower_ in NUMBERS and token.head.lower_ != "of")  # "at five"
        for token in sentence
    )


def is_told(pronoun: Any, plural: bool) -> bool:
    """Say whether something else in its own sentence may tell what a pronoun means: a pronoun, a clause, "one"."""
    verb = next((token for token in pronoun.ancestors if token.pos_ in VERBS), None)
    if pronoun.dep_ in SUBJECTS and verb is not None and verb.i != pronoun.sent.root.i:
        return True  # "A man says that they will come"
    same = PLURAL if plural else SINGULAR
    again = any(token.lower_ in same and token.i < pronoun.i for token in pronoun.sent)
    return again or is_open(pronoun.sent, plural, pronoun.i)
