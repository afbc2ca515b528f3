"""A text on its way in: shown with how far it is, stopped, asked for again, forgotten."""

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext
from django.urls import reverse

from quizzes.models import Article, TextImport
from tests import factories

HTMX = {"HTTP_HX_REQUEST": "true"}
State = TextImport.State
ACTIONS = ("import-cancel", "import-retry", "import-discard")


@pytest.fixture
def work(instructor) -> TextImport:
    return TextImport.objects.create(requested_by=instructor, source="pdf", source_name="vell.pdf", data=b"%PDF-")


@pytest.fixture
def page(instructor) -> TextImport:
    return TextImport.objects.create(
        requested_by=instructor,
        source="address",
        source_name="https://vell.example.org/harbour",
        state=State.FAILED,
        error="vell.example.org cannot be reached.",
    )


def show(client, work: TextImport, **headers):
    return client.get(reverse("import-show", args=[work.uuid]), **headers)


def test_open_import_is_polled_and_says_how_far_it_is(instructor_client, work):
    TextImport.objects.update(state=State.RUNNING, stage="reading", done=3, total=4)
    response = show(instructor_client, work, **HTMX)
    panel = response.content.decode()
    assert response.status_code == 200
    assert 'hx-trigger="every 1s"' in panel
    assert "Reading the text." in panel
    assert "Part 3 of 4." in panel
    assert 'value="40"' in panel


def test_waiting_import_says_so_on_a_page_of_its_own(instructor_client, work):
    response = show(instructor_client, work)
    assert "Waiting for a worker" in response.content.decode()
    assert "vell.pdf" in response.content.decode()
    assert "no-store" in response["Cache-Control"]


def test_done_import_leads_to_its_article(instructor_client, instructor, work):
    article = factories.article(instructor)
    TextImport.objects.update(state=State.DONE, article=article, data=None)
    address = reverse("article-show", args=[article.uuid])
    assert show(instructor_client, work)["Location"] == address
    assert show(instructor_client, work, **HTMX)["HX-Redirect"] == address


def test_import_whose_article_was_deleted_is_over(instructor_client, work):
    TextImport.objects.update(state=State.DONE, data=None)
    assert "Its article was deleted" in show(instructor_client, work).content.decode()


def test_failed_import_ends_the_polling_and_says_what_to_do(instructor_client, page):
    response = show(instructor_client, page, **HTMX)
    panel = response.content.decode()
    assert response.status_code == 286
    assert "every 1s" not in panel
    assert "vell.example.org cannot be reached." in panel
    assert "Try again" in panel
    assert "Paste the text instead" in panel


def test_failed_file_has_to_be_chosen_again(instructor_client, work):
    TextImport.objects.update(state=State.FAILED, data=None, error="This PDF is broken.")
    panel = show(instructor_client, work).content.decode()
    assert "Choose a file again" in panel
    assert "Try again" not in panel


def test_import_can_be_stopped(instructor_client, work):
    response = instructor_client.post(reverse("import-cancel", args=[work.uuid]), **HTMX)
    work.refresh_from_db()
    assert (work.state, work.data) == (State.CANCELLED, None)
    assert "Nothing of it was kept" in response.content.decode()


def test_import_can_be_stopped_without_a_script(instructor_client, work):
    response = instructor_client.post(reverse("import-cancel", args=[work.uuid]))
    assert response["Location"] == reverse("import-show", args=[work.uuid])


def test_failed_address_can_be_asked_for_again(instructor_client, page):
    response = instructor_client.post(reverse("import-retry", args=[page.uuid]))
    again = TextImport.objects.get()
    assert response["Location"] == reverse("import-show", args=[again.uuid])
    assert (again.state, again.source_name) == (State.QUEUED, page.source_name)


def test_file_cannot_be_asked_for_again(instructor_client, work):
    response = instructor_client.post(reverse("import-retry", args=[work.uuid]), follow=True)
    assert "Only a web address" in response.content.decode()


def test_failed_import_can_be_forgotten(instructor_client, page):
    response = instructor_client.post(reverse("import-discard", args=[page.uuid]))
    assert response["Location"] == reverse("article-list")
    assert not TextImport.objects.exists()


@pytest.mark.parametrize("name", ACTIONS)
def test_outsider_finds_nothing(outsider_client, work, name):
    assert outsider_client.post(reverse(name, args=[work.uuid])).status_code == 404
    assert show(outsider_client, work).status_code == 404


@pytest.mark.parametrize("name", ACTIONS)
def test_actions_are_no_links(instructor_client, work, name):
    assert instructor_client.get(reverse(name, args=[work.uuid])).status_code == 405


def test_learner_is_refused(learner_client, work):
    assert show(learner_client, work).status_code == 403


def test_stranger_is_asked_to_sign_in(client, work):
    assert show(client, work)["Location"].startswith(reverse("sign-in"))


def test_list_names_open_and_failed_imports_and_no_others(instructor_client, instructor, work, page):
    TextImport.objects.create(requested_by=instructor, source="text", source_name="done.txt", state=State.DONE)
    TextImport.objects.create(requested_by=instructor, source="text", source_name="gone.txt", state=State.CANCELLED)
    html = instructor_client.get(reverse("article-list")).content.decode()
    assert "vell.pdf" in html
    assert "vell.example.org cannot be reached." in html
    assert "done.txt" not in html
    assert "gone.txt" not in html


def test_list_makes_as_many_queries_for_one_import_as_for_three(instructor_client, instructor, work):
    def queries() -> int:
        with CaptureQueriesContext(connection) as captured:
            instructor_client.get(reverse("article-list"))
        return len(captured)

    before = queries()
    for number in range(2):
        TextImport.objects.create(requested_by=instructor, source="text", source_name=f"{number}.txt")
    assert queries() == before <= 12


def test_page_that_must_not_be_fetched_is_said_on_the_page_of_its_import(
    instructor, instructor_client, django_capture_on_commit_callbacks
):
    with django_capture_on_commit_callbacks(execute=True):
        response = instructor_client.post(
            reverse("article-create"), {"text": "", "title": "", "address": "http://10.0.0.1/"}
        )
    panel = instructor_client.get(response["Location"]).content.decode()
    assert "private network" in panel
    assert not Article.objects.exists()


def test_a_text_that_was_not_taken_in_can_be_forgotten_from_the_list(instructor_client, instructor):
    work = TextImport.objects.create(
        requested_by=instructor, source="pdf", source_name="broken.pdf", state="failed", error="It is damaged."
    )
    page = instructor_client.get(reverse("article-list")).content.decode()
    assert reverse("import-discard", args=[work.uuid]) in page
