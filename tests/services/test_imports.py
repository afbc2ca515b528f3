"""Imports: asked for, performed under a lease, stopped, taken over, and stored as one article."""

from datetime import timedelta

import pytest

from quizzes.intake.fetching import Fetched
from quizzes.models import Article, TextImport
from quizzes.services import imports
from quizzes.services.imports import (
    ImportRefused,
    cancel_import,
    discard_import,
    perform_import,
    reap_imports,
    request_import,
    retry_import,
)
from quizzes.services.leases import LEASE, PATIENCE, TRIES, Progress, Stopped
from tests.factories import NOW

TEXT = "The harbour of Vell\n\nThe harbour at Vell was closed in 1974 after a storm.\n\nSome 400 boats had used it."
LATER = NOW + LEASE + timedelta(seconds=1)
RUNNING, QUEUED = TextImport.State.RUNNING, TextImport.State.QUEUED
DONE, FAILED, CANCELLED = TextImport.State.DONE, TextImport.State.FAILED, TextImport.State.CANCELLED


@pytest.fixture
def work(instructor) -> TextImport:
    return request_import(instructor, source="text", data=TEXT.encode(), source_name="vell.txt", title="Vell")


def page(instructor, address: str = "https://vell.example.org/harbour") -> TextImport:
    return request_import(instructor, source="address", source_name=address)


def failed(work: TextImport) -> TextImport:
    TextImport.objects.filter(pk=work.pk).update(state=FAILED, error="It cannot be reached.")
    work.refresh_from_db()
    return work


def test_asking_puts_a_task_in_the_queue_once_it_is_committed(instructor, django_capture_on_commit_callbacks):
    with django_capture_on_commit_callbacks(execute=True):
        work = request_import(instructor, source="pasted", data=TEXT.encode())
    work.refresh_from_db()
    assert (work.state, work.data, work.leased_until) == (DONE, None, None)
    assert (work.article.source, work.article.source_name) == ("pasted", "")
    assert work.article.revisions.get().raw_text == TEXT


def test_file_becomes_an_article_that_knows_its_source(instructor, work):
    perform_import(work.pk, now=NOW)
    work.refresh_from_db()
    assert (work.state, work.tries, work.data) == (DONE, 1, None)
    article = work.article
    assert (article.owner, article.title, article.source, article.source_name) == (
        instructor,
        "Vell",
        "text",
        "vell.txt",
    )
    assert article.revisions.get().author == instructor
    assert article.revisions.get().paragraphs.count() == 3


# What befell an import (state, tries, end of the lease), and what comes of performing it: state, tries, articles.
BEFORE_AND_AFTER = [
    ("waiting", (QUEUED, 0, None), (DONE, 1, 1)),
    ("another worker has it", (RUNNING, 1, LATER + LEASE), (RUNNING, 1, 0)),
    ("its worker was killed", (RUNNING, 1, NOW), (DONE, 2, 1)),
    ("its worker was killed twice", (RUNNING, 2, NOW), (DONE, 3, 1)),
    ("its worker was killed three times", (RUNNING, TRIES, NOW), (RUNNING, TRIES, 0)),
    ("stopped", (CANCELLED, 1, None), (CANCELLED, 1, 0)),
    ("failed", (FAILED, 1, None), (FAILED, 1, 0)),
    ("done", (DONE, 1, None), (DONE, 1, 0)),
]


@pytest.mark.parametrize(
    ("before", "after"), [row[1:] for row in BEFORE_AND_AFTER], ids=[row[0] for row in BEFORE_AND_AFTER]
)
def test_performing_takes_what_is_free(work, before, after):
    state, tries, until = before
    TextImport.objects.filter(pk=work.pk).update(state=state, tries=tries, leased_until=until)
    perform_import(work.pk, now=LATER)
    work.refresh_from_db()
    assert (work.state, work.tries, Article.objects.count()) == after


def test_performing_twice_makes_one_article(work):
    perform_import(work.pk, now=NOW)
    perform_import(work.pk, now=LATER)
    assert Article.objects.count() == 1


@pytest.mark.parametrize("stage", imports.STAGES[1:])
def test_worker_that_dies_in_any_stage_leaves_nothing_and_the_next_makes_one_article(work, stage, monkeypatch):
    reached = Progress.write

    def die(progress):
        reached(progress)
        if progress._said[0] == stage:
            raise KeyboardInterrupt

    monkeypatch.setattr(Progress, "write", die)
    with pytest.raises(KeyboardInterrupt):
        perform_import(work.pk, now=NOW)
    monkeypatch.undo()
    assert not Article.objects.exists()
    perform_import(work.pk, now=LATER + timedelta(seconds=60))
    work.refresh_from_db()
    assert (work.state, work.tries, Article.objects.count()) == (DONE, 2, 1)


def test_progress_notices_a_stopped_import(instructor, work):
    TextImport.objects.filter(pk=work.pk).update(state=RUNNING, tries=1, leased_until=NOW + LEASE)
    work.refresh_from_db()
    progress = Progress(work, NOW)
    progress("reading", 1, 4)
    cancel_import(instructor, work=work, now=NOW)
    assert (work.state, work.data) == (CANCELLED, None)
    with pytest.raises(Stopped):
        progress("cleaning", 0, 1)


