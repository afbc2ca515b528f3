"""Reading pages as people do, and counting what they cost."""

from html import unescape
from html.parser import HTMLParser

from django.db import connection
from django.http import HttpResponse
from django.test import Client
from django.test.utils import CaptureQueriesContext

MOST_QUERIES = 12
HTMX = {"HX-Request": "true"}


class _Words(HTMLParser):
    def __init__(self) -> None:
        super().__init__()
        self.found: list[str] = []

    def handle_data(self, data: str) -> None:
        self.found.append(data)


def html_of(response: HttpResponse) -> str:
    return unescape(response.content.decode())


def words_of(response: HttpResponse) -> str:
    """The words of a page without its tags, with single spaces."""
    reader = _Words()
    reader.feed(response.content.decode())
    return " ".join(" ".join(reader.found).split())


def query_count(client: Client, address: str) -> int:
    """Open the page and return how many queries it made; it must show."""
    with CaptureQueriesContext(connection) as made:
        response = client.get(address)
    assert response.status_code == 200
    return len(made)
