"""Edited paragraphs keep the map to the raw text, and every change can be undone."""

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from quizzes.engine.text import ParagraphKind, Segment, clean
from quizzes.engine.text.editing import Working, copied, divide, fold, insert, merge, parts, print_of, raw_span, rewrite
from quizzes.engine.text.splices import (
    Plan,
    Splice,
    plan_add,
    plan_drop,
    plan_kind,
    plan_merge,
    plan_move,
    plan_return,
    plan_rewrite,
    plan_split,
)

RAW = "The ferry sails at\nnoon.\n\nIt carries\nmany people."


def working(raw: str = RAW) -> list[Working]:
    return [
        Working(f"p{paragraph.number}", paragraph.kind, paragraph.text, paragraph.segments, (paragraph.id,))
        for paragraph in clean(raw)
    ]


def stands_for(clean_text: str, raw: str) -> bool:
    return clean_text == raw or (clean_text == " " and raw.isspace()) or clean_text == raw.lower()


def assert_map_holds(paragraph: Working, raw: str) -> None:
    reached = 0
    for segment in paragraph.segments:
        end = segment.clean + segment.length
        assert segment.length > 0
        assert reached <= segment.clean <= end <= len(paragraph.text)
        reached = end
        copied_text = raw[segment.raw : segment.raw + segment.length]
        assert all(
            stands_for(ours, theirs)
            for ours, theirs in zip(paragraph.text[segment.clean : end], copied_text, strict=True)
        )


@pytest.mark.parametrize(
    ("typed", "folded"),
    [
        (" The  ferry\tsails. \n", "The ferry sails."),
        ("The fer\u00adry\x00 sails.", "The ferry sails."),
        ("The of\ufb01ce.\u2028Closed.", "The office. Closed."),
        ("\u200b \n", ""),
    ],
)
def test_what_is_typed_is_folded(typed, folded):
    assert fold(typed) == folded


@pytest.mark.parametrize("gap", ["\n\n", "\r\n\r\n", "\n \t\n", "\n\n\n\n"])
def test_a_blank_line_parts(gap):
    assert parts(f"The ferry\nsails.{gap}It is late.") == ["The ferry sails.", "It is late."]


def test_an_edit_keeps_the_map_of_head_and_tail():
    first = working()[0]
    changed = rewrite(first, "The ferry leaves at noon.")
    assert changed.segments[0] == Segment(0, 0, 10)
    assert sum(segment.length for segment in changed.segments) == len("The ferry ") + len("s at") + len("noon.")
    assert_map_holds(changed, RAW)


def test_a_whole_new_text_has_no_map():
    assert rewrite(working()[0], "~~").segments == ()


def test_split_then_merge_gives_the_text_back():
    first = working()[0]
    head, tail = divide(first, ["The ferry sails", "at noon."], ["n1"])
    assert (head.key, tail.key, head.origin) == ("p1", "n1", tail.origin)
    joined = merge(head, tail)
    assert joined.text == first.text
    assert_map_holds(joined, RAW)


def test_what_stood_inside_a_paragraph_goes_back_to_its_place():
    raw = "The ferry sails at\n12\nnoon."
    text, segments = copied(raw[19:21], 19)
    head, tail = copied(raw[:18], 0), copied(raw[22:], 22)
    whole = merge(Working("p1", ParagraphKind.BODY, *head), Working("p2", ParagraphKind.BODY, *tail))
    back = insert(whole, Working("x1", ParagraphKind.BODY, text, segments))
    assert back.text == "The ferry sails at 12 noon."
    assert_map_holds(back, raw)


def test_a_mark_goes_back_to_its_word():
    raw = "It sails.1 It is late."
    before, after = copied(raw[:9], 0), copied(raw[11:], 11)
    whole = merge(Working("p1", ParagraphKind.BODY, *before), Working("p2", ParagraphKind.BODY, *after))
    text, segments = copied(raw[9:10], 9)
    assert insert(whole, Working("x1", ParagraphKind.BODY, text, segments)).text == raw


def test_what_stood_behind_a_paragraph_goes_to_its_end():
    raw = "It sails.\n12"
    text, segments = copied(raw[10:], 10)
    paragraph = Working("p1", ParagraphKind.BODY, *copied(raw[:9], 0))
    assert insert(paragraph, Working("x1", ParagraphKind.BODY, text, segments)).text == "It sails. 12"


def test_the_print_tells_kind_and_text():
    assert print_of(ParagraphKind.BODY, "It sails.") != print_of(ParagraphKind.BODY, "it sails.")
    assert print_of(ParagraphKind.QUOTE, "It sails.").startswith("quote:")


