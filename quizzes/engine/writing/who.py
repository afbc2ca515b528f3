"""Who and which: a name as the subject of its clause or as the agent of a passive."""

import re
from typing import Any

from quizzes.engine.facts.syntax import span
from quizzes.engine.facts.values import Statement
from quizzes.engine.items.draft import Draft
from quizzes.engine.items.values import Kind, Source
from quizzes.engine.language.lexicon import CONTINENTS, COUNTRIES, ORGANIZATION_NOUNS, TITLES
from quizzes.engine.language.values import Mention, NameClass
from quizzes.engine.writing.anchored import anchored
from quizzes.engine.writing.claims import reports
from quizzes.engine.writing.deeds import called, idle, role_of
from quizzes.engine.writing.kinds import kind_of
from quizzes.engine.writing.questions import askable, inverted, of_subject
from quizzes.engine.writing.rule import ANSWER_CLASSES, Article
from quizzes.engine.writing.wording import both, token_range

COMMON = 10
SHORTEST_PREDICATE = 4
# "thinks she has an answer" says nothing of it
EMPTY = re.compile(
    r"\b(?:has|have|had) an? (?:answer|luxury|idea|explanation|theory|solution|point|surprise|plan|secret|problem)\b"
    r"|, both of\b"
)
VAGUE = frozenset(
    "man woman son daughter mother father brother sister child husband wife boy girl head member part".split()
)


def _opening(mention: Mention) -> str | None:
    if mention.name_class is NameClass.PERSON:
        return "Who"
    if mention.canonical in COUNTRIES:
        return "Which country"
    if mention.canonical in CONTINENTS:
        return "Which continent"
    if mention.name_class is NameClass.ORGANIZATION:
        last = mention.text.split()[-1].lower()
        if mention.text.lower() in ORGANIZATION_NOUNS:
            return None  # "the Commission" of the text has a fuller name
        kind = kind_of(mention)
        if kind is not None:
            return f"Which {kind}"
        if last in {"post", "times", "guardian", "herald", "tribune", "gazette"}:
            return "Which newspaper"
        return "Which organization"
    return None


def _head(statement: Statement, mention: Mention) -> Any:
    place = token_range(statement, mention.start, mention.end)
    if place is None or not statement.covers(*place):
        return None
    if place[1] < len(statement.doc) and statement.doc[place[1]].like_num:
        return None  # "State Route 99" is more than its name
    return statement.doc[place[0] : place[1]].root


def write_subject(statement: Statement, article: Article) -> list[Draft]:
    """Ask for the subject where it is one name: "Which country signed the treaty in May?".

    Whom the article calls "the driver" too is asked for by name: "What is the name of the driver who ...?".
    """
    if not askable(statement) or (statement.front is not None and reports(statement.verb)):
        return []  # "Outside the court, Ada Holm said that ...": at the end it would be what she said
    for mention in article.mentions(statement):
        head = _head(statement, mention)
        opening = _opening(mention)
        if article.count(mention) >= COMMON:
            continue
        if (
            head is None
            or opening is None
            or head.i != statement.subject.i
            or (head.dep_ == "nsubjpass" and not statement.whole)
        ):
            continue
        if any(child.dep_ in {"conj", "cc", "relcl", "acl", "prep"} for child in head.children):
            continue
        person = opening == "Who"
        if person and (idle(statement.verb) or _shared(mention, article)):
            continue
        role = role_of(mention, article) if person else None
        if role in VAGUE:
            continue  # "the name of the man who" asks of many
        if role is not None:
            opening = f"What is the name of the {role} who"
        stem = of_subject(statement, opening, singular_verb=True)
        if stem is None or len(stem.split()) < SHORTEST_PREDICATE + len(opening.split()) or mention.text in stem:
            continue
        if EMPTY.search(stem):
            continue
        return _drafts(
            statement,
            mention,
            stem,
            "who-subject",
            choice=not _described(statement, head),
            typed=not (person and role is None and called(statement.context)),
        )
    return []


def _shared(mention: Mention, article: Article) -> bool:
    """Say whether a surname alone belongs to two full names: "Stone", where Ada and Ida Stone are named."""
    if " " in mention.canonical:
        return False
    return sum(name.endswith(" " + mention.canonical) for name in {m.canonical for m in article.analysis.mentions}) > 1


def _described(statement: Statement, head: Any) -> bool:
    """Say whether a title stands before a person, which the other persons of the article do not share."""
    start = head.left_edge.i
    titles = [t for t in statement.doc[start : head.i] if t.lower_.rstrip(".") in TITLES or t.pos_ == "NOUN"]
    return bool(titles or (head.i and statement.doc[head.i - 1].lower_.rstrip(".") in TITLES))


def write_agent(statement: Statement, article: Article) -> list[Draft]:
    """Ask by whom something was done: "By whom was the mill sold?"."""
    if not askable(statement):
        return []
    agents = [
        child for child in statement.verb.children if child.dep_ == "agent" and statement.covers(child.i, child.i + 1)
    ]
    for agent in agents:
        for mention in article.mentions(statement):
            head = _head(statement, mention)
            opening = _opening(mention)
            if head is None or opening is None or head.head.i != agent.i or head.dep_ != "pobj":
                continue
            if any(child.dep_ in {"conj", "cc"} for child in head.children) or statement.doc[agent.i - 1].pos_ == "ADV":
                continue  # "made entirely by Clara Weiss" would end in "made entirely"
            wording = "By whom" if opening == "Who" else "By w" + opening[1:]
            stem = inverted(statement, wording, span(agent))
            if stem is not None:
                return _drafts(statement, mention, stem, "by-whom")
    return []


def _drafts(
    statement: Statement, mention: Mention, stem: str, rule: str, *, choice: bool = True, typed: bool = True
) -> list[Draft]:
    others = (mention.canonical,) if mention.canonical != mention.text else ()
    drafts = both(
        statement,
        kind=Kind.SHORT_ANSWER,
        stem=stem,
        key=mention.text,
        others=others,
        answer_class=ANSWER_CLASSES[mention.name_class],
        rule=rule,
        source=Source(mention.paragraph, mention.start, mention.end),
        choice=choice,
        typed=typed,
        features={"name": 1.0, "witnessed": 1.0, "kind_question": 1.0, "of_subject": 1.0},
    )
    return [draft for draft in drafts if anchored(draft)]
