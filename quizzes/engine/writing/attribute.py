"""Cloze: what a superlative or "one of the" is said to be: "One of the oldest trades here is _____."."""

from quizzes.engine.facts.syntax import SUBJECTS, span
from quizzes.engine.facts.values import Statement
from quizzes.engine.items.draft import AnswerClass, Draft
from quizzes.engine.items.values import Kind
from quizzes.engine.writing.rule import Article
from quizzes.engine.writing.wording import both, exact, gapped


def write(statement: Statement, article: Article) -> list[Draft]:
    """Blank a bare noun that a copula ties to a superlative subject, so that one word is right."""
    for word in statement.words:
        noun = statement.doc[word.start]
        if noun.dep_ != "attr" or noun.tag_ not in {"NN", "NNS"} or noun.head.lemma_ != "be":
            continue
        subjects = [child for child in noun.head.lefts if child.dep_ in SUBJECTS]
        start, end = span(noun)
        if len(subjects) != 1 or end - start > 2 or any(t.pos_ == "DET" for t in statement.doc[start:end]):
            continue
        if not any(t.tag_ in {"JJS", "RBS"} or t.lower_ in {"main", "first", "only"} for t in subjects[0].subtree):
            continue
        stem = gapped(statement, start, end)
        if stem is None or word.text.lower() in stem.lower():
            continue
        key, source = exact(statement, article.text(statement), start, end)
        return both(
            statement,
            kind=Kind.CLOZE,
            stem=stem,
            key=key,
            answer_class=AnswerClass.PHRASE,
            rule="gap-attribute",
            source=source,
            features={"phrase": 1.0, "kind_cloze": 1.0},
        )
    return []
