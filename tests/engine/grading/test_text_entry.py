"""Typed answers: lenient in form, strict in content."""

import pytest
from hypothesis import given as for_all
from hypothesis import settings
from hypothesis import strategies as st
from num2words import num2words

from quizzes.engine.grading import Verdict, grade


def verdict(text: object, *keys: str) -> Verdict:
    return grade({"text": text}, interaction="text_entry", options=None, keys=keys)


ACCEPTED = [
    # what was typed, the key, the rule
    ("Mali", "Mali", "exact"),
    ("  Mali ", "Mali", "spacing"),
    ("Sri  Lanka", "Sri Lanka", "spacing"),
    ("Sri\u00a0Lanka", "Sri Lanka", "spacing"),
    ("mali", "Mali", "case"),
    ("SRI LANKA", "Sri Lanka", "case"),
    ("Mali.", "Mali", "punctuation"),
    ("“Mali”", "Mali", "punctuation"),
    ("well known", "well-known", "punctuation"),
    ("the clock of 'lost hours'", "the clock of “lost hours”", "punctuation"),
    ("don't know", "don’t know", "spacing"),
    ("Wren, Ashby and Co", "Wren, Ashby and Co.", "punctuation"),
    ("US", "U.S.", "spacing"),
    ("wellknown", "well-known", "spacing"),
    ("fish market", "fishmarket", "spacing"),
    ("Zurich", "Zürich", "accents"),
    ("cafe", "café", "accents"),
    ("Lodz", "Łódź", "accents"),
    ("cafe\u0301", "café", "spacing"),
    ("the Philippines", "Philippines", "article"),
    ("Philippines", "the Philippines", "article"),
    ("a clock", "clock", "article"),
    ("Battle of Bulge", "the Battle of the Bulge", "article"),
    ("40000", "40,000", "punctuation"),
    ("40 000", "40,000", "punctuation"),
    ("forty thousand", "40,000", "number form"),
    ("Forty Thousand", "40000", "number form"),
    ("40k", "40,000", "number form"),
    ("40 thousand", "40,000", "number form"),
    ("8,000,000", "8 million", "number form"),
    ("8000000", "8 million", "number form"),
    ("eight million", "8 million", "number form"),
    ("8m", "8 million", "number form"),
    ("8 Million", "8 million", "case"),
    ("4.6m", "4.6 million", "number form"),
    ("4,600,000", "4.6 million", "number form"),
    ("2 bn", "2 billion", "number form"),
    ("2bn", "2 billion", "number form"),
    ("two hundred and fifty", "250", "number form"),
    ("two hundred fifty", "250", "number form"),
    ("fourteen hundred", "1,400", "number form"),
    ("a hundred", "100", "number form"),
    ("a million", "1,000,000", "number form"),
    ("one thousand two hundred and thirty-four", "1,234", "number form"),
    ("11", "eleven", "number form"),
    ("eleven years", "11 years", "number form"),
    ("twenty-one", "21", "number form"),
    ("zero", "0", "number form"),
    ("nineteen eighty-nine", "1989", "number form"),
    ("two thousand nineteen", "2019", "number form"),
    ("twenty nineteen", "2019", "number form"),
    ("0.50", "0.5", "number form"),
    ("-5", "−5", "spacing"),
    ("٤٠", "40", "spacing"),
    ("21st", "twenty-first", "number form"),
    ("2nd", "second", "number form"),
    ("2013-14", "2013/14", "punctuation"),
    ("1990 to 2000", "1990–2000", "number form"),
    ("a third", "one third", "number form"),
    ("1/3", "a third", "number form"),
    ("two thirds", "two-thirds", "punctuation"),
    ("2/3", "two-thirds", "number form"),
    ("3 quarters", "three-quarters", "number form"),
    ("one half", "half", "number form"),
    ("2.5 hours", "two and a half hours", "number form"),
    ("60 percent", "60%", "number form"),
    ("60 per cent", "60%", "number form"),
    ("60 %", "60%", "punctuation"),
    ("sixty percent", "60%", "number form"),
    ("60", "60%", "sign left out"),
    ("4.6 million pounds", "£4.6 million", "number form"),
    ("£4,600,000", "£4.6 million", "number form"),
    ("£4.6m", "£4.6 million", "number form"),
    ("GBP 4.6 million", "£4.6 million", "number form"),
    ("4.6 million", "£4.6 million", "sign left out"),
    ("100 dollars", "$100", "number form"),
    ("US$100", "$100", "number form"),
    ("100 US dollars", "$100", "number form"),
    ("100 euros", "€100", "number form"),
    ("one hundred dollars", "$100", "number form"),
    ("5 m", "5 metres", "number form"),
    ("5 meters", "5 metres", "number form"),
    ("12 km", "12 kilometres", "number form"),
    ("26 October 2019", "Oct. 26, 2019", "date form"),
    ("October 26, 2019", "Oct. 26, 2019", "date form"),
    ("Oct 26 2019", "Oct. 26, 2019", "punctuation"),
    ("26 Oct 2019", "Oct. 26, 2019", "date form"),
    ("26th of October, 2019", "Oct. 26, 2019", "date form"),
    ("the 26th of October 2019", "Oct. 26, 2019", "article"),
    ("2019-10-26", "Oct. 26, 2019", "date form"),
    ("26/10/2019", "Oct. 26, 2019", "date form"),
    ("10/26/2019", "Oct. 26, 2019", "date form"),
    ("26.10.2019", "Oct. 26, 2019", "date form"),
    ("Saturday, 26 October 2019", "Oct. 26, 2019", "date form"),
    ("twenty-sixth of October 2019", "Oct. 26, 2019", "date form"),
    ("March 2019", "March of 2019", "date form"),
    ("12 March", "March 12", "date form"),
    ("in 2014", "2014", "extra words"),
    ("in Mali", "Mali", "extra words"),
    ("Tuesday", "on Tuesday", "extra words"),
    ("about 400", "400", "extra words"),
    ("at least 2,000", "2,000", "extra words"),
    ("800 fighters", "800", "extra words"),
    ("800 foreign fighters", "800", "extra words"),
    ("8 million people", "8 million", "extra words"),
    ("suicide bombing", "suicide bombings", "plural"),
    ("foreign fighters", "foreign fighter", "plural"),
    ("counties", "county", "plural"),
    ("Philipines", "Philippines", "spelling"),
    ("the Phillipines", "Philippines", "spelling"),
    ("goverment", "government", "spelling"),
    ("hibrenation", "hibernation", "spelling"),
    ("Afganistan", "Afghanistan", "spelling"),
    ("Bartolomew Quil", "Bartholomew Quill", "spelling"),
    ("Wren-Ashbey", "Wren-Ashby", "spelling"),
    ("adrenalin glands", "adrenaline glands", "spelling"),
    ("C++", "c++", "case"),
]
REFUSED = [
    ("1,400", "14,000"),
    ("14000", "1,400"),
    ("140,000", "14,000"),
    ("14.000", "14,000"),
    ("fourteen", "14,000"),
    ("8", "8 million"),
    ("8 billion", "8 million"),
    ("80 million", "8 million"),
    ("4.7 million", "4.6 million"),
    ("46 million", "4.6 million"),
    ("15", "1.5"),
    ("1 4", "14"),
    ("201314", "2013/14"),
    ("102", "10²"),
    ("3/1", "1/3"),
    ("the third", "a third"),
    ("two thirds", "one third"),
    ("half", "50"),
    ("5", "-5"),
    ("2018", "2019"),
    ("1989", "1998"),
    ("11th", "11"),
    ("6%", "60%"),
    ("60%", "60"),
    ("60 dollars", "60%"),
    ("$100", "£100"),
    ("€100", "100"),
    ("100 cents", "$100"),
    ("800 percent", "800"),
    ("800 million", "800"),
    ("not 800", "800"),
    ("800 or 900", "800"),
    ("less than 800", "800"),
    ("3 hours", "3 days"),
    ("three hours", "3"),
    ("5 miles", "5 km"),
    ("27 October 2019", "Oct. 26, 2019"),
    ("26 November 2019", "Oct. 26, 2019"),
    ("26 October 2018", "Oct. 26, 2019"),
    ("October 2019", "Oct. 26, 2019"),
    ("October 26", "Oct. 26, 2019"),
    ("2019", "Oct. 26, 2019"),
    ("31/31/2019", "Oct. 26, 2019"),
    ("Mail", "Mali"),
    ("Iran", "Iraq"),
    ("Niger", "Nigeria"),
    ("Austria", "Australia"),
    ("desert", "dessert"),
    ("Slovakia", "Slovenia"),
    ("statue", "statute"),
    ("warden", "Marden"),
    ("for years", "four years"),
    ("forteen", "14"),
    ("new", "news"),
    ("Mali or Niger", "Mali"),
    ("Mali, Niger", "Mali"),
    ("not in Mali", "Mali"),
    ("North Korea", "South Korea"),
    ("C", "C++"),
    ("C", "C#"),
    ("A", "A-"),
    ("the", "the clock"),
    ("?", "Mali"),
    ("", "Mali"),
    ("   ", "Mali"),
    ("mali" * 200, "Mali"),
]


