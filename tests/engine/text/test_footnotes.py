"""Footnotes and their marks go, with their places; figures and lists that look like them stay."""

import pytest

from quizzes.engine.text import clean_text

FIRST = "The pier at Vell was closed after the storm{}"
SECOND = "It took the crane and 40 metres of the outer wall with it{}"
THIRD = "Nobody has built it again, though the town has asked for it."
NOTES = ("The worst since 1890, as the harbour office says.", "Figures of the town council.")


def read(raw):
    cleaned = clean_text(raw)
    return [each.text for each in cleaned.paragraphs], [(each.text, each.reason) for each in cleaned.removed]


def page(first, second, *labels):
    notes = [f"{label}{note}" for label, note in zip(labels, NOTES, strict=True)]
    return f"{FIRST.format(first)} {SECOND.format(second)}\n\n" + "\n".join(notes) + f"\n\n12\n\n{THIRD}", notes


PLAIN = [f"{FIRST.format('.')} {SECOND.format('.')}", THIRD]


@pytest.mark.parametrize(
    ("marks", "labels"),
    [
        ((".[1]", ".[2]"), ("[1] ", "[2] ")),
        ((".[1]", ".[2]"), ("[1]", "[2]")),
        ((" [1].", " [2]."), ("[1] ", "[2] ")),
        ((".¹", ".²"), ("¹ ", "² ")),
        (("¹.", "²."), ("1 ", "2 ")),
        ((".1", ".2"), ("1 ", "2 ")),
        ((".1", ".2"), ("1. ", "2. ")),
        (("3.", "4."), ("3 ", "4 ")),
        (("*.", "†."), ("* ", "† ")),
    ],
)
def test_notes_at_the_foot_of_a_page_go_with_their_marks(marks, labels):
    raw, notes = page(*marks, *labels)
    texts, removed = read(raw)
    assert texts == PLAIN
    assert [text for text, reason in removed if reason == "footnote"] == notes
    assert len([text for text, reason in removed if reason == "mark"]) == 2


@pytest.mark.parametrize("heading", ["Notes", "References", "Footnotes", "______________"])
@pytest.mark.parametrize("parting", ["\n", "\n\n"])
def test_notes_at_the_end_go_with_their_heading(heading, parting):
    raw = (
        f"{FIRST.format('.[1]')} {SECOND.format('.[2]')}\n\n{THIRD}\n\n{heading}\n\n1. {NOTES[0]}{parting}2. {NOTES[1]}"
    )
    texts, removed = read(raw)
    assert texts == PLAIN
    assert [text for text, _ in removed] == ["[1]", "[2]", heading, f"1. {NOTES[0]}", f"2. {NOTES[1]}"]


def test_a_note_goes_over_several_lines():
    raw = f"{FIRST.format('.1')}\n\n1 The worst since 1890, says\nthe office, which has\n3 books to say so.\n\n{THIRD}"
    texts, removed = read(raw)
    assert texts == [FIRST.format("."), THIRD]
    assert removed[1][0].endswith("has 3 books to say so.")


def test_a_mark_behind_a_year_goes():
    texts, _ = read(f"The pier was closed in 1974.1 The crane fell.\n\n1 {NOTES[0]}")
    assert texts == ["The pier was closed in 1974. The crane fell."]


def test_marks_that_nothing_else_looks_like_go_without_notes():
    texts, removed = read("The storm[4] broke the wall.[5][6] It “fell.”[a]\n\nNobody knows why.¹²[citation needed]")
    assert texts == ["The storm broke the wall. It “fell.”", "Nobody knows why."]
    assert {reason for _, reason in removed} == {"mark"}


@pytest.mark.parametrize(
    "text",
    [
        "The hall has 300 m² and the yard 20 metres² more, so 10⁶ cm² in all.",
        "She said that “he want[s] to leave [the town] in [2] days.”",
        "It rose from 3.5 to 1974.2 metres in the year of COVID-19, said the G7.",
        "The value of x² is the value of E=mc² less χ², and a[1] is none.",
        "The team won 3:2 and lost 1:0, as in 1974.",
    ],
)
def test_figures_stay_where_no_note_stands_below(text):
    assert read(f"{text}\n\n{THIRD}") == ([text, THIRD], [])


def test_figures_stay_where_notes_have_their_numbers():
    text = "It rose by 2.1 metres in 1974.1 and by 1 more on page 1 of the mp1 file"
    texts, _ = read(f"{text}.1 {THIRD}\n\n1 {NOTES[0]}")
    assert texts == [f"{text}. {THIRD}"]


@pytest.mark.parametrize("mark", ["", ".[1]"])
def test_a_list_in_the_text_is_no_note(mark):
    raw = f"{FIRST.format(mark)} The town was promised:\n\n1. A new pier of stone.\n2. A new crane.\n\n{THIRD}"
    texts, _ = read(raw)
    assert texts[1:] == ["1. A new pier of stone.", "2. A new crane.", THIRD]


def test_a_sentence_that_begins_with_a_figure_is_no_note():
    raw = f"{FIRST.format('')} in the year of 12\n\n12 people were on it.\n\n{THIRD}"
    assert read(raw)[1] == []
