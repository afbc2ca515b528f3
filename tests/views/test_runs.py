"""A run in the page of its article: asked for, polled, stopped."""

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext
from django.urls import reverse

from quizzes.models import Run
from quizzes.services.runs import request_run
from tests import factories

HTMX = {"HTTP_HX_REQUEST": "true"}
ALL = {"maximum": "20", "seed": "0", "kinds": ["cloze", "multiple_choice"]}


@pytest.fixture
def article(instructor):
    return factories.article(instructor)


@pytest.fixture
def run(instructor, article) -> Run:
    return request_run(instructor, revision=article.revisions.get())


def start(client, article, **data):
    return client.post(reverse("run-start", args=[article.uuid]), ALL | data)


def test_asking_stores_what_is_wanted_and_goes_back(instructor_client, article):
    response = start(instructor_client, article)
    run = Run.objects.get()
    assert (run.maximum, run.seed, run.kinds) == (20, 0, ["multiple_choice", "cloze"])
    assert response["Location"].endswith(f"{article.uuid}/#run")


@pytest.mark.parametrize(
    ("field", "value", "said"),
    [
        ("maximum", "many", "a number from 1 to 200"),
        ("maximum", "0", "greater than"),
        ("kinds", [], "at least one kind"),
    ],
)
def test_wrong_wish_is_refused(instructor_client, article, field, value, said):
    response = start(instructor_client, article, **{field: value})
    assert response.status_code == 422
    assert said in response.content.decode()
    assert not Run.objects.exists()


def test_asking_twice_is_refused(instructor_client, article, run):
    response = start(instructor_client, article)
    assert response.status_code == 409
    assert "being written already" in response.content.decode()


def test_open_run_is_polled(instructor_client, run):
    Run.objects.update(state=Run.State.RUNNING, stage="checking", done=2, total=4)
    response = instructor_client.get(reverse("run-show", args=[run.uuid]), **HTMX)
    page = response.content.decode()
    assert response.status_code == 200
    assert 'hx-trigger="every 2s"' in page
    assert "Checking each draft." in page
    assert "Paragraph 2 of 4." in page
    assert 'value="62"' in page


def test_finished_run_ends_the_polling_and_tells_why_there_are_few(instructor_client, run, article):
    report = {"requested": 9, "drafts": 7, "shown": 2, "recommended": 1, "refused": {"F2": 3, "M1": 1, "M2": 1}}
    Run.objects.update(state=Run.State.DONE, report=report)
    factories.item(article)
    response = instructor_client.get(reverse("run-show", args=[run.uuid]), **HTMX)
    page = response.content.decode()
    assert response.status_code == 286
    assert "every 2s" not in page
    assert "You asked for 9 questions and got 2." in page
    assert "<dt>3</dt><dd>because it needed another sentence to be understood</dd>" in page
    assert "<dt>2</dt><dd>because it had more than one small flaw</dd>" in page
    assert "One proposal to decide." in page
    assert 'id="note-1" hx-swap-oob="true"' in page


def test_report_leads_to_what_each_check_refused_and_counts_what_was_left_out(instructor_client, run):
    report = {"requested": 9, "drafts": 9, "shown": 2, "refused": {"F2": 3}, "unchosen": {"same fact": 4}}
    Run.objects.update(state=Run.State.DONE, report=report)
    page = instructor_client.get(reverse("run-show", args=[run.uuid]), **HTMX).content.decode()
    assert f'href="{reverse("run-refused", args=[run.uuid])}?code=F2"' in page
    assert "4 drafts passed and were left out" in page
    assert "<dt>4</dt><dd>because a better question asks for the same fact</dd>" in page


def test_report_tells_what_was_too_long(instructor_client, run):
    report = {"drafts": 0, "shown": 0, "refused": {}, "skipped": {"long paragraph": 1, "long sentence": 2}}
    Run.objects.update(state=Run.State.DONE, report=report)
    page = instructor_client.get(reverse("run-show", args=[run.uuid]), **HTMX).content.decode()
    assert "3 paragraphs or sentences were too long to be read." in page


def test_failed_run_says_what_to_do(instructor_client, run):
    Run.objects.update(state=Run.State.FAILED, error="The worker stopped. Try again.")
    assert "Try again." in instructor_client.get(reverse("run-show", args=[run.uuid]), **HTMX).content.decode()


def test_without_htmx_the_run_is_seen_in_its_article(instructor_client, run, article):
    response = instructor_client.get(reverse("run-show", args=[run.uuid]))
    assert response["Location"].endswith(f"{article.uuid}/#run")


def test_run_can_be_stopped(instructor_client, run):
    page = instructor_client.post(reverse("run-cancel", args=[run.uuid]), **HTMX).content.decode()
    run.refresh_from_db()
    assert run.state == Run.State.CANCELLED
    assert "Stopped" in page


def test_a_stopped_run_leaves_the_way_to_what_waits(instructor_client, run, article):
    factories.item(article)
    page = instructor_client.post(reverse("run-cancel", args=[run.uuid]), **HTMX).content.decode()
    assert reverse("approval-queue", args=[article.uuid]) in page


@pytest.mark.parametrize("name", ["run-show", "run-cancel"])
def test_outsider_finds_no_run(outsider_client, run, name):
    method = outsider_client.get if name == "run-show" else outsider_client.post
    assert method(reverse(name, args=[run.uuid])).status_code == 404


def test_outsider_cannot_ask(outsider_client, article):
    assert start(outsider_client, article).status_code == 404


def test_learner_cannot_ask(learner_client, article):
    assert start(learner_client, article).status_code == 403


def test_assistant_cannot_ask(assistant_client, article):
    assert start(assistant_client, article).status_code == 403


def test_stranger_is_asked_to_sign_in(client, run):
    assert client.get(reverse("run-show", args=[run.uuid])).status_code == 302


def test_poll_makes_few_queries(instructor_client, run):
    with CaptureQueriesContext(connection) as captured:
        instructor_client.get(reverse("run-show", args=[run.uuid]), **HTMX)
    assert len(captured) <= 4


@pytest.fixture
def chapters(instructor):
    """An article with four chapters, at paragraphs 1, 3, 5 and 7."""
    texts = tuple(f"{word} {number}" for number in range(1, 5) for word in ("Chapter", "The harbour was closed in 197"))
    article = factories.article(instructor, texts)
    article.revisions.get().paragraphs.filter(number__in=(1, 3, 5, 7)).update(kind="heading")
    return article


def test_chapters_are_offered_and_asked_for(instructor_client, chapters):
    page = instructor_client.get(reverse("article-show", args=[chapters.uuid])).content.decode()
    assert "Only some chapters (of 4)" in page
    start(instructor_client, chapters, chapters=["5", "3"])
    assert Run.objects.get().chapters == [3, 5]


def test_chapter_that_is_none_is_refused(instructor_client, chapters):
    response = start(instructor_client, chapters, chapters=["4"])
    assert response.status_code == 422
    assert "Choose the chapters again" in response.content.decode()
    assert not Run.objects.exists()


def test_panel_of_a_part_asks_for_that_part_again(instructor_client, run):
    response = instructor_client.get(reverse("run-show", args=[run.uuid]), {"from": "201"}, **HTMX)
    assert f'hx-get="{reverse("run-show", args=[run.uuid])}?from=201"' in response.content.decode()