@pytest.mark.parametrize(("text", "key", "rule"), ACCEPTED)
def test_right_in_another_form(text, key, rule):
    found = verdict(text, key)
    assert found.fraction == 1.0
    assert found.accepted_as == rule
    assert (found.note == "check_spelling") == (found.accepted_as in ("spelling", "plural"))


@pytest.mark.parametrize(("text", "key"), REFUSED)
def test_wrong(text, key):
    found = verdict(text, key)
    assert (found.fraction, found.accepted_as, found.note) == (0.0, "", "")


def test_the_tables_are_long_enough_to_mean_something():
    assert len(ACCEPTED) + len(REFUSED) >= 150


def test_any_listed_key_is_right():
    assert verdict("islamic state", "IS", "Islamic State").accepted_as == "case"
    assert verdict("isis", "IS", "Islamic State").fraction == 0.0


def test_the_strictest_rule_of_all_keys_is_named():
    assert verdict("Baghouz", "Baghuz", "Baghouz").accepted_as == "exact"


def test_a_near_miss_shows_what_differs():
    near = verdict("the philipines", "Philippines").near
    assert [piece for piece in near if piece[0] != "equal"] == [("insert", "p")]
    assert "".join(text for _, text in near) == "Philippines"
    assert verdict("statue", "statute").near != ()
    assert verdict("Norway", "Philippines").near == ()


