"""What a locate item says is shown: a statement in other words or another order than the sentence's own."""

import re
from dataclasses import replace
from typing import Any

from quizzes.engine.facts.find import joined, lowered
from quizzes.engine.facts.syntax import auxiliaries, is_plural, negated, span
from quizzes.engine.facts.values import Statement, Word
from quizzes.engine.language.inflection import inflect
from quizzes.engine.language.kept import text_of
from quizzes.engine.language.lexicon import TITLES
from quizzes.engine.text.lexicon import zipf
from quizzes.engine.writing.questions import torn_report
from quizzes.engine.writing.truth import restated

COPIED, HALF = 0.8, 0.6
BE = frozenset(("was", "were", "is", "are"))
CUTS = frozenset((",", "–", "—", ";", ":"))
COMMON = 3.0  # on the Zipf scale
SHORTEST, LONGEST = 7, 24
# verbs that are as natural in the passive as in the active
TURNING = frozenset(
    """build design found discover invent publish establish destroy damage attack capture defeat conquer occupy invade
    kill arrest rescue save sell buy launch introduce develop produce create write compose paint record direct film
    organize organise host approve adopt reject pass sign ban abolish close open support fund finance own operate
    replace repair restore move carry bring use teach train study examine test measure describe prove show influence
    inspire elect appoint choose lead command control rule govern protect cover surround cause trigger threaten
    prevent reduce limit release steal hide bury remove collect store supply attract award win lose mention call
    recommend reveal expose explain propose suggest commission plan plant grow eat drive fill form""".split()
)


def told(statement: Statement) -> tuple[str, float] | None:
    """Return a that-clause and how far it is from the sentence's own wording (0 to 1), or None where it copies it."""
    if statement.verb.lemma_ == "do":
        return None  # "two kinds of cell do the new bone": what is done stands in another sentence
    if torn_report(statement) or statement.text[0] in '“"' or not SHORTEST <= len(statement.words) <= LONGEST:
        return None
    turned = _turned(statement) or _activated(statement)
    if turned is not None:
        return turned, 1.0
    text = restated(statement) if _movable(statement) else statement.text
    moved = text != statement.text
    sentence = text_of(statement.doc)[statement.fact.start : statement.fact.end]
    covered = len(statement.words) / max(1, len(sentence.split()))
    rewritten = bool(statement.features["rewritten"])
    if not (rewritten and covered <= COPIED) and not (moved and covered <= HALF):
        return None  # the sentence's own words would be found without reading
    first = text.split(" ", 1)[0]
    word = next((w for w in statement.words if w.text.split()[0].lower() == first.lower()), statement.words[0])
    inside = _inside(text, word, statement.doc)
    return (
        None
        if inside is None
        else (inside.removesuffix("."), min(1.0, 0.4 * moved + 0.3 * rewritten + (1 - min(1.0, covered))))
    )


def _movable(statement: Statement) -> bool:
    """Say whether an adjunct may go to the end, where nothing else can take it: "bones dug up in Leith in 2014"."""
    if statement.front is None or statement.doc[statement.front[0]].lower_ == "since":
        return False  # "Since 1990, it has ..." keeps its tense in front
    tail = [word for word in statement.words if word.start > statement.verb.i]
    nested = {"relcl", "acl", "advcl", "ccomp", "xcomp", "pcomp"}
    return len(tail) <= 8 and not any(statement.doc[word.start].dep_ in nested for word in tail)


def _inside(text: str, word: Word, doc: Any) -> str | None:
    """Undo the capital of a first word, unless it is a name; None where that is in doubt."""
    token = doc[word.start]
    if word.text.lower() != token.lower_:  # a reference was written out: "Edible insects" for "They"
        first = word.text.split()[0]
        origin = next((t for t in doc if t.text == first), None)
        inside = any(t.text == first and not t.is_sent_start for t in doc)
        if origin is None and _written(first.lower(), doc):
            return text[0].lower() + text[1:]
        common = origin is not None and not origin.ent_type_ and not inside
        plain = first.lower() in {"the", "a", "an"} or (common and first[1:].islower())
        return text[0].lower() + text[1:] if plain else text
    natural = lowered(replace(word, text=str(token.text)), doc).text
    titled = token.lower_ in TITLES and doc[token.i + 1].pos_ == "PROPN"
    if titled:
        return text  # "Emperor Ivo II"
    alone = token.is_sent_start and token.pos_ == "PROPN" and doc[token.i + 1].pos_ != "PROPN"
    if alone and (not token.ent_type_ or _written(token.lower_, doc)):  # "Oxygen was ...", where oxygen is no name
        return token.lower_ + text[len(token.text) :] if _written(token.lower_, doc) else None
    if natural[0].islower() and token.pos_ in {"NOUN", "ADJ", "VERB", "ADV"} and zipf(natural) < COMMON:
        return natural + text[len(natural) :] if _written(natural, doc) else None
    return natural + text[len(natural) :]


