"""What by its wording or its place is not worth asking: sentences that pass and that are refused."""

from dataclasses import replace

import pytest

from quizzes.engine.vetting.truth import one_detail, worth_asking
from quizzes.engine.vetting.truth.worth_asking import LEAST_SALIENCE
from tests.engine.cases import case, truth


def reasons(stem: str, rule: str = "true-restated", key: str = "True") -> list[str]:
    built = truth(stem, key, text=stem, evidence=stem.split()[0], rule=rule)
    return [finding.reason for finding in worth_asking.run(built)]


@pytest.mark.parametrize(
    "stem",
    [
        "The council of Leith sold 40 boats in 1911.",
        "Ada Holm designed the first bridge of the valley.",
        "Clara Weiss left Norway because the mill had closed.",
        "The mill was sold to a bank in Oslo.",
        "Ada Holm said that she would leave the council of Leith.",
        "Before 1911, Ada Holm had built only small boats.",
        "The new ferry is slower than the old one.",
    ],
)
def test_a_statement_with_a_point_passes(stem):
    assert reasons(stem) == []


@pytest.mark.parametrize(
    "stem",
    [
        "Ada Holm said the firm's thoughts were with the family of Clara Weiss.",
        "Ada Holm was asked about the mill of Leith.",
        "Ada Holm was sitting on a bench beside the mill of Leith.",
        "Ada Holm took off her woollen hat in Leith.",
        "Ada Holm boarded the ferry to Leith with a single suitcase.",
        "About 60 protesters from Leith held up pictures of the mill.",
        "A walker in the hills of Leith may meet a bear.",
        "The mill of Leith stood at the water's edge.",
        "Ada Holm had read a good deal about Leith.",
        "Ada Holm would be paying the old price in Leith.",
        "It was three months before anybody in Leith noticed.",
        "Ada Holm was promoted to manager.",
        "Ada Holm said she had taken the noise of Leith for a siren.",
        "The water is evaporating into the air of Leith.",
        "A team in Leith has measured how much sooner.",
        "A single adult can filter up to 200 litres of water a day.",
    ],
)
def test_a_statement_without_one_is_refused(stem):
    assert reasons(stem)


@pytest.mark.parametrize(
    ("text", "stem", "key", "passes"),
    [
        (
            "Ann Moor, whose house stands 40 yards from the line, heard a noise.",
            "Ann Moor, whose house stands _____ yards from the line, heard a noise.",
            "40",
            False,
        ),
        (
            "The council introduced a discount, which about 900 people hold.",
            "The council introduced a discount, which about _____ people hold.",
            "900",
            False,
        ),
        ("The mill of Leith sold 40 boats.", "The mill of Leith sold _____ boats.", "40", True),
        ("The 50 minutes came down to 19.", "The _____ minutes came down to 19.", "50", False),
        ("Floods came in 1848 and again in 1853.", "Floods came in 1848 and again in _____.", "1853", False),
    ],
)
def test_a_gap_is_what_its_sentence_is_about(text, stem, key, passes):
    assert (list(worth_asking.run(case(stem, key, text=text, rule="gap-figure"))) == []) is passes


def test_a_statement_with_a_relative_clause_makes_two_claims():
    stem = "The permits, of which Leith had 900, were sold."
    assert any("proposition" in f.reason for f in one_detail.run(truth(stem, text=stem, evidence="900")))


@pytest.mark.parametrize(("salience", "passes"), [(0.5, True), (LEAST_SALIENCE, True), (0.0, False)])
def test_what_hardly_a_sentence_matters_less_than_is_never_shown_first(salience, passes):
    asked = case("At least how many passengers use the night ferry?")
    fact = replace(asked.draft.fact, salience=salience)
    findings = list(worth_asking.run(replace(asked, draft=replace(asked.draft, fact=fact))))
    assert not any(found.refuses for found in findings)
    assert (not any(found.doubt for found in findings)) is passes
