import gzip
import json
import zlib

import pytest

from transforms.ids import bytes_id
from transforms.read.document import Document, Rejection
from transforms.read.read_file import read_file

PAGE = """<!doctype html><html lang="en"><head><title>Ferry returns - Harbour Post</title>
<meta charset="utf-8"><meta property="og:site_name" content="Harbour Post">
<script type="application/ld+json">{"@type": "NewsArticle", "headline": "Ferry returns to Lindow",
 "datePublished": "2024-03-05T08:00:00Z", "author": [{"@type": "Person", "name": "Ana Roe"}],
 "publisher": {"name": "Harbour Post"}}</script><style>.x {color: red}</style></head>
<body><nav><a href="/">Home</a> <a href="/news">News</a></nav>
<article><h1>Ferry returns to Lindow</h1><p>The ferry to Lindow sailed again on Tuesday after<br>nine weeks in dock.</p>
<figure><figcaption>The ferry at the pier.</figcaption></figure><ul><li>Fares stay the same.</li></ul></article>
<footer>Copyright 2024 Harbour Post</footer><script>var a = 1;</script></body></html>"""


def only(items: object) -> Document:
    (document,) = items  # type: ignore[misc]
    assert isinstance(document, Document)
    return document


def rejected(items: object) -> Rejection:
    (rejection,) = items  # type: ignore[misc]
    assert isinstance(rejection, Rejection)
    assert rejection.reason
    assert rejection.detail
    assert rejection.fix
    return rejection


def block_texts(document: Document) -> list[str]:
    return [document.text[block.char_start : block.char_end] for block in document.blocks]


def test_plain_text_keeps_every_line_in_place() -> None:
    raw = b"Head line\r\n\r\n  First paragraph.\rSecond.\n"
    document = only(read_file("a.txt", raw))
    assert document.text == "Head line\n\n  First paragraph.\nSecond.\n"
    assert block_texts(document) == ["Head line", "First paragraph.", "Second."]
    assert document.article_id == bytes_id("ar", raw)


def test_hard_wrapped_lines_are_one_paragraph() -> None:
    text = (
        "The harbour board said on Monday that it had ordered a new\n"
        "crane for the eastern quay and that work on its base would\n"
        "begin in the spring, once the frost has left the ground.\n"
        "    A spokesman for the board gave no price, and said only that\n"
        "three yards had made an offer for the work on the quay.\n"
    )
    assert len(only(read_file("a.txt", text.encode())).blocks) == 2


@pytest.mark.parametrize(
    ("stated_url", "published"),
    [
        ("https://www.harbour.example/ferry", "2024-03-05"),
        ("https://m.harbour.example/ferry", "2024-03-05"),
        ("https://template.invalid/article", "2024-03-09"),
    ],
)
def test_linked_data_that_places_the_article_on_another_site_comes_last(stated_url: str, published: str) -> None:
    article = {
        "@type": "NewsArticle",
        "mainEntityOfPage": {"@id": stated_url},
        "headline": "Ferry returns",
        "datePublished": "2024-03-05",
    }
    page = {"@type": "WebPage", "url": "https://harbour.example/ferry", "datePublished": "2024-03-09"}
    scripts = "".join(f'<script type="application/ld+json">{json.dumps(node)}</script>' for node in (article, page))
    markup = f'<link rel="canonical" href="https://harbour.example/ferry">{scripts}<p>The ferry sailed again.</p>'
    metadata = only(read_file("a.html", markup.encode())).metadata
    assert metadata.published == published
    assert metadata.headline == "Ferry returns"