def _written(word: str, doc: Any) -> bool:
    """Say whether the paragraph itself writes a word with a small letter."""
    return re.search(rf"\b{re.escape(word)}\b", text_of(doc)) is not None


def _turned(statement: Statement) -> str | None:
    """Turn active into passive: "Norway bought the mill in 1911" gives "the mill was bought by Norway in 1911"."""
    verb, subject, doc, words = statement.verb, statement.subject, statement.doc, statement.words
    parts = _parts(statement)
    if parts is None or any(w.text.lower() in {"his", "her", "its", "their"} for w in words):
        return None
    noun, before, thing, rest = parts
    if any(w.text in {",", "–", "—", ";", ":"} for w in words):
        return None
    if any(c.dep_ in {"relcl", "acl"} for c in subject.children) or subject.pos_ == "PRON":
        return None
    if rest and not _when_or_where(rest, statement):
        return None
    past, plural = verb.tag_ == "VBD", is_plural(noun)
    be = ("were" if plural else "was") if past else ("are" if plural else "is")
    done = Word(f"{be} {inflect(verb.lemma_, 'VBN')} by", verb.i, verb.i)
    return joined([*thing, done, lowered(before[0], doc), *before[1:], *rest], doc)


def _activated(statement: Statement) -> str | None:
    """Turn passive into active: "The mill was bought by Norway in 1911" gives "Norway bought the mill in 1911"."""
    verb, subject, doc, words = statement.verb, statement.subject, statement.doc, statement.words
    helpers = auxiliaries(verb)
    agents = [child for child in verb.rights if child.dep_ == "agent"]
    if verb.tag_ != "VBN" or len(helpers) != 1 or helpers[0].lower_ not in BE or len(agents) != 1 or negated(verb):
        return None
    doers = [child for child in agents[0].children if child.dep_ == "pobj" and child.pos_ in {"NOUN", "PROPN"}]
    (begin, end), (first, last) = span(agents[0]), span(subject)
    while end > begin and not statement.covers(end - 1, end):
        end -= 1  # "by a young engineer | , who never saw it"
    if len(doers) != 1 or begin != verb.i + 1 or not statement.covers(begin, end) or statement.front is not None:
        return None
    if any(w.text.lower() in {"his", "her", "its", "their", "which", "who"} or w.text in CUTS for w in words):
        return None
    doer = [w for w in words if agents[0].i < w.start < end]
    thing = [w for w in words if first <= w.start < min(last, verb.i)]
    rest = [w for w in words if w.start >= end]
    before = [w for w in words if w.start < verb.i and w not in thing and w.start != helpers[0].i]
    if before or not doer or not thing or (rest and not _when_or_where(rest, statement)):
        return None
    past = helpers[0].lower_ in {"was", "were"}
    form = inflect(verb.lemma_, "VBD" if past else "VBP" if is_plural(doers[0]) else "VBZ")
    return joined([*doer, Word(form, verb.i, verb.i), lowered(thing[0], doc), *thing[1:], *rest], doc)


def _parts(statement: Statement) -> tuple[Any, list[Word], list[Word], list[Word]] | None:
    """Return object, and the words of subject, object and rest, of a plain active clause in that order."""
    verb, words = statement.verb, statement.words
    if auxiliaries(verb) or negated(verb) or verb.lemma_ not in TURNING or verb.tag_ not in {"VBD", "VBZ", "VBP"}:
        return None
    objects = [child for child in verb.rights if child.dep_ == "dobj"]
    if len(objects) != 1 or objects[0].pos_ not in {"NOUN", "PROPN"} or statement.front is not None:
        return None
    (begin, end), (first, last) = span(statement.subject), span(objects[0])
    before = [word for word in words if word.start < verb.i]
    whole = first == verb.i + 1 and end == verb.i and statement.covers(first, last)
    if not whole or not before or any(not begin <= word.start < end for word in before):
        return None
    thing = [word for word in words if first <= word.start < last]
    return objects[0], before, thing, [word for word in words if word.start >= last]


def _when_or_where(rest: list[Word], statement: Statement) -> bool:
    """Say whether what follows the object is one short phrase of time or place that the verb takes."""
    opener = statement.doc[rest[0].start]
    return (
        opener.lower_ in {"in", "on", "during", "after", "before"}
        and opener.head.i == statement.verb.i
        and (len(rest) <= 8)
    )
