"""What a pronoun means, where number, kind and place in its sentence and the one before leave one phrase."""

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Any

from quizzes.engine.facts.antecedents import COLLECTIVE
from quizzes.engine.facts.syntax import SUBJECTS
from quizzes.engine.language.lexicon import PEOPLE_NOUNS
from quizzes.engine.writing.reference.clause import (
    OBJECTS,
    OWNING,
    PLURAL,
    SINGULAR,
    VERBS,
    above_of,
    actor_of,
    is_open,
    is_part,
    is_told,
    main_subject,
    subject_of,
)
from quizzes.engine.writing.reference.phrases import Phrase, What

# what one does with one's own: "The river left its contents in the mud"
KEEPING = frozenset(
    """keep lose close burst leave release finish spread drop pay withdraw sign bring dispose double triple halve throw
    spill begin stop switch take give""".split()
)
# what brings in the thing that is spoken of next: "She placed an advertisement on the internet. It offered a house"
MAKING = frozenset(
    """place introduce publish launch build write open found start invent design create make issue announce set
    construct draft file install develop patent""".split()
)
PERSONAL = frozenset("he she i we you".split())


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
        found = self._find(pronoun) or self._lone(pronoun)
        if found is None or found.phrase.plural != (pronoun.lower_ in PLURAL) or _has_owner(found.phrase):
            return None
        return found

    def _find(self, pronoun: Any) -> Found | None:
        index, plural = self.index(pronoun), pronoun.lower_ in PLURAL
        actor = actor_of(pronoun)
        here = [
            phrase
            for phrase in self._fitting(index, plural)
            if phrase.head.i < pronoun.i and (actor is None or phrase.head.i != actor.i)
        ]
        thin = pronoun.head.dep_ == "ccomp" and pronoun.head.head.dep_ == "relcl"  # "a pallet that says it is lost"
        if thin or is_open(pronoun.sent, plural, pronoun.i):
            return None
        if pronoun.dep_ in OBJECTS:
            return None if actor is None else self._object(pronoun, actor, here, index)
        above, relative = above_of(pronoun)
        if above is not None and above.i < pronoun.i:
            if above.lower_ == ("they" if plural else "it"):
                rivals = [phrase for phrase in here if phrase.core or pronoun.dep_ not in SUBJECTS]
                return None if rivals else self._find(above)
            own = next((phrase for phrase in here if phrase.head.i == above.i), None)
            if own is not None:
                told = pronoun.head.dep_ == "ccomp" or (pronoun.lower_ in OWNING and not _kept(pronoun))
                doubt = told and self._topic_before(own, plural, index)
                return None if doubt else _inside(own, pronoun, here, relative)
        return self._only_here(here, plural, index) if here or not index else self._from_before(pronoun, plural, index)

    def _lone(self, pronoun: Any) -> Found | None:
        """Take the only phrase of two sentences that fits: "He suspects the alarms. A patient hears 170 of them"."""
        index, plural = self.index(pronoun), pronoun.lower_ in PLURAL
        actor, before = actor_of(pronoun), self._settled(index - 1, plural) if index else []
        ahead = [phrase for phrase in self.held[index] if phrase.head.i < pronoun.i and phrase.plural == plural]
        if before is None or is_told(pronoun, plural) or any(phrase.measure or phrase.name for phrase in ahead):
            return None
        here = [phrase for phrase in ahead if _may_be(phrase, plural) and (actor is None or phrase.head.i != actor.i)]
        if len(here) + len(before) != 1:
            return None
        if here:
            return Found(here[0], alone=True) if is_part(pronoun) else None
        subject = main_subject(self.spans[index - 1])
        spoken = subject is not None and subject.lower_ in PERSONAL  # "She is responsible for the folder. It is red"
        return Found(before[0], alone=True) if spoken or _strong(before[0]) else None

    def _settled(self, index: int, plural: bool) -> list[Phrase] | None:
        """Return what fits in a sentence, None where a pronoun, a name or an open word there may be meant instead."""
        span = self.spans[index]
        again = any(token.lower_ in (PLURAL if plural else SINGULAR) for token in span)
        named = any(phrase.name and phrase.head.dep_ in SUBJECTS for phrase in self.held[index])
        return None if again or named or is_open(span, plural, span.end) else self._fitting(index, plural)

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
        if len(rivals) != 1 or subject is None or is_open(before, plural, before.end):
            return None
        other = rivals[0].head.i == subject.i and actor.lemma_ != subject.lemma_
        return Found(rivals[0], alone=True) if other else None

    def _only_here(self, here: Sequence[Phrase], plural: bool, index: int) -> Found | None:
        """Take the one phrase of the sentence that fits, where the sentence before is about nothing that does."""
        if len(here) != 1 or not here[0].core or here[0].head.dep_ == "attr":
            return None  # "There is a threat, and it grows" asks nothing
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
        if subject is None or is_open(before, plural, before.end):
            return None
        own = next((phrase for phrase in rivals if phrase.head.i == subject.i), None)
        strong = [p for p in rivals if p is not own and _strong(p) and not (own is not None and _owned(p, plural))]
        first = pronoun.head if pronoun.lower_ in OWNING else pronoun  # "Its chimney fell"
        heads = first.head.i == self.spans[index].root.i and first.dep_ in SUBJECTS
        again = subject.lower_ == ("they" if plural else "it")
        made = [phrase for phrase in rivals if _made(phrase, subject)]
        if strong and own is None and heads and not again and len(made) == 1:
            return Found(made[0], alone=False)
        if strong:
            only = own is None and heads and not again and len(rivals) == 1 and strong[0].core
            return Found(rivals[0], alone=True) if only else None
        if own is not None and (len(rivals) == 1 or heads):
            return Found(own, alone=len(rivals) == 1)
        return self._find(subject) if again and heads else None


def _kept(pronoun: Any) -> bool:
    """Say whether an owner can only be the subject: "The river left its contents in the mud"."""
    return pronoun.head.dep_ == "dobj" and pronoun.head.head.lemma_ in KEEPING


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
    if head.dep_ == "attr" and subject_of(head.head) is not None:
        return False
    return phrase.core or (head.dep_ == "pobj" and head.head.lower_ in {"with", "by"} and head.head.head.pos_ in VERBS)


def _made(phrase: Phrase, subject: Any) -> bool:
    """Say whether a phrase is what the sentence before brings into being: "She placed an advertisement there"."""
    head = phrase.head
    return (
        head.dep_ == "dobj"
        and head.head.i == subject.head.i
        and head.head.lemma_ in MAKING
        and phrase.determiner in {"a", "an"}
    )


def _has_owner(phrase: Phrase) -> bool:
    """Say whether a thing owns what would be meant, and may be meant itself: "The jury's behaviour ... It found"."""
    owners = (child for child in phrase.head.children if child.dep_ == "poss" and child.pos_ in {"NOUN", "PROPN"})
    return any(owner.ent_type_ != "PERSON" and owner.lemma_.lower() not in PEOPLE_NOUNS for owner in owners)


def _owned(phrase: Phrase, plural: bool) -> bool:
    """Say whether a phrase belongs to the subject: "The beans are steamed, which opens their pores"."""
    return phrase.determiner == ("their" if plural else "its")
