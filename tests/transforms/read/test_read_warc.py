"""WARC records: pages however they are packed, and a reason for whatever is none."""

import gzip
import zlib

import pytest

from transforms.read.document import Document, Rejection
from transforms.read.read_file import read_file

MARKUP = b"<html><head><title>Rain</title></head><body><p>It rained on the town.</p></body></html>"


def warc_record(kind: str, target: str, payload: bytes) -> bytes:
    head = f"WARC/1.0\r\nWARC-Type: {kind}\r\nWARC-Target-URI: {target}\r\nWARC-Date: 2024-05-01T00:00:00Z\r\n"
    head += f"WARC-Record-ID: <urn:uuid:{len(payload)}>\r\nContent-Type: application/http; msgtype=response\r\n"
    head += f"Content-Length: {len(payload)}\r\n\r\n"
    return head.encode() + payload + b"\r\n\r\n"


def test_warc_gives_each_page_and_a_row_for_the_rest() -> None:
    page = (
        b"HTTP/1.1 200 OK\r\nContent-Type: text/html; charset=windows-1251\r\n\r\n<p>"
        + "Дождь идёт.".encode("cp1251")
        + b"</p>"
    )
    missing = b"HTTP/1.1 404 Not Found\r\nContent-Type: text/html\r\n\r\n<p>gone</p>"
    raw = warc_record("response", "https://a.example/1", page) + warc_record("response", "https://a.example/2", missing)
    first, second = read_file("a.warc", raw)
    assert isinstance(first, Document)
    assert first.text == "Дождь идёт."
    assert (first.metadata.url, first.metadata.fetched_at, first.metadata.published) == (
        "https://a.example/1",
        "2024-05-01T00:00:00Z",
        None,
    )
    assert isinstance(second, Rejection)
    assert second.reason == "not a page"


def packed_otherwise(payload: bytes) -> bytes:
    squeezed = zlib.compressobj(wbits=-15)
    return squeezed.compress(payload) + squeezed.flush()


def chunked(payload: bytes) -> bytes:
    parts = (payload[at : at + 20] for at in range(0, len(payload), 20))
    return b"".join(b"%x\r\n%s\r\n" % (len(part), part) for part in parts) + b"0\r\n\r\n"


@pytest.mark.parametrize(
    ("headers", "payload"),
    [
        ("Transfer-Encoding: chunked\r\nContent-Encoding: gzip", chunked(gzip.compress(MARKUP, mtime=0))),
        ("Transfer-Encoding: chunked", MARKUP),
        ("Content-Encoding: gzip", MARKUP),
        ("Content-Encoding: br", MARKUP),
        ("Content-Encoding: br", gzip.compress(MARKUP, mtime=0)),
        ("Content-Encoding: zstd", MARKUP),
        ("Content-Encoding: deflate", zlib.compress(MARKUP)),
        ("Content-Encoding: deflate", packed_otherwise(MARKUP)),
        ("Server: x", gzip.compress(MARKUP, mtime=0)),
    ],
)
def test_warc_payload_is_unpacked_as_it_is_packed(headers: str, payload: bytes) -> None:
    answer = f"HTTP/1.1 200 OK\r\nContent-Type: text/html\r\n{headers}\r\n\r\n".encode() + payload
    raw = warc_record("response", "https://a.example/1", answer)
    assert [item.text for item in read_file("a.warc", raw) if isinstance(item, Document)] == ["It rained on the town."]


def test_broken_part_of_a_warc_file_does_not_take_the_rest_with_it() -> None:
    def page(number: int, payload: bytes, header: str = "Server: x") -> bytes:
        answer = f"HTTP/1.1 200 OK\r\nContent-Type: text/html\r\n{header}\r\n\r\n".encode() + payload
        return warc_record("response", f"https://a.example/{number}", answer)

    broken = (
        page(1, gzip.compress(MARKUP, mtime=0)[:-30]),
        page(2, chunked(MARKUP)[:-40] + b"zz", "Transfer-Encoding: chunked"),
    )
    raw = b"".join([page(0, MARKUP), *broken, b"nonsense\r\n\r\n", page(3, MARKUP)])
    items = list(read_file("a.warc", raw))
    assert [item.metadata.url for item in items if isinstance(item, Document)] == [
        "https://a.example/0",
        "https://a.example/3",
    ]
    assert [item.reason for item in items if isinstance(item, Rejection)] == [
        "truncated gzip",
        "broken WARC record",
        "broken WARC record",
    ]


def test_warc_passes_over_what_is_no_response_and_names_what_is_no_page() -> None:
    def answer(media_type: str, payload: bytes) -> bytes:
        return f"HTTP/1.1 200 OK\r\nContent-Type: {media_type}\r\n\r\n".encode() + payload

    page = answer("text/html", b"<p>It rained on the town.</p>")
    raw = b"".join(
        [
            warc_record("warcinfo", "", b"software: a crawler"),
            warc_record("request", "https://a.example/1", b"GET /1 HTTP/1.1\r\n\r\n"),
            warc_record("response", "https://a.example/1", page),
            warc_record("revisit", "https://a.example/1", answer("text/html", b"")),
            warc_record("response", "https://a.example/logo", answer("image/png", b"\x89PNG\r\n\x1a\n")),
            warc_record("response", "https://a.example/2", answer("text/plain", b"Then it stopped.")),
            warc_record("response", "https://a.example/3", answer("application/json", b'{"text": "It snowed."}')),
        ]
    )
    for name, packed in (("a.warc", raw), ("a.warc.gz", gzip.compress(raw))):
        items = list(read_file(name, packed))
        assert [item.text for item in items if isinstance(item, Document)] == [
            "It rained on the town.",
            "Then it stopped.",
            "It snowed.",
        ]
        (held,) = (item for item in items if isinstance(item, Rejection))
        assert held.reason == "not a page"
        assert "https://a.example/logo" in held.detail
