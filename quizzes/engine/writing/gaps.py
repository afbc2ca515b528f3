"""Cloze: a figure or a name taken out of a statement that is otherwise almost the article's own."""

from typing import Any

from quizzes.engine.facts.syntax import negated
from quizzes.engine.facts.values import Statement, once
from quizzes.engine.items.draft import Draft
from quizzes.engine.items.values import Kind, Source
from quizzes.engine.language.lexicon import MONTHS, TITLES
from quizzes.engine.language.values import Figure, FigureClass, Mention, NameClass
from quizzes.engine.writing.central import central, posed, torn
from quizzes.engine.writing.completeness import complete, kept
from quizzes.engine.writing.measured import shorter_keys, whole_measure
from quizzes.engine.writing.rule import ANSWER_CLASSES, Article
from quizzes.engine.writing.stakes import in_the_claim
from quizzes.engine.writing.substance import worth_stating
from quizzes.engine.writing.wording import both, exact, gapped, token_range

PARTICLES = frozenset(("de", "van", "von", "al", "der", "la", "le", "bin", "ibn"))
LISTING = frozenset(("include", "including", "such", "like", "includes", "included"))


def write_figures(statement: Statement, article: Article) -> list[Draft]:
    """Blank each figure that the statement is about, with its money sign, magnitude and unit of measure."""
    drafts: list[Draft] = []
    figures = article.figures(statement)
    if not figures or not _sound(statement):
        return drafts
    for figure in figures:
        place = token_range(statement, figure.start, figure.end)
        if place is None or _poor_figure(figure) or poor_place(statement, *place):
            continue
        if not central(statement, figure, *place):
            continue
        whole = whole_measure(statement.doc, figure, *place)
        stem = gapped(statement, *whole) if whole is not None else None
        if whole is None or stem is None or not _roomy(stem, statement) or _again(figure.text, stem):
            continue
        key, source = exact(statement, article.text(statement), *whole)
        others = shorter_keys(key) if key != figure.text else ()
        drafts += both(
            statement,
            kind=Kind.CLOZE,
            stem=stem,
            key=key,
            others=others,
            answer_class=ANSWER_CLASSES[figure.figure_class],
            rule="gap-figure",
            source=source,
            unit=figure.unit,
            approximator=figure.approximator,
            value=figure.value,
            typed=not _place_fits(statement, figure, place[0]) and _one_word_fits(statement, place[1]),
            features={"figure": 1.0, "small": 1.0 if figure.value < 10 else 0.0, "kind_cloze": 1.0},
        )
    return drafts


@once
def _sound(statement: Statement) -> bool:
    """Say whether a statement is whole, and clear by itself or through its context, so that only the gap is open.

    A sentence as it stands below its context needs no more: "It passed into law on _____".
    """
    if torn(statement):
        return False
    quoted = statement.context is not None
    if not (quoted and statement.whole) and not complete(statement, kept(statement)):
        return False
    return quoted or worth_stating(statement)


def _roomy(stem: str, statement: Statement) -> bool:
    """Say whether enough stands around the gap, and something before it; a context line is part of what stands there.

    Below its context even "The strike lasted _____ nights." says what is asked for.
    """
    quoted = statement.verbatim and statement.context is not None
    return not stem.startswith("_") and len(stem.split()) > (BELOW_CONTEXT if quoted else ENOUGH)


def _place_fits(statement: Statement, figure: Figure, start: int) -> bool:
    """Say whether a typed place would fill the gap of a date as well: "founded in _____"."""
    before = statement.doc[start - 1].lower_ if start else ""
    return figure.figure_class in {FigureClass.YEAR, FigureClass.DATE} and before in {"in", "at"}


