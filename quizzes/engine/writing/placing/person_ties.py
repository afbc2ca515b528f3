"""Whom a sentence takes up from the one sentence of its paragraph that names somebody: a surname, "she", "his"."""

from collections.abc import Iterator, Sequence
from typing import Any

from quizzes.engine.facts.genders import Genders
from quizzes.engine.language.kept import text_of
from quizzes.engine.language.lexicon import PERSON_NOUNS
from quizzes.engine.language.values import Mention, NameClass
from quizzes.engine.writing.placing.ties import Tie
from quizzes.engine.writing.rule import Article

REACH = 9
GENDERS = {"he": "he", "his": "he", "him": "he", "she": "she", "her": "she"}
PERSONAL = frozenset(GENDERS)


def genders_of(article: Article) -> Genders:
    """Return whether the article calls each person he or she."""
    mentions = article.analysis.mentions
    return Genders(
        article.analysis.docs, lambda at: [m for m in mentions if m.paragraph == article.paragraphs[at].number]
    )


def person_ties(article: Article, position: int, spans: Sequence[Any], index: int, genders: Genders) -> Iterator[Tie]:
    """ "Ada Holm founded the club. Holm ...", "Nobody came. Ada Holm wrote to a friend. She ..."."""
    number = article.paragraphs[position].number
    people = [mention for mention in article.analysis.mentions if mention.name_class is NameClass.PERSON]
    yield from _surnames(people, number, spans, index)
    tie = _pronoun(article, position, spans, index, genders) if index else None
    if tie is not None:
        yield tie


def _surnames(people: Sequence[Mention], number: int, spans: Sequence[Any], index: int) -> Iterator[Tie]:
    sentence = spans[index]
    for mention in people:
        inside = mention.paragraph == number and sentence.start_char <= mention.start < sentence.end_char
        if not inside or mention.text == mention.canonical:
            continue
        home = _introduced(mention.canonical, people, number, spans)
        if home is not None and home < index:
            yield Tie(mention.text, mention.canonical, home, 0.9)


def _introduced(canonical: str, people: Sequence[Mention], number: int, spans: Sequence[Any]) -> int | None:
    """Return the sentence that first names somebody, in full; None where another paragraph does."""
    surname = canonical.split()[-1]
    first = next((m for m in people if m.canonical == canonical), None)
    if first is None or first.paragraph != number or first.text != canonical or " " not in canonical:
        return None
    doc = spans[0].doc
    if surname in text_of(doc)[: first.start]:
        return None
    return next(i for i, span in enumerate(spans) if span.start_char <= first.start < span.end_char)


def _pronoun(article: Article, position: int, spans: Sequence[Any], index: int, genders: Genders) -> Tie | None:
    """Take up the one person of the sentence before, where nobody is spoken of earlier, nor at the paragraph's door."""
    pronoun = next((t for t in _told(spans[index]) if t.lower_ in PERSONAL and t.tag_ in {"PRP", "PRP$"}), None)
    if pronoun is None or persons(article, position, spans[index], before=pronoun.i):
        return None
    named = _bearers(persons(article, position, spans[index - 1]))
    earlier = [who for span in spans[: index - 1] for who in persons(article, position, span)]
    door = left_from(article, position)
    left = persons(article, position - 1, door) if door is not None else []
    if len(named) != 1 or named[0].lower() in PERSONAL or not _fits(pronoun, named[0], genders):
        return None
    left = [who for who in left if who != named[0] or not _named_once(named[0], article, position, spans, index)]
    if any(_fits(pronoun, who, genders) for who in (*earlier, *left)):
        return None
    sure = genders.of(named[0]) == GENDERS[pronoun.lower_] or _is_subject(named[0], spans[index - 1])
    source = _shown(named[0], article, position, spans[index - 1]) if sure else ""
    return Tie(pronoun.text, source, index - 1, 0.9)


def _told(sentence: Any) -> Sequence[Any]:
    """Return where a sentence says whom it is about: its opening, or what follows a quotation: '"No," she said.'"""
    if sentence[0].text != '"':
        return list(sentence[:REACH])
    marks = [token.i for token in sentence if token.text == '"']
    return list(sentence.doc[marks[1] : sentence.end])[:REACH] if len(marks) == 2 else []


