"""The paragraph editor's operations: each changes the draft alone, is refused when stale, and can be undone."""

from datetime import timedelta

import pytest

from quizzes.models import ArticleDraft, Run
from quizzes.queries.draft_rows import draft_of, fresh_rows, state_of
from quizzes.services import drafts
from quizzes.services import drafts_history as history
from quizzes.services.drafts_change import DEPTH, DraftError, EmptyParagraphError, StaleDraftError
from tests import factories

NOW = factories.NOW
FIRST, SECOND, THIRD = factories.TEXT


@pytest.fixture
def article(instructor):
    return factories.article(instructor)


@pytest.fixture
def noisy(instructor):
    """An article whose revision left out a page number between its paragraphs, and a running head at the end."""
    return factories.noisy_article(instructor)


@pytest.fixture
def do(instructor):
    """Return a function that does one operation on an article from its present state."""

    def run(operation, article, **sent):
        return operation(instructor, article=article, state=state_of(draft_of(article)), now=NOW, **sent)

    return run


def texts(article) -> list[str]:
    return [row["text"] for row in draft_of(article).paragraphs if not row["out"]]


def left_out(article) -> list[str]:
    return [row["text"] for row in draft_of(article).paragraphs if row["out"]]


def test_an_edit_is_kept_in_the_draft_alone(do, article):
    done = do(drafts.edit_paragraph, article, key="p1", text=" The harbour  was closed. ")
    assert (done.key, done.said, done.alone) == ("p1", "Paragraph 1 changed.", True)
    assert texts(article) == ["The harbour was closed.", SECOND, THIRD]
    assert article.revisions.get().paragraphs.get(number=1).text == FIRST


def test_an_edit_to_the_same_text_is_no_change(do, article):
    done = do(drafts.edit_paragraph, article, key="p1", text=f" {FIRST} ")
    assert done.said == "Paragraph 1 is as it was."
    assert not ArticleDraft.objects.exists()


def test_an_empty_edit_is_refused(do, article):
    with pytest.raises(EmptyParagraphError, match="cannot be empty"):
        do(drafts.edit_paragraph, article, key="p1", text=" \x00\u200b\n")


def test_a_paragraph_beyond_all_measure_is_refused(do, article):
    with pytest.raises(DraftError, match=r"has 20,001 characters; 20,000 is the most"):
        do(drafts.edit_paragraph, article, key="p1", text="a" * 20_001)


def test_a_blank_line_splits(do, article):
    done = do(drafts.edit_paragraph, article, key="p2", text=SECOND.replace(". The", ".\n\nThe"))
    assert texts(article) == [FIRST, "Some 400 boats had used it every summer.", "The town lost 90 jobs.", THIRD]
    assert done.said == "Paragraph 2 is split: it is now 2 to 3."


def test_a_split_needs_two_texts(do, article):
    with pytest.raises(DraftError, match="Put the cursor"):
        do(drafts.split_paragraph, article, key="p2", texts=[SECOND])


def test_split_then_merge_gives_the_text_back(do, article):
    head, tail = SECOND.split(". ", 1)
    do(drafts.split_paragraph, article, key="p2", texts=[f"{head}.", tail])
    done = do(drafts.merge_paragraph, article, key="p2")
    assert texts(article) == [FIRST, SECOND, THIRD]
    assert done.said == "Paragraph 2 merged with 3."


def test_a_merge_keeps_what_was_typed(do, article):
    do(drafts.merge_paragraph, article, key="p1", text="Closed.")
    assert texts(article) == [f"Closed. {SECOND}", THIRD]
    do(history.undo, article)
    assert texts(article) == [FIRST, SECOND, THIRD]


def test_the_last_paragraph_cannot_be_merged(do, article):
    with pytest.raises(DraftError, match="last paragraph"):
        do(drafts.merge_paragraph, article, key="p3")


