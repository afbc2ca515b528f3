"""Text in: list, form, numbered paragraphs, raw text, title."""

import re

import pytest
from django.core.files.uploadedfile import SimpleUploadedFile
from django.db import connection
from django.test.utils import CaptureQueriesContext
from django.urls import reverse

from quizzes.forms.articles import ArticleForm
from quizzes.intake import Kind
from quizzes.models import Article, ArticleRevision, Item, Paragraph, TextImport
from tests import factories

MESSY = "The har-\nbour at Vell was closed\nin 1974 after a storm.\n\nSome 400 boats had used it."


def send(client, **data):
    return client.post(reverse("article-create"), {"title": "", "text": "", **data})


def refusal(response) -> str:
    assert response.status_code == 422
    page = response.content.decode()
    assert "error-summary" in page
    return page


def test_empty_list_offers_ways_to_begin(instructor_client):
    page = instructor_client.get(reverse("article-list")).content.decode()
    assert "No article yet" in page
    assert reverse("article-create") + "#file" in page


def test_list_shows_what_waits(instructor_client, instructor):
    article = factories.article(instructor)
    factories.item(article)
    factories.item(article, state=Item.State.APPROVED)
    page = instructor_client.get(reverse("article-list")).content.decode()
    assert article.title in page
    assert "One proposal waits" in page
    assert "1 approved" in page


@pytest.mark.parametrize("address", ["article-list", "article-create"])
def test_learner_is_refused(learner_client, address):
    assert learner_client.get(reverse(address)).status_code == 403


def test_assistant_is_refused(assistant_client):
    assert assistant_client.get(reverse("article-create")).status_code == 403


def test_stranger_is_asked_to_sign_in(client, db):
    response = client.get(reverse("article-list"))
    assert response["Location"].startswith(reverse("sign-in"))


@pytest.mark.parametrize("name", ["article-show", "article-raw", "article-rename"])
def test_outsider_finds_nothing(outsider_client, instructor, name):
    article = factories.article(instructor)
    assert outsider_client.get(reverse(name, args=[article.uuid])).status_code == 404


def test_pasted_text_becomes_numbered_paragraphs(instructor_client):
    response = send(instructor_client, text=MESSY)
    article = Article.objects.get()
    assert response["Location"] == reverse("article-show", args=[article.uuid])
    page = instructor_client.get(response["Location"]).content.decode()
    assert "The harbour at Vell was closed in 1974 after a storm." in page
    assert re.findall(r'class="para" id="(p\d+)"', page) == ["p1", "p2"]
    assert not article.items.exists()


def test_uploaded_file_becomes_an_article(instructor_client):
    send(instructor_client, title="Harbour", file=SimpleUploadedFile("a.txt", MESSY.encode()))
    article = Article.objects.get()
    assert article.title == "Harbour"
    assert article.revisions.get().raw_text == MESSY


def test_nothing_given_is_refused(instructor_client):
    assert "There is no text yet" in refusal(send(instructor_client))


def test_text_and_file_together_are_refused(instructor_client):
    response = send(instructor_client, text=MESSY, file=SimpleUploadedFile("a.txt", b"Some words."))
    assert "leave the others empty" in refusal(response)


def test_text_and_address_together_are_refused(instructor_client):
    page = refusal(send(instructor_client, text=MESSY, address="https://vell.example.org/"))
    assert "leave the others empty" in page
    assert "https://vell.example.org/" in page


def test_picture_is_refused(instructor_client):
    page = refusal(send(instructor_client, file=SimpleUploadedFile("a.txt", b"\x89PNG\r\n\x1a\n"), title="Vell"))
    assert "This is a picture" in page
    assert 'value="Vell"' in page


def test_file_that_is_too_large_is_refused(instructor_client, monkeypatch):
    monkeypatch.setattr(ArticleForm, "LARGEST", dict.fromkeys(Kind, 1_000_000))
    upload = SimpleUploadedFile("a.txt", b"word " * 200_001)
    assert "larger than 1 MB" in refusal(send(instructor_client, file=upload))


@pytest.mark.parametrize(
    ("address", "sentence"),
    [("ftp://vell.example.org/", "https://"), ("http://localhost/", "no full host name"), ("a b", "no web address")],
)
def test_address_that_is_none_is_refused_and_kept(instructor_client, address, sentence):
    page = refusal(send(instructor_client, address=address))
    assert sentence in page
    assert f'value="{address}"' in page


def test_address_is_read_in_the_background(instructor_client):
    response = send(instructor_client, address="vell.example.org/harbour", title="Vell")
    work = TextImport.objects.get()
    assert response["Location"] == reverse("import-show", args=[work.uuid])
    assert (work.source, work.source_name, work.title) == ("address", "https://vell.example.org/harbour", "Vell")


def test_addresses_are_not_offered_where_they_are_switched_off(instructor_client, settings):
    settings.FETCH_ADDRESSES = False
    assert "id_address" not in instructor_client.get(reverse("article-create")).content.decode()
    assert "does not fetch" in refusal(send(instructor_client, address="https://vell.example.org/"))


def test_pdf_is_read_in_the_background(instructor_client):
    send(instructor_client, file=SimpleUploadedFile("a.txt", b"%PDF-1.7 x"))
    work = TextImport.objects.get()
    assert (work.source, work.source_name, bytes(work.data)) == ("pdf", "a.txt", b"%PDF-1.7 x")


def test_long_text_is_read_in_the_background(instructor_client):
    text = "The harbour was closed. " * 9_000
    send(instructor_client, text=text)
    work = TextImport.objects.get()
    assert (work.source, work.source_name, bytes(work.data).decode()) == ("pasted", "", text)