def poor_place(statement: Statement, start: int, end: int) -> bool:
    """Refuse an age set between commas ("Weiss, 49, says") and the number of a thing ("room 11", "Apollo 9")."""
    doc = statement.doc
    before, after = (doc[start - 1] if start else None), (doc[end] if end < len(doc) else None)
    if before is None:
        return False
    if before.text in {"(", "±"} or (after is not None and after.text in {"'s", "'", "±"}):
        return True  # what brackets hold is an aside; "_____'s storm"
    if any(t.text == "(" and t.i + 1 < len(doc) and doc[t.i + 1].like_num for t in doc[end : end + 3]):
        return True  # "1.5 metres (4.9 ft)" gives the figure twice
    if negated(statement.verb) and any(word.text.lower() == "nor" for word in statement.words):
        return True  # "does not wear out in ten years, nor in fifty": any figure would do
    there = any(c.dep_ == "expl" and c.lower_ == "there" for c in statement.verb.children)
    if there and statement.context is None and not any(doc[w.start].pos_ == "PROPN" for w in statement.words):
        return True  # "There were 300 families": where?
    percent = doc[start:end].root
    if percent.dep_ == "dobj" and percent.lower_ in {"%", "percent", "cent"} and not list(percent.rights):
        return True  # "achieved more than 80%": of what?
    aged = before.text == "," and start > 1 and doc[start - 2].pos_ == "PROPN"
    if aged and (after is None or after.text == ","):
        return True
    numbered = doc[start:end].root.head.i == start - 1 and doc[start:end].root.dep_ in {"nummod", "appos", "npadvmod"}
    month = before.text in MONTHS
    return (numbered and before.pos_ in {"NOUN", "PROPN"} and not month) or (
        before.pos_ == "PROPN" and not month and doc[start:end].root.dep_ in {"nummod", "nmod", "punct"}
    )


def _one_word_fits(statement: Statement, end: int) -> bool:
    """Say whether only a figure fills the gap: "a _____ national centre" takes many words, "_____ children" one."""
    doc = statement.doc
    return not (end < len(doc) and doc[end].pos_ == "ADJ" and doc[end].dep_ == "amod")


def _poor_figure(figure: Figure) -> bool:
    """Refuse a bare number, and counts of two or three in words: rarely what a text is about ("two older brothers")."""
    if figure.figure_class is FigureClass.COUNT and not figure.unit:
        return True
    return figure.figure_class is FigureClass.COUNT and figure.value < 4 and not figure.text.isdigit()


def _again(text: str, stem: str) -> bool:
    return text.lower() in stem.lower()


def write_names(statement: Statement, article: Article) -> list[Draft]:
    """Blank each whole name that the article keeps to: no part of a longer name, a list, or a description."""
    drafts: list[Draft] = []
    mentions = article.mentions(statement)
    if not mentions or not _sound(statement):
        return drafts
    for mention in mentions:
        place = token_range(statement, mention.start, mention.end)
        if not TWICE <= article.count(mention) < COMMON:
            continue  # what is named in passing is no answer, nor is what the whole article is about
        if place is None or _poor_name(statement, mention, *place):
            continue
        stem = gapped(statement, *place)
        if stem is None or not _roomy(stem, statement) or _again(mention.text, stem) or _again(mention.canonical, stem):
            continue
        others = tuple(text for text in _forms(mention, article) if text != mention.text)
        drafts += both(
            statement,
            kind=Kind.CLOZE,
            stem=stem,
            key=mention.text,
            others=others,
            answer_class=ANSWER_CLASSES[mention.name_class],
            rule="gap-name",
            source=Source(mention.paragraph, mention.start, mention.end),
            typed=not statement.verbatim and _nameable(statement, mention, *place),
            choice=_argument(statement, mention, *place)
            and not _titled(statement, place[0])
            and not _described(statement, *place),
            features={
                "name": 1.0,
                "witnessed": 0.0 if mention.name_class is NameClass.OTHER else 1.0,
                "kind_cloze": 1.0,
                "at_start": 0.0,
            },
        )
    return drafts


def _forms(mention: Mention, article: Article) -> list[str]:
    """Return every text by which the article names the bearer, and the initials of a body's name."""
    same = [other.text for other in article.analysis.mentions if other.canonical == mention.canonical]
    initials = "".join(word[0] for word in mention.canonical.split() if word[0].isupper())
    body = mention.name_class is NameClass.ORGANIZATION and len(initials) > 1
    return list(dict.fromkeys([mention.canonical, *same, *([initials] if body else [])]))


