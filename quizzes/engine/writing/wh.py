"""The wh-writer: every question that a clause answers by one of its candidates, the likeliest wording first."""

from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass
from typing import Any

from quizzes.engine.facts.answers import Answer, Role, answers
from quizzes.engine.facts.find import lowered
from quizzes.engine.facts.syntax import finite_token, is_plural, span
from quizzes.engine.facts.values import Statement, Word
from quizzes.engine.language.lexicon import CONTINENTS, COUNTRIES, DURATIONS, MONTHS, PEOPLE_NOUNS
from quizzes.engine.writing.questions import carrier, inverted, of_subject
from quizzes.engine.writing.wording import question, select

# how much a form's wording has in common with what people ask, measured by benchmarks/questions.py
FORMS = {
    "how-many": 0.49,
    "when": 0.44,
    "where": 0.42,
    "what-is": 0.42,
    "why": 0.41,
    "how-long": 0.41,
    "what-adjunct": 0.40,
    "which": 0.39,
    "what-object": 0.38,
    "what-subject": 0.37,
    "how": 0.37,
    "who": 0.35,
    "did-do": 0.33,
    "purpose": 0.31,
    "condition": 0.28,
}
WORDS = 14
WORTH = 40
PLACES = frozenset(("in", "at", "near", "on", "throughout", "across", "outside", "within", "around"))
REASON_PHRASES = ("because of", "due to", "owing to", "thanks to")


@dataclass(frozen=True, slots=True)
class Question:
    """A question with the tokens of its answer, the answer's role, and its form (one of FORMS)."""

    text: str
    start: int
    end: int
    role: Role
    form: str


def questions(statement: Statement) -> list[Question]:
    """Return the questions of a statement, the first-ranked first.

    Nothing is vetted here: who needs good items refuses what it cannot trust.
    """
    found = []
    for answer in answers(statement.doc[statement.verb.i : statement.verb.i + 1].sent):
        if not answer.whole or not statement.covers(answer.start, answer.end):
            continue
        for ask in WAYS.get(answer.role, ()):
            found += list(ask(statement, answer))
    found += list(_deed(statement))
    return sorted(found, key=rank, reverse=True)


def rank(asked: Question) -> float:
    """Return how likely a person asks so: by the form, and by how near it is to fourteen words."""
    return WORTH * FORMS[asked.form] - abs(len(asked.text.split()) - WORDS)


def is_person(noun: Any) -> bool:
    """Say whether a noun phrase is of people: "the mayor", "Ada Stone"."""
    return noun.ent_type_ == "PERSON" or noun.lemma_.lower() in PEOPLE_NOUNS


def _subject(statement: Statement, answer: Answer) -> Iterator[Question]:
    """Ask who or what did it: "The mill burned down in May" gives "What burned down in May?"."""
    if answer.head != statement.subject.i:
        return
    opening = _opening(statement.subject)
    # "What are private church schools?", but "What is the second river?"
    plural = any(child.dep_ == "attr" and is_plural(child) for child in statement.verb.rights)
    stem = of_subject(statement, opening, singular_verb=not plural)
    if stem is not None:
        form = "what-subject" if opening == "What" else "who" if opening == "Who" else "which"
        yield Question(stem, answer.start, answer.end, answer.role, form)


def _opening(noun: Any) -> str:
    if is_person(noun):
        return "Who"
    text = noun.doc[noun.left_edge.i : noun.i + 1].text.removeprefix("the ").removeprefix("The ")
    if text in COUNTRIES:
        return "Which country"
    if text in CONTINENTS:
        return "Which continent"
    return "What"


def _object(statement: Statement, answer: Answer) -> Iterator[Question]:
    """Ask what or whom the verb acts on, or what something is: "What did the town build in 1911?"."""
    noun = statement.doc[answer.head]
    if noun.head.i != statement.verb.i or noun.i < statement.verb.i or noun.tag_ == "CD":
        return
    opening = _opening(noun)
    stem = inverted(statement, opening, (answer.start, answer.end))
    if stem is not None:
        complement = answer.role is Role.COMPLEMENT
        form = "what-is" if complement else "who" if opening == "Who" else "what-object"
        yield Question(stem, answer.start, answer.end, answer.role, form)


def _adjunct(statement: Statement, answer: Answer) -> Iterator[Question]:
    """Ask when, where or why: a phrase with a preposition that hangs on the verb."""
    word = statement.doc[answer.head]
    if word.head.i != statement.verb.i:
        return
    if word.dep_ == "npadvmod" and word.ent_type_ == "DATE":
        yield from _asked(statement, "When", answer, "when")
    if word.dep_ not in {"prep", "agent"}:
        return
    nouns = [child for child in word.children if child.dep_ == "pobj"]
    text = statement.doc[answer.start : answer.end].text.lower()
    if text.startswith(REASON_PHRASES):
        yield from _asked(statement, "Why", answer, "why")
    elif any(child.dep_ == "pcomp" for child in word.children) and word.lower_ == "by":
        yield from _asked(statement, "How", answer, "how")
    elif len(nouns) == 1:
        yield from _phrase(statement, answer, word, nouns[0])


