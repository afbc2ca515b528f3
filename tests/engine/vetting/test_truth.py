"""Each check of truth with cases that pass and that it refuses."""

from dataclasses import replace

import pytest

from quizzes.engine.items.draft import AnswerClass, Fact
from quizzes.engine.items.values import Interaction, Kind
from quizzes.engine.vetting.truth import (
    contradicted,
    evidence,
    key_correct,
    needs_text,
    one_answer,
    one_detail,
    worth_asking,
)
from tests.engine.cases import case, choice, truth

NIGHT = "In Norway, at least 900 passengers use the night ferry of Clara Weiss every week."


@pytest.mark.parametrize(
    ("text", "stem", "key", "approximator", "passes"),
    [
        (NIGHT, "At least how many passengers use the night ferry?", "900", "at least", True),
        (NIGHT, "How many passengers use the night ferry?", "900", "at least", False),
        ("As many as 40 boats sank.", "Up to how many boats sank?", "40", "as many as", True),
        ("About 40 boats sank.", "Roughly how many boats sank?", "40", "about", True),
        ("The ferry might carry 40 cars.", "How many cars might the ferry carry?", "40", "", True),
        ("The ferry might carry 40 cars.", "How many cars does the ferry carry?", "40", "", False),
        ("The ferry did not carry 40 cars.", "How many cars did the ferry carry?", "40", "", False),
        ("The ferry is believed to carry 40 cars.", "How many cars does the ferry carry?", "40", "", False),
    ],
)
def test_key_correct(text, stem, key, approximator, passes):
    assert (list(key_correct.run(case(stem, key, text=text, approximator=approximator))) == []) is passes


def test_quoted_words_keep_their_marks():
    text = "The town was “a place to live” in 1963."
    assert list(key_correct.run(case("In what year was the town a place to live?", "1963", text=text)))
    assert not list(key_correct.run(case("In what year was the town “a place to live”?", "1963", text=text)))


def test_one_answer_refuses_kin_among_the_options():
    built = choice(
        "Where?", "Norway", "northern Norway", "Sweden", "Finland", key="Norway", answer_class=AnswerClass.PLACE
    )
    assert "northern Norway" in next(one_answer.run(built)).reason


def test_one_answer_refuses_what_another_sentence_answers_too():
    text = "In Norway, ferries carry many passengers in summer.\n\nIn Sweden, ferries carry many passengers in summer."
    fields = {"answer_class": AnswerClass.PLACE, "text": text}
    assert list(one_answer.run(case("Where do ferries carry many passengers in summer?", "Norway", **fields)))
    assert not list(one_answer.run(case("Where did storms sink a wooden museum?", "Norway", **fields)))


def test_one_answer_refuses_a_typed_gap_in_an_enumeration():
    fields = {"kind": Kind.CLOZE, "answer_class": AnswerClass.PLACE}
    assert list(one_answer.run(case("Ferries run in Sweden and _____ every week.", "Norway", **fields)))
    options = {**fields, "interaction": Interaction.CHOICE}
    assert not list(one_answer.run(case("Ferries run in Sweden and _____ every week.", "Norway", **options)))


@pytest.mark.parametrize(
    ("stem", "key", "answer_class", "passes"),
    [
        ("Who built the night ferry of Norway?", "Clara Weiss", AnswerClass.PERSON, True),
        ("Who built the night ferry of Clara Weiss?", "Clara Weiss", AnswerClass.PERSON, False),
        ("Who owned the Weiss ferry in Norway?", "Clara Weiss", AnswerClass.PERSON, False),
        ("What do passengers in Norway use every week?", "the night ferry", AnswerClass.PHRASE, True),
        ("What night ferries are there in Norway?", "the night ferry", AnswerClass.PHRASE, False),
        ("What sank?", "the boat", AnswerClass.PHRASE, False),
    ],
)
def test_needs_text(stem, key, answer_class, passes):
    assert (list(needs_text.run(case(stem, key, answer_class=answer_class))) == []) is passes


def test_needs_text_refuses_the_topic_of_the_whole_article():
    text = "\n\n".join(f"In Norway, ferry {number} crosses the lake." for number in range(1, 6))
    assert list(needs_text.run(case("Where does ferry 2 cross?", "Norway", text=text, answer_class=AnswerClass.PLACE)))


@pytest.mark.parametrize(
    ("stem", "passes"),
    [("In Norway, night ferries cross the lake every week.", True), ("Ferries can cross lakes.", False)],
)
def test_a_statement_needs_something_of_this_article(stem, passes):
    assert (list(needs_text.run(truth(stem))) == []) is passes


@pytest.mark.parametrize(
    ("text", "passes"),
    [(NIGHT, True), ("Who counts the 900 passengers?", False), ("Click here for 900 photographs.", False)],
)
def test_worth_asking(text, passes):
    assert (list(worth_asking.run(case("How many?", text=text))) == []) is passes


def test_evidence_must_hold_the_key():
    built = case("How many passengers use the night ferry?")
    assert list(evidence.run(built)) == []
    assert list(evidence.run(case("How many?", "901", evidence="Norway")))


