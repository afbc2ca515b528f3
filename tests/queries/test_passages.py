"""A passage keeps every character and shows marks only where they fit."""

from django.template.loader import render_to_string
from hypothesis import given
from hypothesis import strategies as st

from quizzes.models import Paragraph
from quizzes.queries.passages import Mark, passage

TEXT = "Some 400 boats had used it. The town lost 90 jobs."


def pieces(*marks: Mark, text: str = TEXT):
    (shown,) = passage([Paragraph(number=1, text=text)], marks)
    return [(piece.text, piece.mark.label if piece.mark else "") for piece in shown.pieces]


def test_without_marks_there_is_one_piece():
    assert pieces() == [(TEXT, "")]


def test_a_mark_cuts_its_paragraph():
    assert pieces(Mark(1, 28, 50, "Evidence")) == [(TEXT[:28], ""), (TEXT[28:], "Evidence")]


def test_a_mark_of_another_paragraph_is_not_shown_here():
    assert pieces(Mark(2, 0, 4, "Evidence")) == [(TEXT, "")]


def test_a_mark_out_of_range_is_ignored():
    assert pieces(Mark(1, 28, 51, "Evidence"), Mark(1, 9, 9, "Evidence")) == [(TEXT, "")]


def test_a_shorter_mark_shows_inside_a_longer_one():
    assert pieces(Mark(1, 28, 50, "long"), Mark(1, 42, 44, "short", "other")) == [
        (TEXT[:28], ""),
        ("The town lost ", "long"),
        ("90", "short"),
        (" jobs.", "long"),
    ]


def test_of_two_equal_marks_the_first_shows():
    assert pieces(Mark(1, 0, 4, "first"), Mark(1, 0, 4, "second")) == [("Some", "first"), (TEXT[4:], "")]


def test_a_divided_mark_has_one_id_and_one_label():
    marks = [Mark(1, 28, 50, "Evidence", anchor="e-key"), Mark(1, 42, 44, "", "other")]
    html = render_to_string(
        "quizzes/parts/_passage.html", {"passage": passage([Paragraph(number=1, text=TEXT)], marks)}
    )
    assert html.count('id="e-key"') == 1
    assert html.count(">Evidence</span>") == 1
    assert 'class="evidence evidence-other evidence-inside"' in html


def test_text_is_escaped():
    shown = passage([Paragraph(number=3, text="a < b & c", kind="heading")], [Mark(3, 2, 3, "<i>")])
    html = render_to_string("quizzes/parts/_passage.html", {"passage": shown, "anchor_prefix": "x-"})
    assert (
        '<h3>a <mark class="evidence">&lt;</mark><span class="evidence-label">&lt;i&gt;</span> b &amp; c</h3>' in html
    )
    assert 'id="x-p3"' in html


marks = st.builds(Mark, st.just(1), st.integers(-2, 30), st.integers(-2, 30), st.just("m"), st.just("other"))


@given(st.text(max_size=25), st.lists(marks, max_size=5))
def test_no_character_is_lost_or_doubled(text, given_marks):
    (shown,) = passage([Paragraph(number=1, text=text)], given_marks)
    assert shown.text == text
    assert all(piece.text for piece in shown.pieces) or not text


def test_what_is_withheld_is_told_by_its_label_and_keeps_the_anchor_of_what_it_hides():
    text = "The harbour closed. The town sold its boats. Nobody came."
    hidden = Mark(1, 20, 44, "Sentence of question 2", "withheld")
    evidence = Mark(1, 24, 33, "Evidence", anchor="e-key")
    (shown,) = passage([Paragraph(number=1, kind="body", text=text)], [evidence, hidden])
    assert [(piece.text, piece.mark and piece.mark.kind) for piece in shown.pieces] == [
        ("The harbour closed. ", None),
        ("The town sold its boats.", "withheld"),
        (" Nobody came.", None),
    ]
    assert shown.pieces[1].mark.anchor == "e-key"


def test_a_mark_round_what_is_withheld_shows_beside_it_alone():
    text = "The harbour closed. The town sold its boats. Nobody came."
    hidden = Mark(1, 20, 44, "Sentence of question 2", "withheld")
    (shown,) = passage([Paragraph(number=1, kind="body", text=text)], [Mark(1, 0, len(text), "Evidence"), hidden])
    assert [piece.mark.kind for piece in shown.pieces] == ["evidence", "withheld", "evidence"]
