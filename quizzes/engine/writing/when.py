"""When and in what year: a time adjunct of the clause, alone in its phrase."""

import re
from typing import Any

from quizzes.engine.facts.syntax import SUBJECTS
from quizzes.engine.facts.values import Statement
from quizzes.engine.items.draft import AnswerClass, Draft
from quizzes.engine.items.values import Kind, Source
from quizzes.engine.language.values import FigureClass
from quizzes.engine.writing.anchored import anchored, bare, placed
from quizzes.engine.writing.central import of_a_life
from quizzes.engine.writing.questions import askable, inverted
from quizzes.engine.writing.rule import ANSWER_CLASSES, Article
from quizzes.engine.writing.wording import both, token_range

OPENINGS = {"in": "In what year", "since": "Since what year", "by": "By what year", "until": "Until what year"}

YEAR = re.compile(r"\b(?:1[0-9]{3}|20[0-9]{2})\b")
LIMITS = frozenset("again first finally last twice once initially originally briefly".split())
MOMENTS = frozenset("moment time day chance change end breakthrough success news turn opportunity".split())
AIMS = frozenset("target goal plan aim deadline promise pledge ambition forecast bill law strategy scheme".split())
SYNONYMS = (
    ("open", "reopen", "inaugurate"),
    ("start", "begin", "commence"),
    ("end", "stop", "finish", "cease"),
    ("found", "establish", "create", "set"),
    ("win", "gain", "earn"),
    ("return", "reappear", "recur"),
    ("buy", "purchase", "acquire"),
    ("strike", "hit"),
    ("leave", "depart", "quit"),
)


def write(statement: Statement, article: Article) -> list[Draft]:
    """Ask for a year or a date that its own preposition ties to the verb."""
    dates = [f for f in article.figures(statement) if f.figure_class in {FigureClass.YEAR, FigureClass.DATE}]
    if not dates or not askable(statement):
        return []
    if _hollow(statement) or _aimed(statement) or _limited(statement) or of_a_life(statement):
        return []
    drafts: list[Draft] = []
    for figure in dates:
        place = token_range(statement, figure.start, figure.end)
        if place is None or place[0] == 0:
            continue
        preposition = statement.doc[place[0] - 1]
        if preposition.dep_ != "prep" or preposition.head.i != statement.verb.i:
            continue
        if not statement.covers(preposition.i, place[1]):
            continue
        if preposition.i and statement.doc[preposition.i - 1].lower_ in {"early", "late", "only", "back", "as"}:
            continue  # "early in 2016" leaves "early" behind
        if figure.figure_class is FigureClass.YEAR:
            opening = OPENINGS.get(preposition.lower_)
        else:
            opening = "When" if preposition.lower_ in {"in", "on"} else None
        if opening is None or preposition.right_edge.i >= place[1]:
            continue
        stem = inverted(statement, opening, (preposition.i, place[1]))
        if stem is None or YEAR.search(stem) or _unplaced(statement, stem):
            continue  # two years in one sentence are easily mixed up
        drafts += both(
            statement,
            kind=Kind.SHORT_ANSWER,
            stem=stem,
            key=figure.text,
            answer_class=ANSWER_CLASSES.get(figure.figure_class, AnswerClass.DATE),
            rule="when",
            source=Source(figure.paragraph, figure.start, figure.end),
            value=figure.value,
            features={"figure": 1.0, "kind_question": 1.0},
        )
    found = [draft for draft in drafts if anchored(draft)]
    return [] if found and _again(statement, article) else found


def _hollow(statement: Statement) -> bool:
    """Say whether a verb tells no event: "would close", "was in use", "gave up", "the moment came"."""
    children = list(statement.verb.children)
    would = any(child.dep_ == "aux" and child.lower_ in {"would", "could"} for child in children)
    empty = statement.verb.lemma_ == "be" and not any(child.dep_ in {"attr", "acomp"} for child in children)
    moment = statement.verb.lemma_ in {"come", "arrive"} and statement.subject.lemma_.lower() in MOMENTS
    return would or empty or moment or bare(statement.verb)


def _unplaced(statement: Statement, stem: str) -> bool:
    """Say whether nothing tells which of many is meant: "In what year was a cable laid?"."""
    return any(child.lower_ in {"a", "an"} for child in statement.subject.children) and not placed(stem)


def _aimed(statement: Statement) -> bool:
    """Say whether the year may be that of an aim, not of the deed: "had a target of 2,300 homes by 2030"."""
    return any(
        child.dep_ in {"dobj", "attr", "nsubjpass"} and child.lemma_.lower() in AIMS
        for child in statement.verb.children
    )


def _limited(statement: Statement) -> bool:
    """Say whether a limit of the event was left out: "cholera came back in 1866 | for the last time"."""
    left = [child for child in statement.verb.children if not statement.covers(child.i, child.i + 1)]
    phrases = {child.doc[child.left_edge.i : child.right_edge.i + 1].text.lower() for child in left}
    return any(phrase in LIMITS or phrase.endswith(" time") for phrase in phrases)


def _again(statement: Statement, article: Article) -> bool:
    """Say whether the article dates another such deed of the same subject: "returned in 1848 and again in 1853"."""
    subject = statement.subject.lemma_.lower()
    verb = _deed(statement.verb)
    fact = statement.fact
    for sentence in article.analysis.sentences:
        if sentence.paragraph == fact.paragraph and sentence.start == fact.start:
            continue
        if not YEAR.search(sentence.text):
            continue
        doc = article.analysis.docs[_position(article, sentence.paragraph)]
        inside = doc.char_span(sentence.start, sentence.end, alignment_mode="contract")
        if inside is None or not doc.has_annotation("DEP"):
            continue
        for token in inside:
            same = token.pos_ == "VERB" and _deed(token) == verb
            if same and any(c.lemma_.lower() == subject and c.dep_ in SUBJECTS for c in token.children):
                return True
    return False


def _position(article: Article, paragraph: int) -> int:
    return next(index for index, block in enumerate(article.paragraphs) if block.number == paragraph)


def _deed(verb: Any) -> str:
    """Return a verb by its sense: "come back" and "return" are one."""
    particles = {child.lower_ for child in verb.children if child.dep_ in {"advmod", "prt"}}
    lemma = str(verb.lemma_).lower()
    if lemma in {"come", "go"} and "back" in particles:
        return "return"
    return next((group[0] for group in SYNONYMS if lemma in group), lemma)
