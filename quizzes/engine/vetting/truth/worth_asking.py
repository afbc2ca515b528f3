"""F6: what is asked stands in the article's own text, in no aside, and is no detail by the way."""

import re
from collections.abc import Iterator
from typing import Any

from quizzes.engine.items.draft import AnswerClass
from quizzes.engine.items.values import GAP, Kind, Source
from quizzes.engine.language import ASKED_ABOUT, Figure, Mention, NameClass
from quizzes.engine.language.lexicon import MONTHS, PEOPLE_NOUNS
from quizzes.engine.text.values import ParagraphKind
from quizzes.engine.vetting.truth.incidental import incidental
from quizzes.engine.vetting.values import Case, Check, Finding

CODE = "F6"
ASIDE = re.compile(
    r"\b(?:click (?:here|on)|subscribe|newsletter|read more|sign up|copyright)\b|^advertisement\b"
    r"|\b(?:photo(?:graph)?|image|picture)s?(?: credit\b|:| by\b)|\(see |\bfigure \d", re.IGNORECASE
)  # fmt: skip
NAMES = frozenset((AnswerClass.PERSON, AnswerClass.PLACE, AnswerClass.ORGANIZATION, AnswerClass.NAME))
COUNTS = frozenset((AnswerClass.COUNT, AnswerClass.MEASURE, AnswerClass.DURATION))
SINGLE = frozenset((Kind.MULTIPLE_CHOICE, Kind.CLOZE, Kind.SHORT_ANSWER))
ARGUMENTS = frozenset(("nsubj", "nsubjpass", "dobj", "attr"))
AGED = re.compile(rf"[A-Z][\w’'-]+, (?:aged )?{GAP}(?:,| years)|^Aged {GAP},|\b[A-Z][\w’'-]+,? \({GAP}\)")
YEAR = re.compile(r"1\d{3}|20\d{2}")
YEAR_OF_NAME = re.compile(
    rf"\b(?!In|By|Since|{'|'.join(MONTHS)})[A-Z][a-z]+ of {GAP}|\bclass of {GAP}"
    rf"|\b(?:[Tt]he|[Aa]n?|[Hh]is|[Hh]er|[Ii]ts|[Tt]heir) {GAP} \w"
)
BRACKETED = re.compile(rf"\([^()]*{GAP}[^()]*\)")
SCENES = frozenset(
    """wait sit stand gather walk look stare lie watch huddle chat queue smile laugh hang hum sip peer gaze lean kneel
    crouch wander stroll shiver wave nod""".split()
)
OPENING = 2
REPORTING = frozenset("report say tell estimate write note add comment suggest".split())  # to announce is an act
LEAST_SALIENCE = 0.05  # the share of the article's sentences that must matter less than the evidence
SPEECH_NOUNS = frozenset("interview speech statement article letter email tweet post blog broadcast".split())


def _token(case: Case, source: Source | None) -> Any | None:
    """Return the head token of a span of the article, or None where the span cuts a word."""
    if source is None:
        return None
    doc = case.analysis.docs[source.paragraph - 1]
    span = doc.char_span(source.start, source.end, alignment_mode="expand")
    return span.root if span is not None and doc.has_annotation("DEP") else None


def _detail(case: Case) -> Any | None:
    """Return the token that is asked for or was exchanged."""
    draft = case.draft
    if draft.answer_class is AnswerClass.REFERENT:
        return None  # what a pronoun means is no detail of its sentence
    if draft.changed is None:
        return _token(case, draft.key_source) if draft.kind in SINGLE else None
    at = case.sentence.find(draft.changed[1])
    start = draft.fact.start + at
    return _token(case, Source(draft.fact.paragraph, start, start + len(draft.changed[1]))) if at >= 0 else None


def _describes_person(case: Case, detail: Any) -> bool:
    """Say whether a detail stands in what is only said about a person by the way: "Weiss, 49, of the Port Trust, says".

    The person's name itself may be the detail: "the mayor, Clara Weiss, says".
    """
    people = [mention for mention in case.analysis.mentions if mention.name_class is NameClass.PERSON]
    paragraph = case.draft.fact.paragraph

    def is_person(token: Any) -> bool:
        return any(m.paragraph == paragraph and m.start <= token.idx < m.end for m in people)

    for token in (detail, *detail.ancestors):
        if token.pos_ in {"VERB", "AUX"}:
            return False
        aside = token.dep_ in {"appos", "nummod", "npadvmod"} or (
            token.dep_ == "prep" and token.i and token.doc[token.i - 1].text == ","
        )
        if aside and is_person(token.head) and not is_person(detail):
            return True
    return False


def _recurs(case: Case, key: str) -> bool:
    """Say whether the article names the bearer of the key more than once."""
    bearers = {mention.canonical for mention in case.analysis.mentions if mention.text == key}
    named: list[Mention] = [mention for mention in case.analysis.mentions if mention.canonical in bearers]
    return len(named) > 1 or not bearers