def _nameable(statement: Statement, mention: Mention, start: int, end: int) -> bool:
    """Say whether one typed name can be expected: a known kind of bearer in a short statement.

    The name must be an argument of the statement's verb: what a noun's "of" or "in" leads to is seldom the point.
    """
    if len(statement.words) > LONGEST_NAMED or mention.text.split()[-1].strip(".").isupper():
        return False
    return _argument(statement, mention, start, end)


def _argument(statement: Statement, mention: Mention, start: int, end: int) -> bool:
    """Say whether a name of a known kind is the subject, object or agent of the verb, or a place or person with it."""
    head = statement.doc[start:end].root
    if mention.name_class is NameClass.OTHER:
        return False
    if head.dep_ == "pobj":
        body = mention.name_class is NameClass.ORGANIZATION and head.head.dep_ != "agent"
        return bool(head.head.head.i == statement.verb.i and not body)
    return bool(head.dep_ in {"nsubj", "nsubjpass", "dobj", "attr"} and head.head.i == statement.verb.i)


TWICE = 2
ENOUGH, BELOW_CONTEXT = 6, 4
LONGEST_NAMED = 25
COMMON = 10
HONORIFICS = frozenset(
    (
        "mr.",
        "mrs.",
        "ms.",
        "dr.",
        "cllr.",
        "mr",
        "mrs",
        "ms",
        "dr",
        "cllr",
        "prof.",
        "sir",
        "president",
        "king",
        "queen",
        "pope",
    )
)


def _titled(statement: Statement, start: int) -> bool:
    """Say whether a title stands before the gap, which the other persons of the article do not share."""
    return start > 0 and statement.doc[start - 1].lower_.rstrip(".") in TITLES


def _described(statement: Statement, start: int, end: int) -> bool:
    """Say whether the sentence itself says who somebody is, which picks the option: "_____, an analyst, argued"."""
    doc = statement.doc
    after = doc[end : end + 2]
    return len(after) == 2 and after[0].text == "," and after[1].lower_ in {"a", "an", "the"}


def _of_a_name(doc: Any, start: int) -> bool:
    """Say whether a longer name runs into this one: "the Daughters of the Revolution", "Treaty of Utrecht"."""
    back = start - 1
    if doc[back].lower_ == "the":
        back -= 1
    return back > 0 and doc[back].lower_ in {"of", "for"} and doc[back - 1].tag_ in {"NNP", "NNPS"}


def _poor_name(statement: Statement, mention: Mention, start: int, end: int) -> bool:
    doc = statement.doc
    head = doc[start:end].root
    if not in_the_claim(head, statement):
        return True  # what a side remark names is seldom the point
    if posed(statement):
        return True  # "_____ stood up at the back"
    if negated(statement.verb):
        return True  # what is not so holds of many names
    if start > 1 and _of_a_name(doc, start):
        return True
    before = doc[start - 1] if start else None
    after = doc[end] if end < len(doc) else None
    if head.dep_ in {"compound", "nmod", "amod", "conj"} or any(child.dep_ == "conj" for child in head.children):
        return True
    # a title before a person stays in the stem: "General _____"
    titled = mention.name_class is NameClass.PERSON and before is not None and before.ent_type_ != "PERSON"
    surname = " " not in mention.text and mention.name_class is NameClass.PERSON
    if before is not None and (before.lower_ in HONORIFICS or (surname and before.lower_.rstrip(".") in TITLES)):
        return True  # "Captain _____" for a surname is half a name, "President _____" is known from the news
    preposition = head.head if head.dep_ == "pobj" else None
    if mention.name_class is NameClass.PLACE and preposition is not None and preposition.head.pos_ in {"PROPN", "NOUN"}:
        return True  # "the Museum of Norway in _____", "a coast of _____": geography gives the key
    if before is not None and (before.lower_ in PARTICLES | LISTING or before.text in {"-", "'s", "/"}):
        return True
    if before is not None and (before.tag_ == "NNPS" or (before.tag_ == "NNP" and not titled)):
        return True
    if after is not None and (after.text in {"-", "/", "&"} or after.tag_ in {"NNP", "NNPS"}):
        return True
    if after is not None and after.text == "'s" and end + 1 < len(doc) and doc[end + 1].tag_ in {"NNP", "NNPS"}:
        return True
    return any(token.lower_ in LISTING for token in doc[max(0, start - 3) : start])