def test_page_gives_visible_text_in_blocks_and_metadata() -> None:
    document = only(read_file("a.html", PAGE.encode()))
    assert block_texts(document) == [
        "Home News",
        "Ferry returns to Lindow",
        "The ferry to Lindow sailed again on Tuesday after",
        "nine weeks in dock.",
        "The ferry at the pier.",
        "Fares stay the same.",
        "Copyright 2024 Harbour Post",
    ]
    assert [block.tag for block in document.blocks] == ["div", "h1", "p", "p", "figcaption", "li", "div"]
    assert document.blocks[0].link_share > 0.8
    assert document.metadata.headline == "Ferry returns to Lindow"
    assert document.metadata.byline == "Ana Roe"
    assert document.metadata.published == "2024-03-05T08:00:00Z"
    assert document.metadata.source == "Harbour Post"


@pytest.mark.parametrize(
    ("raw", "media"), [(b"# Rain at last\n\nIt rained.\n", "markdown"), (b"#rain\n\nIt rained.\n", "text")]
)
def test_text_that_begins_with_a_heading_s_mark_is_markdown(raw: bytes, media: str) -> None:
    assert only(read_file("a.txt", raw)).media == media


@pytest.mark.parametrize(
    ("markup", "text"),
    [
        ("<span>Ana Roe</span><span>5. 3. 2024</span><span>3 min</span>", "Ana Roe 5. 3. 2024 3 min"),
        ("<a>Ana Roe</a><time>Mar 5</time>", "Ana Roe Mar 5"),
        ("<span>F</span><span>L</span><span>O</span><span>O</span><span>D</span>", "FLOOD"),
        ("Mac<b>Donald</b> rai<b>n</b><i>ed</i>", "MacDonald rained"),
    ],
)
def test_elements_that_style_alone_sets_apart_are_words_of_their_own(markup: str, text: str) -> None:
    assert only(read_file("a.html", f"<div>{markup}</div>".encode())).text == text


def test_markdown_front_matter_is_metadata() -> None:
    raw = b"---\ntitle: Rain at last\ndate: 2023-08-09\n---\n# Rain at last\n\nIt rained.\n"
    document = only(read_file("a.md", raw))
    assert document.metadata.headline == "Rain at last"
    assert document.metadata.published == "2023-08-09"
    assert [block.tag for block in document.blocks] == ["frontmatter"] * 4 + ["h1", "p"]


@pytest.mark.parametrize(
    "record",
    [
        {
            "title": "T",
            "maintext": "It rained.",
            "authors": ["Ana Roe"],
            "date_publish": "2024-03-05 08:00:00",
            "source_domain": "post.example",
        },
        {
            "headline": "T",
            "articleBody": "It rained.",
            "author": {"name": "Ana Roe"},
            "datePublished": "2024-03-05",
            "publisher": {"name": "post.example"},
        },
        {
            "title": "T",
            "text": "It rained.",
            "author": "Ana Roe",
            "date": "2024-03-05",
            "source-hostname": "post.example",
            "source": "https://post.example/a",
        },
        {
            "title": "T",
            "body": {"sections": [{"paragraphs": ["It rained."]}]},
            "authors": ["Ana Roe"],
            "publishing_date": "2024-03-05",
            "publisher": "post.example",
        },
    ],
    ids=["news-please", "schema.org", "trafilatura", "fundus"],
)
def test_every_tool_s_field_names_are_understood(record: dict[str, object]) -> None:
    document = only(read_file("a.json", json.dumps(record).encode()))
    assert document.text == "It rained."
    said = document.metadata
    assert (said.headline, said.byline, said.source) == ("T", "Ana Roe", "post.example")
    assert said.published
    assert said.published.startswith("2024-03-05")


def test_field_with_markup_is_read_as_html() -> None:
    record = {"title": "T", "content": "<div><p>It rained.</p><p>Then it <b>stopped</b>.</p></div>"}
    assert block_texts(only(read_file("a.json", json.dumps(record).encode()))) == ["It rained.", "Then it stopped."]


