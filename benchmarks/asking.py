"""For the benchmark alone: capitals for lower-cased sentences, and one question for nearly each of them."""

from collections.abc import Iterator, Sequence
from typing import Any

from quizzes.engine.facts.answers import Role
from quizzes.engine.facts.clauses import extract
from quizzes.engine.facts.find import capitalised, joined, lowered, words_of
from quizzes.engine.facts.syntax import SUBJECTS, finite_token, is_break, is_plural, span
from quizzes.engine.facts.trimming import Clause
from quizzes.engine.facts.values import Statement, Word
from quizzes.engine.items.draft import Fact
from quizzes.engine.language.lexicon import CITIES, CONTINENTS, COUNTRIES, MONTHS, WEEKDAYS
from quizzes.engine.language.model import load, parse
from quizzes.engine.writing.wh import Question, questions, rank

UNESCAPED = {"-lrb-": "(", "-rrb-": ")", "-lsb-": "[", "-rsb-": "]", "``": '"', "''": '"', "--": "–"}
CLOSING = frozenset((",", ".", ";", ":", ")", "]", "%", "'s", "'", "n't", "?", "!", "'re", "'ll", "'ve", "'d"))
OPENING = frozenset(("(", "[", "$", "£", "€", "#"))
KNOWN = {
    word.lower(): word
    for name in (*MONTHS, *WEEKDAYS, *COUNTRIES, *CITIES, *CONTINENTS, "I")
    for word in name.split()
    if word.lower() not in {"may", "march", "new", "south", "north", "san", "chad", "turkey", "buenos"}
}


def spaced(tokens: Sequence[str]) -> str:
    """Join tokens with the spaces of plain text: "Levi 's stadium ( new ) ." is "Levi's stadium (new)."."""
    text, glued, inside = "", True, False
    for word in tokens:
        quote = word == '"'
        closes = word in CLOSING or (quote and inside)
        text += word if glued or closes else f" {word}"
        glued = word in OPENING or (quote and not inside)
        inside = inside != quote
    return text


def truecased(sentences: Sequence[str]) -> list[str]:
    """Return the sentences as plain text with capitals for their first word and for what a tagger takes for names."""
    split = [[UNESCAPED.get(token, token) for token in sentence.split()] for sentence in sentences]
    nlp = load()
    texts = [spaced(tokens) for tokens in split]
    cased = []
    for doc in nlp.pipe(texts, disable=["parser", "ner", "lemmatizer"]):
        pieces = [(KNOWN.get(t.text) or (_raised(t) if t.pos_ == "PROPN" else t.text)) + t.whitespace_ for t in doc]
        cased.append(capitalised("".join(pieces)))
    return cased


def _raised(token: Any) -> str:
    return str(token.text.capitalize() if token.is_alpha else token.text)


def _loose(sentence: Any) -> Clause | None:
    """Take the main verb with its subject and what follows up to the first break, whatever the checks say."""
    root = sentence.root
    subjects = [child for child in root.lefts if child.dep_ in SUBJECTS]
    if not subjects or root.pos_ not in {"VERB", "AUX"}:
        return None
    subject = subjects[-1]
    begin, end = span(subject)
    kept = set(range(begin, end)) | {t.i for t in sentence.doc[end : root.i + 1]}
    for token in sentence.doc[root.i + 1 : sentence.end]:
        if is_break(token) or token.text in {".", ";"}:
            break
        kept.add(token.i)
    return Clause(root, subject, frozenset(kept), None, False, "loose")


def _statement(clause: Clause, doc: Any) -> Statement:
    words = words_of(sorted(clause.kept), doc, doc.text, {})
    fact = Fact(1, 0, len(doc.text), capitalised(joined(words, doc)) + ".", 0.5)
    return Statement(fact, doc, words, clause.verb, clause.subject, clause.front, clause.whole, None, 0)


def candidates(doc: Any) -> Iterator[Question]:
    """Yield the questions of a text's clauses, the strict clauses before the loose one."""
    for sentence in doc.sents:
        if len(sentence) < 3:
            continue
        strict = extract(sentence)
        loose = _loose(sentence)
        for clause in [*strict, *([loose] if loose is not None else [])]:
            if finite_token(clause.verb) is not None:
                yield from questions(_statement(clause, doc))


def _named(doc: Any) -> Question | None:
    """Ask what the first noun phrase is, where no clause can be asked about."""
    chunk = next((chunk for chunk in doc.noun_chunks if chunk.root.pos_ != "PRON"), None)
    if chunk is None:
        return None
    verb = "are" if is_plural(chunk.root) else "is"
    words = joined([lowered(Word(token.text, token.i, token.i + 1), doc) for token in chunk], doc)
    return Question(f"What {verb} {words}?", chunk.start, chunk.end, Role.COMPLEMENT, "what-is")


def first_questions(sentences: Sequence[str]) -> list[tuple[str, bool]]:
    """Return each sentence's first-ranked question, or "", and whether a clause gave it."""
    written = []
    for doc in parse(truecased(sentences)):
        asked = max(candidates(doc), key=rank, default=None)
        first = asked or _named(doc)
        written.append(("" if first is None else first.text, asked is not None))
    return written
