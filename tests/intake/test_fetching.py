"""Fetching: only public addresses, each looked up once, bounded in time and size, with robots.txt honoured."""

import gzip
import time
import zlib

import pytest

from quizzes.intake.fetching import fetch
from quizzes.intake.fetching_hosts import FetchError, is_public, target_of
from tests.intake.servers import certificate, send, served, to_here

PUBLIC = "93.184.215.14"
PAGE = b"<h1>Vell</h1><p>The harbour was closed in 1974.</p>"
ADDRESS = "http://vell.example.org/harbour"


def get(address: str, port: int = 9, *, resolve=lambda host, port: [PUBLIC], reached=None, **options):
    return fetch(address, version="1", resolve=resolve, connect=to_here(port, reached), **options)


def page(status: int = 200, body: bytes = PAGE, **headers: str):
    return lambda handler: send(handler, status, body, **headers)


def refused(pages, address: str = ADDRESS, **options) -> str:
    with served(pages) as (port, _), pytest.raises(FetchError) as refusal:
        get(address, port, **options)
    sentence = str(refusal.value)
    assert sentence.endswith(".")
    return sentence


def test_page_is_fetched_by_its_own_name():
    with served({"/harbour": page()}) as (port, asked):
        fetched = get(ADDRESS + "?a=1#top", port)
    assert (fetched.data, fetched.address, fetched.name) == (PAGE, ADDRESS + "?a=1", "harbour")
    agent = "studyapp/1 (+text import for teachers)"
    assert asked == [f"vell.example.org /robots.txt {agent}", f"vell.example.org /harbour?a=1 {agent}"]


@pytest.mark.parametrize(
    ("address", "sentence"),
    [
        ("", "no web address"),
        ("harbour", "https://"),
        ("ftp://vell.example.org/", "https://"),
        ("file:///etc/passwd", "https://"),
        ("javascript:alert(1)", "https://"),
        ("http://", "no web address"),
        ("http://user:word@vell.example.org/", "user name"),
        ("http://vell.example.org@127.0.0.1/", "user name"),
        ("http://vell.example.org:22/", "port 22"),
        ("http://vell.example.org:8080/", "port 8080"),
        ("http://vell.example.org:99999/", "no web address"),
        ("http://vell.example.org\\@127.0.0.1/", "no web address"),
        ("http://vell.example.org/a b", "no web address"),
        ("http://vell.example.org/a\r\nHost: other", "no web address"),
        ("http://localhost/", "no full host name"),
        ("http://intranet/", "no full host name"),
        ("http://2130706433/", "no web address"),
        ("http://0x7f000001/", "no web address"),
        ("http://0x7f.0.0.1/", "no web address"),
        ("http://0177.0.0.1/", "no web address"),
        ("http://127.1/", "no web address"),
        ("http://[fe80::1%25eth0]/", "no web address"),
        ("http://[::1", "no web address"),
        ("http://" + "a" * 64 + ".example/", "no web address"),
        ("http://vell.example.org/" + "a" * 2000, "no web address"),
    ],
)
def test_address_is_refused_by_its_form(address, sentence):
    with pytest.raises(FetchError, match=sentence):
        target_of(address)


# What a host name may lead to, or an address name outright.
PRIVATE = [
    *("0.0.0.0 10.1.2.3 100.64.0.1 100.127.255.254 127.0.0.1 127.9.9.9 169.254.169.254 172.16.0.1 172.31.9.9").split(),
    *("192.0.0.8 192.0.2.1 192.88.99.1 192.168.1.1 198.18.0.1 198.51.100.7 203.0.113.9 224.0.0.251 240.0.0.1").split(),
    *("255.255.255.255 :: ::1 ::127.0.0.1 ::ffff:127.0.0.1 ::ffff:10.0.0.1 fe80::1 fec0::1 fc00::1 fd12::1").split(),
    *("ff02::1 ff0e::1 100::1 64:ff9b::127.0.0.1 64:ff9b::10.0.0.1 64:ff9b:1::1 2002:7f00:1:: 2002:a00:1::").split(),
    *("2002:c0a8:101::1 2001::1 2001:0:4136:e378:8000:63bf:3fff:fdd2 2001:db8::1 2001:2::1 3fff::1 5f00::1").split(),
    *("fe80::1%1 2606:4700::1%1 nonsense").split(),
]


@pytest.mark.parametrize("address", PRIVATE)
def test_private_address_is_not_public(address):
    assert not is_public(address)


