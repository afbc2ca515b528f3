"""One request to an address that was checked: a deadline over all of it, and a bound on what comes back."""

import io
import ssl
import time
import zlib
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from email.message import Message
from http.client import HTTPConnection, HTTPException, HTTPResponse
from socket import socket
from typing import Any, cast

from django.utils.translation import gettext as _

from quizzes.intake.fetching_hosts import FetchError, Target

MOST_BYTES = 5_000_000
CHUNK = 64 * 1024
ACCEPTED = "text/html, application/xhtml+xml, text/plain, application/pdf, application/epub+zip, */*;q=0.1"
Connect = Callable[[str, int, float], socket]


class Deadline:
    """When everything has to be over."""

    def __init__(self, seconds: float) -> None:
        self._seconds, self._ends = seconds, time.monotonic() + seconds

    def left(self) -> float:
        """Return the seconds that are left; raise FetchError when there are none."""
        left = self._ends - time.monotonic()
        if left <= 0:
            raise self.missed()
        return left

    def missed(self) -> FetchError:
        return FetchError(
            _("This site took longer than %(seconds)d seconds. Try again, or open the page and paste its text.")
            % {"seconds": round(self._seconds)}
        )


class _Wire(io.RawIOBase):
    """A socket that is read only as long as the deadline lets it: each read waits for what is left, not anew."""

    def __init__(self, connected: socket, deadline: Deadline) -> None:
        self._socket, self._deadline = connected, deadline

    def readable(self) -> bool:
        return True

    def readinto(self, buffer: Any) -> int:
        self._socket.settimeout(self._deadline.left())
        return self._socket.recv_into(buffer)

    def sendall(self, data: bytes) -> None:
        self._socket.settimeout(self._deadline.left())
        self._socket.sendall(data)

    def makefile(self, mode: str) -> io.BufferedReader:
        """Do what the HTTP client asks of a socket: it reads headers and body from here."""
        return io.BufferedReader(_Wire(self._socket, self._deadline))


@dataclass(frozen=True, slots=True)
class Answer:
    """What a server said; `body` is unpacked, and empty unless the status is 200."""

    status: int
    headers: Message
    body: bytes = b""

    @property
    def content_type(self) -> str:
        return self.headers.get_content_type() if "Content-Type" in self.headers else ""


def get(
    target: Target,
    addresses: Sequence[str],
    *,
    agent: str,
    deadline: Deadline,
    connect: Connect,
    context: ssl.SSLContext,
    takes: Callable[[str], None],
) -> Answer:
    """Ask for a page at the first of the checked addresses that answers; `takes` may refuse its content type."""
    try:
        with _connected(target, addresses, deadline, connect, context) as connected:
            wire = _Wire(connected, deadline)
            connection = HTTPConnection(target.host, target.port)
            # The client asks a socket for sendall, makefile and close, and for nothing else.
            connection.sock = cast(Any, wire)
            connection.putrequest("GET", target.path, skip_host=True, skip_accept_encoding=True)
            for name, value in (
                ("Host", target.netloc),
                ("User-Agent", agent),
                ("Accept", ACCEPTED),
                ("Accept-Encoding", "gzip, deflate"),
                ("Connection", "close"),
            ):
                connection.putheader(name, value)
            connection.endheaders()
            response = connection.getresponse()
            answer = Answer(response.status, response.headers)
            if answer.status != 200:
                return answer
            takes(answer.content_type)
            return Answer(answer.status, answer.headers, _body(response))
    except TimeoutError as error:
        raise deadline.missed() from error
    except ssl.SSLCertVerificationError as error:
        raise FetchError(
            _("The certificate of %(host)s is not valid, so that nobody can tell whose page it is. Paste the text.")
            % {"host": target.host}
        ) from error
    except (OSError, HTTPException, zlib.error) as error:
        raise FetchError(
            _("%(host)s cannot be reached, or broke off. Look at the address, or open the page and paste its text.")
            % {"host": target.host}
        ) from error


def _connected(
    target: Target, addresses: Sequence[str], deadline: Deadline, connect: Connect, context: ssl.SSLContext
) -> socket:
    failure: OSError | None = None
    for place, address in enumerate(addresses):
        try:
            connected = connect(address, target.port, deadline.left() / (len(addresses) - place))
        except OSError as error:
            failure = error
            continue
        if target.scheme == "http":
            return connected
        try:
            connected.settimeout(deadline.left())
            return context.wrap_socket(connected, server_hostname=target.host)
        except BaseException:
            connected.close()
            raise
    raise failure or OSError("no address")


def _body(response: HTTPResponse) -> bytes:
    """Read and unpack a body; neither what comes over the wire nor what it unpacks to may be larger than the bound."""
    unpack = _unpacker(response.headers.get("Content-Encoding", "").strip().lower())
    body, received = bytearray(), 0
    while chunk := response.read(CHUNK):
        received += len(chunk)
        body += unpack(chunk, MOST_BYTES + 1 - len(body))
        if received > MOST_BYTES or len(body) > MOST_BYTES:
            raise FetchError(_("This page is larger than 5 MB. Bring its text as a file, or paste the part you need."))
    if response.length:
        raise HTTPException("the body broke off")
    return bytes(body)


def _unpacker(encoding: str) -> Callable[[bytes, int], bytes]:
    """Return what unpacks the next piece into at most so many bytes; what is beyond the bound is not unpacked."""
    if encoding in ("", "identity"):
        return lambda chunk, most: chunk
    if encoding in ("gzip", "x-gzip"):
        return zlib.decompressobj(wbits=31).decompress
    if encoding == "deflate":
        return _inflate()
    raise FetchError(_("This site sends its pages packed in a way that is not understood. Paste the text instead."))


def _inflate() -> Callable[[bytes, int], bytes]:
    """Unpack deflate with its zlib frame, or without: some servers leave it out."""
    unpacker: Any = None

    def inflate(chunk: bytes, most: int) -> bytes:
        nonlocal unpacker
        if unpacker is None:
            is_framed = chunk[0] & 0x0F == 8 and int.from_bytes(chunk[:2], "big") % 31 == 0
            unpacker = zlib.decompressobj(wbits=15 if is_framed else -15)
        return bytes(unpacker.decompress(chunk, most))

    return inflate
