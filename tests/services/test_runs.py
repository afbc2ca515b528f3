"""Runs: asked for once, performed under a lease, stopped, taken over, and stored without doubles."""

from datetime import timedelta

import pytest

from quizzes.models import Evidence, Item, Run
from quizzes.services import items
from quizzes.services.articles import create_article
from quizzes.services.leases import LEASE, PATIENCE, TRIES, Progress, Stopped
from quizzes.services.runs import RunError, cancel_run, perform_run, reap_runs, request_run
from tests.factories import NOW

TEXT = """The harbour at Vell was closed in 1974 after a storm. Some 400 boats had used it every summer.

Mayor Ada Lind opened the new pier in Vell in June 2003. The pier cost 12 million crowns and took three years to build.

In 2011 the town sold the old lighthouse to a museum in Aren. The museum paid 90,000 crowns for it.

Fishermen from Torsk brought 210 tons of herring to Vell in 1931. Only 14 tons were landed there in 1973."""
LATER = NOW + LEASE + timedelta(seconds=1)


@pytest.fixture
def revision(instructor):
    return create_article(instructor, title="Vell", raw_text=TEXT).revisions.get()


@pytest.fixture
def run(instructor, revision) -> Run:
    return request_run(instructor, revision=revision, seed=0, maximum=None, kinds=[])


def test_asking_puts_a_task_in_the_queue_once_it_is_committed(instructor, revision, django_capture_on_commit_callbacks):
    with django_capture_on_commit_callbacks(execute=True):
        run = request_run(instructor, revision=revision, seed=3, maximum=5, kinds=["cloze"])
    run.refresh_from_db()
    assert run.state == Run.State.DONE
    assert set(Item.objects.values_list("kind", flat=True)) <= {"cloze"}
    assert Item.objects.count() <= 5


def test_second_run_of_a_revision_is_refused(instructor, revision, run):
    with pytest.raises(RunError, match="written already"):
        request_run(instructor, revision=revision, seed=1, maximum=None, kinds=[])


def test_run_of_anothers_article_is_refused(outsider, revision):
    with pytest.raises(RunError, match="owner"):
        request_run(outsider, revision=revision, seed=1, maximum=None, kinds=[])


def test_items_are_stored_with_verified_evidence(run):
    perform_run(run.pk, now=NOW)
    run.refresh_from_db()
    assert (run.state, run.tries, run.leased_until) == (Run.State.DONE, 1, None)
    assert run.report["added"] == Item.objects.count() > 0
    for item in Item.objects.select_related("current"):
        for row in item.current.evidence.select_related("paragraph"):
            assert row.paragraph.text[row.start : row.end] == row.exact


def test_performing_again_adds_nothing_and_keeps_decisions(instructor, revision, run):
    perform_run(run.pk, now=NOW)
    perform_run(run.pk, now=LATER)
    count = Item.objects.count()
    first = Item.objects.first()
    items.approve(instructor, item=first)
    again = request_run(instructor, revision=revision, seed=0, maximum=None, kinds=[])
    perform_run(again.pk, now=NOW)
    again.refresh_from_db()
    first.refresh_from_db()
    assert (Item.objects.count(), first.state) == (count, Item.State.APPROVED)
    assert (again.report["added"], again.report["known"]) == (0, count)


def test_leased_run_is_left_to_its_worker(run):
    Run.objects.filter(pk=run.pk).update(state=Run.State.RUNNING, tries=1, leased_until=NOW + LEASE)
    perform_run(run.pk, now=NOW)
    run.refresh_from_db()
    assert (run.state, run.tries) == (Run.State.RUNNING, 1)


def test_run_whose_lease_has_ended_is_taken_over(run):
    Run.objects.filter(pk=run.pk).update(state=Run.State.RUNNING, tries=1, leased_until=NOW)
    perform_run(run.pk, now=LATER)
    run.refresh_from_db()
    assert (run.state, run.tries) == (Run.State.DONE, 2)


def test_cancelled_run_is_not_performed(instructor, run):
    cancel_run(instructor, run=run, now=NOW)
    perform_run(run.pk, now=NOW)
    run.refresh_from_db()
    assert run.state == Run.State.CANCELLED
    assert not Item.objects.exists()


def test_progress_notices_a_cancelled_run(instructor, run):
    Run.objects.filter(pk=run.pk).update(state=Run.State.RUNNING, tries=1, leased_until=NOW + LEASE)
    run.refresh_from_db()
    progress = Progress(run, NOW)
    progress("reading", 1, 4)
    cancel_run(instructor, run=run, now=NOW)
    with pytest.raises(Stopped):
        progress("writing", 0, 4)