@pytest.mark.parametrize(
    "address", [PUBLIC, "::ffff:93.184.215.14", "64:ff9b::5db8:d70e", "2002:5db8:d70e::1", "2606:4700::1"]
)
def test_public_address_is_public(address):
    assert is_public(address)


@pytest.mark.parametrize(
    "host", ["127.0.0.1", "10.0.0.1", "[::1]", "[::ffff:127.0.0.1]", "①②⑦.⓪.⓪.①", "127。0。0。1", "169.254.169.254."]
)
def test_private_address_in_the_address_itself_is_refused(host):
    reached: list[str] = []
    with pytest.raises(FetchError, match="private network"):
        get(f"http://{host}/", reached=reached, resolve=lambda host, port: [host])
    assert reached == []


@pytest.mark.parametrize("found", [["127.0.0.1"], [PUBLIC, "10.0.0.1"], ["::ffff:192.168.0.1"]])
def test_name_that_leads_into_a_private_network_is_refused(found):
    reached: list[str] = []
    with pytest.raises(FetchError, match="private network"):
        get(ADDRESS, reached=reached, resolve=lambda host, port: found)
    assert reached == []


def test_name_is_looked_up_once_so_that_a_changed_answer_changes_nothing():
    answers = [[PUBLIC], ["127.0.0.1"], ["127.0.0.1"]]
    reached: list[str] = []
    with served({"/harbour": page()}) as (port, _):
        get(ADDRESS, port, resolve=lambda host, port: answers.pop(0), reached=reached)
    assert reached == [PUBLIC, PUBLIC]
    assert len(answers) == 2


@pytest.mark.parametrize("status", [301, 302, 303, 307, 308])
def test_redirect_is_followed(status):
    with served({"/harbour": page(status, Location="/pier"), "/pier": page()}) as (port, _):
        fetched = get(ADDRESS, port)
    assert (fetched.data, fetched.address) == (PAGE, "http://vell.example.org/pier")


@pytest.mark.parametrize(
    ("location", "sentence"),
    [
        ("http://inside.example.org/", "private network"),
        ("http://127.0.0.1/", "private network"),
        ("//[::1]/", "private network"),
        ("http://2130706433/", "no web address"),
        ("file:///etc/passwd", "https://"),
        ("http://vell.example.org:6379/", "port 6379"),
        ("http://a:b@vell.example.org/", "user name"),
        ("/harbour", "more than 5 times"),
    ],
)
def test_redirect_is_checked_as_the_address_was(location, sentence):
    def resolve(host, port):
        return ["10.0.0.1"] if host.startswith("inside") else [PUBLIC] if host.startswith("vell") else [host]

    assert sentence in refused({"/harbour": page(302, Location=location)}, resolve=resolve)


def test_robots_txt_that_leads_into_a_private_network_is_not_followed():
    pages = {"/robots.txt": page(302, Location="http://127.0.0.1/"), "/harbour": page()}
    assert "private network" in refused(pages, resolve=lambda host, port: [PUBLIC if "vell" in host else host])


@pytest.mark.parametrize("agent", ["*", "studyapp", "StudyApp"])
def test_robots_txt_is_honoured(agent):
    rules = f"User-agent: {agent}\nDisallow: /harbour\n".encode()
    assert "robots.txt" in refused({"/robots.txt": page(body=rules), "/harbour": page()})


@pytest.mark.parametrize("robots", [page(404), page(403), page(body=b"User-agent: other\nDisallow: /\n")])
def test_robots_txt_without_a_word_for_us_allows_the_page(robots):
    with served({"/robots.txt": robots, "/harbour": page()}) as (port, _):
        assert get(ADDRESS, port).data == PAGE


@pytest.mark.parametrize("status", [429, 500, 503])
def test_robots_txt_that_cannot_be_read_is_said(status):
    assert "could not say what programs may read" in refused({"/robots.txt": page(status), "/harbour": page()})


def drip(handler) -> None:
    handler.send_response(200)
    handler.send_header("Content-Type", "text/html")
    handler.end_headers()
    drop(handler, b"a")


def drop(handler, what: bytes) -> None:
    until = time.monotonic() + 5
    while time.monotonic() < until:
        handler.wfile.write(what)
        handler.wfile.flush()
        time.sleep(0.05)


@pytest.mark.parametrize("slow", [drip, lambda handler: drop(handler, b"H")], ids=["body", "headers"])
def test_slow_drip_ends_when_the_time_is_over(slow):
    began = time.monotonic()
    assert "took longer" in refused({"/harbour": slow}, seconds=0.4)
    assert time.monotonic() - began < 2


