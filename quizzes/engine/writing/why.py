"""Why: a reason given with "because" in the same sentence."""

from quizzes.engine.facts.syntax import span
from quizzes.engine.facts.values import Statement
from quizzes.engine.items.draft import AnswerClass, Draft
from quizzes.engine.items.values import Kind
from quizzes.engine.writing.questions import askable, inverted
from quizzes.engine.writing.rule import Article
from quizzes.engine.writing.wording import both, exact

LONGEST = 14


def write(statement: Statement, article: Article) -> list[Draft]:
    """Ask why where one plain because-clause closes the statement; the key is the clause."""
    if not askable(statement):
        return []
    for child in statement.verb.children:
        marks = [token for token in child.lefts if token.dep_ == "mark"]
        if child.dep_ != "advcl" or not marks or marks[0].lower_ != "because":
            continue
        start, end = span(child)
        if start != marks[0].i or not statement.covers(start, end) or end - start > LONGEST or start < statement.verb.i:
            continue
        stem = inverted(statement, "Why", (start, end))
        if stem is None or len(stem.split()) < 5:
            continue
        key, source = exact(statement, article.text(statement), start, end)
        return both(
            statement,
            kind=Kind.SHORT_ANSWER,
            stem=stem,
            key=key,
            others=(key.split(" ", 1)[1],),
            answer_class=AnswerClass.PHRASE,
            rule="why",
            source=source,
            features={"phrase": 1.0, "kind_question": 1.0, "key_length": min(1.0, (end - start) / LONGEST)},
        )
    return []