def test_a_span_reaches_from_the_first_to_the_last_place():
    assert raw_span(working()[0]) == (0, 24)


def test_a_splice_refuses_a_list_that_holds_something_else():
    rows = [1, 2, 3]
    with pytest.raises(ValueError, match="does not hold"):
        Splice(1, (9,), ()).apply(rows)
    assert rows == [1, 2, 3]


def test_moving_goes_past_what_is_left_out():
    rows = working()
    rows.insert(1, Working("x1", ParagraphKind.BODY, "12", out="page number"))
    plan = plan_move(rows, 2, -1)
    assert plan is not None
    plan.apply(rows)
    assert [row.key for row in rows] == ["p2", "p1", "x1"]
    assert [row.moved for row in rows] == [-1, 0, 0]


@pytest.mark.parametrize(("at", "step"), [(0, -1), (1, 1)])
def test_nothing_moves_past_an_end(at, step):
    assert plan_move(working(), at, step) is None


def test_the_last_paragraph_has_none_to_merge_with():
    assert plan_merge(working(), 1) is None


@pytest.mark.parametrize("joined", [True, False])
def test_what_was_dropped_comes_back(joined):
    rows = working()
    plan_drop(rows, 1).apply(rows)
    assert rows[1].out
    plan_return(rows, 1, joined=joined).apply(rows)
    assert [row.text for row in rows if not row.out] == (
        ["The ferry sails at noon. It carries many people."]
        if joined
        else ["The ferry sails at noon.", "It carries many people."]
    )


def test_what_stands_before_everything_joins_the_next():
    rows = working()
    plan_drop(rows, 0).apply(rows)
    plan_return(rows, 0, joined=True).apply(rows)
    assert [(row.key, row.text) for row in rows] == [("p2", "The ferry sails at noon. It carries many people.")]


STEPS = st.lists(
    st.tuples(st.sampled_from(["rewrite", "split", "merge", "drop", "kind", "up", "down", "add", "own", "join"]),
              st.integers(0, 30), st.integers(1, 30)),
    max_size=14,
)  # fmt: skip
MESSY = st.text(alphabet=st.sampled_from("aeT.,- \n\t'•1\u00a0\u00ad\ufb01"), min_size=1, max_size=200)


def planned(rows: list[Working], step: tuple[str, int, int], key: str) -> Plan | None:
    """What one step does to the paragraphs, None where it cannot be done."""
    what, place, number = step
    at = place % len(rows)
    row = rows[at]
    if what == "add":
        return plan_add(rows, at, Working(key, ParagraphKind.BODY, "New."))
    if what in ("own", "join"):
        return plan_return(rows, at, joined=what == "join") if row.out else None
    if row.out:
        return None
    if what == "rewrite":
        middle = number % (len(row.text) + 1)
        return plan_rewrite(rows, at, f"{row.text[:middle]}é{row.text[middle + 1 :]}")
    if what == "split":
        words = row.text.split(" ")
        cut = number % len(words)
        return plan_split(rows, at, [" ".join(words[:cut]), " ".join(words[cut:])], [key]) if cut else None
    if what in ("up", "down"):
        return plan_move(rows, at, -1 if what == "up" else 1)
    if what == "merge":
        return plan_merge(rows, at)
    return plan_drop(rows, at) if what == "drop" else plan_kind(rows, at, ParagraphKind.QUOTE)


@settings(max_examples=150, deadline=None)
@given(MESSY, STEPS)
def test_any_changes_keep_the_map_and_are_undone(raw, steps):
    rows = working(raw)
    start = list(rows)
    done = []
    for number, step in enumerate(steps if rows else ()):
        plan = planned(rows, step, f"n{number}")
        if plan:
            plan.apply(rows)
            done.append(plan)
        for row in rows:
            assert_map_holds(row, raw)
        assert len({row.key for row in rows}) == len(rows)
    for plan in reversed(done):
        plan.inverse.apply(rows)
    assert rows == start


@settings(max_examples=150, deadline=None)
@given(MESSY, st.integers(0, 30))
def test_any_split_is_merged_again(raw, number):
    for paragraph in working(raw):
        words = paragraph.text.split(" ")
        cut = number % len(words)
        if cut:
            head, tail = divide(paragraph, [" ".join(words[:cut]), " ".join(words[cut:])], ["n1"])
            joined = merge(head, tail)
            assert joined.text == paragraph.text
            assert_map_holds(joined, raw)