def test_slow_look_up_ends_when_the_time_is_over():
    began = time.monotonic()
    with pytest.raises(FetchError, match="took longer"):
        get(ADDRESS, seconds=0.2, resolve=lambda host, port: time.sleep(1) or [PUBLIC])
    assert time.monotonic() - began < 0.9


def endless(handler) -> None:
    handler.send_response(200)
    handler.send_header("Content-Type", "text/html")
    handler.end_headers()
    for _ in range(1000):
        handler.wfile.write(b"a" * 65536)


def test_endless_body_is_refused():
    assert "larger than 5 MB" in refused({"/harbour": endless})


@pytest.mark.parametrize(
    ("encoding", "pack"),
    [
        ("gzip", lambda body: gzip.compress(body)),
        ("x-gzip", lambda body: gzip.compress(body)),
        ("deflate", zlib.compress),
        ("deflate", lambda body: zlib.compress(body, wbits=-15)),
        ("identity", bytes),
    ],
)
def test_packed_page_is_unpacked(encoding, pack):
    with served({"/harbour": page(body=pack(PAGE), Content_Encoding=encoding)}) as (port, _):
        assert get(ADDRESS, port).data == PAGE


@pytest.mark.parametrize(("encoding", "pack"), [("gzip", gzip.compress), ("deflate", zlib.compress)])
def test_bomb_is_refused(encoding, pack):
    bomb = pack(bytes(50_000_000))
    assert len(bomb) < 100_000
    assert "larger than 5 MB" in refused({"/harbour": page(body=bomb, Content_Encoding=encoding)})


@pytest.mark.parametrize("headers", [{"Content_Encoding": "gzip"}, {"Content_Length": "9000"}])
def test_broken_body_is_refused(headers):
    assert "broke off" in refused({"/harbour": page(body=b"not what it says", **headers)})


def test_unknown_packing_is_refused():
    assert "not understood" in refused({"/harbour": page(Content_Encoding="br")})


@pytest.mark.parametrize("kind", ["image/png", "video/mp4", "application/zip", "application/json"])
def test_what_is_no_text_is_refused(kind):
    assert kind in refused({"/harbour": page(Content_Type=kind)})


@pytest.mark.parametrize(
    ("status", "sentence"), [(404, "no page"), (403, "unasked"), (500, "answer 500"), (204, "answer 204")]
)
def test_other_answers_are_put_into_words(status, sentence):
    assert sentence in refused({"/harbour": page(status, b"")})


def test_empty_page_is_refused():
    assert "nothing at this address" in refused({"/harbour": page(body=b" \n")})


def test_name_without_an_address_is_said_kindly():
    def resolve(host, port):
        raise OSError("no such name")

    with pytest.raises(FetchError, match=r"no site called vell\.example\.org, or this installation has no way"):
        get(ADDRESS, resolve=resolve)


def test_server_that_is_not_there_is_said_kindly():
    with pytest.raises(FetchError, match="cannot be reached"):
        get(ADDRESS, port=1)


def test_encoding_of_the_header_is_brought_into_utf_8():
    body = "<p>Café in Århus</p>".encode("iso-8859-1")
    with served({"/harbour": page(body=body, Content_Type="text/html; charset=iso-8859-1")}) as (port, _):
        assert get(ADDRESS, port).data.decode("utf-8-sig") == "<p>Café in Århus</p>"


def test_certificate_that_nobody_signed_is_refused(tmp_path):
    server, _ = certificate(tmp_path, "vell.example.org")
    with served({"/harbour": page()}, server) as (port, asked), pytest.raises(FetchError, match="certificate"):
        get("https://vell.example.org/harbour", port)
    assert asked == []


def test_certificate_of_another_host_is_refused(tmp_path):
    server, trusting = certificate(tmp_path, "other.example.org")
    with served({"/harbour": page()}, server) as (port, _), pytest.raises(FetchError, match="certificate"):
        get("https://vell.example.org/harbour", port, context=trusting)


def test_protected_page_is_fetched_and_never_left_for_an_open_one(tmp_path):
    server, trusting = certificate(tmp_path, "vell.example.org")
    pages = {"/harbour": page(), "/old": page(302, Location=ADDRESS)}
    with served(pages, server) as (port, _):
        assert get("https://vell.example.org/harbour", port, context=trusting).data == PAGE
        with pytest.raises(FetchError, match="not protected"):
            get("https://vell.example.org/old", port, context=trusting)