def test_broken_json_line_is_rejected_and_the_others_go_on() -> None:
    good = json.dumps({"text": "It rained."}).encode()
    items = list(read_file("a.jsonl", good + b"\n{broken\n\n" + good + b"\n[1]\n"))
    assert [type(item) for item in items] == [Document, Rejection, Document, Rejection]
    assert isinstance(items[0], Document)
    assert items[0].article_id == bytes_id("ar", good)
    assert isinstance(items[1], Rejection)
    assert items[1].detail.startswith("Line 2:")


def test_array_that_breaks_off_gives_what_stands_before_the_break() -> None:
    items = list(read_file("a.json", b'[{"text": "It rained."}, {"text": "It st'))
    assert [type(item) for item in items] == [Document, Rejection]


def test_sidecar_gives_what_the_file_lacks() -> None:
    sidecar = json.dumps(
        {"url": "https://post.example/a", "published": "2024-03-05", "fetched_at": "2025-01-01"}
    ).encode()
    said = only(read_file("a.txt", b"It rained.", sidecar)).metadata
    assert (said.url, said.published, said.fetched_at, said.source) == (
        "https://post.example/a",
        "2024-03-05",
        "2025-01-01",
        None,
    )


def test_file_s_own_word_beats_the_sidecar() -> None:
    assert (
        only(read_file("a.html", PAGE.encode(), b'{"headline": "Other"}')).metadata.headline
        == "Ferry returns to Lindow"
    )


def test_gzip_of_several_members_is_one_file() -> None:
    raw = gzip.compress(b'{"text": "One."}\n') + gzip.compress(b'{"text": "Two."}\n')
    assert [item.text for item in read_file("a.jsonl.gz", raw) if isinstance(item, Document)] == ["One.", "Two."]


def test_truncated_gzip_of_lines_gives_the_whole_lines() -> None:
    lines = b"".join(b'{"text": "It rained for %d days in a row."}\n' % number for number in range(5000))
    items = list(read_file("a.jsonl.gz", gzip.compress(lines)[:-200]))
    assert sum(isinstance(item, Document) for item in items) > 1000
    last = items[-1]
    assert isinstance(last, Rejection)
    assert last.reason == "truncated gzip"


def test_gzip_bomb_is_rejected() -> None:
    packer = zlib.compressobj(9, wbits=31)
    chunk = packer.compress(b"a" * (1 << 20))
    raw = chunk + b"".join(packer.compress(b"a" * (1 << 20)) for _ in range(300)) + packer.flush()
    assert rejected(read_file("a.txt.gz", raw)).reason == "too large"


@pytest.mark.parametrize(
    ("name", "raw", "reason"),
    [
        ("a.pdf", b"%PDF-1.7", "unsupported file type"),
        ("a.txt", b"", "empty file"),
        ("a.txt", b" \n\t\n", "empty file"),
        ("a.html", b"\x89PNG\r\n\x1a\n\0\0\0\rIHDR", "not text"),
        ("a.html", b"<html><body><script>x()</script></body></html>", "no article text"),
        ("a.json", b'{"text": ', "broken JSON"),
        ("a.json", b'["one", "two"]', "no article text"),
        ("a.txt.gz", gzip.compress(b"It rained." * 90, mtime=0)[:-9], "truncated gzip"),
        ("a.warc", b"WARC/1.0\r\nnonsense", "broken WARC record"),
        ("a.txt", bytes(range(256)) * 40, "not text"),
    ],
)
def test_what_is_no_article_is_rejected_with_a_reason(name: str, raw: bytes, reason: str) -> None:
    assert rejected(read_file(name, raw)).reason in (reason, "no article text")


def test_deep_nesting_does_not_raise() -> None:
    document = only(read_file("a.html", b"<p>It rained.</p>" + b"<div>" * 100_000 + b"deep"))
    assert "It rained." in document.text
    assert isinstance(next(iter(read_file("a.json", b"[" * 100_000))), Rejection)


ONE, TWO = b'{"text": "It rained on the town."}', b'{"text": "Then it stopped."}'
MARKUP = b"<html><head><title>Rain</title></head><body><p>It rained on the town.</p></body></html>"


