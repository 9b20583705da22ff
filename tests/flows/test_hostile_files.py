"""Files that are broken, huge or hostile: each is an article or a row of quarantine, in bounded memory and time."""

import gzip
import json
import os
import resource
import subprocess
import sys
import time
from collections.abc import Callable
from datetime import UTC, datetime
from pathlib import Path

import pytest
from homes import PROJECT, query

from transforms.clean.clean_document import clean_document
from transforms.clean.furniture import Furniture
from transforms.read.document import Document
from transforms.read.read_file import read_file

RAIN = "The rain that fell on Lindow for nine days ended on Tuesday, and the river Aar went down, the town said.\n"
CYRILLIC = "Дождь, который девять дней шёл над Линдовом, закончился во вторник, и вода в реке спала. " * 3
JAPANESE = "九日間続いた雨は火曜日に止み、川の水位は下がったと町は発表した。" * 3
MAX_MEMORY_MB = 1500
MAX_SECONDS = 20
TEXTS = {
    "utf-8": CYRILLIC,
    "utf-16": CYRILLIC,
    "utf-16-le": "Rain fell on Lindow for nine days. " * 3,
    "windows-1251": CYRILLIC,
    "koi8-r": CYRILLIC,
    "shift_jis": JAPANESE,
    "windows-1252": "Café, naïveté and a façade: the mayor’s rôle in the affair is “over”, said the town’s council.",
    "iso-8859-1": "Café, naïveté and a façade, said the council of the town on Tuesday morning.",
}


def page(charset: str, text: str) -> str:
    return f'<html><head><meta charset="{charset}"><title>Rain</title></head><body><p>{text}</p></body></html>'


def bomb() -> bytes:
    """10 GB of zeros: a gzip file may consist of many members."""
    return gzip.compress(bytes(1 << 26), 9, mtime=0) * 160


CONTENTS: dict[str, Callable[[], bytes]] = {
    "bomb.txt.gz": bomb,
    "long-line.txt": lambda: b"word " * 60_000_000,  # 300 MB
    "nested.html": lambda: b"<p>" + RAIN.encode() + b"</p>" + b"<div>" * 100_000 + b"deep",
    "cut-off.txt.gz": lambda: gzip.compress(RAIN.encode() * 99, mtime=0)[:-9],
    "nul-bytes.txt": lambda: b"\0" * 5000,
    "few-nuls.txt": lambda: (RAIN * 20).replace("Lindow", "Lin\0dow", 1).encode(),
    "line\nbreak.txt": lambda: RAIN.encode() + b"One.",
    "\u202egnp.txt": lambda: RAIN.encode() + b"Two.",
    "nan-twice.json": lambda: b'{"text": "One.", "text": ' + json.dumps(RAIN).encode() + b', "score": NaN}',
    "deep.json": lambda: b"[" * 100_000,
    "empty-page.html": lambda: b"<html><head><title></title></head><body></body></html>",
    "empty.txt": lambda: b"",
    "picture.html": lambda: b"\x89PNG\r\n\x1a\n\0\0\0\rIHDR" + bytes(range(256)) * 40,
    "lone-surrogate.json": lambda: b'{"text": "Rain \\ud83d fell on the town of Lindow."}',
}
ARTICLES = {
    "nested.html", "few-nuls.txt", "line\nbreak.txt", "\u202egnp.txt", "nan-twice.json", "lone-surrogate.json",
}  # fmt: skip
UNOPENED = {"pipe.txt", "loop.txt", "nowhere.txt"}


@pytest.fixture(scope="module")
def hostile_home(tmp_path_factory: pytest.TempPathFactory) -> Path:
    home = tmp_path_factory.mktemp("hostile")
    inbox = home / "inbox"
    inbox.mkdir()
    for name, content in CONTENTS.items():
        (inbox / name).write_bytes(content())
    for encoding, text in TEXTS.items():
        (inbox / f"as-{encoding}.html").write_bytes(page(encoding, text).encode(encoding))
    os.mkfifo(inbox / "pipe.txt")
    (inbox / "loop.txt").symlink_to("loop.txt")
    (inbox / "nowhere.txt").symlink_to("gone.txt")
    (inbox / "folder").mkdir()
    (inbox / "folder" / "again").symlink_to(inbox)
    if os.geteuid():
        (inbox / "secret.txt").write_text(RAIN)
        (inbox / "secret.txt").chmod(0)
    command = [Path(sys.executable).with_name("dragoman"), "run", "--home", home, "--json"]
    done = subprocess.run(command, cwd=PROJECT, capture_output=True, text=True, check=False, timeout=400)
    assert done.returncode == 0, done.stdout + done.stderr
    return home


def test_every_file_is_an_article_or_has_a_reason(hostile_home: Path) -> None:
    articles = {name for (name,) in query(hostile_home, "SELECT file_name FROM articles")}
    held = dict(query(hostile_home, "SELECT file_name, coalesce(reason, '') || coalesce(fix, '') FROM quarantine"))
    found = {path.name for path in (hostile_home / "inbox").iterdir() if path.name != "folder"}
    assert found == articles | held.keys()
    assert all(held.values())
    assert articles >= ARTICLES
    assert UNOPENED | (CONTENTS.keys() - ARTICLES) <= held.keys()


def test_a_declared_encoding_is_heeded(hostile_home: Path) -> None:
    bodies = dict(query(hostile_home, "SELECT file_name, body FROM articles WHERE file_name LIKE 'as-%'"))
    assert {name: body.strip() for name, body in bodies.items()} == {
        f"as-{encoding}.html": text.strip() for encoding, text in TEXTS.items()
    }


@pytest.mark.parametrize("label", [*TEXTS, "no-such-charset", "utf-7", "base64"])
@pytest.mark.parametrize("encoding", TEXTS)
def test_a_wrong_label_never_beats_valid_unicode(encoding: str, label: str) -> None:
    (read,) = read_file("a.html", page(label, TEXTS[encoding]).encode(encoding))
    assert isinstance(read, Document)
    if encoding.startswith("utf"):
        assert TEXTS[encoding].strip() in read.text


@pytest.mark.parametrize("name", CONTENTS)
def test_no_file_takes_long(name: str) -> None:
    raw = CONTENTS[name]()
    started = time.process_time()
    for read in read_file(name, raw):
        if isinstance(read, Document):
            clean_document(read, Furniture(), datetime(2026, 1, 1, tzinfo=UTC))
    assert time.process_time() - started < MAX_SECONDS


@pytest.mark.skipif(sys.platform != "linux", reason="ru_maxrss is in KB on Linux only")
@pytest.mark.usefixtures("hostile_home")
def test_memory_stays_bounded() -> None:
    assert resource.getrusage(resource.RUSAGE_CHILDREN).ru_maxrss / 1024 < MAX_MEMORY_MB
