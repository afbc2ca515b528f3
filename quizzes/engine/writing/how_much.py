"""How much, what percentage, how many in adjuncts and measures: figures that are neither plain subject nor object."""

from collections.abc import Callable
from typing import Any

from quizzes.engine.facts.find import joined
from quizzes.engine.facts.syntax import SUBJECTS, span
from quizzes.engine.facts.values import Statement
from quizzes.engine.items.draft import Draft
from quizzes.engine.items.values import Kind, Source
from quizzes.engine.language.values import Figure, FigureClass
from quizzes.engine.writing.anchored import anchored, scenery
from quizzes.engine.writing.how_many import LIMITS
from quizzes.engine.writing.measured import second_part
from quizzes.engine.writing.questions import askable, inverted, of_subject
from quizzes.engine.writing.rule import ANSWER_CLASSES, Article
from quizzes.engine.writing.wording import both, select, token_range

PAYING = frozenset(
    """spend pay cost raise earn receive give invest donate win lose owe charge save borrow lend offer grant award
    provide collect contribute fine demand set pledge allocate""".split()
)
SELLING = frozenset(("for", "at"))
AMOUNTS = frozenset(
    """population price cost income number total height length depth width speed temperature rate density distance area
    size weight capacity attendance budget salary value toll score enrollment enrolment percentage share tax fee fine
    prize""".split()
)
COUNTED = frozenset(("in", "for", "at", "into", "across", "within", "after", "on"))
MOVING = frozenset("rise fall increase decrease grow drop shrink decline reduce cut climb expand".split())
EXTENTS = frozenset("wide long high deep tall thick away old below above".split())


class Place:
    """A figure in a statement: its tokens, with the hedge before it, and the head of its phrase."""

    def __init__(self, statement: Statement, figure: Figure, tokens: tuple[int, int]) -> None:
        self.statement, self.figure = statement, figure
        self.start, self.end = tokens
        hedge = set(figure.approximator.lower().split())
        self.first = self.start
        while self.first and statement.doc[self.first - 1].lower_ in hedge:
            self.first -= 1
        self.head = statement.doc[self.start : self.end].root

    def limit(self, asking: str) -> str:
        """Return "More than how much" for "more than"."""
        wording = LIMITS.get(self.figure.approximator.lower(), "About how many")
        return wording.lower().replace("how many", asking).capitalize()

    def words(self, start: int, end: int) -> str:
        """Return the statement's own words for a range of tokens, with a space in front where there are any."""
        text = joined(select(self.statement, start, end), self.statement.doc)
        return f" {text}" if text else ""


def write(statement: Statement, article: Article) -> list[Draft]:
    """Ask for a sum, a share, a measure, or a count in a phrase with a preposition."""
    figures = article.figures(statement)
    if not figures or not askable(statement, existential=True) or scenery(statement.verb):
        return []
    drafts: list[Draft] = []
    for figure in figures:
        tokens = token_range(statement, figure.start, figure.end)
        if tokens is None or not statement.covers(*tokens) or figure.value < 4:
            continue
        if second_part(statement.doc, tokens[0]):
            continue
        place = Place(statement, figure, tokens)
        stem = next((stem for way in WAYS.get(figure.figure_class, ()) if (stem := way(place)) is not None), None)
        if stem is None:
            continue
        drafts += both(
            statement,
            kind=Kind.SHORT_ANSWER,
            stem=stem,
            key=figure.text,
            answer_class=ANSWER_CLASSES[figure.figure_class],
            rule="how-much",
            source=Source(figure.paragraph, figure.start, figure.end),
            unit=figure.unit,
            approximator=figure.approximator,
            value=figure.value,
            features={"figure": 1.0, "kind_question": 1.0},
        )
    return [draft for draft in drafts if anchored(draft)]


def _joined(token: Any) -> bool:
    return any(child.dep_ in {"conj", "cc", "appos"} for child in token.children)


def _sum(place: Place) -> str | None:
    """Ask how much: "The town spent £7m on a bridge" gives "How much did the town spend on a bridge?"."""
    head, verb = place.head, place.statement.verb
    governor = head.head
    if _joined(head) or place.end <= head.i:
        return None
    opening = place.limit("how much")
    infinitive = governor.dep_ == "xcomp" and governor.head.i == verb.i  # "expects to pay $20"
    if head.dep_ == "dobj" and (governor.i == verb.i or infinitive) and governor.lemma_ in PAYING:
        return inverted(place.statement, opening, (place.first, place.end))
    if head.dep_ == "pobj" and governor.head.i == verb.i and governor.lower_ in SELLING:
        if governor.i != place.first - 1:
            return None
        opening = f"{governor.lower_.capitalize()} {opening[0].lower()}{opening[1:]}"
        return inverted(place.statement, opening, (int(governor.i), place.end))
    return None


