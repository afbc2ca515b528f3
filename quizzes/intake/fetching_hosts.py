"""Which web addresses may be fetched: their form, and the internet addresses that their host names lead to."""

import re
from dataclasses import dataclass
from ipaddress import IPv4Address, IPv4Network, IPv6Address, IPv6Network, ip_address
from urllib.parse import quote, urlsplit, urlunsplit

from django.utils.translation import gettext as _

PORTS = {"http": 80, "https": 443}
LONGEST = 2000
# What RFC 6890 and its registry set apart: this host, private and carrier networks, link-local, tests, multicast.
NOT_PUBLIC_4 = tuple(
    IPv4Network(network)
    for network in (
        "0.0.0.0/8 10.0.0.0/8 100.64.0.0/10 127.0.0.0/8 169.254.0.0/16 172.16.0.0/12 192.0.0.0/24 192.0.2.0/24"
        " 192.88.99.0/24 192.168.0.0/16 198.18.0.0/15 198.51.100.0/24 203.0.113.0/24 224.0.0.0/4 240.0.0.0/4"
    ).split()
)
GLOBAL_6 = IPv6Network("2000::/3")
# Tunnels, benchmarks and examples inside the global range; what a tunnel leads to cannot be known.
NOT_PUBLIC_6 = tuple(IPv6Network(network) for network in "2001::/23 2001:db8::/32 3fff::/20".split())
TRANSLATED = IPv6Network("64:ff9b::/96")
SIX_TO_FOUR = IPv6Network("2002::/16")
_UNFIT = re.compile(r"[\x00-\x20\x7f\\\u0080-\u00a0\u2028\u2029]")
_NUMBER = re.compile(r"(?:0[xX][0-9a-fA-F]*|\d+)\.?")
_KEPT = "/%:=&?~#+!$,;'@()*[]"


class FetchError(ValueError):
    """An address that is not fetched, or does not answer well; the message is one sentence for the teacher."""


@dataclass(frozen=True, slots=True)
class Target:
    """A web address taken apart. `host` is in ASCII, without brackets; `path` has the query with it."""

    scheme: str
    host: str
    port: int
    path: str

    @property
    def netloc(self) -> str:
        host = f"[{self.host}]" if ":" in self.host else self.host
        return host if self.port == PORTS[self.scheme] else f"{host}:{self.port}"

    @property
    def origin(self) -> str:
        return f"{self.scheme}://{self.netloc}"

    @property
    def address(self) -> str:
        return self.origin + self.path


def target_of(address: str, ports: frozenset[int] = frozenset(PORTS.values())) -> Target:
    """Take an address apart; raise FetchError when nobody should follow it."""
    address = address.strip()
    if not address or len(address) > LONGEST or _UNFIT.search(address):
        raise FetchError(_("This is no web address. Copy it from the address line of the browser."))
    try:
        parts = urlsplit(address)
        if parts.scheme not in PORTS:
            raise FetchError(_("Only addresses that begin with https:// or http:// can be fetched."))
        port = parts.port
        host = _ascii(parts.hostname or "")
    except FetchError:
        raise
    except ValueError as error:
        raise FetchError(_("This is no web address. Copy it from the address line of the browser.")) from error
    if "@" in parts.netloc:
        raise FetchError(_("This address has a user name in it. Give the address without what stands before the @."))
    port = PORTS[parts.scheme] if port is None else port
    if port not in ports:
        raise FetchError(
            _("This address names port %(port)d. Only the usual ports of web pages are fetched.") % {"port": port}
        )
    path = urlunsplit(("", "", quote(parts.path, safe=_KEPT) or "/", quote(parts.query, safe=_KEPT), ""))
    # A path with two slashes at its start would read as another host when it is joined again.
    return Target(parts.scheme, host, port, "/" + path.lstrip("/"))


def _ascii(host: str) -> str:
    """Bring a host name into the form that is looked up; refuse numbers that only some programs take for addresses."""
    if not host or "%" in host:
        raise ValueError(host)
    if ":" in host:
        return str(IPv6Address(host))
    plain = host.encode("idna").decode("ascii").lower().removesuffix(".")
    last = plain.rpartition(".")[2]
    if _NUMBER.fullmatch(last):
        return str(IPv4Address(plain))
    if not re.fullmatch(r"[a-z0-9_-]+(\.[a-z0-9_-]+)+", plain):
        raise FetchError(_("This address has no full host name. Give one such as www.example.org."))
    return plain


def check_public(addresses: list[str]) -> None:
    """Raise FetchError unless every one of these internet addresses is open to all the world."""
    if not all(is_public(address) for address in addresses):
        raise FetchError(
            _("This address leads into a private network, which is not read. Open the page and paste its text.")
        )


def is_public(address: str) -> bool:
    """Say whether an internet address is one of the public internet, and so what is wrapped in it."""
    try:
        found = ip_address(address)
    except ValueError:
        return False
    if isinstance(found, IPv4Address):
        return not any(found in network for network in NOT_PUBLIC_4)
    inner = _wrapped(found)
    if inner is not None:
        return is_public(str(inner))
    return found.scope_id is None and found in GLOBAL_6 and not any(found in network for network in NOT_PUBLIC_6)


def _wrapped(found: IPv6Address) -> IPv4Address | None:
    """Return the older address that stands in a mapped, translated (NAT64) or 6to4 one."""
    if found.ipv4_mapped is not None:
        return found.ipv4_mapped
    if found in TRANSLATED:
        return IPv4Address(int(found) & 0xFFFFFFFF)
    return found.sixtofour if found in SIX_TO_FOUR else None
