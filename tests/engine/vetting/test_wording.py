"""Each check of wording with a table of stems that pass and that it refuses."""

import pytest

from quizzes.engine import vetting
from quizzes.engine.items.draft import AnswerClass
from quizzes.engine.items.values import Kind
from quizzes.engine.vetting.values import Finding
from quizzes.engine.vetting.wording import blanks, fits_answer, fluent, long_stem, negative, open_ends, self_contained
from tests.engine.cases import case

GOOD = "How many passengers use the night ferry of Clara Weiss every week?"


@pytest.mark.parametrize(
    ("stem", "passes"),
    [
        (GOOD, True),
        ("“Ships are patient,” said who?", True),
        ("how many passengers use the night ferry?", False),
        ("How many passengers use the night ferry.", False),
        ("How many passengers  use the night ferry?", False),
        ("How many passengers , use the night ferry?", False),
        ("How many passengers use the the night ferry?", False),
        ("How many passengers use “the night ferry?", False),
        ("How many passengers (use the night ferry?", False),
        ("How many passengers saw the 'Sailor's Rest from the night ferry?", False),
        ("How many passengers saw the 'Long Rest' from the sailors' ferry?", True),
        ("How many passengers use an night ferry?", False),
        ("How many passengers wait for a old ferry?", False),
        ("How many passengers does the ferry has in June?", False),
        ("How many passengers use the ferry of?", False),
        ("But how many passengers use the night ferry?", False),
        ("How many hours they was at sea?", False),
        ("Did it sink?", False),
        ("How many ferries were sold in 1963, the vast majority in Norway, where they sail at night?", False),
        ("In what year did Norway save 40 sailors and 90 fishermen – those in danger – from the storm?", False),
        ("The night ferry sank in the storm of June?", False),
        ("How many passengers did clara weiss count on the night ferry?", False),
    ],
)
def test_fluent(stem, passes):
    assert (list(fluent.run(case(stem))) == []) is passes


def test_a_cloze_sentence_ends_with_a_stop():
    built = case("At least _____ passengers use the night ferry.", kind=Kind.CLOZE)
    assert list(fluent.run(built)) == []
    assert list(fluent.run(case("At least _____ passengers use the night ferry", kind=Kind.CLOZE)))


@pytest.mark.parametrize(
    ("stem", "passes"),
    [
        (GOOD, True),
        ("Which country doubled its harvest of cocoa?", True),
        ("Who said that he would never leave Dornach?", True),
        ("According to paragraph 1, what sank the boat?", False),
        ("According to paragraph 1, what sank the boat of Clara Weiss?", True),
        ("How long did it take to build the ferry of Clara Weiss?", True),
        ("How many people joined the crew of the night ferry?", True),
        ("How many passengers did they carry to Norway?", False),
        ("What did we learn about ferries in Norway?", False),
        ("Who exports it to Norway every week?", False),
        ("How many passengers use this ferry every week?", False),
        ("How many passengers crossed to Norway on Tuesday?", False),
        ("How many passengers crossed to Norway last year?", False),
        ("What did the group carry to Norway?", False),
        ("How many passengers recently crossed to Norway?", False),
        ("About _____ more passengers crossed to Norway in 1963.", False),
        ("Norway had built a platform two years earlier.", False),
        ("Two decades passed before Norway bought a ferry.", False),
        ("A storm followed in 1963 and sank a ferry of Norway.", False),
        ("Experts in Norway fear that both ferries may sink.", False),
        ("Experts fear that both Norway and Dornach may lose ferries.", True),
    ],
)
def test_self_contained(stem, passes):
    assert (list(self_contained.run(case(stem))) == []) is passes


@pytest.mark.parametrize(
    ("stem", "passes"),
    [
        ("Norway used a stronger rule until 1963.", False),
        ("Norway used a stronger rule than Dornach until 1963.", True),
        ("According to paragraph 1, Norway took down the upper part in 1963.", False),
        ("According to paragraph 1, Norway had the upper part taken down in 1963.", False),
        ("According to paragraph 1, Norway took down the upper part of its tower in 1963.", True),
    ],
)
def test_a_second_term_is_named(stem, passes):
    text = "Norway used a stronger rule than Dornach until 1963, and had the upper part of the tower taken down."
    assert (list(self_contained.run(case(stem, "1963", text=text))) == []) is passes