def _is_subject(who: str, sentence: Any) -> bool:
    """Say whether a sentence is about somebody: "Ada Holm left", "The mayor, Ada Holm, left", no "Holm's aunt left"."""
    subject = next((child for child in sentence.root.children if child.dep_ in {"nsubj", "nsubjpass"}), None)
    named = who.split()[-1]
    near = [] if subject is None else [subject, *(child for child in subject.children if child.dep_ == "appos")]
    return any(token.text == named for token in near)


def _named_once(who: str, article: Article, position: int, spans: Sequence[Any], index: int) -> bool:
    """Say whether a paragraph names somebody in its first sentence, as the subject, and nowhere else."""
    number = article.paragraphs[position].number
    mentions = [m for m in article.analysis.mentions if m.paragraph == number and m.canonical == who]
    first = spans[0]
    subject = next((child for child in first.root.children if child.dep_ in {"nsubj", "nsubjpass"}), None)
    return (
        index == 1
        and len(mentions) == 1
        and subject is not None
        and mentions[0].start <= subject.idx < mentions[0].end <= first.end_char
    )


def _shown(who: str, article: Article, position: int, sentence: Any) -> str:
    """Return somebody as the sentence writes it, "Mr Holm"; nothing for "Holm's aunt", where "she" may be either."""
    paragraph = article.paragraphs[position]
    named = [
        m
        for m in article.analysis.mentions
        if m.paragraph == paragraph.number and sentence.start_char <= m.start < sentence.end_char and m.canonical == who
    ]
    if not named:
        return "" if who.endswith(("'s", "’s")) else who
    owner = all(paragraph.text[m.end : m.end + 1] in {"'", "’"} for m in named)
    return "" if owner else named[0].text


def left_from(article: Article, position: int) -> Any:
    """Return the last sentence of the paragraph before, where a reader comes from; None behind a title."""
    doc = article.analysis.docs[position - 1] if position else None
    return [*doc.sents][-1] if doc is not None and len(doc) and doc.has_annotation("SENT_START") else None


def _bearers(people: Sequence[str]) -> list[str]:
    """Leave out the pronouns behind a name: "As the meeting broke up, Ada Holm was asked how she felt"."""
    found = list(dict.fromkeys(people))
    return (
        [who for who in found if who.lower() not in PERSONAL] if found and found[0].lower() not in PERSONAL else found
    )


def _fits(pronoun: Any, who: str, genders: Genders) -> bool:
    """Say whether "she" may mean somebody: not "Mr Holm", not whom the article calls "he"."""
    wanted = GENDERS[pronoun.lower_]
    if who.lower() in PERSONAL:
        return GENDERS[who.lower()] == wanted
    return genders.of(who) in {"", wanted}


def persons(article: Article, position: int, sentence: Any, before: int | None = None) -> list[str]:
    """Return who is spoken of in a sentence: names, "a keeper", "he"."""
    number = article.paragraphs[position].number
    mentions = [
        m
        for m in article.analysis.mentions
        if m.paragraph == number
        and m.name_class is NameClass.PERSON
        and sentence.start_char <= m.start < sentence.end_char
    ]
    found = [(m.start, m.canonical) for m in mentions]
    for token in sentence:
        inside = any(m.start <= token.idx < m.end for m in mentions)
        called = token.lemma_.lower() in PERSON_NOUNS and token.tag_ == "NN"
        called = called and not _beside(token, mentions)
        if not inside and (called or token.lower_ in PERSONAL):
            found.append((token.idx, sentence.doc[token.left_edge.i : token.i + 1].text if called else token.text))
    found += [(e.start_char, e.text) for e in sentence.ents if e.label_ == "PERSON" and not _mentioned(e, mentions)]
    limit = sentence.doc[before].idx if before is not None else sentence.end_char
    return [who for at, who in sorted(found) if at < limit]


def _mentioned(entity: Any, mentions: Sequence[Mention]) -> bool:
    return any(m.start < entity.end_char and entity.start_char < m.end for m in mentions)


def _beside(noun: Any, mentions: Sequence[Mention]) -> bool:
    """Say whether a noun says what somebody named is: "the engineer Ada Holm", "Ada Holm, an engineer"."""
    near = [noun.head, *noun.children, *(child for c in noun.children if c.dep_ == "appos" for child in c.subtree)]
    relation = {"compound", "appos", "attr", "nmod"}
    return any(
        m.start <= other.idx < m.end and (noun.dep_ in relation or other.dep_ in relation)
        for other in near
        for m in mentions
    )
