"""A browser small enough that a thousand of them do not disturb what they measure: keep-alive, cookies, forms."""

import http.client
import re
import time
from dataclasses import dataclass
from urllib.parse import urlencode, urlsplit

TOKEN = re.compile(r'name="csrfmiddlewaretoken" value="([^"]+)"')
TIMEOUT = 60.0


@dataclass(frozen=True, slots=True)
class Reply:
    """What came back, and after how many seconds."""

    status: int
    location: str
    text: str
    seconds: float


class Browser:
    """One person's connection to the server at 127.0.0.1:`port`."""

    def __init__(self, port: int, cookies: dict[str, str] | None = None) -> None:
        self._connection = http.client.HTTPConnection("127.0.0.1", port, timeout=TIMEOUT)
        self.cookies = dict(cookies or {})
        self.token = ""

    def get(self, path: str) -> Reply:
        return self._send("GET", path, None)

    def post(self, path: str, **fields: object) -> Reply:
        return self._send("POST", path, urlencode({"csrfmiddlewaretoken": self.token, **fields}))

    def close(self) -> None:
        self._connection.close()

    def _send(self, method: str, path: str, body: str | None) -> Reply:
        headers = {"Cookie": "; ".join(f"{name}={value}" for name, value in self.cookies.items())}
        if body is not None:
            headers["Content-Type"] = "application/x-www-form-urlencoded"
        began = time.perf_counter()
        try:
            reply, text = self._exchange(method, path, body, headers)
        except (http.client.RemoteDisconnected, ConnectionError):  # the server closed a connection that lay idle
            self._connection.close()
            reply, text = self._exchange(method, path, body, headers)
        seconds = time.perf_counter() - began
        self._keep(reply, text)
        return Reply(reply.status, urlsplit(reply.getheader("Location", "")).path, text, seconds)

    def _exchange(
        self, method: str, path: str, body: str | None, headers: dict[str, str]
    ) -> tuple[http.client.HTTPResponse, str]:
        self._connection.request(method, path, body, headers)
        reply = self._connection.getresponse()
        return reply, reply.read().decode()

    def _keep(self, reply: http.client.HTTPResponse, text: str) -> None:
        for cookie in reply.headers.get_all("Set-Cookie", ()):
            name, _, value = cookie.partition(";")[0].partition("=")
            self.cookies[name] = value
        if found := TOKEN.search(text):
            self.token = found.group(1)