def test_replaced_worker_stores_nothing(work):
    TextImport.objects.filter(pk=work.pk).update(state=RUNNING, tries=1, leased_until=NOW)
    work.refresh_from_db()
    progress = Progress(work, NOW)
    TextImport.objects.filter(pk=work.pk).update(tries=2)
    with pytest.raises(Stopped):
        progress("storing", 0, 1)


def test_finished_import_cannot_be_stopped(instructor, work):
    perform_import(work.pk, now=NOW)
    assert cancel_import(instructor, work=work, now=NOW).state == DONE


def test_outsider_cannot_stop(outsider, work):
    assert cancel_import(outsider, work=work, now=NOW).state == QUEUED


@pytest.mark.parametrize(
    ("data", "sentence"),
    [
        (b" ", "no text in it"),
        ("— — —".encode(), "no words"),
        (("a " * 1_000_001).encode(), "MB|characters"),
        (("Der Hafen ist nach einem Sturm und nicht wegen der Stadt geschlossen. " * 5).encode(), "German"),
    ],
    ids=["empty", "no words", "too long", "not English"],
)
def test_text_that_cannot_be_taken_in_fails_with_a_sentence(instructor, data, sentence):
    work = request_import(instructor, source="text", data=data, source_name="vell.txt")
    perform_import(work.pk, now=NOW)
    work.refresh_from_db()
    assert (work.state, work.data) == (FAILED, None)
    assert any(part in work.error for part in sentence.split("|"))
    assert not Article.objects.exists()


def test_page_that_must_not_be_fetched_fails_with_a_sentence(instructor):
    work = page(instructor, "http://127.0.0.1/")
    perform_import(work.pk, now=NOW)
    work.refresh_from_db()
    assert work.state == FAILED
    assert "private network" in work.error


def test_page_becomes_an_article_that_knows_its_address(instructor):
    work = page(instructor, "https://vell.example.org/harbour")
    html = f"<article><h1>The harbour</h1>{''.join(f'<p>{line}</p>' for line in TEXT.splitlines() * 4)}</article>"

    def fetch(address, *, version):
        assert address == "https://vell.example.org/harbour"
        return Fetched(f"<html><body>{html}</body></html>".encode(), address + "?seen", "harbour")

    perform_import(work.pk, now=NOW, fetch=fetch)
    work.refresh_from_db()
    assert (work.state, work.error) == (DONE, "")
    assert (work.article.source, work.article.source_name) == ("address", "https://vell.example.org/harbour?seen")


def test_address_of_another_form_is_refused_at_once(instructor):
    with pytest.raises(ImportRefused, match="https://"):
        page(instructor, "ftp://vell.example.org/")


def test_addresses_can_be_switched_off(instructor, settings):
    settings.FETCH_ADDRESSES = False
    with pytest.raises(ImportRefused, match="does not fetch"):
        page(instructor)


def test_many_open_imports_are_refused(instructor):
    for _ in range(imports.MOST_OPEN):
        page(instructor)
    with pytest.raises(ImportRefused, match="on their way in"):
        page(instructor)


def test_failed_address_is_asked_for_again(instructor):
    work = failed(page(instructor))
    again = retry_import(instructor, work=work)
    assert (again.state, again.source_name) == (QUEUED, work.source_name)
    assert list(TextImport.objects.all()) == [again]


@pytest.mark.parametrize("state", [QUEUED, RUNNING])
def test_open_address_is_not_asked_for_again(instructor, state):
    work = page(instructor)
    TextImport.objects.update(state=state)
    with pytest.raises(ImportRefused, match="Only a web address"):
        retry_import(instructor, work=work)
    assert TextImport.objects.count() == 1


def test_file_is_not_asked_for_again_since_it_was_forgotten(instructor, work):
    with pytest.raises(ImportRefused, match="Bring the text again"):
        retry_import(instructor, work=failed(work))


def test_outsider_cannot_ask_again(instructor, outsider):
    with pytest.raises(ImportRefused):
        retry_import(outsider, work=failed(page(instructor)))


def test_discarded_import_is_gone_and_its_article_stays(instructor, work):
    perform_import(work.pk, now=NOW)
    discard_import(instructor, work=work)
    assert (TextImport.objects.count(), Article.objects.count()) == (0, 1)


def test_open_import_is_not_discarded(instructor, work):
    discard_import(instructor, work=work)
    assert TextImport.objects.count() == 1


def test_reaping_puts_a_lost_import_back_in_the_queue(work, django_capture_on_commit_callbacks):
    TextImport.objects.filter(pk=work.pk).update(state=RUNNING, tries=1, leased_until=NOW)
    with django_capture_on_commit_callbacks(execute=True):
        assert reap_imports(LATER) == 1
    work.refresh_from_db()
    assert (work.state, work.tries) == (DONE, 2)


def test_reaping_fails_an_import_after_its_last_try(work):
    TextImport.objects.filter(pk=work.pk).update(state=RUNNING, tries=TRIES, leased_until=NOW)
    reap_imports(LATER)
    work.refresh_from_db()
    assert (work.state, work.data) == (FAILED, None)
    assert "stopped three times" in work.error


def test_reaping_finds_an_import_that_lost_its_place_in_the_queue(work):
    TextImport.objects.filter(pk=work.pk).update(created_at=NOW)
    assert reap_imports(NOW + PATIENCE) == 0
    assert reap_imports(NOW + PATIENCE + timedelta(seconds=1)) == 1
    assert reap_imports(NOW + PATIENCE + timedelta(seconds=2)) == 0
