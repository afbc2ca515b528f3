"""Each check of options with sets that pass and that it refuses."""

import pytest

from quizzes.engine.items.draft import AnswerClass
from quizzes.engine.vetting.options import clang, cues, distinct, longest, plausible, same_kind, uneven
from tests.engine.cases import case, choice, options, truth

STEM = "How many passengers use the night ferry every week?"


def findings(check, *texts, key="900", stem=STEM, **fields):
    return list(check.run(choice(stem, *texts, key=key, **fields)))


@pytest.mark.parametrize(
    ("texts", "passes"),
    [
        (("400", "650", "900", "1,200"), True),
        (("400", "650", "900"), False),
        (("400", "six", "900", "1,200"), False),
        (("400", "650", "900", "1,200 boats"), False),
    ],
)
def test_same_kind(texts, passes):
    assert (findings(same_kind, *texts) == []) is passes


def test_names_are_names_and_full_names_stand_together():
    people = {"key": "Clara Weiss", "answer_class": AnswerClass.PERSON}
    assert not findings(same_kind, "Clara Weiss", "Erik Holm", "Anna Brandt", "Marta Lund", **people)
    assert findings(same_kind, "Clara Weiss", "a farmer", "Anna Brandt", "Marta Lund", **people)
    assert findings(same_kind, "Clara Weiss", "Holm", "Anna Brandt", "Marta Lund", **people)[0].minor


@pytest.mark.parametrize(
    ("texts", "stem", "passes"),
    [
        (("400", "650", "900", "1,200"), STEM, True),
        (("9", "650", "900", "1,200"), STEM, False),
        (("400", "650", "900", "1,200"), "Not 400 but how many passengers use the ferry?", False),
    ],
)
def test_plausible(texts, stem, passes):
    assert (findings(plausible, *texts, stem=stem) == []) is passes


@pytest.mark.parametrize(
    ("texts", "passes"),
    [
        (("400", "650", "900", "1,200"), True),
        (("nine hundred", "650", "900", "1,200"), False),
        (("the EU", "EU", "900", "Norway"), False),
        (("Iraq", "northern Iraq", "900", "Norway"), False),
    ],
)
def test_distinct(texts, passes):
    assert (findings(distinct, *texts) == []) is passes


@pytest.mark.parametrize(
    ("texts", "key", "passes"),
    [
        (("one two", "three four", "five six", "seven eight"), "one two", True),
        (("one two three four five", "three", "five", "seven"), "one two three four five", False),
    ],
)
def test_longest(texts, key, passes):
    assert (findings(longest, *texts, key=key) == []) is passes


@pytest.mark.parametrize(("key", "passes"), [("the harbour wall", True), ("the ferry crew", False)])
def test_clang(key, passes):
    assert (findings(clang, key, "the mayor", "the old pier", "the shipyard", key=key) == []) is passes


@pytest.mark.parametrize(
    ("texts", "passes"),
    [
        (("400", "650", "900", "1,200"), True),
        (("650", "400", "900", "1,200"), False),
        (("400", "650.", "900", "1,200"), False),
        (("the 400", "650", "900", "1,200"), False),
    ],
)
def test_uneven(texts, passes):
    assert (findings(uneven, *texts) == []) is passes


def test_cues():
    assert findings(cues, "400", "650", "900", "all of these")
    assert not findings(cues, "400", "650", "900", "1,200")
    assert list(cues.run(truth("Ferries always carry 900 passengers.")))
    assert not list(cues.run(truth("Ferries carry 900 passengers.")))


@pytest.mark.parametrize(
    ("stem", "answer_class", "passes"),
    [
        ("How many of the 1,000 passengers are sailors?", AnswerClass.COUNT, False),
        ("How many of the 5,000 passengers are sailors?", AnswerClass.COUNT, True),
        ("The town lies in far eastern _____.", AnswerClass.PLACE, False),
        ("The town lies in _____.", AnswerClass.PLACE, True),
    ],
)
def test_no_option_is_ruled_out_by_the_stem(stem, answer_class, passes):
    texts = ("400", "650", "900", "1,200")
    assert (findings(plausible, *texts, stem=stem, answer_class=answer_class) == []) is passes


@pytest.mark.parametrize(("others", "passes"), [(("332", "504", "711"), False), (("332", "704", "2,300"), True)])
def test_a_key_is_not_the_only_figure_of_its_size(others, passes):
    built = case("How many ferries were counted?", "1,146", options=options("1,146", *others, key="1,146"))
    assert (list(plausible.run(built)) == []) is passes
