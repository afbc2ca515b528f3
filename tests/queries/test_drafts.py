"""The editor's page: what has become of each paragraph, which questions quote it, where it stood in the raw."""

import pytest

from quizzes.engine.text import removal
from quizzes.models import Item
from quizzes.queries import drafts as queries
from quizzes.queries.draft_marks import REASONS
from quizzes.queries.draft_raw import raw_pieces, raw_text_of
from quizzes.queries.draft_rows import draft_of, fresh_rows, state_of
from quizzes.services import drafts as services
from quizzes.services import drafts_history as history
from tests import factories

FIRST, SECOND, THIRD = factories.TEXT


@pytest.fixture
def article(instructor):
    return factories.noisy_article(instructor)


@pytest.fixture
def do(instructor, article):
    def run(operation, **sent):
        state = state_of(draft_of(article))
        return operation(instructor, article=article, state=state, now=factories.NOW, **sent)

    return run


def marks(article) -> dict[str, str]:
    return {one.key: one.mark_words for one in queries.editor_page(article).paragraphs if one.marks}


def test_an_untouched_text_has_no_marks(article):
    assert marks(article) == {}
    assert queries.editor_page(article).summary == ""


@pytest.mark.parametrize(
    ("operation", "sent", "expected", "summary"),
    [
        (services.edit_paragraph, {"key": "p1", "text": "Closed."}, {"p1": "Changed"}, "1 changed"),
        (services.edit_paragraph, {"key": "p1", "text": "A.\n\nB."}, {"p1": "Split", "n1-1": "Split"}, "2 split"),
        (services.merge_paragraph, {"key": "p2"}, {"p2": "Merged"}, "1 merged"),
        (services.set_kind, {"key": "p2", "kind": "quote"}, {"p2": "Marked anew"}, "1 marked anew"),
        (services.set_kind, {"key": "p2", "kind": "quote", "text": "B."}, {"p2": "Changed, marked anew"}, None),
        (services.move_paragraph, {"key": "p1", "step": 1}, {"p1": "Moved"}, "1 moved"),
        (services.add_paragraph, {"after": "p1", "text": "New."}, {"n1-0": "Added"}, "1 added"),
        (services.bring_back, {"key": "x1"}, {"x1": "Brought back"}, "1 brought back"),
        (services.bring_back, {"key": "x1", "joined": True}, {"p1": "Changed"}, "1 changed"),
        (services.drop_paragraph, {"key": "p1"}, {}, "1 dropped"),
    ],
)
def test_what_has_become_of_a_paragraph_is_said(do, article, operation, sent, expected, summary):
    do(operation, **sent)
    assert {key: set(words.lower().split(", ")) for key, words in marks(article).items()} == {
        key: set(words.lower().split(", ")) for key, words in expected.items()
    }
    if summary:
        assert queries.editor_page(article).summary == summary


def test_a_move_there_and_back_is_no_move(do, article):
    do(services.move_paragraph, key="p1", step=1)
    do(services.move_paragraph, key="p1", step=-1)
    assert marks(article) == {}


def quoted(article) -> dict[str, str]:
    return {one.key: one.quoted_words for one in queries.editor_page(article).paragraphs if one.quoted}


def test_the_questions_that_quote_a_paragraph_are_counted(article):
    for state in (Item.State.PROPOSED, Item.State.APPROVED, Item.State.REJECTED):
        factories.item(article, state=state)
    assert quoted(article) == {"p1": "2 questions quote this paragraph."}


def test_a_changed_sentence_that_a_question_quotes_is_told(do, article):
    factories.item(article)
    do(services.edit_paragraph, key="p1", text="Closed.")
    assert quoted(article) == {"p1": "One question quotes this paragraph; the sentence of one is changed."}


def test_a_part_of_a_split_paragraph_counts_what_it_holds(do, article):
    item = factories.item(article)
    item.current.evidence.update(exact="after a storm.", start=39, end=53)
    do(services.edit_paragraph, key="p1", text=FIRST.replace(" after", "\n\nafter"))
    assert quoted(article) == {"n1-1": "One question quotes this paragraph."}


def test_what_is_left_out_stands_behind_what_it_followed(article):
    places = queries.editor_page(article).places
    assert [[passage.text for passage in place.left_out] for place in places] == [["12"], [], ["The Vell Gazette"]]
    assert places[0].left_out[0].reason == "page number"


def test_what_was_left_out_before_everything_comes_first(article):
    revision = article.revisions.get()
    revision.removed = [{"start": 0, "end": 3, "text": "The", "reason": "menu"}]
    revision.save()
    revision.paragraphs.filter(number=1).update(segments=[[4, 4, 40]])
    assert [row["key"] for row in fresh_rows(revision)] == ["x1", "p1", "p2", "p3"]
    assert queries.editor_page(article).places[0].paragraph is None


def test_noise_without_a_raw_place_or_text_does_no_harm(article):
    revision = article.revisions.get()
    revision.removed = [
        {"start": 0, "end": 0, "text": "Share this", "reason": "odd"},
        {"start": 5, "end": 5, "text": ""},
    ]
    revision.save()
    assert [(row["text"], row["out"]) for row in fresh_rows(revision) if row["out"]] == [("Share this", "odd")]


def test_the_raw_pieces_are_the_raw_text(do, article):
    do(services.move_paragraph, key="p3", step=-1)
    draft = draft_of(article)
    raw = raw_text_of(draft)
    pieces = raw_pieces(queries.editor_page(article), draft, raw)
    assert "".join(piece.text for piece in pieces) == raw
    assert [(piece.key, piece.text) for piece in pieces if piece.key] == [
        ("p1", FIRST),
        ("x1", "12"),
        ("p2", SECOND),
        ("p3", THIRD),
        ("x2", "The Vell Gazette"),
    ]


def test_a_page_of_a_book_shows_its_stretch_of_the_raw_text(instructor):
    texts = tuple(f"Sentence {n}." for n in range(1, 251))
    book = factories.noisy_article(instructor, texts)
    draft = draft_of(book)
    page = queries.editor_page(book, draft=draft, first=150)
    assert (page.window.first, page.window.last, page.window.previous, page.window.next) == (101, 150, 51, 151)
    raw = "".join(piece.text for piece in raw_pieces(page, draft, raw_text_of(draft)))
    assert raw.startswith("Sentence 101.")
    assert raw.endswith("Sentence 150.")


def test_the_page_of_a_key_is_found(instructor):
    book = factories.article(instructor, tuple(f"Sentence {n}." for n in range(1, 251)))
    assert queries.editor_page(book, key="p201").window.first == 201


def test_a_text_has_changes_until_they_are_undone(do, article):
    assert not queries.has_changes(article)
    do(services.edit_paragraph, key="p1", text="Closed.")
    assert queries.has_changes(article)
    do(history.undo)
    assert not queries.has_changes(article)


@pytest.mark.parametrize("code", removal.REASONS)
def test_every_reason_of_a_reader_has_its_words(code):
    assert code in REASONS