def test_a_dropped_paragraph_is_listed_where_it_stood(do, article):
    done = do(drafts.drop_paragraph, article, key="p2")
    assert (texts(article), left_out(article), done.key) == ([FIRST, THIRD], [SECOND], "p3")
    do(drafts.bring_back, article, key="p2")
    assert texts(article) == [FIRST, SECOND, THIRD]


def test_the_only_paragraph_cannot_be_dropped(do, instructor):
    lone = factories.article(instructor, (FIRST,))
    with pytest.raises(DraftError, match="only paragraph"):
        do(drafts.drop_paragraph, lone, key="p1")


def test_a_kind_is_set(do, article):
    done = do(drafts.set_kind, article, key="p1", kind="heading")
    assert draft_of(article).paragraphs[0]["kind"] == "heading"
    assert done.said == "Paragraph 1 is marked: Heading."


def test_an_unknown_kind_is_refused(do, article):
    with pytest.raises(DraftError, match="no such kind"):
        do(drafts.set_kind, article, key="p1", kind="poem")


def test_a_paragraph_moves(do, article):
    done = do(drafts.move_paragraph, article, key="p3", step=-1)
    assert (texts(article), done.said) == ([FIRST, THIRD, SECOND], "Paragraph 3 is now paragraph 2.")


def test_a_paragraph_does_not_move_past_the_end(do, article):
    with pytest.raises(DraftError, match="at the end"):
        do(drafts.move_paragraph, article, key="p3", step=1)


@pytest.mark.parametrize(("after", "place"), [("", 0), ("p1", 1), ("p3", 3)])
def test_a_paragraph_is_added(do, article, after, place):
    done = do(drafts.add_paragraph, article, after=after, text="New here.\n\nAnd here.")
    assert texts(article)[place : place + 2] == ["New here.", "And here."]
    assert done.said == f"Paragraphs {place + 1} to {place + 2} added."


def test_an_empty_paragraph_is_not_added(do, article):
    with pytest.raises(EmptyParagraphError):
        do(drafts.add_paragraph, article, after="p1", text=" ")


def test_noise_stands_where_it_was_left_out(noisy):
    assert [row["text"] for row in draft_of(noisy).paragraphs] == [FIRST, "12", SECOND, THIRD, "The Vell Gazette"]


def test_noise_comes_back_as_a_paragraph(do, noisy):
    done = do(drafts.bring_back, noisy, key="x1")
    assert texts(noisy) == [FIRST, "12", SECOND, THIRD]
    assert done.said == "“12” is back as paragraph 2."


def test_noise_comes_back_joined(do, noisy):
    done = do(drafts.bring_back, noisy, key="x1", joined=True)
    assert texts(noisy) == [f"{FIRST} 12", SECOND, THIRD]
    assert (done.key, done.said) == ("p1", "“12” is back, joined to paragraph 1.")


def test_all_noise_comes_back_at_once_and_goes_at_once(do, noisy):
    assert do(drafts.bring_all_back, noisy).said == "2 passages are back."
    assert left_out(noisy) == []
    do(history.undo, noisy)
    assert left_out(noisy) == ["12", "The Vell Gazette"]


def test_what_stands_in_the_text_cannot_be_brought_back(do, article):
    with pytest.raises(StaleDraftError, match="no longer there"):
        do(drafts.bring_back, article, key="p1")


def test_everything_is_undone_and_done_again(do, noisy):
    start = draft_of(noisy).paragraphs
    do(drafts.bring_all_back, noisy)
    do(drafts.merge_paragraph, noisy, key="p1", text="Closed.\n\nFor good.")
    do(drafts.move_paragraph, noisy, key="p3", step=-1)
    do(drafts.drop_paragraph, noisy, key="p3")
    do(drafts.add_paragraph, noisy, after="", text="New.")
    end = draft_of(noisy).paragraphs
    for _ in range(5):
        do(history.undo, noisy)
    assert draft_of(noisy).paragraphs == start
    for _ in range(5):
        do(history.redo, noisy)
    assert draft_of(noisy).paragraphs == end