def test_a_context_line_lets_a_demonstrative_stand():
    built = case("In Norway, that number is at least _____.", context="The ferries of Norway count their passengers.")
    assert list(self_contained.run(built)) == []


@pytest.mark.parametrize(
    ("stem", "answer_class", "passes"),
    [
        ("Who built the night ferry of Norway?", AnswerClass.PERSON, True),
        ("Who built the night ferry of Norway?", AnswerClass.YEAR, False),
        ("How many passengers use the ferry?", AnswerClass.COUNT, True),
        ("How many passengers use the ferry?", AnswerClass.PLACE, False),
        ("In what year did the storm sink the boat?", AnswerClass.DURATION, False),
        ("In _____, at least 900 passengers use the ferry.", AnswerClass.PLACE, True),
        ("The ferry of Clara _____ is used every week.", AnswerClass.PERSON, False),
        ("The _____-based ferry is used every week.", AnswerClass.PLACE, False),
        ("The ferry cost €_____ in Norway.", AnswerClass.MONEY, False),
        ("The ferry cost _____ million in Norway.", AnswerClass.MONEY, False),
        ("It was built by an _____ in Norway.", AnswerClass.PHRASE, False),
    ],
)
def test_fits_answer(stem, answer_class, passes):
    assert (list(fits_answer.run(case(stem, answer_class=answer_class))) == []) is passes


@pytest.mark.parametrize(
    ("stem", "passes"),
    [(GOOD, True), ("Which country is not on the lake?", False), ("Which country is NOT on the lake?", True)],
)
def test_negative(stem, passes):
    assert (list(negative.run(case(stem))) == []) is passes


@pytest.mark.parametrize(("words", "minor"), [(35, None), (36, True), (46, False)])
def test_long_stem(words, minor):
    found = list(long_stem.run(case("word " * (words - 1) + "end?")))
    assert [finding.minor for finding in found] == ([] if minor is None else [minor])


@pytest.mark.parametrize(
    ("stem", "passes"),
    [
        ("At least _____ passengers use the ferry.", True),
        ("_____ passengers use the night ferry of Clara Weiss.", True),
        ("_____ passengers use it.", False),
        ("In _____, at least _____ passengers use the ferry.", False),
    ],
)
def test_blanks(stem, passes):
    assert (list(blanks.run(case(stem))) == []) is passes


def test_nobody_is_named_twice():
    text = "Erik Holm told his doctor that he had swallowed lead. Holm died in 1755, the doctor said."
    assert list(fluent.run(case("When did Holm tell his doctor that Erik Holm had swallowed lead?", "1755", text=text)))
    assert not list(fluent.run(case("When did Holm tell his doctor that he was ill?", "1755", text=text)))


@pytest.mark.parametrize(
    ("stem", "passes"),
    [
        ("What do The passengers use every week?", False),
        ("What do the passengers of The Times use?", True),
        ("According to paragraph 3, Five months later the boat sank?", False),
    ],
)
def test_no_capital_is_left_inside(stem, passes):
    found = list(fluent.run(case(stem, text="The passengers use at least 900 boats.")))
    assert (not any("capital" in finding.reason for finding in found)) is passes


@pytest.mark.parametrize(
    ("stem", "answer_class", "passes"),
    [
        ("In what year did Clara Weiss decide to replace it?", AnswerClass.YEAR, False),
        ("_____ decided in 1963 to replace it.", AnswerClass.PERSON, False),
        ("_____ told Clara Weiss that the mayor of Dornach trusted her.", AnswerClass.PERSON, True),
        ("At the museum of _____, Clara Weiss gave him a piece of advice.", AnswerClass.ORGANIZATION, False),
    ],
)
def test_an_object_is_not_its_own_subject(stem, answer_class, passes):
    text = "Clara Weiss, a teacher, told Erik Holm in 1963 that the mayor of Dornach trusted her. Clara Weiss said so."
    assert (list(self_contained.run(case(stem, "1963", text=text, answer_class=answer_class))) == []) is passes