def _share(place: Place) -> str | None:
    """Ask what percentage: "About 10% of the growers keep bees" gives "About what percentage of the growers ...?".

    "Sales rose by 12%" gives "By what percentage did sales rise?".
    """
    head, verb, statement = place.head, place.statement.verb, place.statement
    if _joined(head) or head.i >= place.end:
        return None
    of = next((c for c in head.rights if c.dep_ == "prep" and c.lower_ == "of" and c.i == place.end), None)
    end = int(of.right_edge.i) + 1 if of is not None else place.end
    opening = place.limit("what percentage") + place.words(place.end, end)
    if head.dep_ in SUBJECTS and head.head.i == verb.i and of is not None and span(head)[1] == end:
        return of_subject(statement, opening, singular_verb=False)
    if head.dep_ == "dobj" and head.head.i == verb.i and of is not None:
        return inverted(statement, opening, (place.first, end))
    preposition = head.head
    if head.dep_ != "pobj" or preposition.head.i != verb.i or preposition.i != place.first - 1:
        return None
    if preposition.lower_ == "by" and verb.lemma_ in MOVING:
        return inverted(statement, f"By {opening[0].lower()}{opening[1:]}", (int(preposition.i), end))
    if preposition.lower_ == "for" and verb.lemma_ == "account" and end > max(w.start for w in statement.words):
        return inverted(statement, opening, (place.first, end))
    return None


def _counted(place: Place) -> Any:
    """Return the noun that the figure counts, where nothing but adjectives stands between."""
    noun = place.head.head if place.head.dep_ in {"nummod", "quantmod"} else None
    if noun is None or noun.i < place.end or noun.left_edge.i != place.first or _joined(noun):
        return None
    return noun if noun.tag_ in {"NNS", "NN"} and noun.lemma_.lower() == place.figure.unit else None


def _in_phrase(place: Place) -> str | None:
    """Ask how many in a phrase of the verb: "In how many languages was it printed?"."""
    noun = _counted(place)
    if noun is None or noun.dep_ != "pobj" or noun.head.head.i != place.statement.verb.i:
        return None
    preposition = noun.head
    if preposition.lower_ not in COUNTED or preposition.i != place.first - 1:
        return None
    if preposition.dep_ != "prep" or any(child.dep_ in {"prep", "relcl", "acl"} for child in noun.rights):
        return None
    if not place.statement.covers(preposition.i, noun.i + 1) or place.statement.verb.lemma_ == "be":
        return None  # "has been in the vestry for 14 months"
    limit = place.limit("how many")
    opening = f"{preposition.lower_.capitalize()} {limit[0].lower()}{limit[1:]}{place.words(place.end, noun.i + 1)}"
    return inverted(place.statement, opening, (int(preposition.i), int(noun.i) + 1))


def _extent(place: Place) -> str | None:
    """Ask how many metres wide: "The crater is more than six metres wide"; how old: "The mill is 90 years old"."""
    noun = _counted(place)
    if noun is None or noun.dep_ != "npadvmod" or noun.head.lower_ not in EXTENTS or noun.head.i != noun.i + 1:
        return None
    extent, verb = noun.head, place.statement.verb
    if extent.head.i != verb.i or extent.dep_ not in {"acomp", "advmod"} or list(extent.rights):
        return None
    asked = place.words(place.end, extent.i + 1)
    opening = place.limit("how many") + asked
    return inverted(place.statement, opening, (place.first, int(extent.i) + 1))


def _existing(place: Place) -> str | None:
    """Ask how many there are: "There were 48 mills in Leith" gives "How many mills were there in Leith?"."""
    noun = _counted(place)
    statement = place.statement
    if noun is None or statement.subject.dep_ != "expl" or noun.head.i != statement.verb.i:
        return None
    if statement.verb.lemma_ != "be" or any(c.dep_ in {"relcl", "acl"} for c in noun.rights):
        return None
    return inverted(statement, place.limit("how many") + place.words(place.end, noun.i + 1), (place.first, noun.i + 1))


def _amount(place: Place) -> str | None:
    """Ask what it was: "The population of Leith was 40,200" gives "What was the population of Leith?"."""
    head, statement = place.head, place.statement
    if head.dep_ != "attr" or head.head.i != statement.verb.i or _joined(head) or place.figure.approximator:
        return None
    if statement.verb.lemma_ != "be" or statement.subject.lemma_.lower() not in AMOUNTS:
        return None
    if any(
        child.i >= place.end for child in head.children if child.dep_ != "punct" and child.lower_ not in {"in", "at"}
    ):
        return None  # "40,200 people" has its own form, "40,200 in 1911" this one
    return inverted(statement, "What", (place.first, place.end))


Way = Callable[[Place], str | None]
WAYS: dict[FigureClass, tuple[Way, ...]] = {
    FigureClass.MONEY: (_sum, _amount),
    FigureClass.PERCENT: (_share, _amount),
    FigureClass.COUNT: (_in_phrase, _existing, _amount),
    FigureClass.DURATION: (_in_phrase, _extent),
    FigureClass.MEASURE: (_in_phrase, _extent),
}