def _phrase(statement: Statement, answer: Answer, preposition: Any, noun: Any) -> Iterator[Question]:
    lower = preposition.lower_
    if lower in {"in", "on", "during", "around", "by", "since", "until"} and _dated(noun):
        year = noun.text.isdigit() and len(noun.text) == 4
        opening = "When" if lower in {"in", "on", "during", "around"} and not year else f"{lower} what year"
        yield from _asked(statement, opening if year or opening == "When" else "When", answer, "when")
    elif preposition.dep_ == "agent":
        yield from _asked(statement, "By whom" if is_person(noun) else "By what", answer, "what-adjunct")
    elif lower in PLACES and noun.ent_type_ in {"GPE", "LOC", "FAC"}:
        yield from _asked(statement, "Where", answer, "where")
    elif lower == "for" and noun.lemma_.lower() in DURATIONS and noun.ent_type_ == "DATE":
        yield from _asked(statement, "How long", answer, "how-long")
    elif lower not in {"of", "as", "like"}:
        whom = "whom" if is_person(noun) else "what"
        yield from _asked(statement, f"{lower} {whom}", answer, "what-adjunct")


def _dated(noun: Any) -> bool:
    return noun.ent_type_ == "DATE" or noun.text in MONTHS or (noun.text.isdigit() and len(noun.text) == 4)


def _quantity(statement: Statement, answer: Answer) -> Iterator[Question]:
    """Ask how many: the numeral of a counted subject or object: "How many ships did pirates sink in May?"."""
    numeral = statement.doc[answer.head]
    noun = numeral.head
    if numeral.dep_ != "nummod" or noun.tag_ != "NNS" or noun.head.i != statement.verb.i:
        return
    if noun.left_edge.i != answer.start or answer.end > noun.i:
        return
    counted = [word.text for word in select(statement, answer.end, noun.right_edge.i + 1)]
    opening = " ".join(["How many", *counted])
    if noun.i == statement.subject.i:
        stem = of_subject(statement, opening, singular_verb=False)
    else:
        stem = inverted(statement, opening, span(noun))
    if stem is not None:
        yield Question(stem, answer.start, answer.end, answer.role, "how-many")


def _clause(statement: Statement, answer: Answer) -> Iterator[Question]:
    """Ask for a reason, a purpose, a condition: an adverbial clause of the verb."""
    clause = statement.doc[answer.head]
    if clause.head.i != statement.verb.i:
        return
    opening, form = {
        Role.REASON: ("Why", "why"),
        Role.PURPOSE: ("Why", "purpose"),
        Role.CONDITION: ("When", "condition"),
    }[answer.role]
    yield from _asked(statement, opening, answer, form)


def _asked(statement: Statement, opening: str, answer: Answer, form: str) -> Iterator[Question]:
    stem = inverted(statement, opening, (answer.start, answer.end))
    if stem is not None:
        yield Question(stem, answer.start, answer.end, answer.role, form)


def _deed(statement: Statement) -> Iterator[Question]:
    """Ask what somebody did: the predicate goes, "do" stands for it: "What did the town do in 1911?"."""
    verb, subject = statement.verb, statement.subject
    finite = finite_token(verb)
    if finite is None or verb.lemma_ in {"be", "have"} or any(c.dep_ == "auxpass" for c in verb.children):
        return
    begin, end = span(subject)
    head = carrier(statement)
    words = [lowered(word, statement.doc) for word in select(statement, begin, min(end, verb.i))]
    if head is None or not words or begin > verb.i:
        return
    front = select(statement, *statement.front) if statement.front is not None else []
    front = [lowered(word, statement.doc) for word in front]
    plural = is_plural(subject)
    auxiliary = head[0] if head[0] not in {"do", "does"} else "do" if plural else "does"
    main = "do" if auxiliary in {"do", "does", "did"} or finite.tag_ == "MD" else "done"
    parts = [Word(auxiliary, verb.i, verb.i), *words, Word(main, verb.i, verb.i), *front]
    last = max(word.start for word in statement.words) + 1
    yield Question(question("What", parts, statement.doc), int(verb.i), last, Role.PREDICATE, "did-do")


Way = Callable[[Statement, Answer], Iterator[Question]]
WAYS: dict[Role, Sequence[Way]] = {
    Role.SUBJECT: (_subject,),
    Role.OBJECT: (_object,),
    Role.COMPLEMENT: (_object,),
    Role.ADJUNCT: (_adjunct,),
    Role.QUANTITY: (_quantity,),
    Role.REASON: (_clause,),
    Role.PURPOSE: (_clause,),
    Role.CONDITION: (_clause,),
}