@pytest.mark.parametrize(
    ("name", "raw", "texts"),
    [
        ("a.html", gzip.compress(MARKUP, mtime=0), ["It rained on the town."]),
        ("a.html.gz", gzip.compress(gzip.compress(MARKUP, mtime=0), mtime=0), ["It rained on the town."]),
        ("a.txt", MARKUP, ["It rained on the town."]),
        ("a.json", MARKUP, ["It rained on the town."]),
        ("a.txt", ONE, ["It rained on the town."]),
        ("a.html", ONE, ["It rained on the town."]),
        ("a.html", b"It rained.\n\nThen it stopped.", ["It rained.\n\nThen it stopped."]),
        ("a.txt", b"{It rained.}", ["{It rained.}"]),
        ("a.json", ONE + TWO, ["It rained on the town.", "Then it stopped."]),
        ("a.json", ONE + b"\n\n" + TWO, ["It rained on the town.", "Then it stopped."]),
        ("a.jsonl", b'\xef\xbb\xbf{\n "text": "It rained."\n}\n' + TWO, ["It rained.", "Then it stopped."]),
        ("a.txt", b"It&nbsp;rained on the town&#8217;s quay &amp; pier.", ["It rained on the town’s quay & pier."]),
    ],
)
def test_content_is_read_as_what_it_is(name: str, raw: bytes, texts: list[str]) -> None:
    assert [item.text for item in read_file(name, raw) if isinstance(item, Document)] == texts


@pytest.mark.parametrize("raw", [ONE + TWO + b'{"text": ', b"[" + ONE + b"]" + TWO])
def test_what_follows_the_readable_part_of_a_file_is_not_lost_without_a_word(raw: bytes) -> None:
    *whole, last = read_file("a.json", raw)
    assert whole
    assert isinstance(last, Rejection)
    assert last.reason == "broken JSON"


@pytest.mark.parametrize(
    "date",
    [
        {"$date": "2024-03-05T09:12:00Z"},
        {"$date": {"$numberLong": "1709629920000"}},
        {"year": 2024, "month": 3, "day": 5},
        [2024, 3, 5],
        ["2024-03-05", "2024-03-09"],
    ],
)
def test_dates_of_databases_are_dates(date: object) -> None:
    stated = only(read_file("a.json", json.dumps({"text": "It rained.", "date": date}).encode())).metadata.published
    assert (stated or "")[:10] in ("2024-03-05", "1709629920")


@pytest.mark.parametrize(
    ("title", "is_held"),
    [
        ("Just a moment...", True),
        ("404 Not Found | Harbour Post", True),
        ("Access Denied", True),
        ("Seite nicht gefunden", True),
        ("404 dead in quake", False),
        ("Access denied to old pier", False),
    ],
)
def test_what_a_server_says_instead_of_an_article_is_held(title: str, is_held: bool) -> None:
    page = f"<html><head><title>{title}</title></head><body><h1>{title}</h1><p>The pier is closed.</p></body></html>"
    (item,) = read_file("a.html", page.encode())
    assert (isinstance(item, Rejection) and item.reason == "not an article") is is_held


def test_nan_and_duplicate_keys_are_no_obstacle() -> None:
    document = only(read_file("a.json", b'{"text": "One.", "text": "Two.", "author": NaN}'))
    assert document.text == "Two."
    assert document.metadata.byline is None


def test_offsets_count_in_the_text_after_mojibake_is_repaired() -> None:
    line = "The café in Lindow – “the best of the town” – is closed."
    document = only(read_file("a.txt", f"First line.\n{line.encode().decode('cp1252', 'replace')}\nLast.".encode()))
    assert block_texts(document) == document.text.split("\n")
    assert block_texts(document)[0::2] == ["First line.", "Last."]
    assert "café in Lindow" in document.text
