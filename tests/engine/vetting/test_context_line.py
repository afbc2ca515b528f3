"""A context line helps: it shares a word or a name with the stem, or the stem leans on it."""

import pytest

from quizzes.engine.items.draft import AnswerClass
from quizzes.engine.items.values import Kind
from quizzes.engine.vetting.wording import context_line
from tests.engine.cases import case


@pytest.mark.parametrize(
    ("context", "stem", "passes"),
    [
        ("The winter is five months long.", "Two brothers have not spoken since _____ and hand over the key.", False),
        ("Mr. Talley spoke of holding and shipping.", "Who took the stand for a day and a half?", False),
        ("The first attempt went badly.", "Its output fell by _____ in eight weeks.", True),
        ("The bread sold well in May.", "In _____ the bread was sold in boxes of twelve.", True),
        ("Clara Weiss built a ferry.", "In the year _____ Weiss moved from the coast to the hills.", True),
    ],
)
def test_a_line_that_says_nothing_of_the_stem_leaves_a_doubt(context: str, stem: str, passes: bool) -> None:
    found = list(context_line.run(case(stem, kind=Kind.CLOZE, context=context)))
    assert (found == []) is passes
    assert all(finding.doubt and not finding.refuses for finding in found)


def test_a_line_about_money_brings_in_a_sum() -> None:
    given = {"kind": Kind.CLOZE, "context": "The plan rests on three sources of money."}
    stem = "The council gives _____ from the sale of a car park."
    assert list(context_line.run(case(stem, answer_class=AnswerClass.MONEY, **given))) == []
    assert list(context_line.run(case(stem, answer_class=AnswerClass.COUNT, **given))) != []


PLACES = (
    "The mill stood empty.\n\nThe council met in May. It sold the boat.\n\nThe boat sank in 1963. Nobody saw it go."
)


@pytest.mark.parametrize(
    ("context", "key", "says"),
    [
        ("It sold the boat.", "1963", [True]),  # the paragraph before: a doubt
        ("The mill stood empty.", "1963", [False]),  # further away
        ("The council met in May.", "boat", []),  # the item's own paragraph
    ],
)
def test_a_line_of_another_paragraph(context: str, key: str, says: list[bool]) -> None:
    built = case("The boat that it sold sank in _____.", key, text=PLACES, kind=Kind.CLOZE, context=context)
    found = [finding for finding in context_line.run(built) if "paragraph" in finding.reason]
    assert [finding.doubt for finding in found] == says