@pytest.mark.parametrize("given", [{}, {"text": None}, {"text": 5}, {"text": ["Mali"]}, {"choice": 0}])
def test_no_answer_earns_nothing(given):
    assert grade(given, interaction="text_entry", options=None, keys=["Mali"]) == Verdict(0.0)


def test_no_keys_accept_nothing():
    assert verdict("Mali") == Verdict(0.0)


ANSWERS = st.one_of(
    st.text(max_size=40),
    st.text("0123456789,. -–/%£$kmthoe'", max_size=20),
    st.lists(
        st.sampled_from("a and one two ten forty hundred thousand million of the may october 26 2019 %".split()),
        max_size=8,
    ).map(" ".join),
)


@settings(max_examples=300, deadline=None)
@for_all(ANSWERS, ANSWERS)
def test_grading_never_crashes(text, key):
    found = verdict(text, key)
    assert found.fraction in (0.0, 1.0)
    assert bool(found.accepted_as) == (found.fraction == 1.0)
    assert {op for op, _ in found.near} <= {"equal", "delete", "insert"}


@settings(deadline=None)
@for_all(ANSWERS.filter(str.strip))
def test_the_key_itself_is_right(key):
    assert verdict(key, key) == Verdict(1.0, "exact")
    assert verdict(f" {key}\n", key).fraction == 1.0


def forms(number: int) -> list[str]:
    return [str(number), f"{number:,}", num2words(number), f"about {number:,}", f"{number:,} ships", f"{number:,}."]


NUMBERS = st.one_of(st.integers(0, 3000), st.integers(0, 10**9))


@settings(max_examples=150, deadline=None)
@for_all(NUMBERS, st.data())
def test_a_number_is_right_in_every_form(number, data):
    text = data.draw(st.sampled_from(forms(number)))
    key = data.draw(st.sampled_from([str(number), f"{number:,}", num2words(number)]))
    assert verdict(text, key).fraction == 1.0


@settings(max_examples=300, deadline=None)
@for_all(NUMBERS, NUMBERS, st.data())
def test_a_wrong_number_is_never_right(number, other, data):
    text = data.draw(st.sampled_from(forms(other)))
    key = data.draw(st.sampled_from([str(number), f"{number:,}", num2words(number)]))
    assert (verdict(text, key).fraction == 1.0) == (number == other)


@settings(max_examples=100, deadline=None)
@for_all(st.text("0123456789", min_size=2, max_size=12), st.integers(0, 12), st.sampled_from("0123456789"))
def test_a_slip_in_a_number_is_never_forgiven(digits, place, digit):
    slipped = digits[:place] + digit + digits[place + 1 :]
    if int(slipped) != int(digits):
        assert verdict(slipped, digits).fraction == 0.0
        assert verdict(f"{slipped} ships", f"{digits} ships").fraction == 0.0
