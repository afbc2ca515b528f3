import pytest

from quizzes.engine.facts.answers import Role, answers
from tests.engine.articles import analysed


def proposed(text: str) -> dict[str, Role]:
    doc = analysed(text).docs[0]
    return {doc[a.start : a.end].text: a.role for sentence in doc.sents for a in answers(sentence)}


@pytest.mark.parametrize(
    ("sentence", "answer", "role"),
    [
        ("Norway bought the mill of Leith in 1911.", "Norway", Role.SUBJECT),
        ("Norway bought the mill of Leith in 1911.", "the mill of Leith", Role.OBJECT),
        ("Norway bought the mill of Leith in 1911.", "the mill", Role.OBJECT),
        ("Norway bought the mill of Leith in 1911.", "in 1911", Role.ADJUNCT),
        ("The mill was sold by Clara Weiss in May.", "Clara Weiss", Role.AGENT),
        ("The pier is a wooden bridge.", "a wooden bridge", Role.COMPLEMENT),
        ("The town keeps 48 boats in the harbour.", "48", Role.QUANTITY),
        ("The port closed because ice had broken it.", "because ice had broken it", Role.REASON),
        ("The town built a wall to keep the sea out.", "to keep the sea out", Role.PURPOSE),
        ("They saved the boat by cutting the rope.", "cutting the rope", Role.MEANS),
        ("The pumps start if the water rises.", "if the water rises", Role.CONDITION),
        ("Norway bought the mill of Leith in 1911.", "bought the mill of Leith", Role.PREDICATE),
    ],
)  # fmt: skip
def test_a_candidate_has_its_role(sentence: str, answer: str, role: Role) -> None:
    assert proposed(sentence)[answer] is role


def test_marks_at_the_ends_are_no_part_of_a_candidate() -> None:
    assert not any(text[0] in ",(" or text[-1] in ",)" for text in proposed("The mill (a ruin), which fell, was sold."))


def test_candidates_stay_in_their_sentence() -> None:
    doc = analysed("The mill burned down. Norway sold the land.").docs[0]
    for sentence in doc.sents:
        assert all(sentence.start <= answer.start < answer.end <= sentence.end for answer in answers(sentence))
