"""Whom "she" means when the sentence before does not say it: one person, and the article calls that person so."""

from collections.abc import Iterable
from typing import TYPE_CHECKING, Any

from quizzes.engine.facts.genders import gender_of
from quizzes.engine.facts.syntax import SUBJECTS
from quizzes.engine.language.lexicon import PEOPLE_NOUNS
from quizzes.engine.language.values import Mention, NameClass

if TYPE_CHECKING:
    from quizzes.engine.facts.references import Resolver

FARTHEST_NAME = 5


def mention_at(token: Any, resolver: "Resolver") -> Mention | None:
    """Return the name that a token is part of."""
    position = resolver.position(token.doc)
    return next((m for m in resolver.mentions(position) if m.start <= token.idx < m.end), None)


def person_before(token: Any, resolver: "Resolver") -> str | None:
    """Return the one person whom the sentences before a pronoun name, or None when nobody or two may be meant.

    "Morag Drever left Paisley. She came in 1994." The search goes back to the nearest sentence with a name, over the
    head of a paragraph too; another who turns up as a subject on the way, "her father said", makes it unsure.
    """
    position = resolver.position(token.doc)
    earlier = (
        list(resolver.docs[position - 1].sents)
        if position and resolver.docs[position - 1].has_annotation("DEP")
        else []
    )
    own = [s for s in token.doc.sents if s.start <= token.sent.start]
    for sentence in reversed([*earlier, *own][-FARTHEST_NAME:]):
        words = [t for t in sentence if t.doc is not token.doc or t.i < token.i]
        mentions = (mention_at(t, resolver) for t in words if t.pos_ == "PROPN")
        people = {m.canonical for m in mentions if m is not None and m.name_class is NameClass.PERSON}
        others = [t for t in words if t.tag_ == "NN" and t.lemma_.lower() in PEOPLE_NOUNS and t.dep_ in SUBJECTS]
        if len(people) > 1 or others:
            return None
        if people:
            name = people.pop()
            sure = is_subject(name, words, resolver) or not rivals(name, token, resolver)
            return name if sure and resolver.genders.of(name) == gender_of(token) else None
    return None


def is_subject(name: str, words: Iterable[Any], resolver: "Resolver") -> bool:
    """Say whether somebody is named as the subject of a clause among these words: the talk is of him."""
    named = (mention_at(token, resolver) for token in words if token.dep_ in SUBJECTS and token.pos_ == "PROPN")
    return any(mention is not None and mention.canonical == name for mention in named)


def rivals(name: str, token: Any, resolver: "Resolver") -> bool:
    """Say whether the article has named another person up to a pronoun whom it may mean just as well.

    "Pruitt drew caves. The survey hired a student, Ruth Mabry. Arthritis forced her out": which of the two?
    """
    position, gender = resolver.position(token.doc), gender_of(token)
    return any(
        mention.name_class is NameClass.PERSON
        and mention.canonical != name
        and resolver.genders.may_be(mention.canonical, gender)
        for earlier in range(position + 1)
        for mention in resolver.mentions(earlier)
        if earlier < position or mention.start < token.idx
    )
