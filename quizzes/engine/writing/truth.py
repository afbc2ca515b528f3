"""True/false: a clause restated, or the same clause with one figure exchanged."""

import re

from quizzes.engine.facts.find import capitalised, joined, lowered
from quizzes.engine.facts.values import Statement, Word
from quizzes.engine.items.draft import AnswerClass, Draft
from quizzes.engine.items.values import Interaction, Kind, Option, Source
from quizzes.engine.items.wording import stands_in
from quizzes.engine.language.figures import is_bound
from quizzes.engine.language.values import Figure, FigureClass
from quizzes.engine.writing.claims import one_claim
from quizzes.engine.writing.gaps import poor_place
from quizzes.engine.writing.introduced import introduced
from quizzes.engine.writing.numbers import exchange
from quizzes.engine.writing.questions import torn_report
from quizzes.engine.writing.rule import Article
from quizzes.engine.writing.stakes import at_stake, differs
from quizzes.engine.writing.substance import worth_stating
from quizzes.engine.writing.voice import passive
from quizzes.engine.writing.wording import exchanged, stopped, token_range

MOVABLE = frozenset("in on at by during before after over under from since within across throughout for".split())
CLAUSES = frozenset("advcl relcl acl ccomp xcomp pcomp csubj conj parataxis".split())
LONGEST = 28
SHORTEST = 5
SHORTEST_UNNAMED = 8
LONGEST_MOVED = 7


def restated(statement: Statement) -> str:
    """Return the statement with its fronted adjunct last: "In May, the mill shut." gives "The mill shut in May."."""
    if statement.front is None or torn_report(statement) or _dated_tail(statement) or _nested_tail(statement):
        return statement.text
    start, end = statement.front
    doc = statement.doc
    if statement.words[0].start != start or not _plain_front(statement, start, end):
        return statement.text
    front = [word for word in statement.words if start <= word.start < end]
    rest = [word for word in statement.words if word.start >= end]
    while rest and rest[0].text in {",", "–", "—"}:
        rest = rest[1:]
    if not front or not rest or rest[-1].text in {'"', "”"}:
        return statement.text
    first = lowered(Word(doc[front[0].start].text, front[0].start, front[0].end), doc)
    rest = [Word(capitalised(rest[0].text), rest[0].start, rest[0].end), *rest[1:]]
    return stopped(joined([*rest, first, *front[1:]], doc))


def _plain_front(statement: Statement, start: int, end: int) -> bool:
    """Say whether a fronted adjunct may move: one short phrase, closed by a comma or by the subject.

    In "In 2007 Lund and a colleague, Weiss, ..." the parse may take the subject's own names for the adjunct's.
    """
    doc = statement.doc
    if doc[start].lower_ not in MOVABLE or end - start > LONGEST_MOVED or end >= len(doc):
        return False
    if any(doc[p].dep_ in {"advcl", "relcl", "acl", "pcomp", "conj", "appos"} for p in range(start, end)):
        return False
    if any(doc[p].lower_ in {"this", "that", "these", "those"} for p in range(start, end)):
        return False  # "before this election" points back from its place
    return bool(doc[end].text == "," or statement.subject.left_edge.i == end)


def _nested_tail(statement: Statement) -> bool:
    """Say whether a clause closes the statement, which would take the adjunct to itself.

    "On certain boats the words were used in order to raise a wind" is not about raising a wind on certain boats.
    """
    tail = [statement.doc[word.start] for word in statement.words if word.start > statement.verb.i]
    return any(token.dep_ in CLAUSES or token.tag_ == "TO" for token in tail)


def _dated_tail(statement: Statement) -> bool:
    """Say whether a closing adjunct already gives a year: two of them in a row read badly."""
    tail = [word.text for word in statement.words if word.start > statement.verb.i]
    start, end = statement.front or (0, 0)
    front = [statement.doc[p].text for p in range(start, end)]
    dated = [any(text.isdigit() and len(text) == 4 for text in part) for part in (tail, front)]
    return all(dated)


def draft_truth(
    statement: Statement,
    stem: str,
    key: str,
    rule: str,
    source: Source,
    explanation: str,
    changed: tuple[str, str] | None,
    features: dict[str, float],
) -> Draft:
    """Return a true/false draft; `changed` tells what now stands and what stood then."""
    return Draft(
        kind=Kind.TRUE_FALSE,
        interaction=Interaction.CHOICE,
        stem=stem,
        keys=(key,),
        fact=statement.fact,
        answer_class=AnswerClass.TRUTH,
        rule=rule,
        key_source=source,
        context=statement.context,
        options=tuple(Option(text, text == key, explanation) for text in ("True", "False")),
        explanation=explanation,
        changed=changed,
        features={**statement.features, **features, "kind_truth": 1.0},
    )


