"""A page from the web, safely: only public addresses, each looked up once, a few redirects, robots.txt honoured."""

import codecs
import re
import socket
import ssl
import threading
from collections.abc import Callable
from dataclasses import dataclass, field
from urllib.parse import unquote, urljoin
from urllib.robotparser import RobotFileParser

from django.utils.translation import gettext as _

from quizzes.intake.fetching_hosts import PORTS, FetchError, Target, check_public, target_of
from quizzes.intake.fetching_http import Answer, Connect, Deadline, get

SECONDS = 10.0
REDIRECTS = 5
REDIRECTING = (301, 302, 303, 307, 308)
AGENT = "studyapp/%s (+text import for teachers)"
# What can hold a text; what a server does not name, or calls a stream of bytes, is told by its content later.
TYPES = re.compile(r"text/.*|application/(?:xhtml\+xml|xml|pdf|epub\+zip|octet-stream|.*wordprocessingml.*)|")
Resolve = Callable[[str, int], list[str]]


@dataclass(frozen=True, slots=True)
class Fetched:
    """What an address gave: the bytes, the address that they came from in the end, and a name for them."""

    data: bytes
    address: str
    name: str


def look_up(host: str, port: int) -> list[str]:
    """Ask the system for the internet addresses of a host."""
    found = socket.getaddrinfo(host, port, type=socket.SOCK_STREAM)
    return list(dict.fromkeys(str(entry[4][0]) for entry in found))


def connect(address: str, port: int, seconds: float) -> socket.socket:
    """Open a connection to an internet address; nothing is looked up any more."""
    return socket.create_connection((address, port), timeout=seconds)


def fetch(
    address: str,
    *,
    version: str,
    seconds: float = SECONDS,
    ports: frozenset[int] = frozenset(PORTS.values()),
    resolve: Resolve = look_up,
    connect: Connect = connect,
    context: ssl.SSLContext | None = None,
) -> Fetched:
    """Fetch a page in at most so many seconds in all; raise FetchError when that must not or cannot be.

    Each host is looked up once, what comes out is checked, and the connection goes to what was checked: a name that
    leads elsewhere a moment later changes nothing.
    """
    journey = _Journey(
        AGENT % version, Deadline(seconds), ports, resolve, connect, context or ssl.create_default_context()
    )
    return journey.page(address)


@dataclass(slots=True)
class _Journey:
    """One fetch with all its hops, which share the deadline, what was looked up, and each site's robots.txt."""

    agent: str
    deadline: Deadline
    ports: frozenset[int]
    resolve: Resolve
    connect: Connect
    context: ssl.SSLContext
    found: dict[str, list[str]] = field(default_factory=dict)
    rules: dict[str, RobotFileParser] = field(default_factory=dict)

    def page(self, address: str) -> Fetched:
        target, answer = self._follow(target_of(address, self.ports), self._allowed, _takes)
        if answer.status != 200:
            raise FetchError(_refusal(target.host, answer.status))
        if not answer.body.strip():
            raise FetchError(_("There is nothing at this address. Open the page and paste its text."))
        return Fetched(_in_utf8(answer), target.address, _name(target))

    def _follow(
        self, target: Target, allowed: Callable[[Target], None], takes: Callable[[str], None]
    ) -> tuple[Target, Answer]:
        """Ask, and go where the answer points; every hop is checked as the first one is."""
        for _hop in range(REDIRECTS + 1):
            addresses = self._addresses(target)
            allowed(target)
            answer = get(
                target,
                addresses,
                agent=self.agent,
                deadline=self.deadline,
                connect=self.connect,
                context=self.context,
                takes=takes,
            )
            location = answer.headers.get("Location", "")
            if answer.status not in REDIRECTING or not location:
                return target, answer
            after = target_of(urljoin(target.address, location), self.ports)
            if (target.scheme, after.scheme) == ("https", "http"):
                raise FetchError(
                    _("This site leads on to a page that is not protected (http). Paste its text instead.")
                )
            target = after
        raise FetchError(
            _("This address leads on more than %(most)d times. Give the address where the page ends up.")
            % {"most": REDIRECTS}
        )

    def _addresses(self, target: Target) -> list[str]:
        if target.host not in self.found:
            addresses = _within(self.deadline, lambda: self.resolve(target.host, target.port))
            if not addresses:
                raise FetchError(
                    _("There is no site called %(host)s, or this installation has no way to the internet.")
                    % {"host": target.host}
                )
            self.found[target.host] = addresses
        check_public(self.found[target.host])
        return self.found[target.host]

    def _allowed(self, target: Target) -> None:
        """Raise FetchError when the site's robots.txt asks programs to stay away from the page."""
        if target.origin not in self.rules:
            self.rules[target.origin] = self._robots(Target(target.scheme, target.host, target.port, "/robots.txt"))
        if not self.rules[target.origin].can_fetch(self.agent, target.address):
            raise FetchError(
                _("%(host)s asks programs not to read this page (robots.txt). Open the page and paste its text.")
                % {"host": target.host}
            )

    def _robots(self, target: Target) -> RobotFileParser:
        """Read the rules of a site; a site without any allows all."""
        __, answer = self._follow(target, lambda hop: None, lambda kind: None)
        # Too many requests is no answer to what is allowed, nor is a fault of the server.
        if answer.status == 429 or answer.status >= 500 or answer.status < 200:
            raise FetchError(
                _("%(host)s could not say what programs may read (robots.txt). Try again later, or paste the text.")
                % {"host": target.host}
            )
        rules = RobotFileParser()
        rules.parse(answer.body.decode("utf-8-sig", errors="replace").splitlines() if answer.status == 200 else [])
        return rules


def _within(deadline: Deadline, ask: Callable[[], list[str]]) -> list[str]:
    """Wait for a look-up no longer than there is time, though the system would; no answer is none."""
    answers: list[list[str]] = []

    def run() -> None:
        try:
            answers.append(ask())
        except (OSError, UnicodeError):
            answers.append([])

    asking = threading.Thread(target=run, daemon=True)
    asking.start()
    asking.join(deadline.left())
    if not answers:
        raise deadline.missed()
    return answers[0]


def _takes(content_type: str) -> None:
    if not TYPES.fullmatch(content_type):
        raise FetchError(
            _("This address leads to something that is no text (%(type)s). Give the address of a page with an article.")
            % {"type": content_type}
        )


def _refusal(host: str, status: int) -> str:
    if status in (404, 410):
        return _("There is no page at this address (%(host)s says so). Look at the address again.") % {"host": host}
    if status in (401, 402, 403, 407, 451):
        return _("%(host)s lets nobody read this page unasked. Open the page and paste its text.") % {"host": host}
    return _("%(host)s could not give this page (answer %(status)d). Try again later, or paste the text.") % {
        "host": host,
        "status": status,
    }


def _in_utf8(answer: Answer) -> bytes:
    """Bring text that names another encoding in its header into UTF-8, whose mark tells the readers what it is now."""
    charset = str(answer.headers.get_content_charset() or "")
    if not answer.content_type.startswith(("text/", "application/xhtml")) or charset in ("", "utf-8", "utf8"):
        return answer.body
    try:
        return codecs.BOM_UTF8 + answer.body.decode(charset).encode()
    except (LookupError, UnicodeError):  # a wrong header; what the text itself says counts
        return answer.body


def _name(target: Target) -> str:
    """Return the last part of the path, or the host: what a file of this page would be called."""
    return unquote(target.path.partition("?")[0].rstrip("/").rpartition("/")[2]) or target.host
