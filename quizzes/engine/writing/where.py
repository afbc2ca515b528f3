"""Where: a place named in an adjunct of the verb."""

from typing import Any

from quizzes.engine.facts.syntax import finite_token, span
from quizzes.engine.facts.values import Statement
from quizzes.engine.items.draft import Draft
from quizzes.engine.items.values import Kind, Source
from quizzes.engine.language.lexicon import COUNTRIES
from quizzes.engine.language.values import NameClass
from quizzes.engine.writing.anchored import anchored, moved, scenery
from quizzes.engine.writing.kinds import kind_of
from quizzes.engine.writing.questions import askable, inverted
from quizzes.engine.writing.rule import ANSWER_CLASSES, Article
from quizzes.engine.writing.wording import both, token_range

PREPOSITIONS = frozenset(("in", "at", "across", "near", "throughout", "outside", "from", "into", "to"))
PLACING = PREPOSITIONS | {
    "off",
    "on",
    "onto",
    "inside",
    "under",
    "over",
    "behind",
    "beside",
    "through",
    "along",
    "above",
}


def write(statement: Statement, article: Article) -> list[Draft]:
    """Ask "In which country" for a country and "Where" for another place that the clause is set in."""
    places = [mention for mention in article.mentions(statement) if mention.name_class is NameClass.PLACE]
    if not places or not askable(statement) or any(word.text.lower() == "once" for word in statement.words):
        return []  # "once" opens an anecdote, whose place is no news
    if moved(statement.verb) or scenery(statement.verb):
        return []
    drafts: list[Draft] = []
    for mention in places:
        place = token_range(statement, mention.start, mention.end)
        if place is None or not statement.covers(*place):
            continue
        head = statement.doc[place[0] : place[1]].root
        preposition = head.head
        if head.dep_ != "pobj" or preposition.dep_ != "prep" or preposition.lower_ not in PREPOSITIONS:
            continue
        if preposition.head.i != statement.verb.i or not _only_article(preposition, place, statement):
            continue
        if not statement.covers(preposition.i, place[1]):
            continue
        country = mention.canonical in COUNTRIES
        if (country and _general(statement)) or (not country and head.ent_type_ not in {"GPE", "LOC", "FAC"}):
            continue
        if not country and (preposition.lower_ not in {"in", "at", "near"} or kind_of(mention) is not None):
            continue  # "in which city" asks more exactly than "where"
        if not country and _placed(statement, preposition):
            continue
        opening = f"{preposition.lower_.capitalize()} which country" if country else "Where"
        stem = inverted(statement, opening, span(preposition))
        if stem is None or mention.text in stem or len(stem.split()) < 5:
            continue
        others = (mention.canonical,) if mention.canonical != mention.text else ()
        drafts += both(
            statement,
            kind=Kind.SHORT_ANSWER,
            stem=stem,
            key=mention.text,
            others=others,
            answer_class=ANSWER_CLASSES[mention.name_class],
            rule="where",
            source=Source(mention.paragraph, mention.start, mention.end),
            features={"name": 1.0, "witnessed": 1.0, "kind_question": 1.0},
        )
    return [draft for draft in drafts if anchored(draft)]


def _placed(statement: Statement, preposition: Any) -> bool:
    """Say whether the clause tells another place: "took metal off the inside of a bell in Leith"."""
    others = [
        child
        for child in statement.verb.children
        if child.dep_ in {"prep", "prt"} and child.lower_ in PLACING and child.i != preposition.i
    ]
    return any(
        child.dep_ == "prt" or not any(noun.ent_type_ in {"DATE", "TIME"} or noun.like_num for noun in child.subtree)
        for child in others
    )


def _general(statement: Statement) -> bool:
    """Say whether it is a general truth, which may hold elsewhere too: "In Norway, schools are free"."""
    finite = finite_token(statement.verb)
    present = finite is not None and finite.tag_ in {"VBZ", "VBP"}
    counted = any(character.isdigit() for word in statement.words for character in word.text)
    return present and not counted and statement.subject.pos_ != "PROPN"


def _only_article(preposition: object, place: tuple[int, int], statement: Statement) -> bool:
    """Accept an article or an edge word round the place: "in the Sahel", "in Egypt alone"."""
    start, end = span(preposition)
    inside = [statement.doc[p].lower_ for p in range(start + 1, end) if not place[0] <= p < place[1]]
    return all(word in {"the", "alone"} for word in inside)