def _in_condition(statement: Statement, position: int) -> bool:
    """Say whether a token only tells under what condition: "With ten birds, it took an hour" says nothing of nine."""
    ahead = (word for word in statement.doc[position].ancestors if word.i < statement.subject.left_edge.i)
    return any(word.dep_ == "prep" and word.lower_ in {"with", "without", "among", "at"} for word in ahead)


def _sentence(statement: Statement) -> Source:
    return Source(statement.fact.paragraph, statement.fact.start, statement.fact.end)


def sayable(statement: Statement, article: Article) -> bool:
    """Say whether a true/false item may rest on a statement: one whole claim, settled, and worth knowing."""
    if VAGUE.match(statement.text) or statement.text[0] in '“"' or torn_report(statement):
        return False
    if not SHORTEST <= len(statement.words) <= LONGEST or len(OPENED.findall(statement.text)) > len(
        CLOSED.findall(statement.text)
    ):
        return False
    return one_claim(statement) and worth_stating(statement) and introduced(statement, article)


def write_true(statement: Statement, article: Article) -> list[Draft]:
    """Restate a clause that names or counts something; a sentence copied whole makes no item."""
    if not sayable(statement, article):
        return []
    stem = restated(statement)
    stem = passive(statement) or stem if stem == statement.text else stem
    substance = len(article.figures(statement)) + len(article.mentions(statement))
    copied = statement.whole and stem == statement.text and not statement.features["rewritten"]
    if copied or (not substance and len(statement.words) < SHORTEST_UNNAMED):
        return []
    paragraph = statement.fact.paragraph
    return [
        draft_truth(
            statement,
            stem,
            "True",
            "true-restated",
            _sentence(statement),
            f"Paragraph {paragraph} says so.",
            None,
            {"moved": 1.0 if stem != statement.text else 0.0, "substance": min(1.0, substance / 3), "key_true": 1.0},
        )
    ]


def write_false(statement: Statement, article: Article) -> list[Draft]:
    """Exchange a figure of the claim for another of its class and unit, from the article or made up."""
    if not article.figures(statement) or not sayable(statement, article):
        return []
    drafts: list[Draft] = []
    for figure in article.figures(statement):
        place = token_range(statement, figure.start, figure.end)
        if place is None or not statement.covers(*place) or _unsafe(figure) or poor_place(statement, *place):
            continue
        if not at_stake(statement, figure, *place) or _in_condition(statement, place[0]):
            continue
        other = exchange(figure, article.analysis.figures)
        if other is None or not differs(figure, other) or _in_context(statement, figure.text, other):
            continue
        start, end = place
        words = exchanged(statement, start, end, other)
        drafts.append(
            draft_truth(
                statement,
                stopped(capitalised(joined(words, statement.doc))),
                "False",
                "false-figure",
                Source(figure.paragraph, figure.start, figure.end),
                f"Paragraph {figure.paragraph} gives {figure.text}, not {other}.",
                (other, figure.text),
                {"figure": 1.0, "small": 1.0 if figure.value < 10 else 0.0, "key_true": 0.0},
            )
        )
    return drafts


def _in_context(statement: Statement, then: str, now: str) -> bool:
    """Say whether the context line shows the figure, or the wrong one, which would tell or confuse."""
    return statement.context is not None and any(stands_in(text, statement.context) for text in (then, now))


# "A number of countries opposed it" can hardly be false
# "at the 'Lord's Enclosure in 1939" opens a quotation that it does not close
OPENED = re.compile(r"(?<!\w)['‘](?=\w)")
CLOSED = re.compile(r"(?<=[\w.,])['’](?!\w)")
VAGUE = re.compile(r"(?:a number of|some|several|various|certain) ", re.IGNORECASE)


def _unsafe(figure: Figure) -> bool:
    """Refuse small counts and bounds, which another figure may also meet: "at least 2,000" holds "at least 750"."""
    if is_bound(figure.approximator):
        return True
    return figure.figure_class is FigureClass.COUNT and (figure.value < 4 or not figure.unit)
