"""The figures of the load, and the small browser behind them."""

from http.server import BaseHTTPRequestHandler, HTTPServer
from threading import Thread

import pytest

from benchmarks.load.browser import Browser, Reply
from benchmarks.load.learners import Sender, Tally, back_to_back, paced


class Form(BaseHTTPRequestHandler):
    """Sets a cookie and a token on GET, and says on POST what came back."""

    protocol_version = "HTTP/1.1"

    def do_GET(self):
        self._reply(b'<input type="hidden" name="csrfmiddlewaretoken" value="secret">', cookie="seen=yes; Path=/")

    def do_POST(self):
        body = self.rfile.read(int(self.headers["Content-Length"])).decode()
        self._reply(f"{self.path} {body} {self.headers['Cookie']}".encode())

    def _reply(self, text, cookie=""):
        self.send_response(200)
        self.send_header("Content-Length", str(len(text)))
        if cookie:
            self.send_header("Set-Cookie", cookie)
        self.end_headers()
        self.wfile.write(text)

    def log_message(self, *_):
        """Say nothing."""


@pytest.fixture
def port():
    with HTTPServer(("127.0.0.1", 0), Form) as server:
        Thread(target=server.serve_forever, daemon=True).start()
        yield server.server_port
        server.shutdown()


def test_a_browser_keeps_cookies_and_token(port):
    browser = Browser(port)
    browser.get("/")
    assert browser.post("/1/", choice=2).text == "/1/ csrfmiddlewaretoken=secret&choice=2 seen=yes"
    browser.close()


def test_a_tally_counts_and_sorts():
    tally = Tally(lasted=2.0)
    for number in range(1, 101):
        tally.add(Reply(200 if number > 10 else 500, "", "", number / 1000))
    assert (tally.errors, tally.rate) == (10, 45.0)
    assert tally.quantile(0.95) == pytest.approx(0.096)


def test_people_answer_until_the_time_is_over(port):
    sender = Sender(port)
    assert len(back_to_back([sender], 0.2).seconds) > 5
    assert len(paced([sender], 0.35, every=0.1).seconds) == 4
    sender.browser.close()