@pytest.mark.parametrize("fact", [Fact(9, 0, 5, "", 0), Fact(1, 5, 5, "", 0), Fact(1, 0, 9999, "", 0)])
def test_evidence_must_be_a_slice_of_a_paragraph(fact):
    built = case("How many passengers use the night ferry?")
    assert list(evidence.run(replace(built, draft=replace(built.draft, fact=fact))))


def test_contradicted():
    assert not list(contradicted.run(truth("At least 900 passengers use the night ferry of Clara Weiss in Norway.")))
    assert list(contradicted.run(truth("Children love ice cream and the harbour in Norway.")))


def test_a_false_statement_is_not_true_elsewhere():
    text = "The ferry carried 40 cars in spring.\n\nIn May the ferry carried 60 cars."
    stem = "The ferry carried 60 cars in spring."
    built = truth(stem, "False", evidence="40", text=text, changed=("60", "40"))
    assert list(contradicted.run(built))
    lonely = truth(stem, "False", evidence="40", text=text.split("\n")[0], changed=("60", "40"))
    assert not list(contradicted.run(lonely))


@pytest.mark.parametrize(
    ("context", "passes"),
    [(None, True), ("The ferry is old.", True), ("It carried 40 cars.", False), ("It carried 60 cars.", False)],
)
def test_the_context_line_does_not_show_what_was_changed(context, passes):
    text = "The ferry of Clara Weiss carried 40 cars in spring."
    stem = "The ferry of Clara Weiss carried 60 cars in spring."
    built = truth(stem, "False", evidence="40", text=text, changed=("60", "40"), context=context)
    assert (list(contradicted.run(built)) == []) is passes


@pytest.mark.parametrize(
    ("stem", "key", "changed", "passes"),
    [
        ("At least 900 passengers use the ferry.", "True", None, True),
        ("At least 400 passengers use the ferry.", "False", ("400", "900"), True),
        ("At least 400 passengers use the ferry.", "False", None, False),
        ("At least 900 passengers use the ferry.", "False", ("400", "900"), False),
        ("At least 900 passengers use the ferry, but few pay.", "True", None, False),
    ],
)
def test_one_detail(stem, key, changed, passes):
    assert (list(one_detail.run(truth(stem, key, changed=changed))) == []) is passes


def test_words_inside_an_open_quotation_have_a_speaker():
    text = "“This bridge was painted in 2009,” she said. “It was meant to last.\n\nNo quotation."
    assert list(
        key_correct.run(case("In what year was it painted?", "2009", text="“Old. The bridge was painted in 2009."))
    )
    assert not list(key_correct.run(case("In what year was “this bridge” painted?", "2009", text=text)))


@pytest.mark.parametrize(
    ("stem", "key", "passes"),
    [
        ("What did 900 passengers use to cross the lake?", "the bridge", False),
        ("What did 900 passengers use to cross the lake?", "the wooden bridge", True),
    ],
)
def test_a_bare_definite_key_could_be_described_otherwise(stem, key, passes):
    assert (list(one_answer.run(case(stem, key, answer_class=AnswerClass.PHRASE))) == []) is passes


def test_one_of_two_years_is_no_gap():
    fields = {"kind": Kind.CLOZE, "answer_class": AnswerClass.YEAR}
    assert list(one_answer.run(case("The rise of the mill came in _____ and 1964.", "1963", **fields)))


@pytest.mark.parametrize(
    ("stem", "passes"), [("Hall was _____ years old.", False), ("In Norway, Hall ran _____ old mills.", True)]
)
def test_a_stem_has_substance(stem, passes):
    assert (list(needs_text.run(case(stem, kind=Kind.CLOZE))) == []) is passes


@pytest.mark.parametrize(
    ("stem", "key", "answer_class", "passes"),
    [
        ("The sailors came to _____ from Oslo in a small boat.", "Norway", AnswerClass.PLACE, False),
        ("The Rohingya sailors came from _____ in a small boat.", "Myanmar", AnswerClass.PLACE, False),
        ("The sailors left Kenya for _____ in a small boat.", "Norway", AnswerClass.PLACE, True),
        ("The Titanic of the Lind company sank in _____.", "1912", AnswerClass.YEAR, False),
        ("The ferry of the Lind company sank in _____.", "1912", AnswerClass.YEAR, True),
    ],
)
def test_what_everybody_knows_is_not_asked(stem, key, answer_class, passes):
    value = float(key) if key.isdigit() else None
    built = case(stem, key, text=f"It was {key}.", kind=Kind.CLOZE, answer_class=answer_class, value=value)
    assert (list(needs_text.run(built)) == []) is passes


@pytest.mark.parametrize(
    ("stem", "passes"),
    [
        ("A number of towns opposed the ferry of Clara Weiss in Norway.", False),
        ("A number of towns, 40 in all, opposed the ferry of Clara Weiss.", True),
        ("Norway opposed the ferry of Clara Weiss.", True),
    ],
)
def test_a_true_statement_says_something_that_could_be_otherwise(stem, passes):
    assert (list(needs_text.run(truth(stem))) == []) is passes


