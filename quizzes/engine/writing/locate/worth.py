"""Whether a locate item makes its reader read: more is said than asked for, and other sentences compete."""

import re
from collections.abc import Sequence
from typing import Any

from quizzes.engine.facts.syntax import FINITE, SUBJECTS
from quizzes.engine.facts.values import Statement
from quizzes.engine.items.wording import content, meaning, tokens
from quizzes.engine.language.values import Sentence

SHORTEST = 9
FURTHER = 3
PRONOUN = re.compile(r"\b(?:he|she|his|her|they|their|its)\b", re.IGNORECASE)
# what people do with their bodies and clothes: a scene, no news
GESTURES = frozenset(
    """smile nod grin shrug sigh wave tap gaze glance stare wink frown laugh wear sip pour sit lean kneel bow hug kiss
    clap applaud hand pat point""".split()
)
PARTICLES = frozenset(
    (("take", "off"), ("put", "on"), ("hold", "up"), ("put", "down"), ("pick", "up"), ("stand", "up"), ("sit", "down"))
)
# "sounds", "runs", "marks": as often the plural of a noun
NOUN_OR_VERB = frozenset(
    """sounds runs rises marks stops ranges turns falls starts ends drops moves works plays plans needs costs fears
    hopes claims reports results returns calls changes increases decreases attacks attempts aims benefits causes
    concerns controls demands details effects estimates experiences exports imports figures flows forms functions
    grants guides houses interests labels leads levels lies limits links lists looks measures notes offers orders
    places points ports presents produces profits programs promises protests questions records reforms risks roles
    rules scores searches seats senses shares shows signals signs sources stages stands states steps stores stresses
    structures studies supplies supports surveys talks tests tracks trades trains treats tries types uses values
    views visits votes waves ways""".split()
)
PAIRED = {"between": {"and"}, "both": {"and"}, "either": {"or"}, "neither": {"nor"}, "from": {"to", "until"}}
REACH = 16


def makes_read(asked: str, key: Sentence, sentences: Sequence[Sentence], *, restated: bool) -> bool:
    """Say whether the key sentence tells three words more than the stem, and another one competes with it.

    It shares a word with the stem, or its "he" or "its" may mean whom the question names.
    """
    words = meaning(asked)
    further = meaning(key.text) - words
    if len(tokens(key.text)) < SHORTEST or (not restated and len(further) < FURTHER):
        return False
    others = [other.text for other in sentences if other.number != key.number]
    return any(words & meaning(other) or (not restated and PRONOUN.search(other)) for other in others)


def tells(answer: str) -> bool:
    """Say whether an answer informs: two words that carry meaning, a name or a figure, and no bare "a risk"."""
    named = any(word[:1].isupper() or any(c.isdigit() for c in word) for word in answer.split()[1:])
    figure = answer[:1].isdigit() or answer[:1] in "£$€"
    return named or figure or len(content(answer)) >= 2


def scene(statement: Statement) -> bool:
    """Say whether a verb tells a gesture: "Ada Holm took off the cap", "the guard waved"."""
    lemma = statement.verb.lemma_.lower()
    particles = {child.lower_ for child in statement.verb.children if child.dep_ in {"prt", "prep", "advmod"}}
    return lemma in GESTURES or any((lemma, particle) in PARTICLES for particle in particles)


def misread(statement: Statement) -> bool:
    """Say whether a noun was taken for the verb: in "low-frequency sounds in ordinary life fade" the verb is "fade"."""
    verb, subject = statement.verb, statement.subject
    if verb.lower_ not in NOUN_OR_VERB or verb.tag_ != "VBZ":
        return False
    lefts = list(subject.lefts)
    if subject.tag_ != "NN" or any(child.dep_ in {"det", "poss", "nummod"} for child in lefts):
        return False
    after = [t for t in verb.doc[verb.i + 1 :][:12] if t.sent.start == verb.sent.start]
    finite = any(t.tag_ in FINITE and t.dep_ in {"conj", "ccomp", "dep"} for t in after)
    bare = any(t.dep_ == "dobj" and t.tag_ == "NN" and not list(t.lefts) for t in after)
    return finite or bare or any("-" in child.text for child in lefts)


def second_subject(statement: Statement) -> bool:
    """Say whether a subject was carried over to a clause with one of its own: "drink it, and a third may arrive"."""
    verb = statement.verb
    if verb.dep_ != "conj" or any(child.dep_ in SUBJECTS for child in verb.children):
        return False
    joins = [child.i for child in verb.head.children if child.dep_ == "cc" and child.i < verb.i]
    if not joins:
        return False
    between = [t for t in verb.doc[joins[-1] + 1 : verb.i] if t.pos_ in {"NOUN", "PROPN", "PRON", "NUM"}]
    heads = [t for t in between if t.dep_ not in {"compound", "poss", "nummod", "npadvmod"}]
    return any(t.dep_ != "pobj" or t.head.lower_ in {"as", "than", "like"} for t in heads)


def halved(statement: Statement) -> bool:
    """Say whether "between", "both" or "from" lost its other half: "between the Board | and the government"."""
    present = {position for word in statement.words for position in range(word.start, word.end)}
    return any(_half(statement.doc[position], present) for position in present)


def _half(token: Any, present: set[int]) -> bool:
    if token.lower_ not in PAIRED or (token.dep_ == "det" and token.head.tag_ == "NNS"):
        return False  # "both sides"
    after = [t for t in token.doc[token.i + 1 : token.i + REACH] if t.sent.start == token.sent.start]
    numeric = any(t.like_num or t.ent_type_ in {"DATE", "TIME"} for t in after[:3])
    if token.lower_ == "from" and not numeric:
        return False
    joins = [t for t in after if t.lower_ in PAIRED[token.lower_]]
    return bool(joins) and joins[0].i not in present
