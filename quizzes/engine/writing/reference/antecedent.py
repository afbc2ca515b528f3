"""What a pronoun means, where number, kind and place in its sentence and the one before leave one phrase."""

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Any

from quizzes.engine.facts.antecedents import COLLECTIVE, FOLLOWING
from quizzes.engine.facts.syntax import SUBJECTS
from quizzes.engine.writing.reference.phrases import Phrase, What

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
CLAUSES = frozenset(("conj", "ccomp", "advcl"))
OBJECTS = frozenset(("dobj", "pobj", "dative"))
ARGUMENTS = frozenset((*SUBJECTS, "dobj", "pobj", "attr"))


@dataclass(frozen=True, slots=True)
class Found:
    """The phrase that a pronoun means; `alone` says that nothing else before it has its number and kind."""

    phrase: Phrase
    alone: bool


class Block:
    """The sentences of a paragraph with their noun phrases."""

    def __init__(self, spans: Sequence[Any], held: Sequence[Sequence[Phrase]]) -> None:
        self.spans = spans
        self.held = held

    def index(self, token: Any) -> int:
        """Return the number of a token's sentence."""
        return next(at for at, span in enumerate(self.spans) if span.start <= token.i < span.end)

    def antecedent(self, pronoun: Any) -> Found | None:
        """Return what "they" or "it" means, or None where there is a doubt."""
        found = self._find(pronoun)
        return None if found is None or found.phrase.plural != (pronoun.lower_ in PLURAL) else found

    def _find(self, pronoun: Any) -> Found | None:
        index, plural = self.index(pronoun), pronoun.lower_ in PLURAL
        actor = actor_of(pronoun)
        here = [
            phrase
            for phrase in self._fitting(index, plural)
            if phrase.head.i < pronoun.i and (actor is None or phrase.head.i != actor.i)
        ]
        if _open(pronoun.sent, plural, pronoun.i):
            return None
        if pronoun.dep_ in OBJECTS:
            return None if actor is None else self._object(pronoun, actor, here, index)
        above, relative = _above(pronoun)
        if above is not None and above.i < pronoun.i:
            if above.lower_ == ("they" if plural else "it"):
                rivals = [phrase for phrase in here if phrase.core or pronoun.dep_ not in SUBJECTS]
                return None if rivals else self._find(above)
            own = next((phrase for phrase in here if phrase.head.i == above.i), None)
            if own is not None:
                told = pronoun.lower_ in OWNING or pronoun.head.dep_ == "ccomp"
                doubt = told and self._topic_before(own, plural, index)
                return None if doubt else _inside(own, pronoun, here, relative)
        return self._only_here(here, plural, index) if here or not index else self._from_before(pronoun, plural, index)

    def _fitting(self, index: int, plural: bool) -> list[Phrase]:
        return [phrase for phrase in self.held[index] if _may_be(phrase, plural)]

    def _object(self, pronoun: Any, actor: Any, here: Sequence[Phrase], index: int) -> Found | None:
        """Take what the clause before does something to: "They felled the oak and cut it into planks"."""
        plural = pronoun.lower_ in PLURAL
        if actor.lower_ in (PLURAL if plural else SINGULAR):
            return None
        if len(here) == 1 and here[0].head.dep_ in {"dobj", "nsubjpass"}:
            return Found(here[0], alone=True)
        if here or not index:
            return None
        before = self.spans[index - 1]
        rivals, subject = self._fitting(index - 1, plural), main_subject(before)
        if len(rivals) != 1 or subject is None or _open(before, plural, before.end):
            return None
        other = rivals[0].head.i == subject.i and actor.lemma_ != subject.lemma_
        return Found(rivals[0], alone=True) if other else None

    def _only_here(self, here: Sequence[Phrase], plural: bool, index: int) -> Found | None:
        """Take the one phrase of the sentence that fits, where the sentence before is about nothing that does."""
        if len(here) != 1 or not here[0].core:
            return None
        return None if self._topic_before(here[0], plural, index) else Found(here[0], alone=True)

    def _topic_before(self, own: Phrase, plural: bool, index: int) -> bool:
        """Say whether the sentence before is about something else that fits: "Tea fell. A pact held up its price"."""
        if not index:
            return False
        rivals = [phrase for phrase in self._fitting(index - 1, plural) if phrase.lemma != own.lemma]
        spoken = PLURAL if plural else SINGULAR
        return any(map(_strong, rivals)) or any(token.lower_ in spoken for token in self.spans[index - 1])

    def _from_before(self, pronoun: Any, plural: bool, index: int) -> Found | None:
        """Take the subject of the sentence before, or the one thing that it speaks of."""
        before = self.spans[index - 1]
        subject, rivals = main_subject(before), self._fitting(index - 1, plural)
        if subject is None or _open(before, plural, before.end):
            return None
        own = next((phrase for phrase in rivals if phrase.head.i == subject.i), None)
        strong = [p for p in rivals if p is not own and _strong(p) and not (own is not None and _owned(p, plural))]
        first = pronoun.head if pronoun.lower_ in OWNING else pronoun  # "Its chimney fell"
        heads = first.head.i == self.spans[index].root.i and first.dep_ in SUBJECTS
        again = subject.lower_ == ("they" if plural else "it")
        if strong:
            only = own is None and heads and not again and len(rivals) == 1 and strong[0].core
            return Found(rivals[0], alone=True) if only else None
        if own is not None and (len(rivals) == 1 or heads):
            return Found(own, alone=len(rivals) == 1)
        return self._find(subject) if again and heads else None


