"""Which hyphens at line ends belong to the word."""

import pytest

from quizzes.engine.text import clean
from quizzes.engine.text.hyphens import Evidence, gather_evidence, is_suspended, keeps_hyphen

DIVIDING = Evidence(frozenset(), frozenset(), divides=True)

REAL = (
    "long-|term well-|known so-|called part-|time high-|profile Norwegian-|led London-|based re-|elected"
    " non-|aligned decision-|making short-|lived two-|thirds far-|reaching ex-|wife mid-|September"
    " air-|conditioned mother-|in-law mother-in-|law day-to-|day state-of-|the-art 60-year-|old 2013-|14"
    " al-|Hassan Wren-|Ashby semi-|skilled anti-|litter follow-|up hands-|on light-|hearted blue-|eyed"
    " self-|taught money-|laundering left-|wing top-|secret half-|hearted fifth-|generation standing-|room-only"
    " pseudo-|science wannabe-|king COVID-|19 coal-|fired flood-|prone twenty-|one 14-|year-old re-|elect re-|election"
    " seventy-|nine hundred-|thousandths in-|house off-|site no-|one would-|be"
    " passer-|by mind-|boggling hide-|outs inter-|war year-|long sea-|level"
).split()
SOFT = (
    "har-|bour mil-|lion com-|munity thou-|sands con-|tribute pre-|vail develop-|ments some-|thing no-|body"
    " her-|self set-|backs life-|times under-|ground out-|side book-|keeper foot-|bridge ship-|wreck an-|other"
    " be-|cause can-|not chair-|man fa-|ther for-|mer rea-|son tar-|get but-|ton par-|ties ex-|pect re-|port"
    " pro-|duce over-|seen inter-|est photo-|synthesis hiber-|nation Eng-|land Scot-|land Gra-|ham La-|bour"
    " moun-|tain capi-|tal hard-|ened net-|worked read-|able draw-|backs sub-|ject counterin-|tuitive SYL-|LABLE"
    " act-|or leg-|end isl-|and thous-|and sea-|port water-|colour rain-|water book-|shop step-|mother wind-|screen"
    " for-|bidding re-|packing re-|sold sea-|sick"
    " school-|teacher bottle-|neck collar-|bone micro-|plastics house-|keeping"
    " sea-|bed bird-|song post-|card in-|come in-|side re-|search earth-|quake week-|ends"
).split()


@pytest.mark.parametrize("word", REAL)
def test_real_hyphens_stay(word):
    before, after = word.split("|")
    assert keeps_hyphen(f"the {before}", f"{after}, then", DIVIDING)


@pytest.mark.parametrize("word", SOFT)
def test_soft_hyphens_go(word):
    before, after = word.split("|")
    assert not is_suspended(f"the {before}", f"{after} then")
    assert not keeps_hyphen(f"the {before}", f"{after}, then", DIVIDING)


@pytest.mark.parametrize("after", ["and long-term plans", "or long-term plans", "to medium-sized"])
def test_a_suspended_hyphen_waits_for_its_word(after):
    assert is_suspended("both short-", after)
    assert clean(f"We have seen both short-\n{after} here.")[0].text == f"We have seen both short- {after} here."


def test_the_rest_of_the_text_decides_a_name():
    evidence = gather_evidence(["the bridge at Mar-", "den was rebuilt, unlike the one", "at Marden Lock"])
    assert not keeps_hyphen("at Mar-", "den was", evidence)


def test_the_rest_of_the_text_decides_a_spelling():
    by_hyphen = gather_evidence(["a hide-out in the hills", "and another hide-", "out nearby"])
    solid = gather_evidence(["a hideout in the hills", "and another hide-", "out nearby"])
    assert keeps_hyphen("another hide-", "out nearby", by_hyphen)
    assert not keeps_hyphen("another hide-", "out nearby", solid)


def test_a_text_that_divides_no_words_keeps_hyphens_between_words():
    whole = gather_evidence(["the town is well-", "known for its iron foot-", "bridge and quay"])
    assert not whole.divides
    assert keeps_hyphen("iron foot-", "bridge and quay", whole)


def test_pieces_at_line_ends_are_no_evidence():
    evidence = gather_evidence(["the ter-", "minal and the ter-", "minal"])
    assert "ter" not in evidence.solid


@pytest.mark.parametrize(
    ("word", "spelling"), [("take-|off", "metres"), ("non-|profit", "colour"), ("post-|war", "grey")]
)
def test_a_british_text_keeps_more_hyphens(word, spelling):
    before, after = word.split("|")
    british = Evidence(frozenset({spelling}), frozenset(), divides=True)
    assert keeps_hyphen(f"the {before}", f"{after}, then", british)
    assert not keeps_hyphen(f"the {before}", f"{after}, then", DIVIDING)


@pytest.mark.parametrize(
    ("solid", "hyphenated", "keeps"),
    [((), (), False), (("metres",), (), True), (("metres", "northeast"), (), False), ((), ("south-eastern",), True)],
)
def test_compass_points_are_written_as_the_text_writes_them(solid, hyphenated, keeps):
    evidence = Evidence(frozenset(solid), frozenset(hyphenated), divides=True)
    assert keeps_hyphen("to the south-", "west of it", evidence) == keeps