def test_nothing_more_can_be_undone(do, article):
    with pytest.raises(DraftError, match="nothing to undo"):
        do(history.undo, article)


def test_a_new_change_forgets_what_was_undone(do, article):
    do(drafts.edit_paragraph, article, key="p1", text="Closed.")
    do(history.undo, article)
    do(drafts.edit_paragraph, article, key="p2", text="Boats.")
    with pytest.raises(DraftError, match="nothing to redo"):
        do(history.redo, article)


def test_the_stack_of_undoing_is_bounded(do, article):
    do(drafts.edit_paragraph, article, key="p1", text="Closed.")
    draft = ArticleDraft.objects.get()
    draft.undo = draft.undo * DEPTH
    draft.save()
    do(drafts.edit_paragraph, article, key="p1", text="Closed again.")
    assert len(ArticleDraft.objects.get().undo) == DEPTH


def test_a_stale_page_changes_nothing(do, instructor, article):
    do(drafts.edit_paragraph, article, key="p1", text="Closed.")
    with pytest.raises(StaleDraftError, match="another window"):
        drafts.drop_paragraph(instructor, article=article, state="1-0", key="p2", now=NOW)
    assert texts(article) == ["Closed.", SECOND, THIRD]


def test_discarding_gives_the_article_back_and_leaves_old_pages_stale(do, article):
    do(drafts.edit_paragraph, article, key="p1", text="Closed.")
    old = state_of(draft_of(article))
    do(history.discard, article)
    assert draft_of(article).paragraphs == fresh_rows(article.revisions.get())
    assert state_of(draft_of(article)) != old
    with pytest.raises(DraftError, match="nothing to undo"):
        do(history.undo, article)


def test_nothing_to_discard_is_no_fault(do, article):
    do(history.discard, article)
    assert not ArticleDraft.objects.exists()


def test_saving_makes_the_next_revision(do, instructor, noisy):
    do(drafts.bring_back, noisy, key="x1", joined=True)
    do(drafts.drop_paragraph, noisy, key="p3")
    revision = do(history.save, noisy)
    assert (revision.number, revision.author, revision.created_at) == (2, instructor, NOW)
    assert list(revision.paragraphs.values_list("text", flat=True)) == [f"{FIRST} 12", SECOND]
    assert [(gone["text"], gone["reason"]) for gone in revision.removed] == [
        (THIRD, "dropped"),
        ("The Vell Gazette", "running head"),
    ]
    assert not ArticleDraft.objects.exists()
    assert [row["text"] for row in draft_of(noisy).paragraphs] == [f"{FIRST} 12", SECOND, THIRD, "The Vell Gazette"]


def test_saving_what_says_the_same_makes_no_revision(do, article):
    do(drafts.move_paragraph, article, key="p1", step=1)
    do(drafts.move_paragraph, article, key="p1", step=-1)
    assert do(history.save, article) is None
    assert article.revisions.count() == 1


def test_a_text_that_is_being_asked_about_is_not_saved(do, article):
    factories.run(article, state=Run.State.RUNNING)
    do(drafts.edit_paragraph, article, key="p1", text="Closed.")
    with pytest.raises(DraftError, match="being written about this text"):
        do(history.save, article)


def test_a_text_without_words_is_not_saved(do, instructor):
    lone = factories.article(instructor, (FIRST,))
    do(drafts.edit_paragraph, lone, key="p1", text="…")
    with pytest.raises(DraftError, match="no words left"):
        do(history.save, lone)


def test_a_saved_page_of_the_revision_before_is_stale(do, instructor, article):
    do(drafts.edit_paragraph, article, key="p1", text="Closed.")
    do(history.save, article)
    with pytest.raises(StaleDraftError):
        drafts.edit_paragraph(
            instructor, article=article, state="1-0", key="p1", text="Open.", now=NOW + timedelta(minutes=1)
        )
