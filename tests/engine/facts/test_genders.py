import pytest

from quizzes.engine.facts.genders import Genders
from quizzes.engine.language.values import Mention
from tests.engine.articles import analysed


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Ms. Clara Weiss left Leith.", "she"),
        ("Dr. Clara Weiss sold her mill in Leith.", "she"),
        ("Dr. Clara Weiss said that he had left Leith.", "he"),
        ("Dr. Clara Weiss left Leith.", ""),
        ("Dr. Clara Weiss told Dr. Eve Lind that she had left Leith.", ""),  # which of them?
        ("Dr. Clara Weiss sold her mill. In May Clara Weiss sold his mill.", ""),
    ],
)
def test_pronouns_and_titles_tell(text: str, expected: str) -> None:
    analysis = analysed(text)

    def mentions(position: int) -> list[Mention]:
        return [mention for mention in analysis.mentions if mention.paragraph == position + 1]

    assert Genders(analysis.docs, mentions).of("Clara Weiss") == expected


@pytest.mark.parametrize(
    ("text", "gender", "possible"),
    [
        ("Dr. Clara Weiss left Leith.", "she", True),
        ("Dr. Clara Weiss left Leith. Ms. Eve Lind stayed.", "she", False),  # somebody else is she
        ("Dr. Clara Weiss left Leith. Mr. Omar Lind stayed.", "she", True),
        ("Dr. Clara Weiss sold her mill. Ms. Eve Lind stayed.", "she", True),
        ("Dr. Clara Weiss sold her mill. In May Clara Weiss sold his mill.", "she", False),
    ],
)
def test_whom_a_pronoun_may_mean(text: str, gender: str, possible: bool) -> None:
    analysis = analysed(text)

    def mentions(position: int) -> list[Mention]:
        return [mention for mention in analysis.mentions if mention.paragraph == position + 1]

    assert Genders(analysis.docs, mentions).may_be("Clara Weiss", gender) is possible
