import pytest

from quizzes.engine.writing.wh import questions
from tests.engine.articles import statements


def asked(text: str) -> dict[str, str]:
    """Return form by question of the first statement of a text."""
    return {question.text: question.form for question in questions(statements(text)[0])}


@pytest.mark.parametrize(
    ("sentence", "question", "form"),
    [
        ("Norway bought the mill of Leith in 1911.", "Which country bought the mill of Leith in 1911?", "which"),
        ("Norway bought the mill of Leith in 1911.", "What did Norway buy in 1911?", "what-object"),
        ("Norway bought the mill of Leith in 1911.", "In what year did Norway buy the mill of Leith?", "when"),
        ("Norway bought the mill of Leith in 1911.", "What did Norway do?", "did-do"),
        ("The wooden mill burned down in May.", "What burned down in May?", "what-subject"),
        ("The mayor of Leith opened the new bridge.", "Who opened the new bridge?", "who"),
        ("The largest mill of Norway is a wooden tower.", "What is the largest mill of Norway?", "what-is"),
        (
            "In May, pirates sank 250 ships off Norway.",
            "How many ships did pirates sink off Norway in May?",
            "how-many",
        ),
        ("Norway closed the port because ice had broken the pier.", "Why did Norway close the port?", "why"),
        ("Norway saved the boat by cutting every rope.", "How did Norway save the boat?", "how"),
        ("Norway sold the old mill for a silver coin.", "For what did Norway sell the old mill?", "what-adjunct"),
    ],
)
def test_a_clause_answers_questions_of_every_kind(sentence: str, question: str, form: str) -> None:
    assert asked(sentence).get(question) == form


def test_an_answer_is_the_part_that_was_asked_for() -> None:
    statement = statements("Norway bought the mill of Leith in 1911.")[0]
    answers = {q.text: statement.doc[q.start : q.end].text for q in questions(statement)}
    assert answers["What did Norway buy in 1911?"] == "the mill of Leith"


def test_the_first_ranked_question_comes_first() -> None:
    assert questions(statements("Norway bought the mill of Leith in 1911.")[0])[0].form == "when"
