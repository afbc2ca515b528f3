"""Copied columns become the paragraphs that they were set from."""

import time

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from quizzes.engine.text import clean, raw_offset
from tests.engine.text.rendering import BLOCKS, HEADING, KINDS, OPENING, PROSE, columns, gaps, indents, with_stray_gaps


def texts(raw: str) -> list[str]:
    return [paragraph.text for paragraph in clean(raw)]


WIDTHS = range(28, 61, 2)


@pytest.mark.parametrize("width", WIDTHS)
@pytest.mark.parametrize("layout", [gaps, indents])
def test_columns_are_undone(layout, width):
    assert texts(layout(BLOCKS, width)) == list(BLOCKS)


@pytest.mark.parametrize("width", WIDTHS)
def test_gaps_in_mid_sentence_are_closed(width):
    assert texts(with_stray_gaps(gaps(BLOCKS, width), seed=width)) == list(BLOCKS)
    assert texts(with_stray_gaps(indents(BLOCKS, width), seed=width)) == list(BLOCKS)


@pytest.mark.parametrize("width", [40, 60, 72])
def test_lines_wrapped_without_dividing_words_keep_every_hyphen(width):
    assert texts(gaps(BLOCKS, width, divide=False)) == list(BLOCKS)


@pytest.mark.parametrize("layout", [gaps, indents])
def test_kinds_are_recognised(layout):
    assert tuple(paragraph.kind for paragraph in clean(layout(BLOCKS, 30))) == KINDS


@pytest.mark.parametrize("separator", ["\n", "\n\n", "\r\n", "\r\n\r\n", "\r", " \n \t\n ", "\u2029"])
def test_one_line_a_paragraph_stays_so(separator):
    assert texts(separator.join(BLOCKS)) == list(BLOCKS)


def test_windows_line_ends_in_columns():
    assert texts(gaps(BLOCKS, 32).replace("\n", "\r\n")) == list(BLOCKS)


def test_a_page_break_inside_a_long_line_is_closed():
    cut = OPENING.index(" the council voted")
    assert texts(OPENING[:cut] + "\n\n" + OPENING[cut + 1 :] + "\n\n" + PROSE[1]) == [OPENING, PROSE[1]]


def test_a_gap_after_an_abbreviation_or_before_a_name_is_closed():
    raw = "It was closed again since Oct.\n\n26, when a diver looked at the\nquay wall with Cllr.\n\nAmara Lindqvist."
    assert texts(raw) == [
        "It was closed again since Oct. 26, when a diver looked at the quay wall with Cllr. Amara Lindqvist."
    ]


def test_page_numbers_and_running_heads_go():
    lines = columns(" ".join(PROSE), 34)
    pages = [lines[start : start + 9] for start in range(0, len(lines), 9)]
    raw = "\n\n".join(
        "\n".join([*page, "", "The Harbour Gazette", "", str(number)]) for number, page in enumerate(pages, 3)
    )
    assert " ".join(texts(raw)) == " ".join(PROSE)


@pytest.mark.parametrize("label", ["Page 2 of 9", "page 2", "- 2 -", "2 | Page"])
def test_a_labelled_page_number_goes(label):
    assert texts(f"The ferry sails on every working day,\n{label}\nexcept in January.") == [
        "The ferry sails on every working day, except in January."
    ]


def test_a_heading_without_a_gap_stands_alone():
    raw = "It has told the town the\nwrong time.\nWhat is next\nThe council meets again on the\nfirst of May."
    assert [paragraph.kind for paragraph in clean(raw)] == ["body", "heading", "body"]


def test_notes_behind_a_full_stop_do_not_open_the_sentence():
    raw = "The clock was stopped for\nthe war.[12]\n\nIt runs\nto the left.[citation needed]\n\nNobody knows why."
    assert len(clean(raw)) == 3


def test_a_year_that_stands_alone_is_no_page_number():
    assert texts("What came next is known to all of us.\n\n2019\n\nThe ferry was sold to an island.")[1] == "2019"


def test_speakers_of_an_interview_are_no_running_heads():
    raw = "Wren:\n\nIt was a joke.\n\nQuill:\n\nIt was not.\n\nWren:\n\nIt was.\n\nQuill:\n\nNo."
    assert len(texts(raw)) == 8


@pytest.mark.parametrize(
    ("raw", "clean_text"),
    [
        ("The of\ufb01ce \ufb02ooded.", "The office flooded."),
        ("The\u00a0ferry\u2009sails.", "The ferry sails."),
        ("The fer\u00adry sails.", "The ferry sails."),
        ("The fer\u00ad\nry sails.", "The ferry sails."),
        ("\ufeffThe ferry\u200b sails.", "The ferry sails."),
        ("The cafe\u0301 is open.", "The café is open."),
        ("The  ferry \t sails.", "The ferry sails."),
        ("The ferry \x00sails.", "The ferry sails."),
        ("He said “no” – twice — and ‘yes’…", "He said “no” – twice — and ‘yes’…"),
    ],
)
def test_characters(raw, clean_text):
    assert texts(raw) == [clean_text]


def test_a_drop_capital_and_its_small_capitals_become_a_plain_beginning():
    raw = f"{HEADING}\n\nW HEN AMARA LINDQVIST came to the\nharbour, it was raining. Lindqvist had no\ncoat."
    assert texts(raw)[1] == "When Amara Lindqvist came to the harbour, it was raining. Lindqvist had no coat."


def test_a_drop_capital_of_a_name_that_is_no_word_is_joined():
    assert texts("N ORVIK GROUP said on Monday that Norvik has no ferry.")[0].startswith("Norvik ")