def test_empty_file_is_refused(instructor_client):
    assert "no text in it" in refusal(send(instructor_client, file=SimpleUploadedFile("a.txt", b" ")))


def test_text_without_words_is_refused(instructor_client):
    assert "no words" in refusal(send(instructor_client, text="— — —"))
    assert not Article.objects.exists()


def test_refused_form_keeps_what_was_written(instructor_client):
    page = refusal(send(instructor_client, title="x" * 201, text=MESSY))
    assert "boats had used it" in page


def test_page_notes_coverage_and_kinds(instructor_client, instructor):
    article = factories.article(instructor)
    article.revisions.get().paragraphs.filter(number=2).update(kind="heading")
    factories.item(article, state=Item.State.APPROVED)
    factories.item(article, paragraph=3)
    page = instructor_client.get(reverse("article-show", args=[article.uuid])).content.decode()
    notes = [" ".join(re.sub(r"<[^>]+>", " ", note).split()) for note in re.findall(r"para-note.*?</div>", page, re.S)]
    assert [note.split(">")[-1].strip() for note in notes] == ["1 item", "Heading", "1 waiting in paragraph 3"]
    assert "Make a quiz" in page


def test_raw_text_is_shown_as_it_was_brought(instructor_client):
    send(instructor_client, text=MESSY)
    page = instructor_client.get(reverse("article-raw", args=[Article.objects.get().uuid])).content.decode()
    assert MESSY in page


def test_title_can_be_changed(instructor_client, instructor):
    article = factories.article(instructor)
    instructor_client.post(reverse("article-rename", args=[article.uuid]), {"title": "  The pier\nof Vell "})
    article.refresh_from_db()
    assert article.title == "The pier of Vell"


def test_blank_title_is_refused(instructor_client, instructor):
    article = factories.article(instructor)
    response = instructor_client.post(reverse("article-rename", args=[article.uuid]), {"title": " "})
    assert "needs a title" in refusal(response)


@pytest.fixture
def book(instructor) -> Article:
    """A text of 450 paragraphs with a heading at every fiftieth."""
    article = Article.objects.create(owner=instructor, title="The book of Vell")
    revision = ArticleRevision.objects.create(article=article, raw_text="", words=9_000)
    Paragraph.objects.bulk_create(
        Paragraph(
            revision=revision,
            number=number,
            stable_id=f"p{number}",
            kind="heading" if number % 50 == 1 else "body",
            text=f"Text of paragraph {number}.",
        )
        for number in range(1, 451)
    )
    return article


@pytest.mark.parametrize(
    ("wanted", "first", "last"),
    [("", 1, 200), ("201", 201, 400), ("57", 57, 256), ("450", 450, 450), ("0", 1, 200), ("999", 450, 450)]
    + [(wrong, 1, 200) for wrong in ("x", "-1", "9" * 5000, "²")],
)
def test_long_text_is_shown_in_parts(instructor_client, book, wanted, first, last):
    page = instructor_client.get(reverse("article-show", args=[book.uuid]), {"from": wanted}).content.decode()
    shown = [int(number) for number in re.findall(r'class="para" id="p(\d+)"', page)]
    assert shown == list(range(first, last + 1))
    assert f"Paragraphs {first} to {last} of 450" in page


def test_parts_lead_to_each_other_and_to_the_chapters(instructor_client, book):
    page = instructor_client.get(reverse("article-show", args=[book.uuid]), {"from": "201"}).content.decode()
    for target in ("?from=1", "?from=401", "?from=51#p51", "?from=401#p401"):
        assert f'href="{target}"' in page


def test_short_text_has_no_parts(instructor_client, instructor):
    page = instructor_client.get(reverse("article-show", args=[factories.article(instructor).uuid])).content.decode()
    assert "Go to paragraph" not in page
    assert "Only some chapters" not in page


def test_part_of_a_long_text_makes_as_many_queries_as_a_short_one(instructor_client, instructor, book):
    short, long = (reverse("article-show", args=[each.uuid]) for each in (factories.article(instructor), book))
    assert queries_of(instructor_client, short) == queries_of(instructor_client, long) <= 12


def queries_of(client, address: str) -> int:
    with CaptureQueriesContext(
        connection,
    ) as captured:
        assert client.get(address).status_code == 200
    return len(captured)


def test_pages_make_few_queries_whatever_they_show(instructor_client, instructor):
    article = factories.article(instructor)
    factories.item(article)
    addresses = [reverse("article-list"), reverse("article-show", args=[article.uuid])]
    before = [queries_of(instructor_client, address) for address in addresses]
    for number in range(3):
        factories.article(instructor, title=f"Another {number}")
        factories.item(article)
    assert [queries_of(instructor_client, address) for address in addresses] == before
    assert max(before) <= 12


def test_page_says_how_hard_the_text_is_and_where_it_came_from(instructor_client, instructor):
    article = factories.article(instructor)
    Article.objects.update(source="address", source_name="https://vell.example.org/harbour")
    ArticleRevision.objects.update(grade=8.2, rare_share=0.117)
    page = instructor_client.get(reverse("article-show", args=[article.uuid])).content.decode()
    assert "reading grade 8.2" in page
    assert "12 % rare words" in page
    assert 'href="https://vell.example.org/harbour"' in page


def test_name_of_a_file_is_shown_as_text(instructor_client, instructor):
    article = factories.article(instructor)
    Article.objects.update(source="pdf", source_name="<b>vell</b>.pdf")
    page = instructor_client.get(reverse("article-show", args=[article.uuid])).content.decode()
    assert "PDF: &lt;b&gt;vell&lt;/b&gt;.pdf" in page
    assert "reading grade" not in page
