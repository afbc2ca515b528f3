"""Typed answers: lenient in form, strict in content."""

import pytest
from hypothesis import given as for_all
from hypothesis import settings
from hypothesis import strategies as st
from num2words import num2words

from quizzes.engine.grading import Rule, Verdict, grade, lookalikes
from quizzes.engine.grading.normalisation import squeezed, without_accents
from tests.engine.grading.answers import RIGHT, WRONG


def verdict(text: object, *keys: str, rules: dict | None = None) -> Verdict:
    return grade({"text": text}, interaction="text_entry", options=None, keys=keys, rules=rules)


def switched(**rules: bool) -> dict[str, bool]:
    """Every rule off but those that are named."""
    return {rule.value: False for rule in Rule} | rules


@pytest.mark.parametrize(("text", "key", "by"), RIGHT)
def test_right_in_another_form(text, key, by):
    found = verdict(text, key)
    assert found.fraction == 1.0
    assert found.accepted_by == tuple(by.split())
    assert found.accepted_as == (by.replace(" ", ", ") or "exact")
    assert (found.note == "check_spelling") == bool({"typos", "plurals"} & set(found.accepted_by))


@pytest.mark.parametrize(("text", "key", "by"), RIGHT)
def test_the_rules_named_are_enough_and_each_is_needed(text, key, by):
    needed = dict.fromkeys(by.split(), True)
    assert verdict(text, key, rules=switched(**needed)).fraction == 1.0
    for name in needed:
        without = verdict(text, key, rules={name: False})
        assert without.fraction == 0.0 or set(without.accepted_by) - set(needed)


@pytest.mark.parametrize(("text", "key"), WRONG)
def test_wrong(text, key):
    found = verdict(text, key)
    assert (found.fraction, found.accepted_as, found.accepted_by, found.note) == (0.0, "", (), "")


def test_the_tables_are_long_enough_to_mean_something():
    assert len(RIGHT) + len(WRONG) >= 200
    assert {name for _, _, by in RIGHT for name in by.split()} == {rule.value for rule in Rule} - {"aliases"}


def test_any_listed_key_is_right():
    assert verdict("islamic state", "IS", "Islamic State").accepted_by == ("case", "aliases")
    assert verdict("isis", "IS", "Islamic State").fraction == 0.0


def test_other_keys_can_be_switched_off():
    assert verdict("Islamic State", "IS", "Islamic State", rules={"aliases": False}).fraction == 0.0


def test_the_strictest_rules_of_all_keys_are_named():
    assert verdict("Baghouz", "Baghuz", "Baghouz").accepted_by == ("aliases",)
    assert verdict("baghuz", "Baghuz", "baghuz").accepted_by == ("case",)


def test_a_word_of_the_article_is_no_slip():
    assert verdict("Lindborg", "Lindberg").fraction == 1.0
    assert verdict("Lindborg", "Lindberg", rules={"lookalikes": ["lindborg"]}).fraction == 0.0


def test_lookalikes_are_found_in_the_article():
    texts = ("Lindberg met Lindborg at the pier.", "The Lindbergs left Mali.")
    assert lookalikes(["Lindberg"], texts) == ["lindborg"]
    assert lookalikes(["Mali"], ("Mali and Malo",)) == []


@pytest.mark.parametrize("rules", [{"typos": None}, {"typos": 0}, {"lookalikes": "x"}, {"nothing": False}, {}])
def test_what_is_not_switched_off_is_on(rules):
    assert verdict("Philipines", "Philippines", rules=rules).fraction == 1.0


def test_a_near_miss_shows_what_differs():
    near = verdict("the philipines", "Philippines").near
    assert [piece for piece in near if piece[0] != "equal"] == [("insert", "p")]
    assert "".join(text for _, text in near) == "Philippines"
    assert verdict("statue", "statute").near != ()
    assert verdict("Norway", "Philippines").near == ()


def test_a_near_miss_shows_case_where_nothing_else_differs():
    near = verdict("mali", "Mali", rules={"case": False}).near
    assert near == (("delete", "m"), ("insert", "M"), ("equal", "ali"))


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


RULES = st.dictionaries(st.sampled_from([rule.value for rule in Rule]), st.booleans())
PAIRS = st.one_of(
    st.sampled_from([(text, key) for text, key, _ in RIGHT]),
    st.sampled_from(WRONG),
    st.tuples(ANSWERS, ANSWERS),
)


@settings(deadline=None)
@for_all(ANSWERS.filter(str.strip), RULES)
def test_a_key_is_right_under_any_rules(key, rules):
    assert verdict(key, key, rules=rules).fraction == 1.0
    assert verdict(f" {key} ", key, "another", rules=rules).fraction == 1.0


@settings(max_examples=300, deadline=None)
@for_all(PAIRS, RULES, st.sampled_from([rule.value for rule in Rule]))
def test_switching_a_rule_off_never_makes_a_wrong_answer_right(pair, rules, name):
    text, key = pair
    more = verdict(text, key, rules=rules | {name: True})
    less = verdict(text, key, rules=rules | {name: False})
    assert less.fraction <= more.fraction


@settings(max_examples=200, deadline=None)
@for_all(PAIRS)
def test_what_was_needed_is_enough(pair):
    text, key = pair
    found = verdict(text, key)
    if found.fraction == 1.0:
        assert verdict(text, key, rules=switched(**dict.fromkeys(found.accepted_by, True))).fraction == 1.0


@settings(max_examples=200, deadline=None)
@for_all(PAIRS)
def test_form_is_forgiven_both_ways(pair):
    forms_alone = switched(case=True, accents=True, articles=True, dates=True)
    text, key = pair
    if text.strip() and key.strip():
        assert verdict(text, key, rules=forms_alone).fraction == verdict(key, text, rules=forms_alone).fraction


@for_all(st.text(max_size=40))
def test_folding_twice_changes_nothing(text):
    assert squeezed(squeezed(text)) == squeezed(text)
    assert without_accents(without_accents(squeezed(text))) == without_accents(squeezed(text))


@settings(deadline=None)
@for_all(st.text("bcdfghjklmnpqrstvwxz", min_size=5, max_size=14))
def test_a_random_string_is_not_accepted(text):
    assert verdict(text, "Vell", "the harbour", "40,000", "26 October 2019").fraction == 0.0