def test_a_title_of_two_sentences_stands_alone_where_its_line_had_room():
    raw = f"The clock is wrong. The town is not\n\nBy Ines Halloran\n\n{OPENING}\n\n" + "\n".join(columns(PROSE[1], 44))
    assert texts(raw)[:2] == ["The clock is wrong. The town is not", "By Ines Halloran"]


@pytest.mark.parametrize("raw", ["A LONG road.", "I SEE nothing.", "A ferry sails.", "X RAYS show it."])
def test_a_word_of_one_letter_is_no_drop_capital(raw):
    assert texts(raw) == [raw]


def test_list_marks_go_and_the_items_stay():
    raw = "The council must now choose:\n• a new clock\n• no clock\n• two clocks\n\nIt meets again on Monday."
    paragraphs = clean(raw)
    assert [paragraph.text for paragraph in paragraphs[1:4]] == ["a new clock", "no clock", "two clocks"]
    assert {paragraph.kind for paragraph in paragraphs[1:4]} == {"list_item"}


def test_dashes_at_line_ends_stay_dashes():
    raw = (
        "The clock —\nnow eleven years old – was\nbuilt in 2013 – unfortunately\n– from scrap, or from wood/\n"
        "metal, on the quay—\nnobody knows."
    )
    assert texts(raw) == [
        "The clock — now eleven years old – was built in 2013 – unfortunately – from scrap, or from wood/metal,"
        " on the quay—nobody knows."
    ]


@pytest.mark.parametrize("raw", ["", " ", "\n\n\r\n", "\u00ad", "\ufeff", "\x00"])
def test_no_text_gives_no_paragraphs(raw):
    assert clean(raw) == ()


def test_ids_depend_on_the_paragraph_alone():
    before = clean("\n\n".join(PROSE))
    after = clean("\n\n".join(("A sentence that was not there before.", *PROSE)))
    assert [paragraph.id for paragraph in after[1:]] == [paragraph.id for paragraph in before]


def test_ids_do_not_depend_on_layout_or_the_style_of_quotation_marks():
    straight = PROSE[2].replace("“", '"').replace("”", '"')
    assert clean(straight)[0].id == clean("\n".join(columns(PROSE[2], 30)))[0].id


def test_equal_paragraphs_get_different_ids():
    paragraphs = clean("It rained.\n\nThe ferry sailed.\n\nIt rained.")
    assert paragraphs[0].id.rsplit("-", 1) == [paragraphs[2].id.rsplit("-", 1)[0], "1"]
    assert len({paragraph.id for paragraph in paragraphs}) == 3


def stands_for(clean_text: str, raw: str) -> bool:
    return clean_text == raw or (clean_text == " " and raw.isspace()) or clean_text == raw.lower()


def assert_map_holds(raw: str) -> None:
    reached = 0
    for paragraph in clean(raw):
        clean_end = 0
        for segment in paragraph.segments:
            assert segment.length > 0
            assert segment.clean >= clean_end
            assert segment.raw >= reached
            clean_end, reached = segment.clean + segment.length, segment.raw + segment.length
            copied = zip(paragraph.text[segment.clean : clean_end], raw[segment.raw : reached], strict=True)
            assert all(stands_for(ours, theirs) for ours, theirs in copied)
        assert clean_end <= len(paragraph.text)
        offsets = [raw_offset(paragraph, offset) for offset in range(len(paragraph.text))]
        assert all(
            place is None or stands_for(paragraph.text[index], raw[place]) for index, place in enumerate(offsets)
        )


MESSY = st.text(
    alphabet=st.one_of(st.sampled_from("aeT.,-– \n\t\r\f\v'“”•1\u00a0\u00ad\ufb01\u0301\u2028"), st.characters()),
    max_size=400,
)
LINES = st.lists(
    st.sampled_from(
        [
            "the ferry",
            "Ferry",
            "terror-",
            "ist",
            "3",
            "Page 3",
            "W HEN IT",
            "• one",
            "1. One",
            "so –",
            "",
            "  It is.",
            "Oct.",
        ]
    ),
    max_size=40,
).map("\n".join)


@settings(max_examples=200, deadline=None)
@given(st.one_of(MESSY, LINES))
def test_any_text_is_cleaned_and_its_map_holds(raw):
    assert_map_holds(raw)


@settings(max_examples=30, deadline=None)
@given(st.integers(28, 60), st.integers(0, 1000), st.booleans())
def test_cleaning_twice_changes_nothing(width, seed, by_gap):
    raw = with_stray_gaps((gaps if by_gap else indents)(BLOCKS, width), seed)
    once = texts(raw)
    assert texts("\n\n".join(once)) == once
    assert_map_holds(raw)


@pytest.mark.parametrize(
    "unit",
    [
        "a",
        "-",
        " ",
        "\n",
        "a ",
        "a-\n",
        "\u00ad",
        "“",
        "A ",
        "e\u0301",
        "a.\n\n",
        "1\n\n",
        "\ufb01",
        "[1]",
        "a.1\n",
        "[1] a\n\n",
        "* a\n",
    ],
)
def test_work_grows_with_the_text_not_with_its_square(unit):
    few, many = (unit * (length // len(unit)) for length in (25_000, 200_000))
    # a busy machine may slow one of the two; a square would be 64 times as much each time
    assert any(spent(many) <= 20 * max(spent(few), 0.03) for _ in range(3))


def spent(raw: str) -> float:
    """Return the seconds of computing time, which do not depend on what else the machine does."""
    start = time.process_time()
    clean(raw)
    return time.process_time() - start
