"""What a sentence has become: how like another it is, whether a fact differs, and word by word."""

import pytest

from quizzes.engine.explanations.rewording import THRESHOLD, alike, differences, what_differs

CLOSED = "The harbour at Vell was closed in 1974 after a storm."


@pytest.mark.parametrize(
    ("now", "likeness"),
    [
        ("The harbour at Vell was shut in 1974 after a great storm.", 0.87),
        ("The harbour at Vell was closed in 1974.", 0.85),
        ("The harbour at Vell, once the busiest of the coast, was closed in 1974 after a storm.", 0.77),
        ("After a storm, the harbour at Vell was closed in 1974.", 0.71),
    ],
)
def test_the_same_sentence_in_other_words_is_above_the_threshold(now, likeness):
    assert alike(CLOSED, now) == pytest.approx(likeness, abs=0.01)
    assert alike(CLOSED, now) >= THRESHOLD


@pytest.mark.parametrize(
    ("other", "likeness"),
    [
        ("The station at Vell was opened in 1974 by the king.", 0.67),
        ("Some 400 boats had used it every summer.", 0.45),
        ("In 1974 a storm closed the harbour at Vell.", 0.42),
    ],
)
def test_another_sentence_is_below_it(other, likeness):
    assert alike(CLOSED, other) == pytest.approx(likeness, abs=0.01)
    assert alike(CLOSED, other) < THRESHOLD


# Built alike, and above the threshold: what differs is a name, a figure or a negation.
@pytest.mark.parametrize(
    "other",
    [
        "The school at Vell was closed in 1979 after a fire.",
        "The harbour at Holm was opened in 1981 after a long quarrel.",
        "The harbour at Vell was never closed in 1974 after a storm.",
    ],
)
def test_likeness_alone_decides_nothing(other):
    assert alike(CLOSED, other) >= THRESHOLD
    assert what_differs(CLOSED, other, is_common=lambda word: word == "The")


@pytest.mark.parametrize(
    ("old", "new", "expected"),
    [
        ("Boats came in May.", "The boats came in May and June.", False),
        ("Third came Ada.", "Fourth came Ada.", True),
        ("It cost 1,200 crowns.", "It cost 1200 crowns.", False),
        ("Ada's boat sank.", "Ada’s small boat sank.", False),
        ("Nobody came.", "Somebody came.", True),
        ("They cannot swim.", "They can’t swim.", False),
        ("It was a half-day.", "It was a whole day.", True),
    ],
)
def test_figures_names_and_negations_must_agree(old, new, expected):
    assert what_differs(old, new, is_common=lambda word: word in {"Boats", "They", "It"}) is expected


def test_differences_read_as_both_sentences():
    changes = differences("The old boat left.", "The new boat left early.")
    assert " ".join(change.text for change in changes if change.kind != "come") == "The old boat left."
    assert " ".join(change.text for change in changes if change.kind != "gone") == "The new boat left early."


@pytest.mark.parametrize(("old", "new"), [("", ""), ("", "All new."), ("All gone.", "")])
def test_differences_of_nothing(old, new):
    assert [change.kind for change in differences(old, new)] == (["come"] if new else ["gone"] if old else [])