def _is_side(case: Case, detail: Any) -> bool:
    """Say whether a name or count is neither what the article returns to nor what the main clause is about."""
    draft = case.draft
    if draft.answer_class in NAMES:
        governor = detail.head.head if detail.dep_ == "pobj" else detail.head
        if detail.dep_ == "poss" or (detail.dep_ == "pobj" and detail.head.dep_ == "agent"):
            return False
        place = detail.dep_ == "pobj"
        deep = governor.dep_ in {"acl", "relcl", "advcl", "pobj", "pcomp"} or governor.pos_ not in {"VERB", "AUX"}
        return not _recurs(case, draft.keys[0]) and (deep if place else detail.dep_ not in ARGUMENTS)
    counted = detail if detail.dep_ == "pobj" else detail.head
    return (
        draft.answer_class in COUNTS
        and any(figure.start < detail.idx for figure in _alike(case))
        and counted.dep_ == "pobj"
        and counted.head.lower_ in {"from", "in", "at", "across"}
    )


def _alike(case: Case) -> list[Figure]:
    """Return the figures of the key's class in its sentence."""
    fact = case.draft.fact
    return [
        figure
        for figure in case.analysis.figures
        if figure.paragraph == fact.paragraph
        and fact.start <= figure.start < fact.end
        and figure.figure_class.value == case.draft.answer_class.value
    ]


def _is_listed(case: Case, detail: Any) -> bool:
    """Say whether a figure is a later one of a list: "40 boats, 12 rafts and _ ferries", "40 boats and _ boats"."""
    if case.draft.answer_class not in COUNTS | {AnswerClass.PERCENT, AnswerClass.MONEY}:
        return False
    start = case.draft.key_source.start if case.draft.key_source else detail.idx
    text = case.paragraphs[case.draft.fact.paragraph - 1].text
    listed = re.search(r"(?:,| and| or) (?:and )?(?:\w+ )?$", text[case.draft.fact.start : start]) is not None
    figures = _alike(case)
    before = [figure for figure in figures if figure.start < start]
    return listed and bool(before) and (len(figures) > 2 or any(figure.unit == case.draft.unit for figure in before))


def _is_when_told(case: Case, detail: Any) -> bool:
    """Say whether a date only tells when something was said: "In an interview in 1949, she ..."."""
    found = case.draft.changed[1] if case.draft.changed else case.draft.keys[0]
    if not re.search(r"\d{4}|" + "|".join(MONTHS), found) or detail.dep_ != "pobj":
        return False
    governor = detail.head.head
    return bool(governor.lemma_.lower() in SPEECH_NOUNS or (governor.lemma_ in REPORTING and governor.dep_ != "acl"))


def _is_scene(case: Case) -> bool:
    """Say whether the sentence paints an opening scene: "A group of people wait beside a wooden hut"."""
    body = [block.number for block in case.paragraphs if block.kind is ParagraphKind.BODY]
    if case.draft.fact.paragraph not in body[:OPENING]:
        return False
    return any(
        token.lemma_.lower() in SCENES
        and (token.tag_ in {"VBP", "VBZ"} or (token.tag_ == "VBG" and any(t.tag_ == "VBZ" for t in token.lefts)))
        and token.dep_ in {"ROOT", "conj"}
        and any(
            t.lemma_.lower() in PEOPLE_NOUNS for child in token.lefts if child.dep_ == "nsubj" for t in child.subtree
        )
        for token in case.tokens
    )


def _by_the_way(case: Case) -> Iterator[Finding]:
    """Find an age or employer of a person, a second figure in brackets, a name in passing, an opening scene."""
    if _is_scene(case):
        yield Finding(CODE, "the evidence paints an opening scene")
    detail, changed = _detail(case), case.draft.changed
    stem = case.draft.stem.replace(changed[0], GAP, 1) if changed else case.draft.stem
    if found := AGED.search(stem) or BRACKETED.search(stem):
        yield Finding(CODE, "an age or a figure in brackets", found.span())
    elif detail is not None and case.draft.rule not in NAMED_BY_ROLE:
        if _describes_person(case, detail):
            yield Finding(CODE, f"“{detail.text}” is said of a person by the way", doubt=True)
        elif YEAR.fullmatch((changed or case.draft.keys)[0]) and (found := YEAR_OF_NAME.search(stem)):
            yield Finding(CODE, "the year belongs to a name", found.span())
        elif _is_when_told(case, detail):
            yield Finding(CODE, f"“{detail.text}” only tells when something was said", doubt=True)
        elif case.draft.kind is not Kind.TRUE_FALSE and (_is_side(case, detail) or _is_listed(case, detail)):
            yield Finding(CODE, f"“{detail.text}” is named in passing", doubt=True)


NAMED_BY_ROLE = frozenset(("role", "who-said", "who-clause"))


def run(case: Case) -> Iterator[Finding]:
    """Find captions, bylines, headings, rhetorical questions and calls to the reader."""
    paragraph = case.paragraphs[case.draft.fact.paragraph - 1]
    if paragraph.kind not in ASKED_ABOUT:
        yield Finding(CODE, f"it asks about a {paragraph.kind.value}")
    if case.sentence.rstrip("”\"' ").endswith("?"):
        yield Finding(CODE, "the evidence is a question")
    if ASIDE.search(case.sentence):
        yield Finding(CODE, "the evidence is an aside to the reader")
    if case.draft.fact.salience < LEAST_SALIENCE:
        yield Finding(CODE, "hardly a sentence of the article matters less", doubt=True)
    yield from _by_the_way(case)
    if case.draft.kind in SINGLE | {Kind.TRUE_FALSE}:
        for reason, span in incidental(case, _detail(case)):
            yield Finding(CODE, reason, span, doubt=True)


CHECK = Check(
    CODE,
    "The evidence is a statement of the body text, no caption, aside, opening scene or detail by the way.",
    run,
    frozenset(Kind),
)
