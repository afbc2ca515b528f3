import pytest
from hypothesis import given
from hypothesis import strategies as st

from quizzes.engine.vetting.wording_features import Wording, closeness, longest_run, of_wording

SENTENCE = "The storm of 1963 sank the night ferry of Clara Weiss off Bergen."


@pytest.mark.parametrize(
    ("name", "stem"),
    [
        ("loose", "When did it sink?"),
        ("demonstrative", "What sank these boats?"),
        ("general", "The engine is noisy."),
        ("named", "What sank the ferry of Clara Weiss?"),
        ("dated", "What sank the night ferry in 1963?"),
        ("passive", "The night ferry was quickly repaired."),
        ("perfect", "Who had sailed the ferry?"),
        ("negated", "What didn’t sink?"),
        ("hedged", "What may have sunk the ferry?"),
        ("timed", "What is now for sale?"),
        ("quoted", "Who said, “We sank”?"),
        ("fronted", "In 1963, what sank?"),
        ("stranded", "What was the ferry known for?"),
        ("pointed", "According to paragraph 4, the ferry sank."),
        ("vague_subject", "According to paragraph 4, some of it sank."),
        ("vague_subject", "Most ferries sank."),
        ("indefinite_role", "Who is a sailor from Bergen?"),
        ("gap_inside", "Weiss led a _____ yard in Bergen."),
        ("gap_first", "_____ sank the ferry."),
        ("gap_last", "The ferry sank in _____."),
        ("repeated", "Which ferry sank the ferry?"),
        ("thin", "What sank?"),
        ("asks_what", "What sank?"),
        ("asks_how_many", "How many ferries sank?"),
        ("asks_thing", "What is the name of the ferry?"),
        ("asks_late", "The night ferry of Weiss was sunk by what?"),
        ("unfit", "When did the ferry sink?"),
    ],
)
def test_wording_that_shows_a_feature(name, stem):
    assert of_wording(Wording(stem, "the storm", SENTENCE))[name] > 0


@pytest.mark.parametrize(
    "name",
    ["loose", "demonstrative", "general", "perfect", "negated", "hedged", "timed", "quoted", "gap_first", "unfit"],
)
def test_wording_that_does_not(name):
    assert of_wording(Wording("What sank the night ferry off Bergen in 1963?", "the storm", SENTENCE))[name] == 0


def test_verbatim_is_the_share_of_the_longest_run():
    assert longest_run("sank the night bus".split(), "storm sank the night ferry".split()) == 3
    assert of_wording(Wording("The storm of 1963 sank the night ferry.", "", SENTENCE))["verbatim"] == 1


@pytest.mark.parametrize(
    ("key", "wrong", "near"),
    [("50", ("100", "25"), 0.5), ("1963", ("1963",), 1.0), ("Bergen", ("Clara Weiss",), 0.5), ("Bergen", (), 0.0)],
)
def test_closeness_of_options(key, wrong, near):
    assert closeness(key, wrong) == near


@given(st.text(max_size=80), st.text(max_size=30), st.text(max_size=80), st.lists(st.text(max_size=20), max_size=3))
def test_features_of_any_words_lie_between_0_and_1(stem, key, sentence, wrong):
    assert all(0 <= value <= 1 for value in of_wording(Wording(stem, key, sentence, tuple(wrong))).values())
