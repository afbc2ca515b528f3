"""What belongs to pages and sites goes, with its place; what only looks like it stays."""

from itertools import pairwise

import pytest
from hypothesis import given
from hypothesis import strategies as st

from quizzes.engine.text import clean_text

FIRST = "The pier at Vell was closed in 1974 after a storm that broke"
SECOND = "the outer wall in three places and took the old crane with it."
FOURTH = "The ferry, which is smaller, sails from the harbour of Salt"
FIFTH = "and calls at the island on every second day of the summer."
THIRD = "Nobody has built it again, though the town has asked for it."


def read(raw):
    cleaned = clean_text(raw)
    return [each.text for each in cleaned.paragraphs], [(each.text, each.reason) for each in cleaned.removed]


@pytest.mark.parametrize(
    "line",
    [
        "Advertisement",
        "ADVERTISEMENT",
        "Read more: The second storm of the century",
        "Sign up for our morning newsletter",
        "Share this article",
        "Article continues below",
        "© 2031 The Vell Courier",
        "Comments (12)",
        "5 min read",
    ],
)
def test_a_notice_goes_and_the_sentence_is_closed(line):
    texts, removed = read(f"{FIRST}\n\n{line}\n\n{SECOND}\n\n{THIRD}")
    assert texts == [f"{FIRST} {SECOND}", THIRD]
    assert removed == [(line, "notice")]


@pytest.mark.parametrize(
    "line",
    [
        "Copyright law protects the drawings of the pier.",
        "Share the cost, said the mayor, and the pier can stand.",
        "Sign up early and the pier is yours. Nobody did.",
        "Chapter 2",
        "Related to him or not, she was the heir of the pier.",
        "In March 1974 the crane fell.",
        "The pier cost 14,000 crowns, and was 40 metres long.",
    ],
)
def test_a_sentence_or_a_heading_stays(line):
    assert read(f"{FIRST} {SECOND}\n\n{line}\n\n{THIRD}") == ([f"{FIRST} {SECOND}", line, THIRD], [])


@pytest.mark.parametrize(
    "line", ["https://www.courier.example/pier?print=1 2/8", "14/03/2031, 21:05 The pier – The Vell Courier"]
)
def test_what_a_browser_prints_goes(line):
    texts, removed = read(f"{FIRST}\n\n{line}\n\n{SECOND}")
    assert texts == [f"{FIRST} {SECOND}"]
    assert removed == [(line, "print header")]


def test_heads_that_change_sides_go():
    raw = f"{FIRST}\n\n12 The Vell Courier\n\n{SECOND}\n{FOURTH}\n\nTown and Country 13\n\n{FIFTH}"
    texts, removed = read(raw)
    assert " ".join(texts) == f"{FIRST} {SECOND} {FOURTH} {FIFTH}"
    assert [reason for _, reason in removed] == ["running head"] * 2


def test_heads_without_gaps_go_where_a_column_would_be_filled():
    raw = f"{FIRST}\nThe Vell Courier\n{SECOND}\n{FOURTH}\nThe Vell Courier\n{FIFTH}\n{THIRD}"
    assert "Courier" not in " ".join(read(raw)[0])


def test_chapters_that_count_up_stay():
    raw = f"Chapter 1\n\n{FIRST} {SECOND}\n\nChapter 2\n\n{THIRD}\n\nChapter 3\n\n{THIRD}"
    assert len(read(raw)[0]) == 6


LINES = st.sampled_from(
    [
        FIRST,
        SECOND,
        THIRD,
        "Advertisement",
        "12",
        "13",
        "Page 3 of 8",
        "12 The Courier",
        "Town 13",
        "• one",
        "",
        "",
        "\f",
    ]
)


@given(st.lists(LINES, max_size=30).map("\n".join))
def test_what_is_kept_and_what_is_left_out_make_the_whole(raw):
    cleaned = clean_text(raw)
    taken = [(each.start, each.end) for each in cleaned.removed]
    taken += [(part.raw, part.raw + part.length) for each in cleaned.paragraphs for part in each.segments]
    taken.sort()
    assert all(0 <= start < end <= len(raw) for start, end in taken)
    assert all(before[1] <= after[0] for before, after in pairwise(taken))
    for each in cleaned.removed:
        assert raw[each.start : each.end].split() == each.text.split()
    said = [word for each in (*cleaned.paragraphs, *cleaned.removed) for word in each.text.split() if word != "•"]
    assert sorted(said) == sorted(word for word in raw.split() if word != "•")


def test_page_numbers_without_gaps_go_where_they_count_on():
    raw = f"{FIRST}\n4\n{SECOND}\n5\n{FOURTH}\n{FIFTH}\n6\n{THIRD}"
    texts, removed = read(raw)
    assert " ".join(texts) == " ".join((FIRST, SECOND, FOURTH, FIFTH, THIRD))
    assert [text for text, _ in removed] == ["4", "5", "6"]


def test_a_column_of_figures_stays():
    assert read(f"{FIRST} {SECOND}\n1\n2\n3\n{THIRD}")[1] == []


@pytest.mark.parametrize("rule", ["* * *", "***", "-----", "———", "_____", "• • •", "⁂"])
def test_a_rule_between_parts_goes(rule):
    assert read(f"{FIRST} {SECOND}\n\n{rule}\n\n{THIRD}") == ([f"{FIRST} {SECOND}", THIRD], [(rule, "mark")])