def test_a_key_is_no_half_name():
    text = "In 1963 the Royal Fish and Wildlife Service moved 140 otters."
    fields = {"text": text, "answer_class": AnswerClass.ORGANIZATION}
    assert list(fits_answer.run(case("Which organization moved 140 otters in 1963?", "Wildlife Service", **fields)))
    whole = case("Which organization moved 140 otters in 1963?", "Royal Fish and Wildlife Service", **fields)
    assert not list(fits_answer.run(whole))


def test_a_key_does_not_go_on_behind_itself():
    text = "The National Fund for the Coast has promised 400 pounds."
    fields = {"text": text, "answer_class": AnswerClass.ORGANIZATION}
    assert list(fits_answer.run(case("Which organization has promised 400 pounds?", "National Fund", **fields)))


@pytest.mark.parametrize(
    ("stem", "passes"),
    [
        ("What do passengers of the open-air night pool cross?", True),
        ("Who rules the land held by the old kings of Norway?", True),
        ("Who built an island that now bears the name of Clara Weiss?", True),
        ("What did passengers say about the comparison?", False),
        ("Who told Clara Weiss that nobody could take her?", True),
        ("Who told Norway about the thing of Clara Weiss?", False),
        ("Which otter was declared the country's national animal in 1963?", False),
        ("Which otter of Norway was declared the country's national animal in 1963?", True),
    ],
)
def test_definites_and_clauses(stem, passes):
    text = "In 1963 Clara Weiss, a nurse, saw the land held by kings of Norway."
    assert (list(self_contained.run(case(stem, "1963", text=text))) == []) is passes


def test_what_a_reference_brought_in_is_known():
    text = "The teachers of Norway left in May. They can no longer keep boats of their own by the sea."
    stem = "The teachers of Norway can still keep boats of their own by the sea."
    assert not list(self_contained.run(case(stem, "own", text=text)))


@pytest.mark.parametrize(
    ("stem", "answer_class", "passes"),
    [
        ("Fishing makes six to _____ of the income of Lind.", AnswerClass.PERCENT, False),
        ("The share fell from 40% in 1970 to _____ by 2010.", AnswerClass.PERCENT, True),
        ("A _____ national centre will open in Lind.", AnswerClass.MONEY, False),
        ("A centre of _____ will open in Lind.", AnswerClass.MONEY, True),
        ("In 1186, _____ was elected mayor.", AnswerClass.PLACE, False),
        ("In 1186, _____ was attacked by Norway.", AnswerClass.PLACE, True),
        ("The road _____ 168 leads to the port.", AnswerClass.NAME, False),
        ("In 1186, _____ sent 40 ships.", AnswerClass.PLACE, True),
        ("The Treaty of _____ ended the war.", AnswerClass.YEAR, False),
        ("The _____ strikes ended the war.", AnswerClass.YEAR, False),
        ("In the summer of _____ the war ended.", AnswerClass.YEAR, True),
    ],
)
def test_a_gap_takes_out_one_whole_constituent(stem, answer_class, passes):
    assert (list(fits_answer.run(case(stem, kind=Kind.CLOZE, answer_class=answer_class))) == []) is passes


@pytest.mark.parametrize(
    ("stem", "passes"),
    [
        ("Who is a teacher at the school of Lind?", False),
        ("Who is the director of the school of Lind?", True),
        ("Which person in the article is a teacher at the school of Lind?", True),
    ],
)
def test_one_of_many_is_not_asked_for_with_who(stem, passes):
    assert (list(fits_answer.run(case(stem, answer_class=AnswerClass.PERSON))) == []) is passes


@pytest.mark.parametrize(
    ("stem", "passes"),
    [
        ("_____'s sailors raided the coast of Norway and settled there.", False),
        ("There will be a festival in _____, Sea Days 2013 – an event for sailors.", False),
        ("There will be a festival of sailors in _____, where boats are built.", True),
    ],
)
def test_a_gap_stands_before_no_apposition(stem, passes):
    assert (list(blanks.run(case(stem))) == []) is passes