def test_progress_writes_now_and_then_and_renews_the_lease(run, django_assert_num_queries):
    Run.objects.filter(pk=run.pk).update(state=Run.State.RUNNING, tries=1, leased_until=NOW)
    run.refresh_from_db()
    progress = Progress(run, NOW)
    with django_assert_num_queries(1):
        for done in range(1, 100):
            progress("reading", done, 100)
    run.refresh_from_db()
    assert (run.stage, run.done, run.total) == ("reading", 1, 100)
    assert run.leased_until >= NOW + LEASE


def test_worker_that_was_replaced_stops(run):
    Run.objects.filter(pk=run.pk).update(state=Run.State.RUNNING, tries=1, leased_until=NOW)
    run.refresh_from_db()
    progress = Progress(run, NOW)
    Run.objects.filter(pk=run.pk).update(tries=2)
    with pytest.raises(Stopped):
        progress("reading", 1, 4)


def test_finished_run_cannot_be_cancelled(instructor, run):
    perform_run(run.pk, now=NOW)
    assert cancel_run(instructor, run=run, now=NOW).state == Run.State.DONE


def test_outsider_cannot_cancel(outsider, run):
    assert cancel_run(outsider, run=run, now=NOW).state == Run.State.QUEUED


def test_failure_is_readable_and_stores_nothing(revision, run):
    revision.paragraphs.filter(number=1).update(kind="unheard of")
    with pytest.raises(ValueError, match="unheard of"):
        perform_run(run.pk, now=NOW)
    run.refresh_from_db()
    assert run.state == Run.State.FAILED
    assert "Try again" in run.error
    assert not Item.objects.exists()


def test_reaping_puts_a_lost_run_back_in_the_queue(run, django_capture_on_commit_callbacks):
    Run.objects.filter(pk=run.pk).update(state=Run.State.RUNNING, tries=1, leased_until=NOW)
    with django_capture_on_commit_callbacks(execute=True):
        assert reap_runs(LATER) == 1
    run.refresh_from_db()
    assert (run.state, run.tries) == (Run.State.DONE, 2)


def test_reaping_fails_a_run_after_its_last_try(run):
    Run.objects.filter(pk=run.pk).update(state=Run.State.RUNNING, tries=TRIES, leased_until=NOW)
    reap_runs(LATER)
    run.refresh_from_db()
    assert run.state == Run.State.FAILED
    assert "stopped three times" in run.error


def test_reaping_finds_a_run_that_lost_its_place_in_the_queue(run, django_capture_on_commit_callbacks):
    Run.objects.filter(pk=run.pk).update(created_at=NOW)
    assert reap_runs(NOW + PATIENCE) == 0
    with django_capture_on_commit_callbacks() as callbacks:
        assert reap_runs(NOW + PATIENCE + timedelta(seconds=1)) == 1
        assert reap_runs(NOW + PATIENCE + timedelta(seconds=2)) == 0
    assert len(callbacks) == 1


@pytest.mark.parametrize("state", [Run.State.DONE, Run.State.FAILED, Run.State.CANCELLED])
def test_reaping_leaves_finished_runs_alone(run, state):
    Run.objects.filter(pk=run.pk).update(state=state, created_at=NOW, leased_until=NOW)
    assert reap_runs(LATER + PATIENCE) == 0


def test_run_of_chosen_chapters_stores_items_of_these_alone(instructor):
    chapters = (f"Chapter {number}\n\n{part}" for number, part in enumerate(TEXT.split("\n\n"), start=1))
    text = "\n\n".join(["The harbour of Vell", *chapters])
    revision = create_article(instructor, title="Vell", raw_text=text).revisions.get()
    assert list(revision.paragraphs.filter(kind="heading").values_list("number", flat=True)) == [2, 4, 6, 8]
    run = request_run(instructor, revision=revision, chapters=[8, 4])
    perform_run(run.pk, now=NOW)
    run.refresh_from_db()
    assert (run.state, run.chapters) == (Run.State.DONE, [4, 8])
    places = Evidence.objects.filter(item_revision__item__isnull=False).values_list("paragraph__number", flat=True)
    assert set(places) <= {5, 9}
    assert {5, 9} & set(places)
    for row in Evidence.objects.select_related("paragraph"):
        assert row.paragraph.text[row.start : row.end] == row.exact