@pytest.mark.parametrize(
    ("text", "stem", "key", "answer_class", "passes"),
    [
        ("Clara Weiss, 49, runs the ferry.", "Clara Weiss, _____, runs the ferry.", "49", AnswerClass.COUNT, False),
        ("The ferry (about 40 tons) sank.", "The ferry (about _____ tons) sank.", "40", AnswerClass.MEASURE, False),
        ("The ferry weighed 40 tons.", "The ferry weighed _____ tons.", "40", AnswerClass.MEASURE, True),
        (
            "Clara Weiss, of the Lind Port Trust, criticised the ferry.",
            "Clara Weiss, of the _____, criticised the ferry.",
            "Lind Port Trust",
            AnswerClass.ORGANIZATION,
            False,
        ),
        (
            "The report praised recordings made at Harbour University.",
            "The report praised recordings made at _____.",
            "Harbour University",
            AnswerClass.ORGANIZATION,
            False,
        ),
        (
            "Harbour University praised the report about the ferries.",
            "_____ praised the report about the ferries.",
            "Harbour University",
            AnswerClass.ORGANIZATION,
            True,
        ),
        (
            "In May, 900 pupils from 26 schools in Norway built a ferry.",
            "In May, 900 pupils from _____ schools in Norway built a ferry.",
            "26",
            AnswerClass.COUNT,
            False,
        ),
    ],
)
def test_details_by_the_way_are_not_asked(text, stem, key, answer_class, passes):
    built = case(stem, key, text=text, kind=Kind.CLOZE, answer_class=answer_class)
    assert (list(worth_asking.run(built)) == []) is passes


def test_an_age_is_not_exchanged():
    text = "Clara Weiss, 49, runs the ferry in Norway."
    changed = truth(
        "Clara Weiss, 29, runs the ferry in Norway.", "False", text=text, evidence="49", changed=("29", "49")
    )
    assert list(worth_asking.run(changed))


@pytest.mark.parametrize(
    ("text", "passes"),
    [
        ("A group of people wait beside a hut on Lind Hill.", False),
        ("A group of people built a hut on Lind Hill.", True),
        ("The town of Moss lies on Lind Hill.", True),
    ],
)
def test_an_opening_scene_is_not_asked_about(text, passes):
    stem = text.replace("Lind Hill", "_____")
    built = case(stem, "Lind Hill", text=text, kind=Kind.CLOZE, answer_class=AnswerClass.PLACE)
    assert ("scene" not in " ".join(finding.reason for finding in worth_asking.run(built))) is passes


@pytest.mark.parametrize(
    ("text", "key", "passes"),
    [
        ("In an interview in 1949, Clara Weiss praised the ferry.", "1949", False),
        ("As the Port Board reported in 1949, ferries carry 900 people.", "1949", False),
        ("In 1949, Clara Weiss built the ferry.", "1949", True),
        ("In 1949, the Port Board announced a new ferry.", "1949", True),
    ],
)
def test_when_something_was_said_is_not_asked(text, key, passes):
    built = case(text.replace(key, "_____"), key, text=text, kind=Kind.CLOZE, answer_class=AnswerClass.YEAR)
    assert (list(worth_asking.run(built)) == []) is passes


@pytest.mark.parametrize(("key", "passes"), [("40", True), ("12", False)])
def test_a_later_figure_of_a_list_is_not_asked(key, passes):
    text = "The port bought 40 boats, 12 rafts and 30 ferries."
    built = case(text.replace(key, "_____"), key, text=text, kind=Kind.CLOZE)
    assert (list(worth_asking.run(built)) == []) is passes


@pytest.mark.parametrize(
    ("now", "passes"),
    [("1955", False), ("1972", True)],
)
def test_a_changed_year_passes_no_other_year_of_the_stem(now, passes):
    stem = f"After the Norway season of 1960, the ferry of Clara Weiss sank in {now}."
    assert (list(needs_text.run(truth(stem, "False", changed=(now, "1963")))) == []) is passes


@pytest.mark.parametrize(
    ("text", "passes"),
    [
        ("The Lind Confession of 1559 praises the ferries of Norway.", False),
        ("The 1559 Confession praises the ferries of Norway.", False),
        ("In the summer of 1559, Lind praised the ferries of Norway.", True),
        ("In 1559 the ferries of Norway sank.", True),
    ],
)
def test_the_year_of_a_name_is_not_exchanged(text, passes):
    changed = truth(text.replace("1559", "1552"), "False", text=text, evidence="1559", changed=("1552", "1559"))
    assert (list(worth_asking.run(changed)) == []) is passes


@pytest.mark.parametrize(
    ("text", "passes"),
    [
        ("Seasickness troubles many who travel by boat in winter. A cure for seasickness is old.", False),
        ("Seasickness troubles many who travel to Norway in winter. A cure for seasickness is old.", True),
    ],
)
def test_a_word_that_heads_a_sentence_is_no_name(text, passes):
    stem = text.partition(".")[0] + "."
    assert (list(needs_text.run(truth(stem, text=text, evidence="many"))) == []) is passes
