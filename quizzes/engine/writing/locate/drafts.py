"""From questions and statements to locate drafts: the frame, the options, and what refuses."""

import re
from dataclasses import replace

from quizzes.engine.facts.values import Statement
from quizzes.engine.items.draft import AnswerClass, Draft
from quizzes.engine.items.values import Interaction, Kind, Source
from quizzes.engine.items.wording import meaning
from quizzes.engine.writing.locate.asking import questions
from quizzes.engine.writing.locate.fitness import fit, pointing, written_out
from quizzes.engine.writing.locate.numbered import FEWEST, MOST, numbered, options, rationale
from quizzes.engine.writing.locate.phrasing import fluent
from quizzes.engine.writing.locate.rivals import margin, reasons_elsewhere
from quizzes.engine.writing.locate.telling import told
from quizzes.engine.writing.locate.worth import makes_read, tells
from quizzes.engine.writing.rule import Article

SHORTEST, LONGEST = 6, 24
SUBSTANCE = 3
ASKED_FOR = meaning("year country organization newspaper continent people city")
NEEDED = {"what-subject": 5, "did-do": 3, "claim": 2}  # words that carry meaning


def write_questions(statement: Statement, article: Article) -> list[Draft]:
    """Ask which sentence answers a question, over all that the question rules can ask."""
    if statement.verbatim or numbered(article, statement.fact.paragraph) is None:
        return []
    found = []
    for asked in questions(statement, article):
        if not _standing(statement, article, range(asked.start, asked.end)):
            continue
        doc = statement.doc
        begin, end = doc[asked.start].idx, doc[asked.end - 1].idx + len(doc[asked.end - 1].text)
        place = Source(statement.fact.paragraph, begin, end)
        answer = article.text(statement)[begin:end]
        if _inner_capital(asked.text, statement, article):
            continue
        thin = len(meaning(asked.text) - ASKED_FOR) < NEEDED.get(asked.form, SUBSTANCE + 1)
        if thin or (asked.form in {"what", "what-subject", "did-do", "claim"} and not tells(answer)):
            continue
        draft = _draft(statement, article, asked.text, answer, place, question=True, why=asked.form == "why")
        if draft is not None:
            features = {f"locate_{asked.form.replace('-', '_')}": 1.0}
            found.append(_with(draft, features))
    return found


def write_statements(statement: Statement, article: Article) -> list[Draft]:
    """Ask which sentence shows what a statement says in other words."""
    clause = told(statement) if _standing(statement, article) else None
    if clause is None:
        return []
    text, distance = clause
    if len(meaning(text)) < SUBSTANCE + 2 or _doubtful_capital(text, article):
        return []
    verb = statement.verb
    place = Source(statement.fact.paragraph, verb.idx, verb.idx + len(verb.text))
    draft = _draft(statement, article, text, "", place, question=False, restated=distance == 1.0)
    return [] if draft is None else [_with(draft, {"locate_restated": distance})]


def _doubtful_capital(text: str, article: Article) -> bool:
    """Say whether a first word with a capital is no sure name: "Fallen trees", where nothing else writes "Fallen"."""
    words = text.split()
    first = re.sub(r"['’]s$", "", words[0])
    if not first[:1].isupper() or not first[1:].islower() or words[1][:1].isupper():
        return False
    whole = "\n".join(paragraph.text for paragraph in article.paragraphs)
    common = re.search(rf"\b{re.escape(first.lower())}\b", whole) is not None
    return common or re.search(rf"[\w,;] {re.escape(first)}\b", whole) is None


def _inner_capital(asked: str, statement: Statement, article: Article) -> bool:
    """Say whether a question kept the capital that began the sentence: "Why have Pumps been built?"."""
    first = next(iter(article.text(statement)[statement.fact.start :].split()), "")
    if not first[:1].isupper() or not first[1:].islower() or first not in asked.split()[1:]:
        return False
    whole = "\n".join(paragraph.text for paragraph in article.paragraphs)
    common = re.search(rf"\b{re.escape(first.lower().rstrip('s'))}s?\b", whole) is not None
    alone = re.search(rf"\b{re.escape(first)} [A-Z]", asked) is None
    return alone and (common or re.search(rf"[\w,;] {re.escape(first)}\b", whole) is None)


def _standing(statement: Statement, article: Article, spared: range = range(0)) -> bool:
    """Say whether a statement needs no sentence before it: its paragraph is shown, and a line would give it away."""
    if statement.verbatim or pointing(statement, spared) or not written_out(statement, article):
        return False
    return fit(statement, article, spared)


def _draft(
    statement: Statement,
    article: Article,
    text: str,
    answer: str,
    place: Source,
    *,
    question: bool,
    why: bool = False,
    restated: bool = False,
) -> Draft | None:
    fact = statement.fact
    sentences = numbered(article, fact.paragraph)
    if sentences is None or not SHORTEST <= len(text.split()) <= LONGEST or len(meaning(text)) < SUBSTANCE:
        return None
    if not fluent(text):
        return None
    key = next((sentence for sentence in sentences if sentence.start == fact.start), None)
    if key is None or (why and reasons_elsewhere(key, sentences)):
        return None
    if not makes_read(text, key, sentences, restated=restated):
        return None
    distance = margin(text, answer, key, sentences)
    if distance is None:
        return None
    frame = "answers this question: " if question else _frame(text)
    return Draft(
        kind=Kind.LOCATE,
        interaction=Interaction.CHOICE,
        stem=f"Which sentence of paragraph {fact.paragraph} {frame}{text.rstrip('?.')}?",
        keys=(f"Sentence {key.number}",),
        fact=fact,
        answer_class=AnswerClass.SENTENCE,
        rule="locate-question" if question else "locate-statement",
        key_source=place,
        options=options(sentences, key.number, question),
        explanation=f"{rationale(key.number, key.text, True, question)} (paragraph {fact.paragraph})",
        features={
            **statement.features,
            "kind_locate": 1.0,
            "locate_sentences": (len(sentences) - FEWEST) / (MOST - FEWEST),
            "locate_margin": distance,
            "locate_answer_length": min(1.0, len(answer.split()) / 12),
        },
    )


def _frame(text: str) -> str:
    """Avoid saying "shows that" twice: "says that instruments show that the pressure has not changed"."""
    return "says that " if re.search(r"\b(?:show|shows|showed|shown|that)\b", text) else "shows that "


def _with(draft: Draft, features: dict[str, float]) -> Draft:
    return replace(draft, features={**draft.features, **features})