def _inside(own: Phrase, pronoun: Any, here: Sequence[Phrase], relative: bool) -> Found | None:
    """Take the subject of the clause above where no other subject or object fits."""
    rivals = [phrase for phrase in here if phrase is not own and phrase.lemma != own.lemma]
    # only two main clauses side by side keep their subject: "The line fell behind the mill, and it lay there"
    parallel = pronoun.dep_ in SUBJECTS and pronoun.head.dep_ in {"conj", "ROOT"} and not relative
    if any(map(_strong, rivals)) or (rivals and not parallel):
        return None
    # "The supplier said that it was described in the manual"
    state = pronoun.dep_ == "nsubjpass" or pronoun.head.lemma_ == "be"
    if pronoun.dep_ in SUBJECTS and pronoun.head.dep_ == "ccomp" and state and own.what is not What.PERSON:
        return None
    return Found(own, alone=not rivals)


def main_subject(sentence: Any) -> Any:
    """Return the subject of the main verb; of "there are", what there is."""
    root = sentence.root
    if any(child.dep_ == "expl" for child in root.lefts):
        found = [child for child in root.rights if child.dep_ in {"attr", "dobj"}]
        return found[0] if len(found) == 1 else None
    return _subject(root)


def _subject(verb: Any) -> Any:
    found = [child for child in verb.lefts if child.dep_ in SUBJECTS]
    return found[0] if len(found) == 1 else None


def _above(pronoun: Any) -> tuple[Any, bool]:
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
        return (_subject(fronted[0]) if len(fronted) == 1 else None), False
    relative = False
    while verb.dep_ in {*CLAUSES, "relcl"}:
        relative = relative or verb.dep_ == "relcl"
        verb = next((t for t in verb.ancestors if t.pos_ in VERBS), None) if verb.dep_ == "relcl" else verb.head
        if verb is None or verb.pos_ not in VERBS:
            return None, relative
        subject = _subject(verb)
        if subject is not None:
            return subject, relative
    return None, relative


def _owner(pronoun: Any, verb: Any) -> Any:
    """Return the subject that owns an object: "The mill closed its gates", not "Traders followed their route"."""
    if verb.lemma_ in FOLLOWING or verb.dep_ not in {"ROOT", *CLAUSES}:
        return None
    own = _subject(verb)
    while own is None and verb.dep_ == "conj" and verb.head.pos_ in VERBS:
        verb = verb.head
        own = _subject(verb)
    return own if own is not None and pronoun.i > verb.i else None


def actor_of(pronoun: Any) -> Any:
    """Return the subject of an object's own clause, which the pronoun never means."""
    if pronoun.dep_ not in OBJECTS:
        return None
    verb = next((t for t in pronoun.ancestors if t.pos_ in VERBS), None)
    while verb is not None:
        subject = _subject(verb)
        if subject is not None:
            return subject
        verb = verb.head if verb.dep_ in {"conj", "xcomp", "advcl"} and verb.head.pos_ in VERBS else None
    return None


def _open(sentence: Any, plural: bool, end: int) -> bool:
    """Say whether a sentence has a word before `end` that a pronoun may mean and that is no noun."""
    words = OPEN_MANY if plural else OPEN_ONES
    return any(
        token.lower_ in words
        and token.i < end
        and token.dep_ in ARGUMENTS
        and token.tag_ not in {"WDT", "IN", "WP"}
        and not (token.dep_ == "attr" and _subject(token.head) is not None)
        and not (token.dep_ == "pobj" and token.lower_ in NUMBERS and token.head.lower_ != "of")  # "at five"
        for token in sentence
    )


def _may_be(phrase: Phrase, plural: bool) -> bool:
    if phrase.measure:
        return False
    if plural:
        return phrase.plural or phrase.lemma in COLLECTIVE
    return not phrase.plural and phrase.what is not What.PERSON


def _strong(phrase: Phrase) -> bool:
    """Say whether a phrase is a subject, an object, or what something is done with: "hung with curtains".

    What a subject is said to be is no thing beside it: "The firms are no charities".
    """
    head = phrase.head
    if head.dep_ == "attr" and _subject(head.head) is not None:
        return False
    return phrase.core or (head.dep_ == "pobj" and head.head.lower_ in {"with", "by"} and head.head.head.pos_ in VERBS)


def _owned(phrase: Phrase, plural: bool) -> bool:
    """Say whether a phrase belongs to the subject: "The beans are steamed, which opens their pores"."""
    return phrase.determiner == ("their" if plural else "its")
