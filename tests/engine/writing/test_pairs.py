"""Pairs and orders of short invented articles: what gives an item, and what is left alone."""

import pytest

from quizzes.engine.items.values import Kind
from quizzes.engine.pipeline import generate
from quizzes.engine.writing.events import find_events
from quizzes.engine.writing.rule import Article
from tests.engine.articles import analysed, drafts, paragraphs, statements

LIFE = (
    "Ada Lindqvist moved from Sweden to the port of Leith in 1871. The council of Leith elected Lindqvist in 1884.",
    "In 1876, Lindqvist published a book about the tides of Scotland. On 4 May 1879, a storm off Fife sank two boats.",
    "In 1890 the University of Dornach gave Lindqvist a prize for her maps.",
)
TALK = (
    "“The bridge has brought 400 visitors a day to Leith,” said Ada Lindqvist.",
    "“A toll of two pounds would keep the lamps burning,” said Omar Haddad.",
    "“Every lamp on the pier was made in Dornach,” said Clara Weiss.",
)

WORK = (
    "Ada Lindqvist, a harbour pilot from Leith, steered the boat.",
    "Omar Haddad, the owner of Haddad Mills, paid for the oil.",
    "Clara Weiss, an engineer at Dornach University who drew the plans, stayed at home.",
    "Erik Holm, her brother, and Marta Lund, the chair of the panel, came later.",
)


def events(*texts):
    return [
        (event.text, event.when)
        for event in find_events(Article(paragraphs(*texts), analysed(*texts), tuple(statements(*texts))))
    ]


def of_rule(rule, *texts):
    return [draft for draft in drafts(*texts) if draft.rule == rule]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        (
            "In 1876, Ada Lindqvist published a book about Scotland.",
            ("Ada Lindqvist published a book about Scotland", (1876, 0, 0)),
        ),
        ("On 4 May 1879, a storm sank two boats off Fife.", ("A storm sank two boats off Fife", (1879, 5, 4))),
    ],
)
def test_the_date_leaves_the_event(text, expected):
    assert expected in events(text)


@pytest.mark.parametrize(
    "text",
    [
        "In the 1870s, Lindqvist published a book about Scotland.",
        "Ada Lindqvist has taught in Leith since 1871.",
        "The mill of Leith will open its doors to visitors in 2031.",
        "In 1879, she drew a map of the coast of Fife.",
        "In 1879, the mill was sold to a bank in Fife.",
        "Ada Lindqvist died in the town of Leith in 1893.",
        "Two years later, in 1879, Lindqvist drew a map of Fife.",
        "Lindqvist did not draw a map of Fife in 1879.",
        "The mill of Leith may have burned down in 1879.",
    ],
)
def test_what_is_no_event_of_its_own(text):
    assert events(text) == []


def test_an_order_runs_from_the_earliest_event():
    draft = max(of_rule("order-events", *LIFE), key=lambda draft: len(draft.prompts))
    order = [prompt.match for prompt in draft.prompts]
    assert order[0].startswith("Ada Lindqvist moved")
    assert order[-1].endswith("for her maps")
    assert draft.keys[0] == " → ".join(order)
    assert {option.text for option in draft.options} == set(order)
    assert "1871" not in " ".join(order)


@pytest.mark.parametrize(
    "texts",
    [
        LIFE[:1],
        (
            "Leith opened the Kell mill in 1850.",
            "Fire destroyed the Kell mill in 1860.",
            "Leith sold the Kell mill in 1870.",
        ),
        (
            "Omar Haddad visited Kell Bay in 1250.",
            "Clara Weiss mapped Kell Bay in 1890.",
            "A storm hit Kell Bay in 1999.",
        ),
    ],
)
def test_too_few_events_a_beginning_and_an_end_or_ages_apart_give_no_order(texts):
    assert of_rule("order-events", *texts) == []


def test_years_ascend_and_are_not_shown_beside_their_events():
    draft = of_rule("match-years", *LIFE)[0]
    years = [option.text for option in draft.options]
    assert years == sorted(years)
    assert [prompt.match for prompt in draft.prompts] != [option.text for option in draft.options if option.key]


def test_quotations_are_matched_with_their_speakers():
    (draft,) = of_rule("match-quotations", *TALK)
    assert {prompt.match for prompt in draft.prompts} == {"Ada Lindqvist", "Omar Haddad", "Clara Weiss"}
    assert [option.text for option in draft.options] == sorted(option.text for option in draft.options)
    assert not of_rule("match-quotations", *TALK[:2])


@pytest.mark.parametrize("texts", [LIFE, TALK])
def test_every_pair_has_its_sentence_and_its_reason(texts):
    items = generate(paragraphs(*texts), kinds=[Kind.MATCHING, Kind.ORDERING]).items
    assert items
    for item in items:
        assert item.prompts is not None
        assert len(item.evidence) == len(item.prompts)
        assert all(option.rationale for option in item.options or ())
        assert item.explanation.count("aragraph") >= len(item.prompts)


def test_people_are_matched_with_descriptions_that_stand_alone():
    (draft,) = of_rule("match-roles", *WORK)
    assert {prompt.text: prompt.match for prompt in draft.prompts} == {
        "Ada Lindqvist": "harbour pilot from Leith",
        "Omar Haddad": "owner of Haddad Mills",
        "Clara Weiss": "engineer at Dornach University",
    }


def test_descriptions_that_fit_two_people_are_not_matched():
    other = "Omar Haddad, a pilot from Leith, paid for the oil."
    assert not of_rule("match-roles", WORK[0], other, WORK[2])