@pytest.mark.parametrize(
    ("stem", "passes"),
    [
        ("Clara Weiss built the ferry of Leith in March 1911.", True),
        ("In March, Clara Weiss will build the ferry of Leith.", False),
        ("Most sailors of Norway were saved by Clara Weiss.", True),
        ("Later, Clara Weiss sold the ferry of Leith.", False),
        ("According to paragraph 1, eventually Clara Weiss sold the ferry.", False),
        ("Clara Weiss sold other ferries to Norway in 1911.", False),
        ("Clara Weiss and other sailors sold ferries to Norway.", True),
        ("According to paragraph 1, the company sold 40 ferries.", False),
        ("According to paragraph 1, the company of Clara Weiss sold 40 ferries.", True),
        ("According to paragraph 1, the ferry sank in the storm.", False),
        ("According to paragraph 1, the ferry of Leith sank in the storm of 1963.", True),
        ("The sailors of Leith achieved more than 80% of their aim.", True),
        ("The sailors of Leith achieved more than 80%.", False),
        ("In Norway, it had 40 sailors.", False),
    ],
)
def test_what_a_paragraph_number_does_not_mend(stem, passes):
    sentence = "The company of most sailors sold the ferry that sank in Norway."
    found = list(self_contained.run(case(stem, "sold", text=sentence, kind=Kind.TRUE_FALSE)))
    assert (found == []) is passes


@pytest.mark.parametrize(
    ("context", "passes"),
    [
        ("Clara Weiss built a ferry in Leith.", True),
        ("It was built in Leith.", False),
        ("Other ferries were built in Leith.", False),
        ("On Tuesday the ferry was built in Leith.", False),
        ("She [Clara Weiss] built a ferry.", True),
        ("The ferry was built in this harbour.", True),
        ("Clara Weiss said: “The ferry was built in Leith.", False),
    ],
)
def test_a_context_line_is_clear_itself(context, passes):
    built = case("At least _____ passengers use the night ferry of Clara Weiss.", kind=Kind.CLOZE, context=context)
    assert (list(self_contained.run(built)) == []) is passes


@pytest.mark.parametrize(
    "stem",
    [
        "As of January 2016[update], Norway had 40 ferries.",
        "Clara Weiss improved sailor / captain.",
        "Clara who used to sail, attends the school of Leith.",
        "The ferry of Clara Weiss itself, was built in Leith.",
    ],
)
def test_broken_copies_are_not_fluent(stem):
    assert list(fluent.run(case(stem, kind=Kind.TRUE_FALSE)))


@pytest.mark.parametrize(
    ("stem", "passes"),
    [
        ("By then Norway sold 40 ferries.", False),
        ("Norway in fact sold 40 ferries.", False),
        ("Norway has sold 40 ferries since then or before 1963.", False),
        ("Norway tried a version in 1963.", False),
        ("Norway tried a version of the night ferry in 1963.", True),
        ("Norway said that no conclusion had been reached.", False),
        ("Norway reached no conclusion about the loss of a ferry.", True),
        ("Few sailors of Norway blamed the storm of 1963.", False),
        ("Few sailors of Norway blamed the storm of 1963 for the loss of a ferry.", True),
        ("On a good day a net of Norway may yield _____ gallons.", False),
        ("A single adult can filter up to _____ litres of water a day.", False),
        ("There were 40 ferries, painted by Clara Weiss.", False),
        ("There were 40 ferries in Norway, painted by Clara Weiss.", True),
        ("The _____ minutes came down to 19 in Norway.", False),
        ("Clara Weiss suggested something of the kind for Norway.", False),
        ("The old price of the night ferry was paid by Clara Weiss.", True),
        ("Clara Weiss paid the old price in 1963.", False),
        ("Clara Weiss praised the British scheme in 1963.", False),
    ],
)
def test_a_second_half_is_in_the_item(stem, passes):
    assert (list(self_contained.run(case(stem))) == []) is passes


BELLS = "Ann Moor said that the price was fair. Lund had read much about bells. She would pay it gladly."


