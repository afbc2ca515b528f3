import pytest

from quizzes.engine.language.inflection import agrees, article, inflect, singular


@pytest.mark.parametrize(
    ("lemma", "tag", "form"), [("begin", "VBD", "began"), ("carry", "VBZ", "carries"), ("hold", "VBN", "held")]
)
def test_inflect(lemma: str, tag: str, form: str) -> None:
    assert inflect(lemma, tag) == form


@pytest.mark.parametrize(
    ("form", "tag", "expected"),
    [("are", "VBP", "is"), ("live", "VBP", "lives"), ("had", "VBD", "had"), ("have", "VBP", "has")],
)
def test_singular(form: str, tag: str, expected: str) -> None:
    assert singular(form, tag) == expected


@pytest.mark.parametrize(
    ("tag", "form", "plural", "expected"),
    [
        ("VBD", "was", True, False),
        ("VBD", "were", True, True),
        ("VBZ", "stands", False, True),
        ("VBP", "stand", False, False),
        ("VBD", "stood", True, True),
        ("MD", "can", False, True),
    ],
)
def test_agrees(tag: str, form: str, plural: bool, expected: bool) -> None:
    assert agrees(tag, form, plural) is expected


@pytest.mark.parametrize(
    ("word", "expected"),
    [
        ("hour", "an"),
        ("European", "a"),
        ("apple", "an"),
        ("mill", "a"),
        ("8-year-old", "an"),
        ("MP", "an"),
        ("UN", "a"),
    ],
)
def test_article(word: str, expected: str) -> None:
    assert article(word) == expected
