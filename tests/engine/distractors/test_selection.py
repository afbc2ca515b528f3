from random import Random

import pytest

from quizzes.engine.distractors import kin, with_options
from quizzes.engine.items.draft import AnswerClass
from quizzes.engine.items.values import Interaction, Kind
from tests.engine.cases import case
from tests.engine.sample import TEXT

FORM = {"kind": Kind.MULTIPLE_CHOICE, "interaction": Interaction.CHOICE, "text": TEXT}


def chosen(stem, key, seed=0, **fields):
    built = case(stem, key, **{**FORM, **fields})
    return with_options(built.draft, built.paragraphs, built.analysis, Random(seed))


@pytest.mark.parametrize(
    ("one", "other", "related"),
    [
        ("Iraq", "northern Iraq", True),
        ("Washington", "Washington Post", True),
        ("EU", "European Union", True),
        ("America", "US", True),
        ("Scotland", "Britain", True),
        ("Scotland", "England", False),
        ("Norway", "Sweden", False),
    ],
)
def test_kin(one, other, related):
    assert kin(one, other) is related


@pytest.mark.parametrize("seed", range(4))
def test_figures_ascend(seed):
    draft = chosen(
        "How many passengers a week does a copy of the ferry carry in Sweden?",
        "650",
        seed,
        answer_class=AnswerClass.COUNT,
        unit="passenger",
        value=650.0,
    )
    values = [int(option.text.replace(",", "")) for option in draft.options]
    assert values == sorted(set(values))
    assert len(values) == 4


def test_each_rank_of_the_key_is_about_as_likely():
    stem = "In what year did the ferry of mayor {} first cross the sound?"
    ranks = []
    for number in range(60):
        fields = {"answer_class": AnswerClass.YEAR, "value": 1963.0}
        draft = chosen(stem.format(f"Holm-{number}"), "1963", **fields)
        ranks.append(next(index for index, option in enumerate(draft.options) if option.key))
    assert all(8 <= ranks.count(rank) <= 24 for rank in range(4))


def test_a_sourced_distractor_says_where_it_stands():
    draft = chosen("How many?", "650", answer_class=AnswerClass.COUNT, unit="passenger", value=650.0)
    for option in draft.options:
        if option.source is not None and not option.key:
            assert f"Paragraph {option.source.paragraph}" in option.rationale


def test_names_are_of_one_class_and_not_named_by_the_fact():
    draft = chosen(
        "In which country does a smaller model carry 400 passengers a week?", "Finland", answer_class=AnswerClass.PLACE
    )
    assert {option.text for option in draft.options} == {"Finland", "Norway", "Sweden", "Denmark"}


def test_too_few_names_give_no_options():
    assert chosen("Who?", "Clara Weiss", answer_class=AnswerClass.ORGANIZATION) is None


def test_typed_drafts_stay_as_they_are():
    built = case("How many ferries?", "14", text=TEXT)
    assert with_options(built.draft, built.paragraphs, built.analysis, Random(0)) is built.draft


@pytest.mark.parametrize(
    "stem",
    ["After the season of 1960, in what year did the ferry cross?", "In what year will the ferry cross the sound?"],
)
def test_years_keep_to_the_years_of_the_stem_and_plans_to_what_is_ahead(stem):
    text = "The ferry was built in 1960. It was lost in 1955. It will cross the sound in 1963."
    draft = chosen(stem, "1963", text=text, answer_class=AnswerClass.YEAR, value=1963.0)
    assert all(int(option.text) >= 1960 for option in draft.options)


def test_a_count_that_is_a_year_stands_beside_years():
    draft = chosen(
        "The ferry was built before the _____ strikes.", "1963", answer_class=AnswerClass.COUNT, value=1963.0
    )
    assert all(1900 < int(option.text) < 2010 for option in draft.options)


def test_no_year_passes_those_that_stand_around_the_gap_or_lies_far_ahead():
    text = "Weiss led in 2002; Holm in 1997; Moe in 1988. By 2035 the ice is gone. The ferry sank in 1999."
    fields = {"text": text, "answer_class": AnswerClass.YEAR, "value": 1997.0}
    among = chosen("Weiss led in 2002; Holm in _____; Moe in 1988.", "1997", **fields)
    assert all(1988 <= int(option.text) <= 2002 for option in among.options)
    alone = chosen("In what year did Holm lead?", "1997", **fields)
    assert all(int(option.text) < 2035 for option in alone.options)


@pytest.mark.parametrize(
    ("text", "stem"),
    [
        ("The ferry sank in 1851.", "The ferry sank in _____."),  # 1852, 1853 and 1854 would all be made up
        ("The ferry was built in 1840, sold in 1845 and in use by 1851.", "The ferry was in use by _____."),
    ],
)
def test_some_years_are_only_typed(text, stem):
    assert chosen(stem, "1851", text=text, answer_class=AnswerClass.YEAR, value=1851.0) is None


def test_beside_a_figure_like_the_key_stands_nothing_far_from_it():
    text = "The fare rose from €84 to €91 in May. A taxi costs €24. A night at the inn costs €52."
    built = case(
        "The fare rose from _____ to €91 in May.",
        "€84",
        kind=Kind.CLOZE,
        interaction=Interaction.CHOICE,
        text=text,
        answer_class=AnswerClass.MONEY,
        value=84.0,
        unit="€",
    )
    complete = with_options(built.draft, built.paragraphs, built.analysis, Random(0))
    texts = [option.text for option in complete.options] if complete is not None else []
    assert not {"€24", "€52"} & set(texts)


def test_no_round_figure_stands_beside_one_that_is_not():
    text = "The firm hired 45 clerks in May. It had 20 clerks in March, 80 clerks in June and 63 clerks in July."
    draft = chosen(
        "How many clerks did the firm hire?", "45", text=text, answer_class=AnswerClass.COUNT, value=45.0, unit="clerk"
    )
    assert 63 in {int(option.text) for option in draft.options}
    assert all(int(option.text) % 10 for option in draft.options)


PEOPLE = (
    "Anna Lund said she had run uphill in the dark. Peter Ek said he saw a flash. Mr Arthur Dahl lost his boat. "
    "Mrs Eva Holm left her house in Norway. Mrs Ida Moe sold her cow. Mrs Una Berg sold her mill. Mr Leif Rask slept."
)


def test_a_question_about_a_woman_offers_women_alone():
    draft = chosen("Who said she had run uphill?", "Anna Lund", text=PEOPLE, answer_class=AnswerClass.PERSON)
    assert {option.text for option in draft.options} == {"Anna Lund", "Eva Holm", "Ida Moe", "Una Berg"}


def test_a_question_that_tells_no_gender_offers_anybody():
    draft = chosen("Who slept in the dark?", "Leif Rask", text=PEOPLE, answer_class=AnswerClass.PERSON)
    assert len(draft.options) == 4