@pytest.mark.parametrize(
    ("stem", "key", "passes"),
    [
        ("Lund had read much about bells.", "Lund had", False),
        ("Lund had read much about bells before 1911.", "Lund had", True),
        ("Ann Moor said that Lund had read much about bells.", "Lund had", True),
        ("Ann Moor would pay gladly.", "She would", False),
        ("Ann Moor said that she would pay gladly.", "She would", True),
    ],
)
def test_a_tense_has_its_time_or_its_speaker(stem, key, passes):
    assert (list(self_contained.run(case(stem, key, text=BELLS))) == []) is passes


def test_the_articles_own_topic_needs_no_name():
    text = "The mill burned in May.\n\nAda Lund left the mill in 1911.\n\nThe mill of Leith is shut."
    assert list(self_contained.run(case("In what year did Ada Lund leave the mill?", "1911", text=text))) == []


def test_a_noun_with_two_bearers_is_no_topic():
    text = "A mill burned in May.\n\nAda Lund left the mill in 1911.\n\nA mill of Leith is shut."
    assert list(self_contained.run(case("In what year did Ada Lund leave the mill?", "1911", text=text)))


def test_a_locate_item_shows_a_noun_of_its_one_paragraph():
    stem = "According to paragraph 1, what sank the boat?"
    assert list(self_contained.run(case(stem, rule="locate-question"))) == []


@pytest.mark.parametrize(
    ("stem", "passes"),
    [
        ("Who said, “The dentist reached for the pliers and never asked”?", True),
        ("Who said that the dentist reached for the pliers?", False),
    ],
)
def test_a_quotation_keeps_its_speakers_definites_and_negations(stem, passes):
    text = "“The dentist reached for the pliers and never asked,” said Clara Weiss."
    built = case(stem, "Clara Weiss", text=text)
    assert (list(self_contained.run(built)) == []) is passes
    assert list(negative.run(built)) == []


def test_a_doubt_neither_refuses_nor_recommends():
    doubt = Finding("F6", "by the way", doubt=True)
    assert vetting.refusal([doubt]) is None
    built = case(GOOD)
    assert not vetting.recommended(vetting.score(built, [doubt]))
    assert vetting.score(built, [doubt]) < vetting.score(built, [])


@pytest.mark.parametrize(
    ("stem", "passes"),
    [
        ("Clara Weiss said she would also close the mill of Leith.", False),
        ("Of the 905 houses of Leith that were thereby entitled to grow, 74 grew.", False),
        ("Clara Weiss rents in Leith, eleven miles away.", False),
        ("Clara Weiss rents in Leith, eleven miles away from Norway.", True),
        ("Clara Weiss intends to go back.", False),
        ("Clara Weiss intends to go back to Norway.", True),
    ],
)
def test_ties_to_the_clause_before_and_ways_without_an_end(stem, passes):
    assert (list(open_ends.run(case(stem, "1963", text=stem))) == []) is passes


@pytest.mark.parametrize(
    ("stem", "unit", "passes"),
    [
        ("The voyage of the night ferry takes _____ in June.", "hour", True),
        ("The voyage of the night ferry takes _____ hours in June.", "hour", False),
        ("The voyage of the night ferry takes _____ long hours in June.", "hour", False),
        ("The tower of the harbour rises _____ feet.", "foot", False),
        ("The voyage of the night ferry takes _____ and 43 minutes.", "hour", False),
        ("The voyage of the night ferry takes _____ and a half.", "hour", False),
    ],
)
def test_a_gap_takes_a_measure_with_its_unit(stem: str, unit: str, passes: bool) -> None:
    measured = case(stem, "nine", kind=Kind.CLOZE, answer_class=AnswerClass.DURATION, unit=unit)
    assert (list(fits_answer.run(measured)) == []) is passes


def test_a_capital_of_the_sentences_head_does_not_stay_inside():
    text = "Arthritis forced the captain of the night ferry out in 1963. The storm sank the boat."
    stem = "In what year did {} force the captain of the night ferry out?"
    assert list(fluent.run(case(stem.format("Arthritis"), "1963", text=text))) != []
    assert list(fluent.run(case(stem.format("arthritis"), "1963", text=text))) == []
